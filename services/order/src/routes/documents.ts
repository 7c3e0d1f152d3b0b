import type { App } from '@lumora/kit/service'
import { listDocuments, readDocument } from '../controllers/documents.ts'
import type { Deps } from '../controllers/orders.ts'
import { DocumentPath, Documents, Pdf } from '../schemas/documents.ts'
import { GuestTokens, OrderId } from '../schemas/orders.ts'
import { readerOf } from './orders.ts'

export async function documentRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/orders/:orderId/documents',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'listDocuments', params: OrderId, headers: GuestTokens, response: { 200: Documents } }
    },
    ({ caller, headers, params }) => listDocuments(deps, readerOf(caller, headers), params.orderId)
  )

  app.get(
    '/api/v1/orders/:orderId/documents/:file',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'readDocument', params: DocumentPath, headers: GuestTokens, response: { 200: Pdf } }
    },
    async ({ caller, headers, params }, reply) => {
      const id = params.file.slice(0, -'.pdf'.length)
      const { number, pdf } = await readDocument(deps, readerOf(caller, headers), params.orderId, id)
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${number.replaceAll('/', '-')}.pdf"`)
        .header('cache-control', 'private, max-age=86400')
        .send(pdf as unknown as string)
    }
  )
}
