import type { Once } from '@lumora/kit/idempotency'
import { publish } from '@lumora/kit/events'
import { sql, type Generated } from 'kysely'
import type { Claim, PaymentException } from '../schemas/exceptions.ts'
import type { Db } from './payments.ts'

export interface ExceptionTables {
  exceptions: {
    id: Generated<string>
    kind: PaymentException['kind']
    provider: string
    reference: string
    orderId: string | null
    ours: Claim | null
    theirs: Claim | null
    filedAt: Generated<string>
    resolvedAt: Generated<string | null>
    resolvedBy: Generated<string | null>
    note: Generated<string | null>
  }
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export interface NewException {
  kind: PaymentException['kind']
  provider: string
  reference: string
  orderId: string | null
  ours: Claim | null
  theirs: Claim | null
}

/** Files what a member of staff has to look at, and tells of it, once a kind and reference. */
export async function fileException(db: Db, { ours, theirs, ...exception }: NewException): Promise<void> {
  const json = (claim: Claim | null) => sql<Claim | null>`${claim && JSON.stringify(claim)}::jsonb`
  const file = async (tx: Db) => {
    const filed = await tx
      .insertInto('exceptions')
      .values({ ...exception, ours: json(ours), theirs: json(theirs) })
      .onConflict((clash) => clash.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!filed) return
    const { kind, orderId, provider, reference } = exception
    const detail = `${provider} ${reference}: ${saidBy('ours', ours)}, ${saidBy('theirs', theirs)}`
    await publish(tx, 'payment.exception-found', filed.id, 1, { exceptionId: filed.id, kind, orderId, detail })
  }
  await (db.isTransaction ? file(db) : db.transaction().execute(file))
}

const saidBy = (side: string, claim: Claim | null) =>
  claim ? `${side} ${claim.status} ${claim.amountMinor} ${claim.currency}` : `${side} none`

/** Closes what has resolved itself. */
export async function settleException(tx: Db, kind: PaymentException['kind'], reference: string): Promise<void> {
  await sql`update exceptions set "resolvedAt" = now() where "kind" = ${kind} and "reference" = ${reference}
    and "resolvedAt" is null`.execute(tx)
}

/** Closes an exception with the word of who looked into it; undefined when it is not open. */
export async function resolveException(
  db: Db,
  once: Once,
  id: string,
  resolvedBy: string,
  note: string
): Promise<PaymentException | undefined> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<PaymentException>`
      update exceptions set "resolvedAt" = now(), "resolvedBy" = ${resolvedBy}, "note" = ${note}
      where "id" = ${id} and "resolvedAt" is null returning *`.execute(tx)
    return rows[0] && once.answer(tx, 200, rows[0])
  })
}

/** Whether there is such an exception. */
export const hasException = async (db: Db, id: string): Promise<boolean> =>
  (await db.selectFrom('exceptions').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** How many are open. */
export async function countOpen(db: Db): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as "open" from exceptions where "resolvedAt" is null`.execute(db)
  return rows[0]!.open
}

/** At most `limit` exceptions after the one with this id, the newest first: the open ones, or all. */
export async function findExceptions(
  db: Db,
  { open, afterId, limit }: { open: boolean; afterId: string | null; limit: number }
): Promise<PaymentException[]> {
  const { rows } = await sql<PaymentException>`
    select * from exceptions where "id" < ${afterId ?? lastId} and (not ${open}::boolean or "resolvedAt" is null)
    order by "id" desc limit ${limit}`.execute(db)
  return rows
}
