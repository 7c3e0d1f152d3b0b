import type { Database } from '@lumora/kit/database'
import { sql, type Generated, type RawBuilder } from 'kysely'
import type { Message, SentMessage } from '../schemas/messages.ts'
import { toldSubscribers, type NewWebhook } from './subscriptions.ts'

interface Messages {
  id: Generated<string>
  eventId: string
  channel: Message['channel']
  recipient: string
  userId: string | null
  template: string
  templateId: string | null
  values: Record<string, unknown> | null
  locale: string
  topic: string | null
  campaignId: string | null
  isUrgent: boolean
  orderId: string | null
  subject: string | null
  text: string | null
  html: string | null
  state: Message['state']
  reason: string | null
  dueAt: string | null
  tries: number
  providerId: string | null
  sentAt: string | null
  readAt: string | null
  createdAt: Generated<string>
}
export interface Tables {
  messages: Messages
}
export type Db = Database<Tables>
export type Channel = Message['channel']
export type NewMessage = Pick<
  Messages,
  | 'eventId'
  | 'channel'
  | 'recipient'
  | 'userId'
  | 'template'
  | 'templateId'
  | 'values'
  | 'locale'
  | 'topic'
  | 'orderId'
  | 'state'
>
/** What is stored of a message; its texts are its template's, or, of old ones, its own. */
export type StoredMessage = Pick<
  Messages,
  | 'channel'
  | 'recipient'
  | 'userId'
  | 'template'
  | 'templateId'
  | 'values'
  | 'locale'
  | 'topic'
  | 'orderId'
  | 'subject'
  | 'text'
  | 'html'
  | 'state'
  | 'reason'
  | 'tries'
  | 'sentAt'
  | 'readAt'
> & { id: string; createdAt: string }

const columns = sql.raw(
  `"id", "channel", "recipient", "userId", "template", "templateId", "values", "locale", "topic", "orderId", "subject", "text", "html", "state", "reason", "tries", "sentAt", "readAt", "createdAt"`
)
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const said = (messages: NewMessage[]) => sql`
    insert into messages ("eventId", "channel", "recipient", "userId", "template", "templateId", "values", "locale", "topic", "orderId", "state", "dueAt")
    select "eventId", "channel", "recipient", "userId", "template", "templateId", "values", "locale", "topic", "orderId", "state",
      case when "state" = 'waiting' then now() end
    from json_populate_recordset(null::messages, ${JSON.stringify(messages)}::json)`
const onlyOnce = sql`on conflict ("eventId", "channel", "recipient") do nothing`

/** Saves the messages of an event; one that is there already stays as it is. */
export async function saveMessages(tx: Db, messages: NewMessage[]): Promise<void> {
  if (messages.length > 0) await sql`${said(messages)} ${onlyOnce}`.execute(tx)
}

/** The same for several events, with what those who subscribed to them are told, as parts of the statement that takes the events. */
export const saidTogether = (messages: NewMessage[], webhooks: NewWebhook[]): RawBuilder<unknown> =>
  sql`told as (${said(messages)} join taken using ("eventId") ${onlyOnce}), ${toldSubscribers(webhooks)}`

/** At most `limit` of a person's messages before the one with this id, the newest first. */
export async function findOwn(
  db: Db,
  userId: string,
  { afterId, limit, channel }: { afterId: string | null; limit: number; channel: Channel | null }
): Promise<StoredMessage[]> {
  const { rows } = await sql<StoredMessage>`
    select ${columns} from messages
    where "userId" = ${userId} and "id" < ${afterId ?? lastId}::uuid ${channel === null ? sql`` : sql`and "channel" = ${channel}`}
    order by "id" desc limit ${limit}`.execute(db)
  return rows
}

/** A person's inbox messages after the one with this id, the oldest first. */
export async function findNews(db: Db, userId: string, afterId: string, limit: number): Promise<StoredMessage[]> {
  const { rows } = await sql<StoredMessage>`
    select ${columns} from messages
    where "userId" = ${userId} and "channel" = 'inbox' and "id" > ${afterId}::uuid order by "id" limit ${limit}`.execute(
    db
  )
  return rows
}

/** The id of a person's newest message; all zeros when there is none. */
export async function findNewestId(db: Db, userId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select "id" from messages where "userId" = ${userId} order by "id" desc limit 1`.execute(db)
  return rows[0]?.id ?? '00000000-0000-0000-0000-000000000000'
}

export interface Filter {
  recipient: string | null
  state: string | null
  channel: string | null
  campaignId: string | null
}

/** At most `limit` messages, to one recipient, in one state, or all, before the one with this id, the newest first. */
export async function findAll(db: Db, filter: Filter, afterId: string | null, limit: number): Promise<StoredMessage[]> {
  const { recipient, state, channel, campaignId } = filter
  const { rows } = await sql<StoredMessage>`
    select ${columns} from messages
    where "id" < ${afterId ?? lastId}::uuid
      ${recipient === null ? sql`` : sql`and lower("recipient") = lower(${recipient})`}
      ${state === null ? sql`` : sql`and "state" = ${state}`}
      ${channel === null ? sql`` : sql`and "channel" = ${channel}`}
      ${campaignId === null ? sql`` : sql`and "campaignId" = ${campaignId}::uuid`}
    order by "id" desc limit ${limit}`.execute(db)
  return rows
}

/** A message; only a person's own, unless `userId` is null. */
export async function findMessage(db: Db, id: string, userId: string | null): Promise<StoredMessage | undefined> {
  const { rows } = await sql<StoredMessage>`
    select ${columns} from messages where "id" = ${id}::uuid ${userId === null ? sql`` : sql`and "userId" = ${userId}::uuid`}`.execute(
    db
  )
  return rows[0]
}

export type Try = SentMessage['deliveries'][number]

/** The tries of a message, the oldest first. */
export async function findTries(db: Db, messageId: string): Promise<Try[]> {
  const { rows } = await sql<Try>`
    select "outcome", "detail", "ms", "triedAt" from deliveries where "messageId" = ${messageId} order by "id" limit 100`.execute(
    db
  )
  return rows
}

/** Notes when a person first read a message of theirs; undefined when it is not theirs. */
export async function markRead(db: Db, id: string, userId: string): Promise<StoredMessage | undefined> {
  const { rows } = await sql<StoredMessage>`
    update messages set "readAt" = coalesce("readAt", now()) where "id" = ${id}::uuid and "userId" = ${userId}::uuid
    returning ${columns}`.execute(db)
  return rows[0]
}

/** Notes all messages of a person's inbox as read; returns how many were not yet. */
export async function markAllRead(db: Db, userId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update messages set "readAt" = now() where "userId" = ${userId} and "channel" = 'inbox' and "readAt" is null`.execute(
    db
  )
  return Number(numAffectedRows)
}

/** How many messages of a person's inbox are not read; counted up to 100. */
export async function countUnread(db: Db, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as "count" from (select from messages
      where "userId" = ${userId} and "channel" = 'inbox' and "readAt" is null limit 100) as unread`.execute(db)
  return rows[0]!.count
}

/** Has messages that were given up sent again, from now; returns their ids. */
export async function sendAgain(db: Db, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with again as (update messages set "state" = 'waiting', "dueAt" = now(), "tries" = 0, "reason" = null, "createdAt" = "createdAt"
      where "id" = any(${ids}::uuid[]) and "state" in ('failed', 'withheld') and "channel" <> 'inbox' returning "id", "channel")
    select "id", pg_notify('messages', "channel") from again`.execute(db)
  return rows.map(({ id }) => id)
}

/** Forgets the mails of accounts that are nobody's, 3 days old. */
export async function deleteMailedLinks(db: Db): Promise<void> {
  await sql`delete from messages where "userId" is null and "template" like 'auth.%'
    and "createdAt" < now() - interval '3 days'`.execute(db)
}
