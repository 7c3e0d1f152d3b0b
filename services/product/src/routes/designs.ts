import { pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { addDesign, importDesigns, readDesign, type Deps } from '../controllers/designs.ts'
import { listDesigns, suggest } from '../controllers/searches.ts'
import {
  Cards,
  Design,
  designQuery,
  Imported,
  NewDesign,
  NewDesigns,
  Slug,
  suggestionQuery,
  Suggestions
} from '../schemas/designs.ts'

const importLimit = 16 * 1024 * 1024

export async function designRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/designs',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'listDesigns',
        querystring: Type.Object({ ...designQuery, ...pageQuery }),
        response: { 200: Cards }
      }
    },
    async ({ query }, reply) => {
      const text = await listDesigns(deps, query)
      return reply
        .type('application/json')
        .serializer(asItIs)
        .send(text as never)
    }
  )

  app.get(
    '/api/v1/designs/suggestions',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'suggest',
        querystring: Type.Object(suggestionQuery),
        response: { 200: Suggestions }
      }
    },
    ({ query }) => suggest(deps, query.q)
  )

  app.get(
    '/api/v1/designs/:slug',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'readDesign', params: Type.Object({ slug: Slug }), response: { 200: Design } }
    },
    async ({ params }, reply) => {
      const text = await readDesign(deps, params.slug)
      return reply
        .type('application/json')
        .serializer(asItIs)
        .send(text as never)
    }
  )

  app.post(
    '/api/v1/designs',
    {
      config: { access: { staff: 'catalogue:write' }, once: true },
      schema: { operationId: 'addDesign', body: NewDesign, response: { 201: Design } }
    },
    async ({ body, once }, reply) => {
      reply.code(201)
      return addDesign(deps, once, body)
    }
  )

  app.put(
    '/api/v1/designs/import',
    {
      config: { access: { staff: 'catalogue:write' } },
      bodyLimit: importLimit,
      schema: { operationId: 'importDesigns', body: NewDesigns, response: { 200: Imported } }
    },
    ({ body }) => importDesigns(deps, body.designs)
  )
}

const asItIs = (text: string) => text
