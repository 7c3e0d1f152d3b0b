import { sql } from 'kysely'
import type { Suppression } from '../schemas/suppressions.ts'
import type { Db } from './messages.ts'

/** Has nothing more sent to an address. What was said first stays, but a hard bounce weighs more than a complaint. */
export async function saveSuppression(
  db: Db,
  { email, reason, detail }: Pick<Suppression, 'email' | 'reason' | 'detail'>
): Promise<Suppression> {
  const { rows } = await sql<Suppression>`
    insert into suppressions as s ("email", "reason", "detail") values (lower(${email}), ${reason}, ${detail})
    on conflict ("email") do update set
      "reason" = case when excluded."reason" = 'hard-bounce' then excluded."reason" else s."reason" end
    returning "email", "reason", "detail", "createdAt"`.execute(db)
  return rows[0]!
}

/** At most `limit` suppressed addresses after this one, by their letters. */
export async function findSuppressions(db: Db, after: string, limit: number): Promise<Suppression[]> {
  const { rows } = await sql<Suppression>`
    select "email", "reason", "detail", "createdAt" from suppressions where "email" > ${after} order by "email" limit ${limit}`.execute(
    db
  )
  return rows
}

/** False when the address is not suppressed. */
export async function deleteSuppression(db: Db, email: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`delete from suppressions where "email" = lower(${email})`.execute(db)
  return numAffectedRows > 0n
}
