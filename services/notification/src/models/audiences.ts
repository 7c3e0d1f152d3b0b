import { sql, type RawBuilder } from 'kysely'
import type { Channel, Db } from './messages.ts'

export interface News {
  eventId: string
  template: string
  topic: string
  /** What all are told alike. */
  values: Record<string, unknown>
  /** Each channel, and in which state a message of it begins. */
  channels: Partial<Record<Channel, 'waiting' | 'shown' | 'delivered'>>
  /** By language; who reads another language is told in English. */
  templateIds: Record<string, string>
  campaignId?: string
}

/** The address of a contact `c` on a channel `ch`; null when there is none that is confirmed. */
const address = sql`case ch."channel" when 'inbox' then c."userId"::text when 'sms' then c."phone"
  else case when c."isConfirmed" then c."email" end end`

/** Writes a message for each contact that `people`, a query of contacts, gives, and each channel, but to nobody who said no. One statement, whatever their number. */
export async function tellPeople(tx: Db, news: News, people: RawBuilder<unknown>): Promise<number> {
  const { eventId, template, topic, values, channels, templateIds, campaignId = null } = news
  const { rows } = await sql<{ told: number }>`
    with c as (${people}), added as (
      insert into messages ("eventId", "channel", "recipient", "userId", "template", "templateId", "values", "locale", "topic", "state", "dueAt", "isUrgent", "campaignId")
      select ${eventId}::uuid, ch."channel", ${address}, c."userId", ${template},
        coalesce(t.ids->>lower(substring(c."locale" for 2)), t.ids->>'en')::uuid,
        ${JSON.stringify(values)}::jsonb || jsonb_build_object('name', c."name", 'email', coalesce(c."email", '')),
        c."locale", ${topic}, ch."state", case when ch."state" = 'waiting' then now() end, false, ${campaignId}::uuid
      from c cross join (select ${JSON.stringify(templateIds)}::jsonb as ids) t
      cross join (select key as "channel", value as "state" from json_each_text(${JSON.stringify(channels)}::json)) ch
      where ${address} is not null
        and not exists (select from consents n where n."userId" = c."userId" and n."channel" = ch."channel" and n."topic" = ${topic} and not n."granted")
        and (ch."channel" <> 'email' or not exists (select from suppressions s where s."email" = lower(c."email")))
      on conflict ("eventId", "channel", "recipient") do nothing returning 1)
    select count(*) as "told" from added`.execute(tx)
  return rows[0]!.told
}
