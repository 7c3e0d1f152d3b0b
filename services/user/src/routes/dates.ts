import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import type { Deps } from '../controllers/profiles.ts'
import { addDate, changeDate, dropDate, listDates } from '../controllers/dates.ts'
import { NewDate, ImportantDate, DatePath } from '../schemas/dates.ts'

const url = '/api/v1/users/me/dates'

export async function dateRoutes(app: App, deps: Deps) {
  app.get(
    url,
    {
      config: { access: 'customer' },
      schema: { operationId: 'listDates', querystring: Type.Object(pageQuery), response: { 200: Page(ImportantDate) } }
    },
    ({ caller, query }) => listDates(deps, personId(caller), query)
  )

  app.post(
    url,
    {
      config: { access: 'customer', once: true },
      schema: { operationId: 'addDate', body: NewDate, response: { 201: ImportantDate } }
    },
    async ({ caller, once, body }, reply) => {
      reply.code(201)
      return addDate(deps, once, personId(caller), body)
    }
  )

  app.put(
    `${url}/:dateId`,
    {
      config: { access: 'customer' },
      schema: { operationId: 'changeDate', params: DatePath, body: NewDate, response: { 200: ImportantDate } }
    },
    ({ caller, params, body }) => changeDate(deps, personId(caller), params.dateId, body)
  )

  app.delete(
    `${url}/:dateId`,
    {
      config: { access: 'customer' },
      schema: { operationId: 'dropDate', params: DatePath, response: { 204: Type.Null() } }
    },
    async ({ caller, params }, reply) => {
      await dropDate(deps, personId(caller), params.dateId)
      reply.code(204)
      return null
    }
  )
}
