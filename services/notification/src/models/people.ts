import { forgetTraces, type Erased } from '@lumora/kit/people'
import { sql } from 'kysely'
import type { Db } from './messages.ts'

/** All messages to a person, the oldest first, without the tokens in mailed links. */
export async function collectMessages(db: Db, userId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ messages: unknown[] }>`
    select coalesce(json_agg(json_build_object('channel', "channel", 'recipient', "recipient", 'subject', "subject",
      'text', regexp_replace("text", '#[[:alnum:]_-]{43}', '#…', 'g'), 'readAt', "readAt", 'createdAt', "createdAt") order by "id"), '[]') as "messages"
    from messages where "userId" = ${userId}`.execute(db)
  return { messages: rows[0]!.messages }
}

/** Deletes all messages to a person. */
export function eraseMessages(db: Db, userId: string): Promise<Erased[]> {
  return db.transaction().execute(async (tx) => {
    const { numAffectedRows = 0n } = await sql`delete from messages where "userId" = ${userId}`.execute(tx)
    await forgetTraces(tx, userId)
    return [{ what: 'messages', count: Number(numAffectedRows), how: 'deleted' }]
  })
}
