import { sql } from 'kysely'
import type { Db } from './users.ts'

/** Notes that an account is used from a place, and says whether it is the first there is, known from the last 90 days, or new. */
export async function notePlace(tx: Db, userId: string, key: string): Promise<'first' | 'known' | 'new'> {
  const { rows } = await sql<{ place: 'first' | 'known' | 'new' }>`
    with before as (select
        coalesce(bool_or("key" = ${key} and "lastUsedAt" > now() - interval '90 days'), false) as "known", count(*) as "count"
      from places where "userId" = ${userId}),
    noted as (insert into places ("key", "userId") values (${key}, ${userId})
      on conflict ("key") do update set "lastUsedAt" = now())
    select case when "known" then 'known' when "count" = 0 then 'first' else 'new' end as "place" from before`.execute(
    tx
  )
  return rows[0]!.place
}

/** Forgets places that count no more, but of each account the last one, so that a sign-in after a long while is no first one. */
export async function deleteOldPlaces(db: Db): Promise<void> {
  await sql`delete from places p where "lastUsedAt" < now() - interval '90 days'
    and exists (select from places o where o."userId" = p."userId" and o."lastUsedAt" > p."lastUsedAt")`.execute(db)
}
