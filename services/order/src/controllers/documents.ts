import { around } from '@lumora/kit/failpoints'
import { Problem } from '@lumora/kit/problem'
import {
  claimUninvoiced,
  findDocument,
  findDocuments,
  findInvoiceNumber,
  hasUninvoiced,
  insertDocuments,
  keepPdf,
  noteInvoiced,
  takeNumbers,
  wantDocuments,
  type DocumentRow
} from '../models/documents.ts'
import type { Db, OrderRow } from '../models/orders.ts'
import type { Document, DocumentKind } from '../schemas/documents.ts'
import type { Shipment } from '../schemas/shipments.ts'
import { readOrder, type Deps, type Reader } from './orders.ts'
import { creditNoteOf, invoiceOf, packingSlipOf, type Credited } from './papers.ts'
import { drawPaper } from './pdfs.ts'

const prefixes: Record<DocumentKind, string> = { invoice: 'INV', 'credit-note': 'CN', 'packing-slip': 'PS' }

interface Issued {
  orderId: string
  /** What it is of: the order, the return or the shipment. */
  subjectId: string
  data: unknown
}

/** Issues documents of a kind under the next numbers, in the caller's transaction: a number is taken if and only if that commits. */
async function issue(tx: Db, { seller }: Deps, kind: DocumentKind, papers: Issued[]): Promise<void> {
  const { fiscalYear, first } = await takeNumbers(tx, kind, papers.length, seller.timeZone)
  await insertDocuments(
    tx,
    papers.map((paper, index) => {
      const sequence = first + index
      const number = `${prefixes[kind]}/${fiscalYear}/${String(sequence).padStart(6, '0')}`
      return { ...paper, kind, fiscalYear, sequence, number }
    })
  )
}

const invoicedAtOnce = 100

/** Issues the invoices of confirmed orders that have none, up to 100 in a transaction; of one order only, when it is named. */
export async function issueInvoices(deps: Deps, orderId: string | null = null): Promise<void> {
  if (orderId === null && !(await hasUninvoiced(deps.db))) return
  let issued: number
  do {
    issued = await around('order.invoiced', () =>
      deps.db.transaction().execute(async (tx) => {
        const orders = await claimUninvoiced(tx, invoicedAtOnce, orderId)
        if (orders.length === 0) return 0
        const papers = orders.map((order) => ({
          orderId: order.id,
          subjectId: order.id,
          data: invoiceOf(order, deps.seller)
        }))
        await issue(tx, deps, 'invoice', papers)
        await noteInvoiced(
          tx,
          orders.map(({ id }) => id)
        )
        return orders.length
      })
    )
  } while (issued === invoicedAtOnce)
}

/** Issues the credit note of what is given back of an order; none when the order has no invoice. */
export async function issueCreditNote(
  tx: Db,
  deps: Deps,
  order: OrderRow,
  { returnId, ...credited }: Credited & { returnId: string }
): Promise<void> {
  const invoice = await findInvoiceNumber(tx, order.id)
  if (invoice === null) return
  const data = creditNoteOf(order, deps.seller, invoice, credited)
  await issue(tx, deps, 'credit-note', [{ orderId: order.id, subjectId: returnId, data }])
}

/** Issues the packing slip of a shipment. */
export const issuePackingSlip = (tx: Db, deps: Deps, order: OrderRow, shipment: Shipment): Promise<void> =>
  issue(tx, deps, 'packing-slip', [
    { orderId: order.id, subjectId: shipment.id, data: packingSlipOf(order, deps.seller, shipment) }
  ])

const shown = ({ id, orderId, kind, number, issuedAt }: DocumentRow): Document => ({
  id,
  kind,
  number,
  issuedAt,
  url: `/api/v1/orders/${orderId}/documents/${id}.pdf`
})

/** The documents of an order, for whoever may see it; packing slips are for staff. What is not drawn yet will be. */
export async function listDocuments(deps: Deps, reader: Reader, orderId: string): Promise<{ items: Document[] }> {
  const order = await readOrder(deps, reader, orderId)
  if (order.status === 'confirmed') await issueInvoices(deps, orderId)
  const documents = (await findDocuments(deps.db, orderId)).filter(
    ({ kind }) => reader.readsAll || kind !== 'packing-slip'
  )
  const missing = documents.filter(({ isDrawn }) => !isDrawn)
  if (missing.length > 0)
    await wantDocuments(
      deps.db,
      missing.map(({ id }) => id)
    )
  return { items: documents.map(shown) }
}

/** The PDF of a document and its number; 503 while a job draws it. */
export async function readDocument(
  deps: Deps,
  reader: Reader,
  orderId: string,
  id: string
): Promise<{ number: string; pdf: Buffer }> {
  await readOrder(deps, reader, orderId)
  const document = await findDocument(deps.db, id)
  if (document?.orderId !== orderId || (document.kind === 'packing-slip' && !reader.readsAll))
    throw new Problem(404, 'not-found', 'There is no such document.')
  if (document.pdf) return { number: document.number, pdf: document.pdf }
  await wantDocuments(deps.db, [id])
  throw new Problem(503, 'document-not-ready', 'The document is being drawn. Ask again in a moment.', { retryAfter: 1 })
}

/** Draws a document from what was frozen when it was issued, and keeps it. */
export async function drawDocument({ db }: Deps, id: string): Promise<void> {
  const document = await findDocument(db, id)
  if (document && !document.pdf) await keepPdf(db, id, await drawPaper(document))
}
