import type { Database } from '@lumora/kit/database'
import { eventOf } from '@lumora/kit/events'
import { enqueue } from '@lumora/kit/jobs'
import { sql, type Generated, type Selectable } from 'kysely'
import type { Action, BookedPayment, ChangedPayment, Status } from '../schemas/payments.ts'
import type { ExceptionTables } from './exceptions.ts'
import { captureBooked, type LedgerTables } from './ledger.ts'
import type { SandboxTables } from './sandbox.ts'

interface Payments {
  id: Generated<string>
  orderId: string
  attempt: number
  provider: string
  methodToken: string
  providerPaymentId: Generated<string | null>
  status: Generated<Status>
  amountMinor: number
  currency: string
  declineReason: Generated<string | null>
  action: Generated<Action | null>
  checkAt: Generated<string | null>
  createdAt: Generated<string>
  changedAt: Generated<string>
  refundsMinor: Generated<number>
  refundedMinor: Generated<number>
  disputedMinor: Generated<number>
}

export interface Tables extends SandboxTables, LedgerTables, ExceptionTables {
  orders: { orderId: string; version: Generated<number>; closedAt: Generated<string | null> }
  payments: Payments
  webhookEvents: { provider: string; eventId: string; takenAt: Generated<string> }
}
export type Db = Database<Tables>
export type PaymentRow = Selectable<Payments>

const firstId = '00000000-0000-0000-0000-000000000000'
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Does `work` while nobody else opens or closes this order; it is given the attempts so far, the newest first. */
export function withOrder<T>(
  db: Db,
  orderId: string,
  work: (tx: Db, order: { closedAt: string | null }, attempts: PaymentRow[]) => Promise<T>
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const order = await tx
      .insertInto('orders')
      .values({ orderId })
      .onConflict((clash) => clash.column('orderId').doUpdateSet({ orderId }))
      .returning('closedAt')
      .executeTakeFirstOrThrow()
    const attempts = await tx
      .selectFrom('payments')
      .selectAll()
      .where('orderId', '=', orderId)
      .orderBy('attempt', 'desc')
      .execute()
    return work(tx, order, attempts)
  })
}

type NewAttempt = Pick<PaymentRow, 'orderId' | 'attempt' | 'provider' | 'methodToken' | 'amountMinor' | 'currency'>

/** Adds the first attempt of an order that was never heard of; undefined for any other, of which more must be known first. */
export async function addFirstAttempt(db: Db, attempt: NewAttempt): Promise<PaymentRow | undefined> {
  const { rows } = await sql<Pick<PaymentRow, 'id' | 'checkAt' | 'createdAt' | 'changedAt'>>`
    with heard as (insert into orders ("orderId") values (${attempt.orderId}) on conflict do nothing returning "orderId")
    insert into payments ("orderId", "attempt", "provider", "methodToken", "amountMinor", "currency")
    select "orderId", ${attempt.attempt}, ${attempt.provider}, ${attempt.methodToken}, ${attempt.amountMinor}, ${attempt.currency}
    from heard returning "id", "checkAt", "createdAt", "changedAt"`.execute(db)
  return rows[0] && { ...attempt, ...asBegun, ...rows[0] }
}

/** How an attempt begins: as the table's defaults say. */
const asBegun = {
  providerPaymentId: null,
  status: 'processing',
  declineReason: null,
  action: null,
  refundsMinor: 0,
  refundedMinor: 0,
  disputedMinor: 0
} as const

/** Adds an attempt; the database refuses a second live one. */
export const addAttempt = (tx: Db, attempt: NewAttempt): Promise<PaymentRow> =>
  tx.insertInto('payments').values(attempt).returningAll().executeTakeFirstOrThrow()

/** Closes an order for ever: nothing more will be authorised for it. */
export async function closeOrder(tx: Db, orderId: string): Promise<void> {
  await tx
    .updateTable('orders')
    .set({ closedAt: sql`coalesce("closedAt", now())` })
    .where('orderId', '=', orderId)
    .execute()
}

/** Whether the order is closed, and its newest attempt; nothing for an order that was never heard of. */
export async function findOrder(
  db: Db,
  orderId: string
): Promise<{ closedAt: string | null; payment: PaymentRow | undefined } | undefined> {
  const { rows } = await sql<PaymentRow & { closedAt: string | null; id: string | null }>`
    select orders."closedAt", payments.* from orders left join payments using ("orderId")
    where orders."orderId" = ${orderId} order by payments."attempt" desc limit 1`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  return { closedAt: row.closedAt, payment: row.id === null ? undefined : row }
}

/** A payment by its own id. */
export const findPayment = (db: Db, id: string): Promise<PaymentRow> =>
  db.selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** The attempt that a provider's key names. */
export const findAttempt = (db: Db, orderId: string, attempt: number): Promise<PaymentRow | undefined> =>
  db.selectFrom('payments').selectAll().where('orderId', '=', orderId).where('attempt', '=', attempt).executeTakeFirst()

interface Move {
  payment: PaymentRow
  from: readonly Status[]
  to: Status
  providerPaymentId: string | null
  declineReason: string | null
  action: Action | null
  /** Whether the order is told; it need not be of what the answer to its own call says. */
  told: boolean
}

/** Moves a payment out of one of the statuses `from`, with its ledger entry and its event, in one statement; undefined when it is in none of them, or the provider's payment is another attempt's. */
export async function movePayment(
  db: Db,
  { payment, from, to, providerPaymentId, declineReason, action, told }: Move
): Promise<PaymentRow | undefined> {
  const { id, orderId, attempt } = payment
  const data = { orderId, attempt, status: to }
  const made = told
    ? eventOf('payment.changed', { subject: orderId, version: sql<number>`"version"`, from: sql`told`, data })
    : undefined
  const { rows } = await sql<Pick<PaymentRow, 'providerPaymentId' | 'checkAt' | 'changedAt'> & { sent?: unknown }>`
    with moved as (
      update payments set "status" = ${to}, "declineReason" = ${declineReason}, "action" = ${action && JSON.stringify(action)}::jsonb,
        "providerPaymentId" = coalesce("providerPaymentId", ${providerPaymentId}), "changedAt" = now(), "checkAt" = now() + interval '1 minute'
      where "id" = ${id} and "status" = any(${from}::text[]) and not exists (select 1 from payments other
        where other."provider" = payments."provider" and other."providerPaymentId" = ${providerPaymentId} and other."id" <> payments."id")
      returning "id", "orderId", "provider", "status", "amountMinor", "currency", "providerPaymentId", "checkAt", "changedAt"
    ) ${to === 'captured' ? sql`, ${captureBooked}` : sql``} ${
      made
        ? sql`, told as (update orders set "version" = "version" + 1 from moved where orders."orderId" = moved."orderId"
            returning orders."version"), ${made.event}`
        : sql``
    }
    select moved."providerPaymentId", moved."checkAt", moved."changedAt" ${made ? sql`, ${made.sent}` : sql``} from moved`.execute(
    db
  )
  if (!rows[0]) return undefined
  const { sent: _sent, ...now } = rows[0]
  return { ...payment, status: to, declineReason, action, ...now }
}

/** Notes the provider's own id of a payment, so that it can be found there. */
export async function noteProviderPayment(tx: Db, id: string, providerPaymentId: string): Promise<void> {
  await sql`update payments set "providerPaymentId" = ${providerPaymentId} where "id" = ${id} and "providerPaymentId" is null
    and not exists (select from payments other where other."provider" = payments."provider"
      and other."providerPaymentId" = ${providerPaymentId})`.execute(tx)
}

/** Has the provider asked once more to let go of what it holds. */
export const enqueueRelease = (tx: Db, paymentId: string): Promise<void> =>
  enqueue(tx, 'release-payment', { paymentId }, { key: `release-${paymentId}` })

/** What an event says of a payment, and in which statuses of it that says nothing new. */
export interface Report {
  eventId: string
  orderId: string
  attempt: number
  providerPaymentId: string
  amountMinor: number
  currency: string
  reported: Status
  statuses: readonly Status[]
}

/** Notes as taken those events that say what is known already, and returns their ids; of the others there may be more to do. Once the end of a payment is reported, its provider need not be asked about it. The orders are named once more, as PostgreSQL takes a list of unknown length for 100 rows and would read all of a small table for them. */
export async function takeKnown(db: Db, provider: string, reports: Report[]): Promise<Set<string>> {
  const { rows } = await sql<{ eventId: string }>`
    with known as (
      select report."eventId", report."reported", payments."id", "status", "checkAt"
      from json_to_recordset(${JSON.stringify(reports)}::json) as report ("eventId" text, "orderId" uuid, "attempt" integer,
        "providerPaymentId" text, "amountMinor" bigint, "currency" text, "reported" text, "statuses" text[])
      join payments on payments."orderId" = report."orderId" and payments."attempt" = report."attempt"
      where payments."orderId" = any(${reports.map(({ orderId }) => orderId)}::uuid[])
        and payments."provider" = ${provider} and payments."status" = any(report."statuses")
        and payments."providerPaymentId" = report."providerPaymentId"
        and payments."amountMinor" = report."amountMinor" and payments."currency" = report."currency"
    ), checked as (
      update payments set "checkAt" = null from known where payments."id" = known."id" and known."checkAt" is not null
        and known."status" = known."reported" and known."reported" in ('captured', 'declined', 'voided')
    )
    insert into "webhookEvents" ("provider", "eventId") select ${provider}, "eventId" from known order by "eventId"
    on conflict do nothing returning "eventId"`.execute(db)
  return new Set(rows.map(({ eventId }) => eventId))
}

/** Notes a provider's event as taken; false when it was taken before. */
export async function takeEvent(tx: Db, provider: string, eventId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('webhookEvents')
    .values({ provider, eventId })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirstOrThrow()
  return Boolean(numInsertedOrUpdatedRows)
}

/** At most `limit` payments, of one order, of one provider’s id or of all, after the one with this id, the newest first, each with its ledger entries. */
export async function findBooked(
  db: Db,
  { orderId, reference }: { orderId: string | null; reference: string | null },
  afterId: string | null,
  limit: number
): Promise<BookedPayment[]> {
  const { rows } = await sql<BookedPayment>`
    select "id", "orderId", "attempt", "provider", "providerPaymentId", "status", "declineReason", "amountMinor", "currency", "createdAt", "changedAt", "refundsMinor", "disputedMinor",
      (select coalesce(json_agg(json_build_object('id', entry."id", 'kind', entry."kind", 'currency', entry."currency", 'postedAt', entry."postedAt",
          'postings', (select json_agg(json_build_object('account', "account", 'amountMinor', "amountMinor") order by "account")
            from "ledgerPostings" where "entryId" = entry."id")) order by entry."id"), '[]')
        from "ledgerEntries" entry where entry."paymentId" = payments."id") as "ledger"
    from payments where (${orderId}::uuid is null or "orderId" = ${orderId}) and (${reference}::text is null or "providerPaymentId" = ${reference}) and "id" < ${afterId ?? lastId}
    order by "id" desc limit ${limit}`.execute(db)
  return rows
}

/** At most `limit` payments that changed at or after a time, or after the place of one, the oldest change first. */
export async function findChanged(
  db: Db,
  { changedAt, id }: { changedAt: string | null; id: string | null },
  limit: number
): Promise<(ChangedPayment & { id: string })[]> {
  const { rows } = await sql<ChangedPayment & { id: string }>`
    select "id", "orderId", "attempt", "status", "amountMinor", "refundedMinor", "currency", "changedAt" from payments
    where ("changedAt", "id") > (${changedAt ?? '-infinity'}::timestamptz, ${id ?? firstId}::uuid)
    order by "changedAt", "id" limit ${limit}`.execute(db)
  return rows
}

/** At most `limit` payments that are due to be compared with their provider, and whether their order is closed. Live ones come again a minute later, bank transfers an hour. */
export async function claimDue(db: Db, limit: number): Promise<(PaymentRow & { closed: boolean })[]> {
  const { rows } = await sql<PaymentRow & { closed: boolean }>`
    update payments set "checkAt" = case when "status" in ('processing', 'action-needed', 'authorised')
      then now() + case "provider" when 'bank-transfer' then interval '1 hour' else interval '1 minute' end end
    from orders where orders."orderId" = payments."orderId" and payments."id" = any(array(
      select "id" from payments where "checkAt" <= now() order by "checkAt" limit ${limit} for update skip locked))
    returning payments.*, orders."closedAt" is not null as "closed"`.execute(db)
  return rows
}
