import { sql } from 'kysely'
import type { Db } from './carts.ts'

/** How often something may be tried under a key within a window of time. */
export interface Allowance {
  key: string
  tries: number
  seconds: number
}

export interface Taken {
  count: number
  secondsLeft: number
}

/** Counts a try under each of the keys, before it is made, so that tries at the same time cannot slip through together. */
export async function takeTry(db: Db, allowances: Allowance[]): Promise<Map<string, Taken>> {
  const { rows } = await sql<Taken & { key: string }>`
    insert into "couponTries" ("key", "count", "endsAt")
    select "key", 1, now() + make_interval(secs => "seconds")
    from unnest(${allowances.map(({ key }) => key)}::text[], ${allowances.map(({ seconds }) => seconds)}::integer[]) given("key", "seconds")
    order by "key"
    on conflict ("key") do update set
      "count" = case when "couponTries"."endsAt" <= now() then 1 else "couponTries"."count" + 1 end,
      "endsAt" = case when "couponTries"."endsAt" <= now() then excluded."endsAt" else "couponTries"."endsAt" end
    returning "key", "count", greatest(1, ceil(extract(epoch from "endsAt" - now())))::integer as "secondsLeft"`.execute(
    db
  )
  return new Map(rows.map(({ key, ...taken }) => [key, taken]))
}

/** Forgets the windows that are over. */
export async function dropOldTries(db: Db): Promise<void> {
  await sql`delete from "couponTries" where "endsAt" < now()`.execute(db)
}
