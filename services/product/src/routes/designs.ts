import { personId, type Caller } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch, versionIn } from '@lumora/kit/versions'
import { Type } from 'typebox'
import { addDesign, changeDesign, importDesigns, listChanges, readDesign, type Deps } from '../controllers/designs.ts'
import { listDesigns, listRelated, suggest, type Deps as SearchDeps } from '../controllers/searches.ts'
import {
  Card,
  Cards,
  Design,
  DesignChange,
  designQuery,
  Imported,
  NewDesign,
  NewDesigns,
  NotedChange,
  Slug,
  suggestionQuery,
  Suggestions
} from '../schemas/designs.ts'

const importLimit = 16 * 1024 * 1024

export async function designRoutes(app: App, deps: Deps & SearchDeps) {
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
    async ({ query, caller }, reply) => {
      if (query.status !== undefined && query.status !== 'published' && !isEditor(caller))
        throw new Problem(403, 'not-allowed', 'Only staff of the catalogue see designs that are not published.')
      const text = await listDesigns(deps, query)
      reply.type('application/json').serializer(asItIs)
      return text as never
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
      schema: {
        operationId: 'readDesign',
        params: Type.Object({ slug: Slug }),
        querystring: Type.Object({ currency: designQuery.currency }),
        response: { 200: Design }
      }
    },
    async ({ params, query, caller }, reply) => {
      const { text, version } = await readDesign(deps, params.slug, isEditor(caller), query.currency)
      reply.header('etag', etagOf(version)).type('application/json').serializer(asItIs)
      return text as never
    }
  )

  app.patch(
    '/api/v1/designs/:slug',
    {
      config: { access: { staff: 'catalogue:write' } },
      schema: {
        operationId: 'changeDesign',
        params: Type.Object({ slug: Slug }),
        headers: IfMatch,
        body: DesignChange,
        response: { 200: Design }
      }
    },
    async ({ params, headers, body, caller }, reply) => {
      const change = changeDesign(deps, personId(caller), params.slug, versionIn(headers['if-match']), body)
      const { text, version } = await change
      reply.header('etag', etagOf(version)).type('application/json').serializer(asItIs)
      return text as never
    }
  )

  app.get(
    '/api/v1/designs/:slug/history',
    {
      config: { access: { staff: 'catalogue:write' } },
      schema: {
        operationId: 'listChanges',
        params: Type.Object({ slug: Slug }),
        querystring: Type.Object(pageQuery),
        response: { 200: Page(NotedChange) }
      }
    },
    ({ params, query }) => listChanges(deps, params.slug, query)
  )

  app.get(
    '/api/v1/designs/:slug/related',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'listRelated',
        params: Type.Object({ slug: Slug }),
        response: { 200: Type.Object({ items: Type.Array(Card) }) }
      }
    },
    async ({ params }, reply) => {
      const text = await listRelated(deps, params.slug)
      reply.type('application/json').serializer(asItIs)
      return text as never
    }
  )

  app.post(
    '/api/v1/designs',
    {
      config: { access: { staff: 'catalogue:write' }, once: true },
      schema: { operationId: 'addDesign', body: NewDesign, response: { 201: Design } }
    },
    async ({ body, once, caller }, reply) => {
      reply.code(201)
      return addDesign(deps, once, personId(caller), body)
    }
  )

  app.put(
    '/api/v1/designs/import',
    {
      config: { access: { staff: 'catalogue:write' } },
      bodyLimit: importLimit,
      schema: { operationId: 'importDesigns', body: NewDesigns, response: { 200: Imported } }
    },
    ({ body, caller }) => importDesigns(deps, personId(caller), body.designs)
  )
}

/** The text is given to the framework and not to `reply.send`: an async handler that returns its reply is waited for by a listener on the stream, which showed in profiles. */
const asItIs = (text: string) => text

const isEditor = (caller: Caller) => caller.kind === 'staff' && caller.permissions.includes('catalogue:write')
