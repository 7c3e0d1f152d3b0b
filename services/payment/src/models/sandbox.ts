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
}

/** Reports a payment of the CTE `from` in the same statement, and has the report sent. */
const reporting = (from: RawBuilder<unknown>) => ({
  report: sql`report as (
    insert into "sandboxEvents" ("payment") select jsonb_build_object('id', "id", 'key', "key", 'state', "state",
      'amountMinor', "amountMinor", 'capturedMinor', "capturedMinor", 'currency', "currency",
      'declineReason', "declineReason", 'challengeId', "challengeId") from ${from} returning "id")`,
  sent: sql`(select (graphile_worker.add_job('send-sandbox-report', payload := json_build_object('eventId', report."id"))).id from report) as "sent"`
})
const columnsOf = sql.raw(
  '"id", "key", "state", "amountMinor", "capturedMinor", "currency", "declineReason", "challengeId"'
)

/** Opens a payment, or finds the one that was opened with this key. A pending one is decided after `slowSeconds`. */
export async function openPayment(db: Db, payment: NewSandboxPayment, slowSeconds: number): Promise<SandboxPayment> {
  const { key, token, state, amountMinor, currency, declineReason } = payment
  const { report, sent } = reporting(sql`made where "state" in ('authorised', 'declined')`)
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
  return rows[0] ?? (await findByKey(db, key))!
}

/** Moves a payment that is in one of the states `from` and reports it; in another state it stays as it is. */
export async function changeState(db: Db, key: string, from: State[], to: State): Promise<SandboxPayment | undefined> {
  for (;;) {
    const changed = (await move(db, key, from, to, null)) ?? (await findByKey(db, key))
    if (changed === undefined || !from.includes(changed.state)) return changed
  }
}

async function move(
  db: Db,
  key: string,
  from: State[],
  to: State,
  declineReason: string | null
): Promise<SandboxPayment | undefined> {
  const { report, sent } = reporting(sql`made`)
  const { rows } = await sql<SandboxPayment>`
    with moved as (
      update "sandboxPayments" set "state" = ${to}, "declineReason" = ${declineReason},
        "capturedMinor" = case when ${to} = 'captured' then "amountMinor" else "capturedMinor" end
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
    const moved = await move(
      tx,
      key,
      ['challenged'],
      approved ? 'authorised' : 'declined',
      approved ? null : 'challenge-declined'
    )
    if (moved) await tx.updateTable('sandboxChallenges').set({ outcome }).where('id', '=', id).execute()
    const challenge = await findChallenge(tx, id)
    return once.answer(tx, 200, answerOf(challenge!))
  })
}

/** A report that is still to be delivered. */
export const findReport = (db: Db, eventId: string) =>
  db
    .selectFrom('sandboxEvents')
    .select(['id', 'payment'])
    .where('id', '=', eventId)
    .where('deliveredAt', 'is', null)
    .executeTakeFirst()

/** Notes that a report was delivered. */
export async function noteDelivered(db: Db, eventId: string): Promise<void> {
  await db
    .updateTable('sandboxEvents')
    .set({ deliveredAt: sql`now()` })
    .where('id', '=', eventId)
    .execute()
}
