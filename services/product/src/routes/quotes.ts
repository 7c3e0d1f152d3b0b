import type { App } from '@lumora/kit/service'
import { quote, signQuote, type Deps } from '../controllers/quotes.ts'
import { NewQuote, NewSignedQuote, Quote, SignedQuote } from '../schemas/quotes.ts'

export async function quoteRoutes(app: App, deps: Deps) {
  app.post(
    '/api/v1/quotes',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'signQuote', body: NewSignedQuote, response: { 200: SignedQuote } }
    },
    ({ body }) => signQuote(deps, body)
  )

  app.post(
    '/internal/quotes',
    {
      config: { access: { service: 'quotes' } },
      schema: { operationId: 'quote', body: NewQuote, response: { 200: Quote } }
    },
    ({ body }) => quote(deps, body)
  )
}
