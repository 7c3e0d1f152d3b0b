import { forgetTraces, type Erased } from '@lumora/kit/people'
import { sql } from 'kysely'
import type { Db } from './profiles.ts'

/** All that is known here of a person; of links that share wishlists only that there is one. */
export async function collectPerson(db: Db, userId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select json_build_object('email', p."email", 'emailVerifiedAt', p."emailVerifiedAt", 'name', p."name", 'phone', p."phone",
        'locale', p."locale", 'currency', p."currency", 'createdAt', p."createdAt", 'updatedAt', p."updatedAt") as "profile",
      (select coalesce(json_agg(to_jsonb(a) - '{id,userId}'::text[] order by a."id"), '[]') from addresses a where a."userId" = p."id") as "addresses",
      (select coalesce(json_agg(to_jsonb(s) - '{id,userId}'::text[] order by s."id"), '[]') from sizes s where s."userId" = p."id") as "sizes",
      (select coalesce(json_agg(to_jsonb(d) - '{id,userId}'::text[] order by d."id"), '[]') from dates d where d."userId" = p."id") as "dates",
      (select coalesce(json_agg(to_jsonb(c) - '{id,userId}'::text[] order by c."id"), '[]') from consent_changes c where c."userId" = p."id") as "consentChanges",
      (select coalesce(json_agg(json_build_object('name', w."name", 'isShared', w."linkToken" is not null, 'createdAt', w."createdAt",
        'items', (select coalesce(json_agg(to_jsonb(i) - '{id,wishlistId}'::text[] order by i."id"), '[]')
          from wishlist_items i where i."wishlistId" = w."id")) order by w."id"), '[]') from wishlists w where w."userId" = p."id") as "wishlists",
      (select coalesce(json_agg(m."groupSlug" order by 1), '[]') from customer_group_members m where m."userId" = p."id") as "groups",
      (select coalesce(json_agg(json_build_object('text', n."text", 'at', n."at") order by n."id"), '[]')
        from customer_notes n where n."userId" = p."id") as "notesOfStaff",
      (select coalesce(json_agg(json_build_object('what', x."what", 'at', x."at") order by x."id"), '[]')
        from customer_accesses x where x."userId" = p."id") as "looksOfStaff"
    from profiles p where p."id" = ${userId}`.execute(db)
  return rows[0] ?? {}
}

const tables = [
  'addresses',
  'sizes',
  'dates',
  'consents',
  'consent_changes',
  'wishlists',
  'customer_group_members',
  'customer_notes',
  'customer_accesses'
]

/** Empties a person's profile, whose row stays as a tombstone, and deletes all else that is theirs, archives included. */
export async function erasePerson(tx: Db, userId: string): Promise<Erased[]> {
  await sql`insert into profiles as p ("id", "erasedAt") values (${userId}, now())
    on conflict ("id") do update set "email" = null, "emailVerifiedAt" = null, "name" = null, "phone" = null,
      "locale" = default, "currency" = default, "erasedAt" = coalesce(p."erasedAt", now()), "version" = p."version" + 1, "updatedAt" = now()`.execute(
    tx
  )
  await sql`delete from idempotency where "scope" like 'staff:%' and "body"::jsonb->>'id' in (
    select "id"::text from customer_notes where "userId" = ${userId})`.execute(tx)
  const did: Erased[] = [{ what: 'profiles', count: 1, how: 'deleted' }]
  for (const table of tables) {
    const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where "userId" = ${userId}`.execute(tx)
    did.push({ what: table.replaceAll('_', ' '), count: Number(numAffectedRows), how: 'deleted' })
  }
  const { numAffectedRows = 0n } = await sql`
    delete from data_requests where "userId" = ${userId} and "kind" = 'export'`.execute(tx)
  did.push({ what: 'archives', count: Number(numAffectedRows), how: 'deleted' })
  await forgetTraces(tx, userId)
  return did
}
