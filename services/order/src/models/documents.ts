import { enqueue } from '@lumora/kit/jobs'
import { sql } from 'kysely'
import type { DocumentKind } from '../schemas/documents.ts'
import { lockedRows, type Db, type OrderRow } from './orders.ts'

export interface Numbered {
  fiscalYear: string
  first: number
}

/** The next `count` numbers of a kind in the fiscal year of now, which begins on 1 April; nobody else gets one until the transaction ends. */
export async function takeNumbers(tx: Db, kind: DocumentKind, count: number, timeZone: string): Promise<Numbered> {
  const { rows } = await sql<{ fiscalYear: string; last: number }>`
    insert into document_counters as c ("kind", "fiscalYear", "last")
    select ${kind}, to_char(d, 'YY') || '-' || to_char(d + interval '1 year', 'YY'), ${count}
    from (select (now() at time zone ${timeZone}) - interval '3 months' as d) as begun
    on conflict ("kind", "fiscalYear") do update set "last" = c."last" + excluded."last"
    returning "fiscalYear", "last"`.execute(tx)
  const { fiscalYear, last } = rows[0]!
  return { fiscalYear, first: last - count + 1 }
}

export interface NewDocument {
  orderId: string
  kind: DocumentKind
  subjectId: string
  fiscalYear: string
  sequence: number
  number: string
  data: unknown
}

/** Saves documents as they are issued. */
export async function insertDocuments(tx: Db, documents: NewDocument[]): Promise<void> {
  await sql`insert into documents ("orderId", "kind", "subjectId", "fiscalYear", "sequence", "number", "data")
    select * from json_to_recordset(${JSON.stringify(documents)}::json) as d ("orderId" uuid, "kind" text, "subjectId" uuid,
      "fiscalYear" text, "sequence" integer, "number" text, "data" jsonb)`.execute(tx)
}

/** Confirmed orders that need their invoice, held until the transaction ends; those that others hold are left to them. */
export async function claimUninvoiced(tx: Db, limit: number, orderId: string | null): Promise<OrderRow[]> {
  return lockedRows(
    tx,
    sql`o."invoiceDue" and (${orderId}::uuid is null or o."id" = ${orderId}) order by o."confirmedAt" limit ${limit}`
  )
}

/** Whether any order needs its invoice. */
export async function hasUninvoiced(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from orders where "invoiceDue" limit 1`.execute(db)
  return rows.length > 0
}

/** Notes that these orders have their invoice. */
export async function noteInvoiced(tx: Db, orderIds: string[]): Promise<void> {
  await sql`update orders set "invoiceDue" = false where "id" = any(${orderIds}::uuid[])`.execute(tx)
}

export interface DocumentRow {
  id: string
  orderId: string
  kind: DocumentKind
  number: string
  issuedAt: string
  data: any
  isDrawn: boolean
}
const columns = sql`"id", "orderId", "kind", "number", "issuedAt", "data", "pdf" is not null as "isDrawn"`

/** The documents of an order, the first first. */
export async function findDocuments(db: Db, orderId: string): Promise<DocumentRow[]> {
  const { rows } =
    await sql<DocumentRow>`select ${columns} from documents where "orderId" = ${orderId} order by "id"`.execute(db)
  return rows
}

/** The number of an order's invoice; null when it has none. */
export async function findInvoiceNumber(db: Db, orderId: string): Promise<string | null> {
  const { rows } = await sql<{ number: string }>`
    select "number" from documents where "kind" = 'invoice' and "subjectId" = ${orderId}`.execute(db)
  return rows[0]?.number ?? null
}

/** A document as it was issued, with its PDF once that is drawn. */
export async function findDocument(db: Db, id: string): Promise<(DocumentRow & { pdf: Buffer | null }) | undefined> {
  const { rows } = await sql<DocumentRow & { pdf: Buffer | null }>`
    select ${columns}, "pdf" from documents where "id" = ${id}`.execute(db)
  return rows[0]
}

export const drawTask = 'draw-document'

/** Has these documents drawn by a job, each once. */
export async function wantDocuments(db: Db, ids: string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`update documents set "wantedAt" = now()
    where "id" = any(${ids}::uuid[]) and "pdf" is null and ("wantedAt" is null or "wantedAt" < now() - interval '1 minute')
    returning "id"`.execute(db)
  for (const { id } of rows) await enqueue(db, drawTask, { id }, { key: `${drawTask}:${id}` })
}

/** Keeps the PDF of a document; the first one stays. */
export async function keepPdf(db: Db, id: string, pdf: Buffer): Promise<void> {
  await sql`update documents set "pdf" = ${pdf}, "renderedAt" = now() where "id" = ${id} and "pdf" is null`.execute(db)
}
