import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { listFeedRuns, type Deps } from '../controllers/feeds.ts'
import { FeedRun } from '../schemas/feeds.ts'

export async function feedRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/metal-rates/feed-runs',
    {
      config: { access: { staff: 'catalogue:write' } },
      schema: {
        operationId: 'listFeedRuns',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(FeedRun) }
      }
    },
    ({ query }) => listFeedRuns(deps, query)
  )
}
