import { sql, type RawBuilder } from 'kysely'
import type { Subscription, Webhook } from '../schemas/subscriptions.ts'
import type { Db, Try } from './messages.ts'

const columns = sql.raw(
  `"id", "url", "topics", "description", "state", "disabledReason", "failingSince", "version", "createdAt"`
)

/** Saves a subscription under an id made before, as its secret is encrypted for that. */
export async function saveSubscription(
  tx: Db,
  one: { id: string; url: string; topics: string[]; description: string; secret: Buffer; madeBy: string }
): Promise<Subscription> {
  const { id, url, topics, description, secret, madeBy } = one
  const { rows } = await sql<Subscription>`
    insert into subscriptions ("id", "url", "topics", "description", "secret", "state", "madeBy")
    values (${id}, ${url}, ${topics}, ${description}, ${secret}, 'active', ${madeBy}) returning ${columns}`.execute(tx)
  return rows[0]!
}

export async function findSubscriptions(db: Db): Promise<Subscription[]> {
  const { rows } = await sql<Subscription>`select ${columns} from subscriptions order by "id" limit 200`.execute(db)
  return rows
}

export async function findSubscription(db: Db, id: string): Promise<Subscription | undefined> {
  const { rows } = await sql<Subscription>`select ${columns} from subscriptions where "id" = ${id}`.execute(db)
  return rows[0]
}

/** Changes a subscription of this version; switched on, it has not failed yet, and what waits is due. Undefined when the version is another. */
export async function changeSubscription(
  db: Db,
  id: string,
  version: number,
  changes: { url?: string; topics?: string[]; description?: string; state?: 'active' | 'disabled' }
): Promise<Subscription | undefined> {
  const { url = null, topics = null, description = null, state = null } = changes
  const { rows } = await sql<Subscription>`
    update subscriptions set "url" = coalesce(${url}, "url"), "topics" = coalesce(${topics}::text[], "topics"),
      "description" = coalesce(${description}, "description"), "state" = coalesce(${state}, "state"),
      "failingSince" = case when ${state} = 'active' then null else "failingSince" end,
      "disabledReason" = case ${state} when 'active' then null when 'disabled' then 'staff' else "disabledReason" end,
      "version" = "version" + 1
    where "id" = ${id} and "version" = ${version} returning ${columns}`.execute(db)
  if (rows.length > 0 && state === 'active')
    await sql`with due as (update webhooks set "dueAt" = now() where "subscriptionId" = ${id} and "state" = 'waiting')
      select pg_notify('webhooks', '')`.execute(db)
  return rows[0]
}

export async function deleteSubscription(db: Db, id: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`delete from subscriptions where "id" = ${id}`.execute(db)
  return numAffectedRows > 0n
}

/** Puts another secret in the place of the one, which stays good for so many hours. False when there is no such subscription. */
export async function rotateSecret(tx: Db, id: string, secret: Buffer, hours: number): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update subscriptions set "formerSecret" = "secret", "formerUntil" = now() + make_interval(hours => ${hours}), "secret" = ${secret}
    where "id" = ${id}`.execute(tx)
  return numAffectedRows > 0n
}

export interface NewWebhook {
  eventId: string
  topic: string
  subject: string
  body: string
}

/** Has every subscription of a topic told of an event, once each; one that is switched off can have it replayed later. */
export async function saveWebhooks(tx: Db, { eventId, topic, subject, body }: NewWebhook): Promise<void> {
  await sql`
    insert into webhooks ("subscriptionId", "eventId", "topic", "subject", "body", "state", "dueAt")
    select "id", ${eventId}::uuid, ${topic}, ${subject}, ${body}, case "state" when 'active' then 'waiting' else 'failed' end,
      case "state" when 'active' then now() end
    from subscriptions where ${topic} = any("topics") on conflict ("subscriptionId", "eventId") do nothing`.execute(tx)
}

/** The same for several events, as a part of the statement that takes them. */
export const toldSubscribers = (webhooks: NewWebhook[]): RawBuilder<unknown> => sql`subscribed as (
    insert into webhooks ("subscriptionId", "eventId", "topic", "subject", "body", "state", "dueAt")
    select s."id", w."eventId", w."topic", w."subject", w."body", case s."state" when 'active' then 'waiting' else 'failed' end,
      case s."state" when 'active' then now() end
    from taken join json_to_recordset(${JSON.stringify(webhooks)}::json) w("eventId" uuid, "topic" text, "subject" text, "body" text) using ("eventId")
      join subscriptions s on w."topic" = any(s."topics") on conflict ("subscriptionId", "eventId") do nothing)`

export interface DueWebhook {
  id: string
  subscriptionId: string
  eventId: string
  body: string
  tries: number
  ageSeconds: number
  url: string
  secret: Buffer
  formerSecret: Buffer | null
  failingSeconds: number
}

/** Takes up what is due: of each subscription at most so many, and of one subject only the first. */
export async function claimWebhooks(
  db: Db,
  { limit, each, leaseSeconds }: { limit: number; each: number; leaseSeconds: number }
): Promise<DueWebhook[]> {
  const { rows } = await sql<DueWebhook>`
    with due as (
      select w."id", s."url", s."secret", case when s."formerUntil" > now() then s."formerSecret" end as "formerSecret",
        coalesce(extract(epoch from now() - s."failingSince")::float8, 0) as "failingSeconds"
      from subscriptions s cross join lateral (
        select w."id" from webhooks w where w."subscriptionId" = s."id" and w."state" = 'waiting' and w."dueAt" <= now()
          and not exists (select from webhooks e where e."subscriptionId" = w."subscriptionId" and e."subject" = w."subject"
            and e."state" = 'waiting' and e."id" < w."id")
        order by w."dueAt" limit ${each} for update skip locked) w
      where s."state" = 'active' limit ${limit})
    update webhooks w set "dueAt" = now() + make_interval(secs => ${leaseSeconds}), "tries" = w."tries" + 1 from due where w."id" = due."id"
    returning w."id", w."subscriptionId", w."eventId", w."body", w."tries", extract(epoch from now() - w."since")::float8 as "ageSeconds",
      due."url", due."secret", due."formerSecret", due."failingSeconds"`.execute(db)
  return rows
}

export interface WebhookSettlement {
  id: string
  tries: number
  state: 'delivered' | 'waiting' | 'failed'
  outcome: 'accepted' | 'again' | 'refused'
  detail: string
  waitSeconds: number
  ms: number
  /** Why the subscription is switched off by this; null when it is not. */
  disable: string | null
}

/** Notes what came of a try, and since when the subscription fails. Returns its URL when this switched it off. */
export async function settleWebhook(tx: Db, settlement: WebhookSettlement): Promise<string | null> {
  const { id, tries, state, outcome, detail, waitSeconds, ms, disable } = settlement
  const { rows } = await sql<{ url: string | null }>`
    with settled as (
      update webhooks set "state" = ${state}, "deliveredAt" = case when ${state} = 'delivered' then now() end,
        "dueAt" = case when ${state} = 'waiting' then now() + make_interval(secs => ${waitSeconds}) end
      where "id" = ${id} and "tries" = ${tries} and "state" = 'waiting' returning "id", "subscriptionId"),
    noted as (insert into deliveries ("webhookId", "outcome", "detail", "ms") select "id", ${outcome}, ${detail}, ${ms}::integer from settled),
    failing as (
      update subscriptions s set "failingSince" = case when ${state} = 'delivered' then null else coalesce(s."failingSince", now()) end,
        "state" = case when ${disable}::text is null then s."state" else 'disabled' end,
        "disabledReason" = coalesce(${disable}, s."disabledReason"),
        "version" = s."version" + case when ${disable}::text is null then 0 else 1 end
      from settled where s."id" = settled."subscriptionId" and s."state" = 'active'
        and (${disable}::text is not null or (${state} = 'delivered') = (s."failingSince" is not null)) returning s."url"),
    woken as (select pg_notify('webhooks', '') from settled where ${state} <> 'waiting')
    select case when ${disable}::text is not null then (select "url" from failing) end as "url", (select count(*) from woken)`.execute(
    tx
  )
  return rows[0]?.url ?? null
}

/** At most `limit` of a subscription's webhooks before the one with this id, the newest first. */
export async function findWebhooks(
  db: Db,
  subscriptionId: string,
  { state, beforeId, limit }: { state: string | null; beforeId: string | null; limit: number }
): Promise<Webhook[]> {
  const { rows } = await sql<Webhook>`
    select "id", "eventId", "topic", "subject", "state", "tries", "dueAt", "createdAt", "deliveredAt" from webhooks
    where "subscriptionId" = ${subscriptionId} and "id" < ${beforeId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid
      ${state === null ? sql`` : sql`and "state" = ${state}`} order by "id" desc limit ${limit}`.execute(db)
  return rows
}

/** A webhook with what was sent and the tries. */
export async function findWebhook(
  db: Db,
  subscriptionId: string,
  id: string
): Promise<(Webhook & { body: string; deliveries: Try[] }) | undefined> {
  const { rows } = await sql<Webhook & { body: string; deliveries: Try[] }>`
    select "id", "eventId", "topic", "subject", "state", "tries", "dueAt", "createdAt", "deliveredAt", "body",
      coalesce((select json_agg(json_build_object('outcome', d."outcome", 'detail', d."detail", 'ms', d."ms", 'triedAt', d."triedAt") order by d."id")
        from deliveries d where d."webhookId" = w."id"), '[]') as "deliveries"
    from webhooks w where "subscriptionId" = ${subscriptionId} and "id" = ${id}`.execute(db)
  return rows[0]
}

/** Has webhooks sent again from now, whatever became of them: one by its id, or those made in a time. Returns how many. */
export async function replayWebhooks(
  db: Db,
  subscriptionId: string,
  which: { id: string } | { from: string; to: string; onlyFailed: boolean }
): Promise<number> {
  const chosen =
    'id' in which
      ? sql`"id" = ${which.id}`
      : sql`"createdAt" >= ${which.from}::timestamptz and "createdAt" <= ${which.to}::timestamptz and "state" <> 'waiting'
          ${which.onlyFailed ? sql`and "state" = 'failed'` : sql``}`
  const { rows } = await sql<{ count: number }>`
    with again as (update webhooks set "state" = 'waiting', "dueAt" = now(), "since" = now(), "tries" = 0
      where "subscriptionId" = ${subscriptionId} and ${chosen} returning 1), woken as (select pg_notify('webhooks', ''))
    select (select count(*) from again) as "count", (select count(*) from woken) as "woken"`.execute(db)
  return rows[0]!.count
}

/** Forgets webhooks that were settled more than 30 days ago, with their tries. */
export async function forgetOldWebhooks(db: Db): Promise<void> {
  await sql`delete from webhooks where "state" <> 'waiting' and "createdAt" < now() - interval '30 days'`.execute(db)
}
