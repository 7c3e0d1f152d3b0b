import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { personId } from '@lumora/kit/auth'
import { Problem } from '@lumora/kit/problem'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { receiveUpload, Upload, type Deps as MediaDeps } from '../controllers/media.ts'
import { exportCatalogue, maxImportBytes, readImport, startImport, type Deps } from '../controllers/transfers.ts'
import { Id } from '../schemas/designs.ts'
import { CatalogueImport, importQuery } from '../schemas/transfers.ts'

const desk = { access: { staff: 'catalogue:write' } }
const File = Type.Unsafe<unknown>({ description: 'CSV with the columns of an export, a row for each variant.' })

export async function transferRoutes(app: App, deps: Deps & MediaDeps) {
  app.addContentTypeParser('text/csv', (_request: unknown, payload: Readable) =>
    receiveUpload(deps, payload, maxImportBytes)
  )
  app.addHook('onResponse', async ({ body }) => {
    if (body instanceof Upload) await rm(body.file, { force: true })
  })

  app.get(
    '/api/v1/catalogue/export',
    {
      config: desk,
      schema: {
        operationId: 'exportCatalogue',
        response: { 200: Type.Unsafe<unknown>({ type: 'string', description: 'CSV (RFC 4180).' }) }
      }
    },
    async (_request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="catalogue.csv"')
        .send(exportCatalogue(deps))
  )

  app.post(
    '/api/v1/catalogue/imports',
    {
      config: { ...desk, once: true },
      bodyLimit: maxImportBytes,
      schema: {
        operationId: 'startImport',
        consumes: ['text/csv'],
        querystring: Type.Object(importQuery),
        body: File,
        response: { 202: CatalogueImport }
      }
    },
    (request, reply) => {
      const { body } = request
      if (!(body instanceof Upload)) throw new Problem(415, 'media-type-not-supported', 'Send the file as text/csv.')
      reply.code(202)
      return startImport(deps, request.once, personId(request.caller), body, request.query.dryRun)
    }
  )

  app.get(
    '/api/v1/catalogue/imports/:importId',
    {
      config: desk,
      schema: {
        operationId: 'readImport',
        params: Type.Object({ importId: Id }),
        response: { 200: CatalogueImport }
      }
    },
    ({ params }) => readImport(deps, params.importId)
  )
}
