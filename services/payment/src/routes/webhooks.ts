import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { takeWebhook, type Deps } from '../controllers/payments.ts'
import { Received } from '../schemas/payments.ts'

/** Bodies here stay the text that was sent, as that is what is signed. */
export async function webhookRoutes(app: App, deps: Deps) {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))

  app.post(
    '/api/v1/payments/webhooks/sandbox',
    {
      bodyLimit: 64 * 1024,
      config: { access: 'anyone' },
      schema: {
        operationId: 'takeSandboxWebhook',
        headers: Type.Object({ 'sandbox-signature': Type.Optional(Type.String()) }),
        body: Type.String({ description: 'The JSON text of a report, exactly as it was signed.' }),
        response: { 200: Received }
      }
    },
    async ({ headers, body }) => {
      await takeWebhook(deps, 'sandbox', headers['sandbox-signature'], body)
      return { received: true as const }
    }
  )

  app.post(
    '/api/v1/payments/webhooks/stripe',
    {
      bodyLimit: 256 * 1024,
      config: { access: 'anyone' },
      schema: {
        operationId: 'takeStripeWebhook',
        headers: Type.Object({ 'stripe-signature': Type.Optional(Type.String()) }),
        body: Type.String({ description: 'The JSON text of an event, exactly as it was signed.' }),
        response: { 200: Received }
      }
    },
    async ({ headers, body }) => {
      await takeWebhook(deps, 'stripe', headers['stripe-signature'], body)
      return { received: true as const }
    }
  )
}
