import { requireAccess } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { IfMatch, IfNoneMatch, namesEtag } from '@lumora/kit/versions'
import { Type } from 'typebox'
import type { Deps } from '../controllers/categories.ts'
import {
  addCollection,
  changeCollection,
  listCollections,
  readCollection,
  removeCollection
} from '../controllers/collections.ts'
import { etagOfPage } from '../controllers/etags.ts'
import { Moved, Slug } from '../schemas/categories.ts'
import { Collection, CollectionChange, CollectionPage, collectionQuery, NewCollection } from '../schemas/collections.ts'
import { asItIs, isEditor } from './categories.ts'

const url = '/api/v1/collections'
const params = Type.Object({ slug: Slug })
const access = { staff: 'catalogue:write' }

export async function collectionRoutes(app: App, deps: Deps) {
  app.get(
    url,
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'listCollections',
        headers: IfNoneMatch,
        querystring: Type.Object({ ...collectionQuery, ...pageQuery }),
        response: { 200: Page(Collection), 304: Type.Null() }
      }
    },
    async ({ headers, query, caller }, reply) => {
      if (query.all) requireAccess(access, caller)
      const { etag, text } = await listCollections(deps, query)
      reply.header('etag', etag)
      if (namesEtag(headers['if-none-match'], etag)) return reply.code(304).send(null)
      return reply
        .type('application/json')
        .serializer(asItIs)
        .send(text as never)
    }
  )

  app.get(
    `${url}/:slug`,
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'readCollection',
        params,
        headers: IfNoneMatch,
        response: { 200: CollectionPage, 304: Type.Null(), 308: Moved }
      }
    },
    async ({ params: { slug }, headers, caller }, reply) => {
      const found = await readCollection(deps, slug, isEditor(caller))
      if ('movedTo' in found)
        return reply.code(308).header('location', `${url}/${found.movedTo}`).send({ slug: found.movedTo })
      const etag = etagOfPage(found)
      reply.header('etag', etag)
      if (namesEtag(headers['if-none-match'], etag)) return reply.code(304).send(null)
      return reply.send(found)
    }
  )

  app.post(
    url,
    {
      config: { access, once: true },
      schema: { operationId: 'addCollection', body: NewCollection, response: { 201: CollectionPage } }
    },
    async ({ body, once }, reply) => {
      reply.code(201)
      return addCollection(deps, once, body)
    }
  )

  app.patch(
    `${url}/:slug`,
    {
      config: { access },
      schema: {
        operationId: 'changeCollection',
        params,
        headers: IfMatch,
        body: CollectionChange,
        response: { 200: CollectionPage }
      }
    },
    async ({ params: { slug }, headers, body }, reply) => {
      const collection = await changeCollection(deps, slug, headers['if-match'], body)
      reply.header('etag', etagOfPage(collection))
      return collection
    }
  )

  app.delete(
    `${url}/:slug`,
    {
      config: { access },
      schema: { operationId: 'removeCollection', params, headers: IfMatch, response: { 204: Type.Null() } }
    },
    async ({ params: { slug }, headers }, reply) => {
      await removeCollection(deps, slug, headers['if-match'])
      reply.code(204)
      return null
    }
  )
}
