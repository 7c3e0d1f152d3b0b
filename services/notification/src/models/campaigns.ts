import { sql, type RawBuilder } from 'kysely'
import type { Campaign, NewCampaign, Segment } from '../schemas/campaigns.ts'
import { tellPeople } from './audiences.ts'
import type { Channel, Db } from './messages.ts'

const columns = sql.raw(
  `"id", "name", "template", "channel", "topic", "segment", "startAt", "perMinute", "state", "queued", "optedOut", "suppressed", "startedAt", "finishedAt", "version", "createdAt"`
)

/** Saves a campaign that is not begun. */
export async function saveCampaign(tx: Db, campaign: NewCampaign, madeBy: string): Promise<Campaign> {
  const { name, template, channel, topic, segment, startAt, perMinute } = campaign
  const { rows } = await sql<Campaign>`
    insert into campaigns ("name", "template", "channel", "topic", "segment", "startAt", "perMinute", "state", "madeBy")
    values (${name}, ${template}, ${channel}, ${topic}, ${JSON.stringify(segment)}::jsonb, coalesce(${startAt ?? null}::timestamptz, now()),
      ${perMinute ?? null}, 'draft', ${madeBy}) returning ${columns}`.execute(tx)
  return rows[0]!
}

/** Changes a campaign that is not begun; undefined when it is not of that version, or begun. */
export async function changeCampaign(
  db: Db,
  id: string,
  version: number,
  campaign: NewCampaign
): Promise<Campaign | undefined> {
  const { name, template, channel, topic, segment, startAt, perMinute } = campaign
  const { rows } = await sql<Campaign>`
    update campaigns set "name" = ${name}, "template" = ${template}, "channel" = ${channel}, "topic" = ${topic},
      "segment" = ${JSON.stringify(segment)}::jsonb, "startAt" = coalesce(${startAt ?? null}::timestamptz, "startAt"),
      "perMinute" = ${perMinute ?? null}, "version" = "version" + 1
    where "id" = ${id} and "version" = ${version} and "state" = 'draft' returning ${columns}`.execute(db)
  return rows[0]
}

/** At most `limit` campaigns before the one with this id, the newest first. */
export async function findCampaigns(db: Db, beforeId: string | null, limit: number): Promise<Campaign[]> {
  const { rows } = await sql<Campaign>`
    select ${columns} from campaigns where "id" < ${beforeId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid
    order by "id" desc limit ${limit}`.execute(db)
  return rows
}

export async function findCampaign(db: Db, id: string): Promise<Campaign | undefined> {
  const { rows } = await sql<Campaign>`select ${columns} from campaigns where "id" = ${id}`.execute(db)
  return rows[0]
}

/** How many messages of a campaign are in which state. */
export async function countByState(db: Db, id: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select case when "reason" = 'opted-out' then "reason" when "state" = 'withheld' then coalesce("reason", "state") else "state" end as "state",
      count(*) as "count" from messages where "campaignId" = ${id} group by 1`.execute(db)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** Whom a segment means among contacts `c`. */
function meant({ groups, boughtSince, boughtBefore, boughtMinor, currency }: Segment): RawBuilder<unknown> {
  const hasPurchase = boughtSince !== undefined || boughtBefore !== undefined || boughtMinor !== undefined
  return sql`true
    ${groups === undefined ? sql`` : sql`and c."groups" && ${groups}::text[]`}
    ${
      hasPurchase
        ? sql`and exists (select from purchases p where p."userId" = c."userId"
            ${boughtSince === undefined ? sql`` : sql`and p."boughtAt" >= ${boughtSince}::timestamptz`}
            ${boughtBefore === undefined ? sql`` : sql`and p."boughtAt" < ${boughtBefore}::timestamptz`}
            ${currency === undefined ? sql`` : sql`and p."currency" = ${currency}`}
            ${boughtMinor === undefined ? sql`` : sql`having sum(p."totalMinor") >= ${boughtMinor}`})`
        : sql``
    }`
}
const wants = (channel: Channel, topic: string) =>
  sql`exists (select from consents n where n."userId" = c."userId" and n."channel" = ${channel} and n."topic" = ${topic} and n."granted")`
const isSuppressed = sql`exists (select from suppressions s where s."email" = lower(c."email"))`
const hasAddress = (channel: Channel) =>
  channel === 'inbox'
    ? sql`true`
    : channel === 'sms'
      ? sql`c."phone" is not null`
      : sql`c."isConfirmed" and c."email" is not null`

export interface DryRun {
  meant: number
  willing: number
  optedOut: number
  suppressed: number
  unreachable: number
  sample: { userId: string; name: string; locale: string }[]
}

/** Whom a campaign would go to, counted, with some of them; nothing is sent. */
export async function tryCampaign(db: Db, { segment, channel, topic }: NewCampaign): Promise<DryRun> {
  const { rows } = await sql<DryRun>`
    with people as materialized (
      select c."userId", c."name", c."locale", ${wants(channel, topic)} as "wants", ${channel === 'email' ? isSuppressed : sql`false`} as "isSuppressed",
        ${hasAddress(channel)} as "hasAddress"
      from contacts c where ${meant(segment)})
    select count(*) as "meant", count(*) filter (where not "wants") as "optedOut",
      count(*) filter (where "wants" and "isSuppressed") as "suppressed",
      count(*) filter (where "wants" and not "isSuppressed" and not "hasAddress") as "unreachable",
      count(*) filter (where "wants" and not "isSuppressed" and "hasAddress") as "willing",
      coalesce((select json_agg(s) from (select "userId", "name", "locale" from people
        where "wants" and not "isSuppressed" and "hasAddress" order by "userId" limit 10) s), '[]') as "sample"
    from people`.execute(db)
  return rows[0]!
}

/** Has a campaign begin when its time comes, or go on; undefined when it is in no state for that. */
export async function startCampaign(
  db: Db,
  id: string,
  templateIds: Record<string, string>
): Promise<Campaign | undefined> {
  const { rows } = await sql<Campaign>`
    update campaigns set "templateIds" = case when "state" = 'draft' then ${JSON.stringify(templateIds)}::jsonb else "templateIds" end,
      "queueAt" = case when "state" = 'draft' then greatest("startAt", now()) when "finishedAt" is null and "queueAt" is not null then now() else "queueAt" end,
      "startedAt" = coalesce("startedAt", now()), "state" = 'running', "version" = "version" + 1
    where "id" = ${id} and "state" in ('draft', 'paused') returning ${columns}`.execute(db)
  return rows[0]
}

/** Stops a campaign for a while: nothing more is queued, and what is queued waits. Undefined when it is not running. */
export async function pauseCampaign(db: Db, id: string): Promise<Campaign | undefined> {
  const { rows } = await sql<Campaign>`
    update campaigns set "state" = 'paused', "version" = "version" + 1 where "id" = ${id} and "state" = 'running' returning ${columns}`.execute(
    db
  )
  return rows[0]
}

/** Ends a campaign. Undefined when it has ended already. */
export async function cancelCampaign(db: Db, id: string): Promise<Campaign | undefined> {
  const { rows } = await sql<Campaign>`
    update campaigns set "state" = 'cancelled', "queueAt" = null, "finishedAt" = now(), "version" = "version" + 1
    where "id" = ${id} and "state" in ('draft', 'running', 'paused') returning ${columns}`.execute(db)
  return rows[0]
}

interface Running {
  id: string
  template: string
  channel: Channel
  topic: string
  segment: Segment
  templateIds: Record<string, string>
  cursor: string | null
  perMinute: number | null
}

/** How many are queued at once where nothing slows it down. */
const batch = 5000
const throttled = (perMinute: number) => {
  const seconds = Math.max(5, Math.ceil(60 / perMinute))
  return { seconds, size: Math.max(1, Math.floor((perMinute * seconds) / 60)) }
}

/**
 * Queues the next recipients of one campaign whose time has come, in one statement by which no recipient passes through
 * this process; false when there is none to do.
 */
export function queueCampaign(
  db: Db,
  stateOf: (channel: Channel) => 'waiting' | 'shown' | 'delivered'
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const due = await sql<Running>`
      select "id", "template", "channel", "topic", "segment", "templateIds", "cursor", "perMinute" from campaigns
      where "state" = 'running' and "queueAt" <= now() order by "queueAt" limit 1 for update skip locked`.execute(tx)
    const [campaign] = due.rows
    if (!campaign) return false
    const { id, template, channel, topic, segment, templateIds, cursor, perMinute } = campaign
    const { seconds, size } = perMinute === null ? { seconds: 0, size: batch } : throttled(perMinute)
    const { rows } = await sql<{ last: string | null; count: number; optedOut: number; suppressed: number }>`
      with slice as (select c."userId", ${wants(channel, topic)} as "wants", ${channel === 'email' ? isSuppressed : sql`false`} as "isSuppressed"
        from contacts c where c."userId" > ${cursor ?? '00000000-0000-0000-0000-000000000000'}::uuid and ${meant(segment)}
        order by c."userId" limit ${size})
      select (array_agg("userId" order by "userId" desc))[1] as "last", count(*) as "count", count(*) filter (where not "wants") as "optedOut",
        count(*) filter (where "wants" and "isSuppressed") as "suppressed" from slice`.execute(tx)
    const { last, count, optedOut, suppressed } = rows[0]!
    const told =
      last === null
        ? 0
        : await tellPeople(
            tx,
            {
              eventId: id,
              template,
              topic,
              values: {},
              channels: { [channel]: stateOf(channel) },
              templateIds,
              campaignId: id
            },
            sql`select * from contacts c where c."userId" > ${cursor ?? '00000000-0000-0000-0000-000000000000'}::uuid
              and c."userId" <= ${last}::uuid and ${meant(segment)} and ${wants(channel, topic)}`
          )
    const isLast = count < size
    await sql`
      update campaigns set "cursor" = coalesce(${last}::uuid, "cursor"), "queued" = "queued" + ${told}, "optedOut" = "optedOut" + ${optedOut},
        "suppressed" = "suppressed" + ${suppressed}, "queueAt" = ${isLast ? null : sql`now() + make_interval(secs => ${seconds})`}
      where "id" = ${id}`.execute(tx)
    return true
  })
}

/**
 * Has what is held of campaigns that go on sent, and withholds what is queued of those that were cancelled, up to 5,000 at
 * once; true when there may be more.
 */
export async function moveMessages(db: Db): Promise<boolean> {
  const { rows } = await sql<{ moved: number }>`
    with due as (
      (select m."id", false as "isOver" from campaigns g join messages m on m."campaignId" = g."id" and m."dueAt" = 'infinity'
        where g."state" = 'running' limit 5000)
      union all
      (select m."id", true from campaigns g join messages m on m."campaignId" = g."id" and m."state" = 'waiting'
        where g."state" = 'cancelled' and g."finishedAt" > now() - interval '1 day' limit 5000)),
    moved as (
      update messages m set "state" = case when due."isOver" then 'withheld' else m."state" end,
        "reason" = case when due."isOver" then 'cancelled' else m."reason" end, "dueAt" = case when not due."isOver" then now() end
      from due where m."id" = due."id" and m."state" = 'waiting' returning m."channel"),
    woken as (select pg_notify('messages', "channel") from (select distinct "channel" from moved) channels)
    select (select count(*) from moved) as "moved", (select count(*) from woken) as "woken"`.execute(db)
  return rows[0]!.moved >= 5000
}

/** Notes the campaigns of which nothing waits any more as done. */
export async function finishCampaigns(db: Db): Promise<void> {
  await sql`
    update campaigns g set "state" = 'done', "finishedAt" = now(), "version" = "version" + 1
    where "state" = 'running' and "queueAt" is null
      and not exists (select from messages m where m."campaignId" = g."id" and m."state" = 'waiting')`.execute(db)
}
