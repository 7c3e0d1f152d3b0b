import { sql } from 'kysely'
import type { Alert, NewAlert } from '../schemas/alerts.ts'
import { tellPeople, type News } from './audiences.ts'
import type { Db } from './messages.ts'

/** Saves what a person wants to be told of; the same again is the one that is there. Undefined when they have `atMost` already. */
export async function saveAlert(tx: Db, userId: string, alert: NewAlert, atMost: number): Promise<Alert | undefined> {
  const { kind, variantId = null, slug = null } = alert
  const { rows } = await sql<Alert>`
    with added as (
      insert into alerts ("userId", "kind", "variantId", "slug")
      select ${userId}::uuid, ${kind}, ${variantId}::uuid, ${slug}
      where (select count(*) from alerts where "userId" = ${userId}) < ${atMost}
      on conflict do nothing returning "id", "kind", "variantId", "slug", "createdAt")
    select * from added union all
    select "id", "kind", "variantId", "slug", "createdAt" from alerts
    where "userId" = ${userId} and "kind" = ${kind} and "variantId" is not distinct from ${variantId}::uuid and "slug" is not distinct from ${slug}
    limit 1`.execute(tx)
  return rows[0]
}

/** What a person wants to be told of, the newest first. */
export async function findAlerts(db: Db, userId: string): Promise<Alert[]> {
  const { rows } = await sql<Alert>`
    select "id", "kind", "variantId", "slug", "createdAt" from alerts where "userId" = ${userId} order by "id" desc limit 200`.execute(
    db
  )
  return rows
}

/** False when it is not theirs. */
export async function deleteAlert(db: Db, userId: string, id: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`delete from alerts where "id" = ${id} and "userId" = ${userId}`.execute(db)
  return numAffectedRows > 0n
}

/** Tells whoever waits for a variant, or for any of its design, and has them wait no more. */
export async function tellRestocked(tx: Db, news: News, { variantId, slug }: { variantId: string; slug: string }) {
  const { rows } = await sql<{ userId: string }>`
    delete from alerts where "kind" = 'back-in-stock' and ("variantId" = ${variantId}::uuid or "slug" = ${slug}) returning "userId"`.execute(
    tx
  )
  return tellAll(tx, news, rows)
}

/** Tells whoever waits for a lower price of a design, but nobody who was told of one as low. */
export async function tellPriceDropped(tx: Db, news: News, { slug, fromMinor }: { slug: string; fromMinor: number }) {
  const { rows } = await sql<{ userId: string }>`
    update alerts set "toldMinor" = ${fromMinor} where "kind" = 'price-drop' and "slug" = ${slug}
      and ("toldMinor" is null or "toldMinor" > ${fromMinor}) returning "userId"`.execute(tx)
  return tellAll(tx, news, rows)
}

/** Those of these slugs that somebody waits for a lower price of. */
export async function findWatchedSlugs(tx: Db, slugs: string[]): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select distinct "slug" from alerts where "kind" = 'price-drop' and "slug" = any(${slugs}::text[])`.execute(tx)
  return rows.map(({ slug }) => slug)
}

const tellAll = async (tx: Db, news: News, people: { userId: string }[]): Promise<number> =>
  people.length === 0
    ? 0
    : tellPeople(
        tx,
        news,
        sql`select * from contacts where "userId" = any(${people.map(({ userId }) => userId)}::uuid[])`
      )
