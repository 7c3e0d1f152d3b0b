import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import type { Deps } from '../controllers/payments.ts'
import { exportDay, listReconciliations, repeatReconciliation, showDay } from '../controllers/reconciliations.ts'
import { DayPath, DayReport, Reconciliation } from '../schemas/reconciliations.ts'

const finance = { access: { staff: 'payments:read' } }
const url = '/api/v1/payments/reconciliations'

export async function reconciliationRoutes(app: App, deps: Deps) {
  app.get(
    url,
    {
      config: finance,
      schema: {
        operationId: 'listReconciliations',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(Reconciliation) }
      }
    },
    ({ query }) => listReconciliations(deps, query)
  )

  app.get(
    `${url}/:day`,
    { config: finance, schema: { operationId: 'showReconciliation', params: DayPath, response: { 200: DayReport } } },
    ({ params }) => showDay(deps, params.day)
  )

  app.put(
    `${url}/:day`,
    {
      config: { access: { staff: 'payments:write' } },
      schema: { operationId: 'repeatReconciliation', params: DayPath, response: { 200: DayReport } }
    },
    ({ params }) => repeatReconciliation(deps, params.day)
  )

  app.get(
    `${url}/:day/csv`,
    {
      config: finance,
      schema: {
        operationId: 'exportReconciliation',
        params: DayPath,
        produces: ['text/csv'],
        response: { 200: Type.String({ description: 'The differences of the day, a line each.' }) }
      }
    },
    async ({ params }, reply) => {
      reply.type('text/csv; charset=utf-8')
      reply.header('content-disposition', `attachment; filename="reconciliation-${params.day}.csv"`)
      return exportDay(deps, params.day)
    }
  )
}
