import { personId } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch, versionIn } from '@lumora/kit/versions'
import { Type } from 'typebox'
import type { Deps } from '../controllers/messages.ts'
import {
  changeTemplate,
  listTemplates,
  previewTemplate,
  restoreTemplate,
  showTemplate
} from '../controllers/templates.ts'
import {
  ListedTemplate,
  Preview,
  PreviewQuery,
  Template,
  TemplateHistory,
  TemplatePath,
  TemplateText,
  TemplateTextPath
} from '../schemas/templates.ts'

const reads = { staff: 'notifications:read' }
const writes = { staff: 'notifications:write' }
/** A preview is shown in a frame of the back office, and can do nothing there. */
const harmless = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

export async function templateRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/templates',
    {
      config: { access: reads },
      schema: { operationId: 'listTemplates', response: { 200: Type.Object({ items: Type.Array(ListedTemplate) }) } }
    },
    async () => ({ items: await listTemplates(deps) })
  )

  app.get(
    '/api/v1/templates/:name/preview',
    {
      config: { access: reads },
      schema: {
        operationId: 'previewTemplate',
        params: TemplatePath,
        querystring: PreviewQuery,
        response: { 200: Type.Union([Preview, Type.String()]) }
      }
    },
    async ({ params, query }, reply) => {
      const { locale, version, as } = query
      const { subject, text, html } = await previewTemplate(deps, params.name, {
        locale,
        ...(version === undefined ? {} : { version })
      })
      if (as === 'json') return { subject, text, html }
      reply.header('content-security-policy', harmless)
      return reply.type(`text/${as === 'html' ? 'html' : 'plain'}; charset=utf-8`).send(as === 'html' ? html : text)
    }
  )

  app.post(
    '/api/v1/templates/:name/:locale/preview',
    {
      config: { access: reads },
      schema: {
        operationId: 'previewTemplateDraft',
        params: TemplateTextPath,
        body: TemplateText,
        response: { 200: Preview }
      }
    },
    async ({ params, body }) => {
      const { subject, text, html } = await previewTemplate(deps, params.name, { locale: params.locale, draft: body })
      return { subject, text, html }
    }
  )

  app.get(
    '/api/v1/templates/:name/:locale',
    {
      config: { access: reads },
      schema: { operationId: 'showTemplate', params: TemplateTextPath, response: { 200: TemplateHistory } }
    },
    async ({ params }, reply) => {
      const found = await showTemplate(deps, params.name, params.locale)
      reply.header('etag', etagOf(found.version))
      return found
    }
  )

  app.put(
    '/api/v1/templates/:name/:locale',
    {
      config: { access: writes },
      schema: {
        operationId: 'changeTemplate',
        params: TemplateTextPath,
        headers: IfMatch,
        body: TemplateText,
        response: { 200: Template }
      }
    },
    async ({ params, headers, body, caller }, reply) => {
      const change = { version: versionIn(headers['if-match']), staffId: personId(caller) }
      const saved = await changeTemplate(deps, { ...params, ...body }, change)
      reply.header('etag', etagOf(saved.version))
      return saved
    }
  )

  app.post(
    '/api/v1/templates/:name/:locale/restore',
    {
      config: { access: writes },
      schema: {
        operationId: 'restoreTemplate',
        params: TemplateTextPath,
        headers: IfMatch,
        response: { 200: Template }
      }
    },
    async ({ params, headers, caller }, reply) => {
      const change = { version: versionIn(headers['if-match']), staffId: personId(caller) }
      const saved = await restoreTemplate(deps, params, change)
      reply.header('etag', etagOf(saved.version))
      return saved
    }
  )
}
