import type { Database } from '@lumora/kit/database'
import type { Once } from '@lumora/kit/idempotency'
import { enqueue } from '@lumora/kit/jobs'
import { sql, type Generated } from 'kysely'
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

/** Opens a payment, or finds the one that was opened with this key. A pending one is decided after `slowSeconds`. */
export function openPayment(db: Db, payment: NewSandboxPayment, slowSeconds: number): Promise<SandboxPayment> {
  return db.transaction().execute(async (tx) => {
    const opened = await tx
      .insertInto('sandboxPayments')
      .values(payment)
      .onConflict((clash) => clash.column('key').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (opened && payment.state === 'challenged')
      await tx.insertInto('sandboxChallenges').values({ paymentId: opened.id, outcome: null }).execute()
    const made = await payments(tx).where('key', '=', payment.key).executeTakeFirstOrThrow()
    if (opened && (made.state === 'authorised' || made.state === 'declined')) await report(tx, made)
    if (opened && made.state === 'pending')
      await enqueue(
        tx,
        'decide-sandbox-payment',
        { key: made.key },
        { runAt: new Date(Date.now() + slowSeconds * 1000).toISOString() }
      )
    return made
  })
}

/** Moves a payment that is in one of the states `from` and reports it; in another state it stays as it is. */
export function changeState(db: Db, key: string, from: State[], to: State): Promise<SandboxPayment | undefined> {
  return db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('sandboxPayments')
      .select('id')
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirst()
    if (!known) return undefined
    await move(tx, key, from, to, null)
    return findByKey(tx, key)
  })
}

async function move(tx: Db, key: string, from: State[], to: State, declineReason: string | null): Promise<boolean> {
  const moved = await tx
    .updateTable('sandboxPayments')
    .set({
      state: to,
      declineReason,
      ...(to === 'captured' ? { capturedMinor: sql<number>`"amountMinor"` } : {})
    })
    .where('key', '=', key)
    .where('state', '=', sql<State>`any(${from}::text[])`)
    .returning('id')
    .executeTakeFirst()
  if (!moved) return false
  await report(tx, (await findByKey(tx, key))!)
  return true
}

async function report(tx: Db, payment: SandboxPayment): Promise<void> {
  const { id } = await tx
    .insertInto('sandboxEvents')
    .values({ payment: sql`${JSON.stringify(payment)}::jsonb`, deliveredAt: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(tx, 'send-sandbox-report', { eventId: id })
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
