import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch, versionIn } from '@lumora/kit/versions'
import { Type } from 'typebox'
import {
  cancelCampaign,
  changeCampaign,
  listCampaigns,
  makeCampaign,
  pauseCampaign,
  reportCampaign,
  startCampaign,
  tryCampaignOut
} from '../controllers/campaigns.ts'
import type { Deps } from '../controllers/messages.ts'
import { Campaign, CampaignPath, CampaignReport, DryRun, NewCampaign } from '../schemas/campaigns.ts'

const reads = { staff: 'notifications:read' }
const writes = { staff: 'notifications:write' }

export async function campaignRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/campaigns',
    {
      config: { access: reads },
      schema: { operationId: 'listCampaigns', querystring: Type.Object(pageQuery), response: { 200: Page(Campaign) } }
    },
    ({ query }) => listCampaigns(deps, query)
  )

  app.post(
    '/api/v1/campaigns',
    {
      config: { access: writes, once: true },
      schema: { operationId: 'makeCampaign', body: NewCampaign, response: { 201: Campaign } }
    },
    async ({ caller, once, body }, reply) => {
      reply.code(201)
      return makeCampaign(deps, once, personId(caller), body)
    }
  )

  app.get(
    '/api/v1/campaigns/:campaignId',
    {
      config: { access: reads },
      schema: { operationId: 'reportCampaign', params: CampaignPath, response: { 200: CampaignReport } }
    },
    async ({ params }, reply) => {
      const found = await reportCampaign(deps, params.campaignId)
      reply.header('etag', etagOf(found.version))
      return found
    }
  )

  app.put(
    '/api/v1/campaigns/:campaignId',
    {
      config: { access: writes },
      schema: {
        operationId: 'changeCampaign',
        params: CampaignPath,
        headers: IfMatch,
        body: NewCampaign,
        response: { 200: Campaign }
      }
    },
    async ({ params, headers, body }, reply) => {
      const changed = await changeCampaign(deps, params.campaignId, versionIn(headers['if-match']), body)
      reply.header('etag', etagOf(changed.version))
      return changed
    }
  )

  app.post(
    '/api/v1/campaigns/:campaignId/dry-run',
    {
      config: { access: reads },
      schema: { operationId: 'tryCampaignOut', params: CampaignPath, response: { 200: DryRun } }
    },
    ({ params }) => tryCampaignOut(deps, params.campaignId)
  )

  const moves = { start: startCampaign, pause: pauseCampaign, cancel: cancelCampaign }
  for (const [name, move] of Object.entries(moves)) {
    app.post(
      `/api/v1/campaigns/:campaignId/${name}`,
      {
        config: { access: writes },
        schema: { operationId: `${name}Campaign`, params: CampaignPath, response: { 200: Campaign } }
      },
      ({ params }) => move(deps, params.campaignId)
    )
  }
}
