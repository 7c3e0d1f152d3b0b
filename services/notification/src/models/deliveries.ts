import { sql } from 'kysely'
import type { Channel, Db } from './messages.ts'

/** A message that this process is to send now. */
export interface DueMessage {
  id: string
  recipient: string
  userId: string | null
  template: string
  templateId: string | null
  values: Record<string, unknown> | null
  locale: string
  topic: string | null
  campaignId: string | null
  tries: number
  subject: string | null
  text: string | null
  html: string | null
  ageSeconds: number
  suppression: string | null
  isRefused: boolean
  campaignState: string | null
}

/** How many messages are given up, how many wait though they are due, and for how many seconds the oldest of these. */
export async function countMessages(db: Db): Promise<{ failed: number; waiting: number; seconds: number }> {
  const { rows } = await sql<{ failed: number; waiting: number; seconds: number }>`
    select (select count(*) from messages where "state" = 'failed') as "failed", count(*) as "waiting",
      coalesce(extract(epoch from now() - min("dueAt")), 0)::float8 as "seconds"
    from messages where "state" = 'waiting' and "dueAt" <= now()`.execute(db)
  return rows[0]!
}

/** Takes up at most `limit` messages of a channel that are due, the urgent ones first, for so many seconds. */
export async function claimMessages(
  db: Db,
  channel: Channel,
  limit: number,
  leaseSeconds: number
): Promise<DueMessage[]> {
  const { rows } = await sql<DueMessage>`
    with due as (select "id" from messages where "state" = 'waiting' and "channel" = ${channel} and "dueAt" <= now()
      order by "isUrgent" desc, "dueAt" limit ${limit} for update skip locked)
    update messages m set "dueAt" = now() + make_interval(secs => ${leaseSeconds}), "tries" = m."tries" + 1
    from due where m."id" = due."id"
    returning m."id", m."recipient", m."userId", m."template", m."templateId", m."values", m."locale", m."topic", m."campaignId",
      m."tries", m."subject", m."text", m."html", extract(epoch from now() - m."createdAt")::float8 as "ageSeconds",
      (select "reason" from suppressions s where s."email" = lower(m."recipient")) as "suppression",
      exists (select from consents c where c."userId" = m."userId" and c."channel" = m."channel" and c."topic" = m."topic"
        and not c."granted") as "isRefused",
      (select "state" from campaigns g where g."id" = m."campaignId") as "campaignState"`.execute(db)
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

export interface Settlement {
  id: string
  /** As it was when the message was taken up: another's settlement is none. */
  tries: number
  state: 'sent' | 'failed' | 'withheld' | 'waiting'
  outcome: 'accepted' | 'again' | 'refused'
  reason: string | null
  detail: string
  providerId: string | null
  /** Until it is due again; only of one that waits. */
  waitSeconds: number
  ms: number
}

/** Notes what came of a try. What a link in a mail that is sent lets its holder do is forgotten. False when another process has the message. */
export async function settleMessage(db: Db, settlement: Settlement): Promise<boolean> {
  const { id, tries, state, outcome, reason, detail, providerId, waitSeconds, ms } = settlement
  const { rows } = await sql`
    with settled as (
      update messages set "state" = ${state}, "reason" = ${reason}, "providerId" = coalesce(${providerId}, "providerId"),
        "sentAt" = case when ${state} = 'sent' then now() end,
        "dueAt" = case when ${state} = 'waiting' then now() + make_interval(secs => ${waitSeconds}) end,
        "values" = case when ${state} = 'sent' and "values" ? 'link'
          then "values" || jsonb_build_object('link', regexp_replace("values"->>'link', '#.*$', '#…')) else "values" end
      where "id" = ${id} and "tries" = ${tries} and "state" = 'waiting' returning "id")
    insert into deliveries ("messageId", "outcome", "detail", "ms") select "id", ${outcome}, ${detail}, ${ms}::integer from settled
    returning 1`.execute(db)
  return rows.length > 0
}

/** Gives messages that were taken up, and not begun, back to whoever comes next. */
export async function putBack(db: Db, messages: { id: string; tries: number }[]): Promise<void> {
  if (messages.length === 0) return
  await sql`
    update messages m set "dueAt" = now(), "tries" = m."tries" - 1
    from json_to_recordset(${JSON.stringify(messages)}::json) r("id" uuid, "tries" integer)
    where m."id" = r."id" and m."id" = any(${messages.map(({ id }) => id)}::uuid[]) and m."tries" = r."tries"
      and m."state" = 'waiting'`.execute(db)
}

/** Holds the messages of a campaign that is paused, up to 5,000 at once. */
export async function holdMessages(db: Db, campaignId: string): Promise<void> {
  await sql`
    update messages set "dueAt" = 'infinity' where "id" in (select "id" from messages
      where "campaignId" = ${campaignId} and "state" = 'waiting' and "dueAt" < 'infinity' limit 5000)`.execute(db)
}
