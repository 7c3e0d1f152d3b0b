import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { listAccounts, listEntries } from '../controllers/ledger.ts'
import type { Deps } from '../controllers/payments.ts'
import { Account, JournalEntry } from '../schemas/ledger.ts'

const finance = { access: { staff: 'payments:read' } }

export async function ledgerRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/payments/ledger/accounts',
    {
      config: finance,
      schema: { operationId: 'listLedgerAccounts', response: { 200: Type.Object({ items: Type.Array(Account) }) } }
    },
    () => listAccounts(deps)
  )

  app.get(
    '/api/v1/payments/ledger/entries',
    {
      config: finance,
      schema: {
        operationId: 'listLedgerEntries',
        querystring: Type.Object({
          account: Type.Optional(Type.String({ maxLength: 100 })),
          currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
          ...pageQuery
        }),
        response: { 200: Page(JournalEntry) }
      }
    },
    ({ query }) => listEntries(deps, query)
  )
}
