import { peopleRoutes } from '@lumora/kit/people'
import type { App } from '@lumora/kit/service'
import type { Deps } from '../controllers/sessions.ts'
import { collectPersonalData, erasePersonalData } from '../controllers/people.ts'

export async function personRoutes(app: App, deps: Deps) {
  peopleRoutes(app, {
    collect: (userId) => collectPersonalData(deps, userId),
    erase: (userId) => erasePersonalData(deps, userId)
  })
}
