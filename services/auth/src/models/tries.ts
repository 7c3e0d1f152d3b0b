import { sql } from 'kysely'
import type { Db } from './users.ts'

/** How often something may be tried under a key within a window of time. */
export interface Allowance {
  key: string
  tries: number
  seconds: number
}

/**
 * Counts a try under each of the keys, before it is made, so that tries at the same time cannot slip through together.
 * Answers how many seconds to wait when one of the keys has had all its tries, else 0.
 */
export async function takeTry(db: Db, allowances: Allowance[]): Promise<number> {
  const { rows } = await sql<{ key: string; count: number; secondsLeft: number }>`
    insert into "signInTries" ("key", "count", "endsAt")
    select "key", 1, now() + make_interval(secs => "seconds")
    from unnest(${allowances.map(({ key }) => key)}::text[], ${allowances.map(({ seconds }) => seconds)}::integer[])
      as allowances ("key", "seconds") order by "key"
    on conflict ("key") do update set
      "count" = case when "signInTries"."endsAt" <= now() then 1 else "signInTries"."count" + 1 end,
      "endsAt" = case when "signInTries"."endsAt" <= now() then excluded."endsAt" else "signInTries"."endsAt" end
    returning "key", "count", greatest(1, ceil(extract(epoch from "endsAt" - now())))::integer as "secondsLeft"`.execute(
    db
  )
  const waits = allowances.map(({ key, tries }) => {
    const row = rows.find((one) => one.key === key)!
    return row.count > tries ? row.secondsLeft : 0
  })
  return Math.max(...waits)
}

/** Gives back the try of one who turned out to be right: all tries under `cleared`, one under `shared`. */
export async function giveTryBack(db: Db, { cleared, shared }: { cleared: string; shared: string }): Promise<void> {
  await db.deleteFrom('signInTries').where('key', '=', cleared).execute()
  await sql`update "signInTries" set "count" = "count" - 1 where "key" = ${shared} and "count" > 0`.execute(db)
}

/** Forgets the windows that are over. */
export async function deleteOldTries(db: Db): Promise<void> {
  await sql`delete from "signInTries" where "endsAt" < now()`.execute(db)
}
