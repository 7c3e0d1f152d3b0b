import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch } from '@lumora/kit/versions'
import { Type } from 'typebox'
import type { Deps } from '../controllers/carts.ts'
import { listPromotions, makePromotion, readPromotion, replacePromotion } from '../controllers/promotions.ts'
import { Promotion, PromotionContent, PromotionPath } from '../schemas/promotions.ts'

const url = '/api/v1/promotions'
const access = { staff: 'promotions:write' }
const config = { access }

export async function promotionRoutes(app: App, deps: Deps) {
  app.get(
    url,
    {
      config,
      schema: {
        operationId: 'listPromotions',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(Promotion) }
      }
    },
    ({ query }) => listPromotions(deps, query)
  )

  app.post(
    url,
    {
      config: { access, once: true },
      schema: { operationId: 'makePromotion', body: PromotionContent, response: { 201: Promotion } }
    },
    async ({ body, once }, reply) => {
      reply.code(201)
      return makePromotion(deps, once, body)
    }
  )

  app.get(
    `${url}/:promotionId`,
    { config, schema: { operationId: 'readPromotion', params: PromotionPath, response: { 200: Promotion } } },
    async ({ params }, reply) => {
      const promotion = await readPromotion(deps, params.promotionId)
      reply.header('etag', etagOf(promotion.version))
      return promotion
    }
  )

  app.put(
    `${url}/:promotionId`,
    {
      config,
      schema: {
        operationId: 'replacePromotion',
        params: PromotionPath,
        headers: IfMatch,
        body: PromotionContent,
        response: { 200: Promotion }
      }
    },
    async ({ body, headers, params }, reply) => {
      const promotion = await replacePromotion(deps, params.promotionId, headers['if-match'], body)
      reply.header('etag', etagOf(promotion.version))
      return promotion
    }
  )
}
