import { forgetTraces, type Erased } from '@lumora/kit/people'
import { sql } from 'kysely'
import type { Db, StoredMessage } from './messages.ts'

/** All that is kept of a person, the oldest first: what they were sent, where, and what they want to be told of. */
export async function collectPerson(
  db: Db,
  userId: string
): Promise<{ messages: StoredMessage[]; contact: unknown; consents: unknown; alerts: unknown; purchases: unknown }> {
  const { rows } = await sql<Awaited<ReturnType<typeof collectPerson>>>`
    select
      coalesce((select json_agg(m order by m."id") from messages m where "userId" = ${userId}), '[]') as "messages",
      (select json_build_object('email', "email", 'isConfirmed', "isConfirmed", 'name', "name", 'locale', "locale", 'phone', "phone", 'groups', "groups")
        from contacts where "userId" = ${userId}) as "contact",
      coalesce((select json_agg(json_build_object('channel', "channel", 'topic', "topic", 'granted', "granted", 'changedAt', "changedAt"))
        from consents where "userId" = ${userId}), '[]') as "consents",
      coalesce((select json_agg(json_build_object('kind', "kind", 'variantId', "variantId", 'slug', "slug", 'createdAt', "createdAt"))
        from alerts where "userId" = ${userId}), '[]') as "alerts",
      coalesce((select json_agg(json_build_object('orderId', "orderId", 'totalMinor', "totalMinor", 'currency', "currency", 'boughtAt', "boughtAt"))
        from purchases where "userId" = ${userId}), '[]') as "purchases"`.execute(db)
  return rows[0]!
}

/** Deletes all that is kept of a person. */
export function erasePerson(db: Db, userId: string): Promise<Erased[]> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      messages: number
      contacts: number
      consents: number
      alerts: number
      purchases: number
    }>`
      with m as (delete from messages where "userId" = ${userId} returning 1),
        c as (delete from contacts where "userId" = ${userId} returning 1),
        n as (delete from consents where "userId" = ${userId} returning 1),
        a as (delete from alerts where "userId" = ${userId} returning 1),
        p as (delete from purchases where "userId" = ${userId} returning 1)
      select (select count(*) from m) as "messages", (select count(*) from c) as "contacts", (select count(*) from n) as "consents",
        (select count(*) from a) as "alerts", (select count(*) from p) as "purchases"`.execute(tx)
    await forgetTraces(tx, userId)
    return Object.entries(rows[0]!).map(([what, count]) => ({ what, count, how: 'deleted' as const }))
  })
}
