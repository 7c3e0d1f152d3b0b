import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch, versionIn } from '@lumora/kit/versions'
import { Type } from 'typebox'
import {
  addPiece,
  changePiece,
  handOver,
  listCustody,
  listPieces,
  readPiece,
  setPiecePhotos,
  shiftPiece,
  type Deps
} from '../controllers/pieces.ts'
import { Id } from '../schemas/designs.ts'
import {
  AddedPiece,
  Custody,
  NewCustody,
  PieceChange,
  PieceMove,
  PiecePhotos,
  pieceQuery,
  StoredPiece
} from '../schemas/pieces.ts'

const desk = { access: { staff: 'catalogue:write' } }
const params = Type.Object({ pieceId: Id })

export async function pieceRoutes(app: App, deps: Deps) {
  app.post(
    '/api/v1/variants/:variantId/pieces',
    {
      config: { ...desk, once: true },
      schema: {
        operationId: 'addPiece',
        params: Type.Object({ variantId: Id }),
        body: AddedPiece,
        response: { 201: StoredPiece }
      }
    },
    (request, reply) => {
      reply.code(201)
      return addPiece(deps, request.once, personId(request.caller), request.params.variantId, request.body)
    }
  )

  app.get(
    '/api/v1/pieces',
    {
      config: desk,
      schema: {
        operationId: 'listPieces',
        querystring: Type.Object({ ...pieceQuery, ...pageQuery }),
        response: { 200: Page(StoredPiece) }
      }
    },
    ({ query }) => listPieces(deps, query)
  )

  app.post(
    '/api/v1/pieces/:pieceId/custody',
    {
      config: { ...desk, once: true },
      schema: { operationId: 'handOver', params, body: NewCustody, response: { 201: StoredPiece } }
    },
    (request, reply) => {
      reply.code(201)
      return handOver(deps, request.once, personId(request.caller), request.params.pieceId, request.body)
    }
  )

  app.get(
    '/api/v1/pieces/:pieceId/custody',
    {
      config: desk,
      schema: {
        operationId: 'listCustody',
        params,
        querystring: Type.Object(pageQuery),
        response: { 200: Page(Custody) }
      }
    },
    (request) => listCustody(deps, request.params.pieceId, request.query)
  )

  app.put(
    '/api/v1/pieces/:pieceId/photos',
    {
      config: desk,
      schema: {
        operationId: 'setPiecePhotos',
        params,
        headers: IfMatch,
        body: PiecePhotos,
        response: { 200: StoredPiece }
      }
    },
    async (request, reply) => {
      const version = versionIn(request.headers['if-match'])
      const piece = await setPiecePhotos(deps, request.params.pieceId, version, request.body)
      reply.header('etag', etagOf(piece.version))
      return piece
    }
  )

  app.get(
    '/api/v1/pieces/:pieceId',
    { config: desk, schema: { operationId: 'readPiece', params, response: { 200: StoredPiece } } },
    async (request, reply) => {
      const piece = await readPiece(deps, request.params.pieceId)
      reply.header('etag', etagOf(piece.version))
      return piece
    }
  )

  app.patch(
    '/api/v1/pieces/:pieceId',
    {
      config: desk,
      schema: {
        operationId: 'changePiece',
        params,
        headers: IfMatch,
        body: PieceChange,
        response: { 200: StoredPiece }
      }
    },
    async (request, reply) => {
      const version = versionIn(request.headers['if-match'])
      const piece = await changePiece(deps, request.params.pieceId, version, request.body)
      reply.header('etag', etagOf(piece.version))
      return piece
    }
  )

  for (const [name, operationId, out] of [
    ['take-out', 'takeOutPiece', true],
    ['put-back', 'putBackPiece', false]
  ] as const) {
    app.post(
      `/api/v1/pieces/:pieceId/${name}`,
      { config: desk, schema: { operationId, params, body: PieceMove, response: { 200: StoredPiece } } },
      (request) => shiftPiece(deps, personId(request.caller), request.params.pieceId, out, request.body.reason)
    )
  }
}
