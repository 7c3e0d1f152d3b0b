import { publish } from '@lumora/kit/events'
import { sql } from 'kysely'
import type { Consent, ConsentChange } from '../schemas/consents.ts'
import type { Db } from './profiles.ts'

/** What a person has said so far. */
export async function findConsents(db: Db, userId: string): Promise<Omit<Consent, 'fixed'>[]> {
  const { rows } = await sql<Omit<Consent, 'fixed'>>`
    select "channel", "topic", "granted", "changedAt" from consents where "userId" = ${userId}`.execute(db)
  return rows
}

/** Saves what differs from what was said before, notes each change in the history, and publishes them; nothing when nothing differs. */
export async function saveConsents(
  tx: Db,
  userId: string,
  { changes, source }: { changes: Pick<Consent, 'channel' | 'topic' | 'granted'>[]; source: ConsentChange['source'] },
  changedBy: string
): Promise<void> {
  const { rows } = await sql<{
    channel: Consent['channel']
    topic: ConsentChange['topic']
    granted: boolean
    at: string
  }>`
    with said as (
      select "channel", "topic", "granted"
      from json_to_recordset(${JSON.stringify(changes)}::json) as s("channel" text, "topic" text, "granted" boolean)
    ), changed as (
      select said.*, coalesce(c."granted", false) as "before" from said
      left join consents c on c."userId" = ${userId} and c."channel" = said."channel" and c."topic" = said."topic"
      where said."granted" <> coalesce(c."granted", false)
    ), saved as (
      insert into consents ("userId", "channel", "topic", "granted")
      select ${userId}::uuid, "channel", "topic", "granted" from changed
      on conflict ("userId", "channel", "topic") do update set "granted" = excluded."granted", "changedAt" = now()
    )
    insert into consent_changes ("userId", "channel", "topic", "from", "to", "source", "changedBy")
    select ${userId}::uuid, "channel", "topic", "before", "granted", ${source}, ${changedBy}::uuid from changed
    returning "channel", "topic", "to" as "granted", "at"`.execute(tx)
  if (rows.length === 0) return
  const { rows: counted } = await sql<{ changes: number }>`
    select count(*) as "changes" from consent_changes where "userId" = ${userId}`.execute(tx)
  await publish(tx, 'user.consent-changed', userId, counted[0]!.changes, {
    userId,
    changes: rows.map(({ channel, topic, granted }) => ({ channel, topic, granted })),
    changedAt: rows[0]!.at
  })
}

/** At most `limit` changes before the one with this id, the newest first. */
export async function findConsentChanges(
  db: Db,
  userId: string,
  beforeId: string | null,
  limit: number
): Promise<ConsentChange[]> {
  const { rows } = await sql<ConsentChange>`
    select "id", "channel", "topic", "from", "to", "source", "changedBy", "at" from consent_changes
    where "userId" = ${userId} and "id" < ${beforeId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}
    order by "id" desc limit ${limit}`.execute(db)
  return rows
}
