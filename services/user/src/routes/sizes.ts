import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import type { Deps } from '../controllers/profiles.ts'
import { addSize, changeSize, dropSize, listSizes } from '../controllers/sizes.ts'
import { NewSize, Size, SizePath } from '../schemas/sizes.ts'

const url = '/api/v1/users/me/sizes'

export async function sizeRoutes(app: App, deps: Deps) {
  app.get(
    url,
    {
      config: { access: 'customer' },
      schema: { operationId: 'listSizes', querystring: Type.Object(pageQuery), response: { 200: Page(Size) } }
    },
    ({ caller, query }) => listSizes(deps, personId(caller), query)
  )

  app.post(
    url,
    {
      config: { access: 'customer', once: true },
      schema: { operationId: 'addSize', body: NewSize, response: { 201: Size } }
    },
    async ({ caller, once, body }, reply) => {
      reply.code(201)
      return addSize(deps, once, personId(caller), body)
    }
  )

  app.put(
    `${url}/:sizeId`,
    {
      config: { access: 'customer' },
      schema: { operationId: 'changeSize', params: SizePath, body: NewSize, response: { 200: Size } }
    },
    ({ caller, params, body }) => changeSize(deps, personId(caller), params.sizeId, body)
  )

  app.delete(
    `${url}/:sizeId`,
    {
      config: { access: 'customer' },
      schema: { operationId: 'dropSize', params: SizePath, response: { 204: Type.Null() } }
    },
    async ({ caller, params }, reply) => {
      await dropSize(deps, personId(caller), params.sizeId)
      reply.code(204)
      return null
    }
  )
}
