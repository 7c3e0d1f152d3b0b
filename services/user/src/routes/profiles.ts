import { personId } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch } from '@lumora/kit/versions'
import { changeProfile, showProfile, type Deps } from '../controllers/profiles.ts'
import { Profile, ProfileChange } from '../schemas/profiles.ts'

const url = '/api/v1/users/me'

export async function profileRoutes(app: App, deps: Deps) {
  app.get(
    url,
    { config: { access: 'customer' }, schema: { operationId: 'showProfile', response: { 200: Profile } } },
    async ({ caller }, reply) => {
      const profile = await showProfile(deps, personId(caller))
      reply.header('etag', etagOf(profile.version))
      return profile
    }
  )

  app.patch(
    url,
    {
      config: { access: 'customer' },
      schema: { operationId: 'changeProfile', headers: IfMatch, body: ProfileChange, response: { 200: Profile } }
    },
    async ({ caller, headers, body }, reply) => {
      const profile = await changeProfile(deps, personId(caller), headers['if-match'], body)
      reply.header('etag', etagOf(profile.version))
      return profile
    }
  )
}
