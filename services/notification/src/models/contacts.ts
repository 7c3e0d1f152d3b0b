import { sql } from 'kysely'
import type { Db } from './messages.ts'

export interface Contact {
  userId: string
  email: string | null
  isConfirmed: boolean
  name: string
  locale: string
  phone: string | null
  /** What this person said yes and no to, as `channel:topic`. */
  granted: string[]
  refused: string[]
}

/**
 * What is known of a person; undefined when nothing is. Until the transaction ends nobody else writes to this person, so that
 * the messages of an inbox are committed in the order of their ids, and a stream of them misses none.
 */
export async function findContact(tx: Db, userId: string): Promise<Contact | undefined> {
  const { rows } = await sql<Contact | { userId: null }>`
    select c."userId", "email", "isConfirmed", "name", "locale", "phone", locked."by" is null as "isFree",
      array(select "channel" || ':' || "topic" from consents n where n."userId" = c."userId" and "granted") as "granted",
      array(select "channel" || ':' || "topic" from consents n where n."userId" = c."userId" and not "granted") as "refused"
    from (select pg_advisory_xact_lock(hashtextextended(${userId}, 7032)) as "by") locked
    left join contacts c on c."userId" = ${userId}::uuid`.execute(tx)
  const [contact] = rows
  return contact?.userId ? contact : undefined
}

/** Notes a person's e-mail as of a time; an older one changes nothing, and what is confirmed stays so while the e-mail is the same. */
export async function saveEmail(
  tx: Db,
  {
    userId,
    email,
    name,
    isConfirmed,
    at
  }: { userId: string; email: string; name?: string; isConfirmed: boolean; at: string }
): Promise<void> {
  await sql`
    insert into contacts as c ("userId", "email", "emailAt", "isConfirmed", "name")
    values (${userId}, ${email}, ${at}, ${isConfirmed}, ${name ?? ''})
    on conflict ("userId") do update set
      "isConfirmed" = case when lower(c."email") = lower(excluded."email") then c."isConfirmed" or excluded."isConfirmed"
        when c."emailAt" <= excluded."emailAt" then excluded."isConfirmed" else c."isConfirmed" end,
      "email" = case when c."emailAt" <= excluded."emailAt" then excluded."email" else c."email" end,
      "emailAt" = greatest(c."emailAt", excluded."emailAt"),
      "name" = case when c."name" = '' then excluded."name" else c."name" end`.execute(tx)
}

/** Notes how a person is called and in which language and groups, as of a version of their profile; an older one changes nothing. */
export async function saveProfile(
  tx: Db,
  profile: { userId: string; name: string; locale: string; groups: string[]; phone?: string | null; version: number }
): Promise<void> {
  const { userId, name, locale, groups, phone = null, version } = profile
  await sql`
    insert into contacts as c ("userId", "name", "locale", "groups", "phone", "changedVersion")
    values (${userId}, ${name}, ${locale}, ${groups}, ${phone}, ${version})
    on conflict ("userId") do update set "name" = excluded."name", "locale" = excluded."locale", "groups" = excluded."groups",
      "phone" = excluded."phone", "changedVersion" = excluded."changedVersion"
    where c."changedVersion" < excluded."changedVersion"`.execute(tx)
}

export interface ConsentChange {
  channel: string
  topic: string
  granted: boolean
}

/** Notes what a person said yes or no to, as of a time; the newest says so. */
export async function saveConsents(tx: Db, userId: string, changes: ConsentChange[], at: string): Promise<void> {
  await sql`
    insert into consents as c ("userId", "channel", "topic", "granted", "changedAt")
    select ${userId}::uuid, "channel", "topic", "granted", ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(changes)}::json) s("channel" text, "topic" text, "granted" boolean)
    on conflict ("userId", "channel", "topic") do update set "granted" = excluded."granted", "changedAt" = excluded."changedAt"
    where c."changedAt" <= excluded."changedAt"`.execute(tx)
}

/** Notes what a person bought; the same order again changes nothing. */
export async function savePurchase(
  tx: Db,
  purchase: { orderId: string; userId: string; currency: string; totalMinor: number; boughtAt: string }
): Promise<void> {
  const { orderId, userId, currency, totalMinor, boughtAt } = purchase
  await sql`
    insert into purchases ("orderId", "userId", "currency", "totalMinor", "boughtAt")
    values (${orderId}, ${userId}, ${currency}, ${totalMinor}, ${boughtAt}) on conflict do nothing`.execute(tx)
}
