import type { Database } from '@lumora/kit/database'
import { sql } from 'kysely'
import type { NewRates, Rate, Side } from '../schemas/rates.ts'

/** The rates in force. */
export async function findRates(db: Database): Promise<Rate[]> {
  const { rows } = await sql<Rate>`
    select distinct on ("metal", "fineness", "side") "id", "metal", "fineness", "side", "minorPerGram", "currency", "source", "effectiveAt"
    from "metalRates" order by "metal", "fineness", "side", "effectiveAt" desc, "id" desc`.execute(db)
  return rows
}

/** Up to `limit` rates that are or were in force before this one, the newest first. */
export async function findOldRates(
  db: Database,
  { metal, fineness, side }: { metal?: string; fineness?: number; side?: Side },
  beforeId: number | null,
  limit: number
): Promise<Rate[]> {
  const { rows } = await sql<Rate>`
    select "id", "metal", "fineness", "side", "minorPerGram", "currency", "source", "effectiveAt" from "metalRates"
    where "metal" = coalesce(${metal ?? null}, "metal") and "fineness" = coalesce(${fineness ?? null}::int, "fineness")
      and "side" = coalesce(${side ?? null}, "side") and "id" < coalesce(${beforeId}::bigint, 9223372036854775807)
    order by "id" desc limit ${limit}`.execute(db)
  return rows
}

export async function findRate(db: Database, id: number): Promise<Rate | undefined> {
  const { rows } = await sql<Rate>`
    select "id", "metal", "fineness", "side", "minorPerGram", "currency", "source", "effectiveAt" from "metalRates" where "id" = ${id}`.execute(
    db
  )
  return rows[0]
}

/** Lets no rate come into force until this transaction ends, so that what it saves is priced by those that are. */
export async function holdRates(tx: Database): Promise<void> {
  await sql`lock table "metalRates" in share mode`.execute(tx)
}

/** Lets this transaction wait 5 s for what others hold, as work of staff may. */
export async function waitForOthers(tx: Database): Promise<void> {
  await sql`select set_config('lock_timeout', '5s', true)`.execute(tx)
}

/** Lets nobody else put a rate in force, or save by those that are, until this transaction ends. */
export async function claimRates(tx: Database): Promise<void> {
  await sql`lock table "metalRates" in share row exclusive mode`.execute(tx)
}

/** Adds rates. Call within `claimRates`. */
export async function addRates(tx: Database, { rates, source }: NewRates, currency: string): Promise<void> {
  await sql`
    insert into "metalRates" ("metal", "fineness", "side", "minorPerGram", "currency", "source")
    select n."metal", n."fineness", n."side", n."minorPerGram", ${currency}, ${source}
    from json_to_recordset(${JSON.stringify(rates)}::json) n("metal" text, "fineness" int, "side" text, "minorPerGram" bigint)`.execute(
    tx
  )
}
