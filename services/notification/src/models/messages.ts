import type { Database } from '@lumora/kit/database'
import { sql, type Generated } from 'kysely'
import type { Message, MessageSummary, SentMessage } from '../schemas/messages.ts'

interface Messages {
  id: Generated<string>
  eventId: string
  channel: Message['channel']
  recipient: string
  userId: string | null
  template: string
  orderId: string | null
  subject: string
  text: string
  html: string
  state: Message['state']
  readAt: Generated<string | null>
  createdAt: Generated<string>
}
export interface Tables {
  messages: Messages
}
export type Db = Database<Tables>
export type NewMessage = Omit<Messages, 'id' | 'readAt' | 'createdAt'>

const summary = ['id', 'channel', 'template', 'orderId', 'subject', 'state', 'readAt', 'createdAt'] as const
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Saves the messages of an event; one that is there already stays as it is. */
export async function saveMessages(tx: Db, messages: NewMessage[]): Promise<void> {
  await sql`
    insert into messages ("eventId", "channel", "recipient", "userId", "template", "orderId", "subject", "text", "html", "state")
    select "eventId", "channel", "recipient", "userId", "template", "orderId", "subject", "text", "html", "state"
    from json_populate_recordset(null::messages, ${JSON.stringify(messages)}::json)
    on conflict ("eventId", "channel", "recipient") do nothing`.execute(tx)
}

/** At most `limit` of a person's messages after the one with this id, the newest first. */
export const findOwn = (db: Db, userId: string, afterId: string | null, limit: number): Promise<MessageSummary[]> =>
  db
    .selectFrom('messages')
    .select(summary)
    .where('userId', '=', userId)
    .where('id', '<', afterId ?? lastId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** At most `limit` messages, to one recipient or to all, after the one with this id, the newest first. */
export const findAll = (
  db: Db,
  recipient: string | null,
  afterId: string | null,
  limit: number
): Promise<SentMessage[]> =>
  db
    .selectFrom('messages')
    .select([...summary, 'recipient', 'userId'])
    .$if(recipient !== null, (query) => query.where(sql`lower("recipient")`, '=', sql`lower(${recipient})`))
    .where('id', '<', afterId ?? lastId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** A message with its text; only a person's own, unless `userId` is null. */
export const findMessage = (db: Db, id: string, userId: string | null): Promise<Message | undefined> =>
  db
    .selectFrom('messages')
    .select([...summary, 'text', 'html'])
    .where('id', '=', id)
    .$if(userId !== null, (query) => query.where('userId', '=', userId))
    .executeTakeFirst()

/** Notes when a person first read a message of theirs; undefined when it is not theirs. */
export const markRead = (db: Db, id: string, userId: string): Promise<MessageSummary | undefined> =>
  db
    .updateTable('messages')
    .set({ readAt: sql`coalesce("readAt", now())` })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning(summary)
    .executeTakeFirst()

/** Forgets the mails of accounts that are nobody's, 3 days old. */
export async function deleteMailedLinks(db: Db): Promise<void> {
  await sql`delete from messages where "userId" is null and "template" like 'auth.%'
    and "createdAt" < now() - interval '3 days'`.execute(db)
}
