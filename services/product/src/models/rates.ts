import type { Database } from '@lumora/kit/database'
import { sql } from 'kysely'
import type { NewRates, Rate } from '../schemas/rates.ts'

/** The rates in force. */
export async function findRates(db: Database): Promise<Rate[]> {
  const { rows } = await sql<Rate>`
    select distinct on ("metal", "fineness") "metal", "fineness", "minorPerGram", "currency", "source", "effectiveAt"
    from "metalRates" order by "metal", "fineness", "effectiveAt" desc, "id" desc`.execute(db)
  return rows
}

/** Lets no rate come into force until this transaction ends, so that what it saves is priced by those that are. */
export async function holdRates(tx: Database): Promise<void> {
  await sql`lock table "metalRates" in share mode`.execute(tx)
}

/** Adds those of the rates that differ from what is in force, and returns how many did. */
export async function addRates(tx: Database, { rates, source }: NewRates, currency: string): Promise<number> {
  await sql`lock table "metalRates" in share row exclusive mode`.execute(tx)
  const { numAffectedRows } = await sql`
    insert into "metalRates" ("metal", "fineness", "minorPerGram", "currency", "source")
    select distinct on (n."metal", n."fineness") n."metal", n."fineness", n."minorPerGram", ${currency}, ${source}
    from json_to_recordset(${JSON.stringify(rates)}::json) n("metal" text, "fineness" int, "minorPerGram" bigint)
    where n."minorPerGram" is distinct from (
      select r."minorPerGram" from "metalRates" r where r."metal" = n."metal" and r."fineness" = n."fineness"
      order by r."effectiveAt" desc, r."id" desc limit 1)`.execute(tx)
  return Number(numAffectedRows)
}
