import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import type { Deps } from '../controllers/messages.ts'
import {
  liftSuppression,
  listSuppressions,
  showUnsubscription,
  suppressEmail,
  takeReports,
  unsubscribe,
  unsubscriptionPage
} from '../controllers/suppressions.ts'
import { NewSuppression, Received, Suppression, SuppressionPath, Unsubscription } from '../schemas/suppressions.ts'

const writes = { staff: 'notifications:write' }

export async function suppressionRoutes(app: App, deps: Deps & { bounceSecret?: string }) {
  app.get(
    '/api/v1/suppressions',
    {
      config: { access: { staff: 'notifications:read' } },
      schema: {
        operationId: 'listSuppressions',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(Suppression) }
      }
    },
    ({ query }) => listSuppressions(deps, query)
  )

  app.post(
    '/api/v1/suppressions',
    {
      config: { access: writes },
      schema: { operationId: 'suppressEmail', body: NewSuppression, response: { 201: Suppression } }
    },
    async ({ body }, reply) => {
      reply.code(201)
      return suppressEmail(deps, body.email, body.detail)
    }
  )

  app.delete(
    '/api/v1/suppressions/:email',
    {
      config: { access: writes },
      schema: { operationId: 'liftSuppression', params: SuppressionPath, response: { 204: Type.Null() } }
    },
    async ({ params }, reply) => {
      reply.code(204)
      return liftSuppression(deps, params.email)
    }
  )
}

/** Bodies here stay the text that was sent, as that is what is signed. */
export async function reportRoutes(app: App, deps: Deps & { bounceSecret?: string }) {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))

  app.post(
    '/api/v1/suppressions/reports',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'takeMailReports',
        headers: Type.Object({ 'lumora-signature': Type.Optional(Type.String({ maxLength: 200 })) }),
        body: Type.String({ description: 'The JSON text of a list of reports, exactly as it was signed.' }),
        response: { 200: Received }
      }
    },
    ({ headers, body }) => takeReports(deps, headers['lumora-signature'], body)
  )
}

const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer'
}
const Token = Type.Object({ token: Type.String({ minLength: 10, maxLength: 300, pattern: '^[\\w-]+\\.[\\w-]+$' }) })
const answer = Type.Union([Unsubscription, Type.String({ description: 'A page, for browsers.' })])

/** What a mail's link leads to: mail programs POST to it, people look at it. Where it leads is nowhere but here. */
export async function unsubscriptionRoutes(app: App, deps: Deps) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 4096 }, (_request, _body, done) =>
    done(null, undefined)
  )
  const isBrowser = (accept: string | undefined) => accept?.includes('text/html') ?? false

  app.get(
    '/api/v1/unsubscribe/:token',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'showUnsubscription', params: Token, response: { 200: answer } }
    },
    async ({ params, headers }, reply) => {
      const said = showUnsubscription(deps, params.token)
      reply.headers(pageHeaders)
      if (!isBrowser(headers.accept)) return said
      return reply.type('text/html; charset=utf-8').send(unsubscriptionPage(said))
    }
  )

  app.post(
    '/api/v1/unsubscribe/:token',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'unsubscribe', params: Token, response: { 200: answer } }
    },
    async ({ params, headers }, reply) => {
      const said = await unsubscribe(deps, params.token)
      reply.headers(pageHeaders)
      if (!isBrowser(headers.accept)) return said
      return reply.type('text/html; charset=utf-8').send(unsubscriptionPage(said))
    }
  )
}
