import { sql } from 'kysely'
import type { Db } from './users.ts'

/** How often something may be tried under a key within a window of time. */
export interface Allowance {
  key: string
  tries: number
  seconds: number
  /** Whether each window that is used up makes the next one twice as long, up to 16 times. */
  growing?: boolean
}

export interface Taken {
  count: number
  secondsLeft: number
}

/**
 * Counts a try under each of the keys, before it is made, so that tries at the same time cannot slip through together.
 * Answers by key how many it makes in the window, and the seconds until that ends.
 */
export async function takeTry(db: Db, allowances: Allowance[]): Promise<Map<string, Taken>> {
  const { rows } = await sql<Taken & { key: string }>`
    with given as (
      select * from unnest(${allowances.map(({ key }) => key)}::text[], ${allowances.map(({ tries }) => tries)}::integer[],
        ${allowances.map(({ seconds }) => seconds)}::integer[], ${allowances.map(({ growing = false }) => growing)}::boolean[])
        as given ("key", "tries", "seconds", "growing"))
    insert into "signInTries" ("key", "count", "endsAt")
    select "key", 1, now() + make_interval(secs => "seconds") from given order by "key"
    on conflict ("key") do update set ("count", "rounds", "endsAt") = (
      select case when "isOver" then 1 else "signInTries"."count" + 1 end,
        "rounds",
        case when "isOver" then now() + make_interval(secs => given."seconds" * (1 << "rounds")) else "signInTries"."endsAt" end
      from given,
        lateral (select "signInTries"."endsAt" <= now() as "isOver") as clock,
        lateral (select case
          when not "isOver" then "signInTries"."rounds"
          when not given."growing" or "signInTries"."endsAt" < now() - interval '1 day' then 0
          when "signInTries"."count" >= given."tries" then least("signInTries"."rounds" + 1, 4)
          else "signInTries"."rounds" end as "rounds") as growth
      where given."key" = "signInTries"."key")
    returning "key", "count", greatest(1, ceil(extract(epoch from "endsAt" - now())))::integer as "secondsLeft"`.execute(
    db
  )
  return new Map(rows.map(({ key, ...taken }) => [key, taken]))
}

/** Gives back the try of one who turned out to be right: all tries under `cleared`, one under each of `shared`. */
export async function giveTryBack(db: Db, cleared: string, shared: string[] = []): Promise<void> {
  await db.deleteFrom('signInTries').where('key', '=', cleared).execute()
  if (shared.length === 0) return
  await sql`update "signInTries" set "count" = "count" - 1
    where "key" in (select "key" from "signInTries" where "key" = any(${shared}::text[]) order by "key" for update)
      and "count" > 0`.execute(db)
}

/** Forgets the windows that have been over for a day, which no longer count towards a longer one. */
export async function deleteOldTries(db: Db): Promise<void> {
  await sql`delete from "signInTries" where "endsAt" < now() - interval '1 day'`.execute(db)
}
