import { personId } from '@lumora/kit/auth'
import { Page } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import type { Deps } from '../controllers/profiles.ts'
import {
  askForErasure,
  askForExport,
  downloadArchive,
  listErasures,
  replayErasures,
  showErasure,
  showExport
} from '../controllers/requests.ts'
import {
  Archive,
  Erasure,
  ErasureEntry,
  ErasureQuery,
  ErasureReceipt,
  Export,
  ExportPath,
  NewErasure,
  ReceiptPath,
  Replay,
  Replayed
} from '../schemas/requests.ts'

const config = { access: 'customer' } as const
const once = { access: 'customer', once: true } as const
const proven = { access: 'proven-customer' } as const
const url = '/api/v1/users/me'

export async function requestRoutes(app: App, deps: Deps) {
  app.post(
    `${url}/exports`,
    { config: once, schema: { operationId: 'askForExport', response: { 202: Export } } },
    async (request, reply) => {
      reply.code(202)
      return askForExport(deps, request.once, personId(request.caller))
    }
  )

  app.get(
    `${url}/exports/:exportId`,
    { config, schema: { operationId: 'showExport', params: ExportPath, response: { 200: Export } } },
    ({ caller, params }) => showExport(deps, personId(caller), params.exportId)
  )

  app.get(
    `${url}/exports/:exportId/archive`,
    { config: proven, schema: { operationId: 'downloadArchive', params: ExportPath, response: { 200: Archive } } },
    async ({ caller, params }, reply) => {
      const archive = await downloadArchive(deps, personId(caller), params.exportId)
      reply.header('content-disposition', 'attachment; filename="lumora-personal-data.json"')
      reply.header('cache-control', 'no-store')
      return archive
    }
  )

  app.post(
    `${url}/erasure`,
    {
      config: { ...proven, once: true },
      schema: { operationId: 'askForErasure', body: NewErasure, response: { 202: ErasureReceipt } }
    },
    async (request, reply) => {
      reply.code(202)
      const { caller } = request
      const person = { id: personId(caller), isStaff: caller.kind === 'staff' }
      return askForErasure(deps, request.once, person, request.body)
    }
  )

  app.get(
    '/api/v1/erasures/:receipt',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'showErasure', params: ReceiptPath, response: { 200: Erasure } }
    },
    ({ params }) => showErasure(deps, params.receipt)
  )

  app.get(
    '/api/v1/erasures',
    {
      config: { access: { staff: 'operations:read' } },
      schema: { operationId: 'listErasures', querystring: ErasureQuery, response: { 200: Page(ErasureEntry) } }
    },
    ({ query }) => listErasures(deps, query)
  )

  app.post(
    '/api/v1/erasures/replay',
    {
      config: { access: { staff: 'operations:write' } },
      schema: { operationId: 'replayErasures', body: Replay, response: { 200: Replayed } }
    },
    ({ body }) => replayErasures(deps, body.since)
  )
}
