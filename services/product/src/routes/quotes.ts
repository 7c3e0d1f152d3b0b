import type { App } from '@lumora/kit/service'
import { quote, type Deps } from '../controllers/quotes.ts'
import { NewQuote, Quote } from '../schemas/quotes.ts'

export async function quoteRoutes(app: App, deps: Deps) {
  app.post(
    '/internal/quotes',
    {
      config: { access: { service: 'quotes' } },
      schema: { operationId: 'quote', body: NewQuote, response: { 200: Quote } }
    },
    ({ body }) => quote(deps, body)
  )
}
