import { personId } from '@lumora/kit/auth'
import { Page } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { addAddress, changeAddress, dropAddress, listAddresses } from '../controllers/addresses.ts'
import type { Deps } from '../controllers/profiles.ts'
import { Address, AddressPath, NewAddress } from '../schemas/addresses.ts'

const url = '/api/v1/users/me/addresses'

export async function addressRoutes(app: App, deps: Deps) {
  app.get(
    url,
    {
      config: { access: 'customer' },
      schema: {
        operationId: 'listAddresses',
        querystring: Type.Object({
          after: Type.Optional(Type.String({ maxLength: 500, description: 'The `next` of the page before.' })),
          limit: Type.Integer({ minimum: 1, maximum: 50, default: 50 })
        }),
        response: { 200: Page(Address) }
      }
    },
    ({ caller, query }) => listAddresses(deps, personId(caller), query)
  )

  app.post(
    url,
    {
      config: { access: 'customer', once: true },
      schema: { operationId: 'addAddress', body: NewAddress, response: { 201: Address } }
    },
    async ({ caller, once, body }, reply) => {
      reply.code(201)
      return addAddress(deps, once, personId(caller), body)
    }
  )

  app.put(
    `${url}/:addressId`,
    {
      config: { access: 'customer' },
      schema: { operationId: 'changeAddress', params: AddressPath, body: NewAddress, response: { 200: Address } }
    },
    ({ caller, params, body }) => changeAddress(deps, personId(caller), params.addressId, body)
  )

  app.delete(
    `${url}/:addressId`,
    {
      config: { access: 'customer' },
      schema: { operationId: 'dropAddress', params: AddressPath, response: { 204: Type.Null() } }
    },
    async ({ caller, params }, reply) => {
      await dropAddress(deps, personId(caller), params.addressId)
      reply.code(204)
      return null
    }
  )
}
