import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { add__Resource__, list__Resources__, type Deps } from '../controllers/__resources__.ts'
import { New__Resource__, __Resource__ } from '../schemas/__resources__.ts'

export async function __resource__Routes(app: App, deps: Deps) {
  app.post(
    '/api/v1/__resources__',
    {
      config: { access: 'customer', once: true },
      schema: { operationId: 'add__Resource__', body: New__Resource__, response: { 201: __Resource__ } }
    },
    async ({ body, caller, once }, reply) => {
      reply.code(201)
      return add__Resource__(deps, once, personId(caller), body)
    }
  )

  app.get(
    '/api/v1/__resources__',
    {
      config: { access: 'customer' },
      schema: {
        operationId: 'list__Resources__',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(__Resource__) }
      }
    },
    ({ caller, query }) => list__Resources__(deps, personId(caller), query)
  )
}
