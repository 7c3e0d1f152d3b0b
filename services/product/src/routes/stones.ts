import { Readable } from 'node:stream'
import { pageQuery } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { importStones, listStones, readStone, type Deps } from '../controllers/stones.ts'
import { Id } from '../schemas/designs.ts'
import { Stone, StoneImport, stoneImportQuery, stoneQuery, Stones } from '../schemas/stones.ts'

const importLimit = 32 * 1024 * 1024
const File = Type.Unsafe<unknown>({
  description: 'CSV with the columns carat, cut, color, clarity, depth, table, price, x, y, z.'
})

export async function stoneRoutes(app: App, deps: Deps) {
  app.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload))

  app.get(
    '/api/v1/stones',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'listStones',
        querystring: Type.Object({ ...stoneQuery, ...pageQuery }),
        response: { 200: Stones }
      }
    },
    ({ query }) => listStones(deps, query)
  )

  app.get(
    '/api/v1/stones/:pieceId',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'readStone', params: Type.Object({ pieceId: Id }), response: { 200: Stone } }
    },
    ({ params }) => readStone(deps, params.pieceId)
  )

  app.post(
    '/api/v1/stones/import',
    {
      config: { access: { staff: 'catalogue:write' } },
      bodyLimit: importLimit,
      schema: {
        operationId: 'importStones',
        consumes: ['text/csv'],
        querystring: Type.Object(stoneImportQuery),
        body: File,
        response: { 200: StoneImport }
      }
    },
    ({ body, query }) => {
      if (!(body instanceof Readable)) throw new Problem(415, 'media-type-not-supported', 'Send the file as text/csv.')
      return importStones(deps, body, { ...query, maxBytes: importLimit })
    }
  )
}
