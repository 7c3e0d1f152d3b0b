import type { Caller } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { IfMatch, IfNoneMatch, namesEtag } from '@lumora/kit/versions'
import { Type } from 'typebox'
import {
  addCategory,
  changeCategory,
  importCategories,
  listCategories,
  readCategory,
  removeCategory,
  type Deps
} from '../controllers/categories.ts'
import { etagOfPage } from '../controllers/etags.ts'
import {
  Categories,
  CategoryChange,
  CategoryPage,
  Imported,
  ImportedCategories,
  Moved,
  NewCategory,
  Slug
} from '../schemas/categories.ts'

const url = '/api/v1/categories'
const params = Type.Object({ slug: Slug })
const access = { staff: 'catalogue:write' }

export async function categoryRoutes(app: App, deps: Deps) {
  app.get(
    url,
    {
      config: { access: 'anyone' },
      schema: { operationId: 'listCategories', headers: IfNoneMatch, response: { 200: Categories, 304: Type.Null() } }
    },
    async ({ headers }, reply) => {
      const { etag, text } = await listCategories(deps)
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
        operationId: 'readCategory',
        params,
        headers: IfNoneMatch,
        response: { 200: CategoryPage, 304: Type.Null(), 308: Moved }
      }
    },
    async ({ params: { slug }, headers }, reply) => {
      const found = await readCategory(deps, slug)
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
      schema: { operationId: 'addCategory', body: NewCategory, response: { 201: CategoryPage } }
    },
    async ({ body, once }, reply) => {
      reply.code(201)
      return addCategory(deps, once, body)
    }
  )

  app.put(
    `${url}/import`,
    {
      config: { access },
      schema: { operationId: 'importCategories', body: ImportedCategories, response: { 200: Imported } }
    },
    ({ body }) => importCategories(deps, body.items)
  )

  app.patch(
    `${url}/:slug`,
    {
      config: { access },
      schema: {
        operationId: 'changeCategory',
        params,
        headers: IfMatch,
        body: CategoryChange,
        response: { 200: CategoryPage }
      }
    },
    async ({ params: { slug }, headers, body }, reply) => {
      const category = await changeCategory(deps, slug, headers['if-match'], body)
      reply.header('etag', etagOfPage(category))
      return category
    }
  )

  app.delete(
    `${url}/:slug`,
    {
      config: { access },
      schema: { operationId: 'removeCategory', params, headers: IfMatch, response: { 204: Type.Null() } }
    },
    async ({ params: { slug }, headers }, reply) => {
      await removeCategory(deps, slug, headers['if-match'])
      reply.code(204)
      return null
    }
  )
}

/** The serializer of what is JSON already. */
export const asItIs = (text: string) => text

/** Whether the caller is also shown what is not public yet, or no more. */
export const isEditor = (caller: Caller) => caller.kind === 'staff' && caller.permissions.includes('catalogue:write')
