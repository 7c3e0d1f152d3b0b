import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { IfMatch, IfNoneMatch, namesEtag } from '@lumora/kit/versions'
import { Type } from 'typebox'
import type { Deps } from '../controllers/categories.ts'
import { etagOfPage } from '../controllers/etags.ts'
import { addMenu, listMenus, readMenu, removeMenu, replaceMenu } from '../controllers/menus.ts'
import { Slug } from '../schemas/categories.ts'
import { ListedMenu, Menu, MenuContent, NewMenu } from '../schemas/menus.ts'
import { asItIs, isEditor } from './categories.ts'

const url = '/api/v1/menus'
const params = Type.Object({ name: Slug })
const access = { staff: 'catalogue:write' }

export async function menuRoutes(app: App, deps: Deps) {
  app.get(
    url,
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'listMenus',
        headers: IfNoneMatch,
        querystring: Type.Object(pageQuery),
        response: { 200: Page(ListedMenu), 304: Type.Null() }
      }
    },
    async ({ headers, query }, reply) => {
      const { etag, text } = await listMenus(deps, query)
      reply.header('etag', etag)
      if (namesEtag(headers['if-none-match'], etag)) return reply.code(304).send(null)
      return reply
        .type('application/json')
        .serializer(asItIs)
        .send(text as never)
    }
  )

  app.get(
    `${url}/:name`,
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'readMenu',
        params,
        headers: IfNoneMatch,
        response: { 200: Menu, 304: Type.Null() }
      }
    },
    async ({ params: { name }, headers, caller }, reply) => {
      const menu = await readMenu(deps, name, isEditor(caller))
      const etag = etagOfPage(menu)
      reply.header('etag', etag)
      if (namesEtag(headers['if-none-match'], etag)) return reply.code(304).send(null)
      return reply.send(menu)
    }
  )

  app.post(
    url,
    {
      config: { access, once: true },
      schema: { operationId: 'addMenu', body: NewMenu, response: { 201: Menu } }
    },
    async ({ body, once }, reply) => {
      reply.code(201)
      return addMenu(deps, once, body)
    }
  )

  app.put(
    `${url}/:name`,
    {
      config: { access },
      schema: { operationId: 'replaceMenu', params, headers: IfMatch, body: MenuContent, response: { 200: Menu } }
    },
    async ({ params: { name }, headers, body }, reply) => {
      const menu = await replaceMenu(deps, name, headers['if-match'], body)
      reply.header('etag', etagOfPage(menu))
      return menu
    }
  )

  app.delete(
    `${url}/:name`,
    {
      config: { access },
      schema: { operationId: 'removeMenu', params, headers: IfMatch, response: { 204: Type.Null() } }
    },
    async ({ params: { name }, headers }, reply) => {
      await removeMenu(deps, name, headers['if-match'])
      reply.code(204)
      return null
    }
  )
}
