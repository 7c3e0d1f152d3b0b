import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { changeConsents, listConsentChanges, showConsents } from '../controllers/consents.ts'
import type { Deps } from '../controllers/profiles.ts'
import { ConsentChange, ConsentChanges, Consents } from '../schemas/consents.ts'

const url = '/api/v1/users/me/consents'
const config = { access: 'customer' } as const

export async function consentRoutes(app: App, deps: Deps) {
  app.get(url, { config, schema: { operationId: 'showConsents', response: { 200: Consents } } }, ({ caller }) =>
    showConsents(deps, personId(caller))
  )

  app.put(
    url,
    { config, schema: { operationId: 'changeConsents', body: ConsentChanges, response: { 200: Consents } } },
    ({ caller, body }) => changeConsents(deps, personId(caller), body)
  )

  app.get(
    `${url}/history`,
    {
      config,
      schema: {
        operationId: 'listConsentChanges',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(ConsentChange) }
      }
    },
    ({ caller, query }) => listConsentChanges(deps, personId(caller), query)
  )
}
