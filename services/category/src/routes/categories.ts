import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch, IfNoneMatch, namesEtag } from '@lumora/kit/versions'
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
import {
  Categories,
  CategoryChange,
  CategoryPage,
  Imported,
  NewCategories,
  NewCategory,
  Slug
} from '../schemas/categories.ts'

const params = Type.Object({ slug: Slug })
const access = { staff: 'catalogue:write' }

export async function categoryRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/categories',
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
    '/api/v1/categories/:slug',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'readCategory', params, response: { 200: CategoryPage } }
    },
    async ({ params: { slug } }, reply) => {
      const category = await readCategory(deps, slug)
      reply.header('etag', etagOf(category.version))
      return category
    }
  )

  app.post(
    '/api/v1/categories',
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
    '/api/v1/categories/import',
    {
      config: { access },
      schema: { operationId: 'importCategories', body: NewCategories, response: { 200: Imported } }
    },
    ({ body }) => importCategories(deps, body.items)
  )

  app.patch(
    '/api/v1/categories/:slug',
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
      reply.header('etag', etagOf(category.version))
      return category
    }
  )

  app.delete(
    '/api/v1/categories/:slug',
    { config: { access }, schema: { operationId: 'removeCategory', params, response: { 204: Type.Null() } } },
    async ({ params: { slug } }, reply) => {
      await removeCategory(deps, slug)
      reply.code(204)
      return null
    }
  )
}

const asItIs = (text: string) => text
