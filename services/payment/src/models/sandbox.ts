import type { Database } from '@lumora/kit/database'
import type { Once } from '@lumora/kit/idempotency'
import { sql, type Generated, type RawBuilder } from 'kysely'
import type { SandboxPayment } from '../schemas/sandbox.ts'

type State = SandboxPayment['state']
type Outcome = 'approve' | 'decline'

export interface SandboxTables {
  sandboxPayments: {
    id: Generated<string>
    key: string
    token: string
    state: State
    amountMinor: number
    capturedMinor: Generated<number>
    refundedMinor: Generated<number>
    currency: string
    declineReason: string | null
    createdAt: Generated<string>
  }
  sandboxChallenges: { id: Generated<string>; paymentId: string; outcome: Outcome | null }
  sandboxEvents: {
    id: Generated<string>
    payment: SandboxPayment
    createdAt: Generated<string>
    deliveredAt: string | null
  }
}
type Db = Database<SandboxTables>

const columns = [
  'sandboxPayments.id',
  'key',
  'state',
  'amountMinor',
  'capturedMinor',
  'currency',
  'declineReason',
  'sandboxChallenges.id as challengeId'
] as const

const payments = (db: Db) =>
  db
    .selectFrom('sandboxPayments')
    .leftJoin('sandboxChallenges', 'sandboxChallenges.paymentId', 'sandboxPayments.id')
    .select(columns)

/** The payment of this key. */
export const findByKey = (db: Db, key: string): Promise<SandboxPayment | undefined> =>
  payments(db).where('key', '=', key).executeTakeFirst()

interface NewSandboxPayment {
  key: string
  token: string
  state: State
  amountMinor: number
  currency: string
  declineReason: string | null
  /** How much later than at once it is reported. */
  reportSeconds: number
}
/** A payment, and whether it was this call that made or changed it. */
interface Changed<P> {
  payment: P
  changed: boolean
}

/** Reports a payment of the CTE `from` in the same statement. What the merchant does not know by its own call's answer is delivered `soon`, by a job; the rest when the queue is next looked at. */
const reporting = (from: RawBuilder<unknown>, { soon, seconds = 0 }: { soon: boolean; seconds?: number }) => ({
  report: sql`report as (
    insert into "sandboxEvents" ("payment", "dueAt") select jsonb_build_object('id', "id", 'key', "key", 'state', "state",
      'amountMinor', "amountMinor", 'capturedMinor', "capturedMinor", 'currency', "currency",
      'declineReason', "declineReason", 'challengeId', "challengeId"), now() + make_interval(secs => ${seconds}) from ${from} returning "id")`,
  sent: soon
    ? sql`(select (graphile_worker.add_job('send-sandbox-reports')).id from report) as "sent"`
    : sql`(select "id" from report) as "sent"`
})
const columnsOf = sql.raw(
  '"id", "key", "token", "state", "amountMinor", "capturedMinor", "currency", "declineReason", "challengeId"'
)

/** Opens a payment, or finds the one that was opened with this key. A pending one is decided after `slowSeconds`. */
export async function openPayment(
  db: Db,
  payment: NewSandboxPayment,
  slowSeconds: number
): Promise<Changed<SandboxPayment>> {
  const { key, token, state, amountMinor, currency, declineReason, reportSeconds: seconds } = payment
  const { report, sent } = reporting(sql`made where "state" in ('authorised', 'declined')`, { soon: false, seconds })
  const { rows } = await sql<SandboxPayment>`
    with opened as (
      insert into "sandboxPayments" ("key", "token", "state", "amountMinor", "currency", "declineReason")
      values (${key}, ${token}, ${state}, ${amountMinor}, ${currency}, ${declineReason})
      on conflict ("key") do nothing returning *
    ), challenge as (
      insert into "sandboxChallenges" ("paymentId") select "id" from opened where "state" = 'challenged' returning "id"
    ), made as (select opened.*, challenge."id" as "challengeId" from opened left join challenge on true), ${report}
    select ${columnsOf}, ${sent}, case when "state" = 'pending' then (graphile_worker.add_job('decide-sandbox-payment',
      payload := json_build_object('key', "key"), run_at := now() + make_interval(secs => ${slowSeconds}))).id end as "deciding"
    from made`.execute(db)
  return rows[0] ? { payment: rows[0], changed: true } : { payment: (await findByKey(db, key))!, changed: false }
}

/** Moves a payment that is in one of the states `from` and reports it; in another state it stays as it is. */
export async function changeState(
  db: Db,
  key: string,
  from: State[],
  to: State,
  { soon } = { soon: false }
): Promise<Changed<(SandboxPayment & { token?: string }) | undefined>> {
  for (;;) {
    const moved = await move(db, key, from, to, { declineReason: null, soon })
    if (moved) return { payment: moved, changed: true }
    const payment = await findByKey(db, key)
    if (payment === undefined || !from.includes(payment.state)) return { payment, changed: false }
  }
}

async function move(
  db: Db,
  key: string,
  from: State[],
  to: State,
  { declineReason, soon }: { declineReason: string | null; soon: boolean }
): Promise<(SandboxPayment & { token: string }) | undefined> {
  const { report, sent } = reporting(sql`made`, { soon })
  const { rows } = await sql<SandboxPayment & { token: string }>`
    with moved as (
      update "sandboxPayments" set "state" = ${to}, "declineReason" = ${declineReason},
        "capturedMinor" = case when ${to} = 'captured' then "amountMinor" else "capturedMinor" end,
        "capturedAt" = case when ${to} = 'captured' then now() else "capturedAt" end
      where "key" = ${key} and "state" = any(${from}::text[]) returning *
    ), made as (select moved.*, challenge."id" as "challengeId"
      from moved left join "sandboxChallenges" challenge on challenge."paymentId" = moved."id"), ${report}
    select ${columnsOf}, ${sent} from made`.execute(db)
  return rows[0]
}

/** Gives back part of a captured payment, once a refund's key; undefined when it was not captured, or there is not so much left of it. */
export async function refundPayment(
  db: Db,
  key: string,
  refund: { key: string; amountMinor: number; currency: string }
): Promise<{ id: string } | undefined> {
  const { amountMinor, currency } = refund
  const { rows } = await sql<{ id: string }>`
    with known as (select "id" from "sandboxRefunds" where "key" = ${refund.key}), given as (
      update "sandboxPayments" set "refundedMinor" = "refundedMinor" + ${amountMinor}
      where "key" = ${key} and "state" = 'captured' and "currency" = ${currency}
        and "refundedMinor" + ${amountMinor} <= "capturedMinor" and not exists (select from known)
      returning "id"
    ), made as (
      insert into "sandboxRefunds" ("key", "paymentId", "amountMinor")
      select ${refund.key}, "id", ${amountMinor} from given returning "id"
    )
    select "id" from known union all select "id" from made`
    .execute(db)
    .catch((error: { code?: string }) => (error.code === '23505' ? { rows: null } : Promise.reject(error as Error)))
  return rows ? rows[0] : refundPayment(db, key, refund)
}

/** What is asked of the buyer, and the payment that waits for it. */
export const findChallenge = (db: Db, challengeId: string) =>
  db
    .selectFrom('sandboxChallenges')
    .innerJoin('sandboxPayments', 'sandboxPayments.id', 'sandboxChallenges.paymentId')
    .select(['sandboxChallenges.id', 'outcome', 'key', 'state', 'amountMinor', 'currency'])
    .where('sandboxChallenges.id', '=', challengeId)
    .executeTakeFirst()

/** Settles an open challenge together with the caller's answer; nothing changes when it is settled already, or its payment no longer waits. */
export function settle<Answer>(
  db: Db,
  once: Once,
  { id, key }: { id: string; key: string },
  outcome: Outcome,
  answerOf: (challenge: NonNullable<Awaited<ReturnType<typeof findChallenge>>>) => Answer
): Promise<Answer> {
  return db.transaction().execute(async (tx) => {
    const approved = outcome === 'approve'
    const moved = await move(tx, key, ['challenged'], approved ? 'authorised' : 'declined', {
      declineReason: approved ? null : 'challenge-declined',
      soon: true
    })
    if (moved) await tx.updateTable('sandboxChallenges').set({ outcome }).where('id', '=', id).execute()
    const challenge = await findChallenge(tx, id)
    return once.answer(tx, 200, answerOf(challenge!))
  })
}

export interface Report {
  id: string
  payment: SandboxPayment
}

/** At most `limit` reports that are due, the oldest first; each comes again after half a minute unless it is noted as delivered. */
export async function claimReports(db: Db, limit: number): Promise<Report[]> {
  const { rows } = await sql<Report>`
    update "sandboxEvents" set "dueAt" = now() + interval '30 seconds' where "id" = any(array(
      select "id" from "sandboxEvents" where "deliveredAt" is null and "dueAt" <= now()
      order by "dueAt" limit ${limit} for update skip locked))
    returning "id", "payment"`.execute(db)
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Notes that these reports were delivered. */
export async function noteDelivered(db: Db, eventIds: string[]): Promise<void> {
  await sql`update "sandboxEvents" set "deliveredAt" = now() where "id" = any(${eventIds}::uuid[])`.execute(db)
}

interface Moved {
  kind: 'capture' | 'refund'
  id: string
  amountMinor: number
  currency: string
  at: string
}
const movements = sql`(
  select 'capture' as "kind", "id", "capturedMinor" as "amountMinor", "currency", "capturedAt" as "at"
    from "sandboxPayments" where "capturedAt" is not null
  union all select 'refund', r."id", r."amountMinor", p."currency", r."createdAt"
    from "sandboxRefunds" r join "sandboxPayments" p on p."id" = r."paymentId") moved`

/** At most `limit` captures and refunds between two times, after a place, the oldest first. */
export async function findMovements(
  db: Db,
  { from, to, place }: { from: string; to: string; place: { at: string; id: string } | null },
  limit: number
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select "kind", "id", "amountMinor", "currency", date_trunc('milliseconds', "at") as "at" from ${movements}
    where "at" >= ${from} and "at" < ${to}
      and (${place?.id ?? null}::uuid is null or (date_trunc('milliseconds', "at"), "id") > (${place?.at ?? null}::timestamptz, ${place?.id ?? null}::uuid))
    order by date_trunc('milliseconds', "at"), "id" limit ${limit}`.execute(db)
  return rows
}

/** The capture or refund with this id. */
export async function findMovement(db: Db, kind: Moved['kind'], id: string): Promise<Moved | undefined> {
  const { rows } = await sql<Moved>`
    select * from ${movements} where "kind" = ${kind} and "id"::text = ${id}`.execute(db)
  return rows[0]
}
