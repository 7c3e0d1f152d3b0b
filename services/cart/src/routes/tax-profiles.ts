import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch } from '@lumora/kit/versions'
import type { Deps } from '../controllers/carts.ts'
import { listTaxProfiles, putTaxProfile } from '../controllers/tax-profiles.ts'
import { TaxProfile, TaxProfileContent, TaxProfilePath, TaxProfiles } from '../schemas/tax-profiles.ts'

const url = '/api/v1/tax-profiles'
const config = { access: { staff: 'promotions:write' } }

export async function taxProfileRoutes(app: App, deps: Deps) {
  app.get(url, { config, schema: { operationId: 'listTaxProfiles', response: { 200: TaxProfiles } } }, () =>
    listTaxProfiles(deps)
  )

  app.put(
    `${url}/:code`,
    {
      config,
      schema: {
        operationId: 'putTaxProfile',
        params: TaxProfilePath,
        headers: IfMatch,
        body: TaxProfileContent,
        response: { 200: TaxProfile }
      }
    },
    async ({ body, headers, params }, reply) => {
      const profile = await putTaxProfile(deps, params.code, headers['if-match'], body)
      reply.header('etag', etagOf(profile.version))
      return profile
    }
  )
}
