import { sql } from 'kysely'
import type { ExchangeRate, NewExchangeRate, NewListPrices, NewPriceList, PriceList } from '../schemas/currencies.ts'
import type { Db } from './designs.ts'

/** The exchange rates in force by currency; `perUnit` in units of the shop's currency. */
export type RatesNow = Record<string, { id: number; perUnit: string }>
export interface FixedPrice {
  listId: string
  totalMinor: number
}

const rateColumns = sql`"id", "currency", trim_scale("perUnit")::text as "perUnit", "effectiveAt", "source"`

export async function saveExchangeRate(
  db: Db,
  {
    currency,
    perUnit,
    effectiveAt = null,
    source
  }: Omit<NewExchangeRate, 'effectiveAt'> & { effectiveAt?: string | null },
  madeBy: string
): Promise<ExchangeRate> {
  const { rows } = await sql<ExchangeRate>`
    insert into "exchangeRates" ("currency", "perUnit", "effectiveAt", "source", "madeBy")
    values (${currency}, ${perUnit}::numeric, coalesce(${effectiveAt}::timestamptz, clock_timestamp()), ${source}, ${madeBy}) returning ${rateColumns}`.execute(
    db
  )
  return rows[0]!
}

/** Up to `limit` exchange rates noted before this one, the newest first. */
export async function findExchangeRates(
  db: Db,
  currency: string | undefined,
  beforeId: number | null,
  limit: number
): Promise<ExchangeRate[]> {
  const { rows } = await sql<ExchangeRate>`
    select ${rateColumns} from "exchangeRates" where "currency" = coalesce(${currency ?? null}, "currency")
      and "id" < coalesce(${beforeId}::bigint, 9223372036854775807) order by "id" desc limit ${limit}`.execute(db)
  return rows
}

const listColumns = sql`l."id", l."name", l."currency", l."validFrom", l."validUntil",
  (select count(*)::int from "listPrices" p where p."listId" = l."id") as "prices"`

export async function savePriceList(
  tx: Db,
  { name, currency, validFrom, validUntil }: NewPriceList,
  madeBy: string
): Promise<PriceList> {
  const { rows } = await sql<PriceList>`
    with l as (
      insert into "priceLists" ("name", "currency", "validFrom", "validUntil", "madeBy")
      values (${name}, ${currency}, ${validFrom ?? null}, ${validUntil ?? null}, ${madeBy}) returning *
    )
    select ${listColumns} from l`.execute(tx)
  return rows[0]!
}

/** Up to `limit` price lists made before this one, the newest first. */
export async function findPriceLists(db: Db, beforeId: string | null, limit: number): Promise<PriceList[]> {
  const { rows } = await sql<PriceList>`
    select ${listColumns} from "priceLists" l where l."id" < coalesce(${beforeId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    order by l."id" desc limit ${limit}`.execute(db)
  return rows
}

/** Sets or removes prices of a list, and returns it; undefined when there is no such list. Variants that there are not are passed over. */
export async function saveListPrices(
  db: Db,
  listId: string,
  prices: NewListPrices['prices']
): Promise<PriceList | undefined> {
  const given = JSON.stringify(prices)
  return db.transaction().execute(async (tx) => {
    const { rows: found } = await sql`select from "priceLists" where "id" = ${listId} for no key update`.execute(tx)
    if (found.length === 0) return undefined
    await sql`
      with given as (
        select r."variantId", r."totalMinor" from json_to_recordset(${given}::json) r("variantId" uuid, "totalMinor" bigint)
        join variants v on v."id" = r."variantId"
      ),
      gone as (delete from "listPrices" p using given g where p."listId" = ${listId} and p."variantId" = g."variantId" and g."totalMinor" is null)
      insert into "listPrices" ("listId", "variantId", "totalMinor") select ${listId}, "variantId", "totalMinor" from given where "totalMinor" is not null
      on conflict ("variantId", "listId") do update set "totalMinor" = excluded."totalMinor"`.execute(tx)
    const { rows } = await sql<PriceList>`select ${listColumns} from "priceLists" l where l."id" = ${listId}`.execute(
      tx
    )
    return rows[0]
  })
}

/** What variants are priced by in this currency: fixed prices that are valid now, and all exchange rates. One statement. */
export async function findPricing(
  db: Db,
  variantIds: string[],
  currency: string
): Promise<{ rates: RatesNow | null; fixed: Record<string, FixedPrice> | null }> {
  const { rows } = await sql<{ rates: RatesNow | null; fixed: Record<string, FixedPrice> | null }>`
    select "ratesNow"() as "rates", (
      select json_object_agg(v, f) from unnest(${variantIds}::uuid[]) v cross join lateral (select "fixedPrice"(v, ${currency}) as f) p where f is not null
    ) as "fixed"`.execute(db)
  return rows[0]!
}

/** The exchange rates in force. */
export async function findRatesNow(db: Db): Promise<RatesNow> {
  const { rows } = await sql<{ rates: RatesNow | null }>`select "ratesNow"() as "rates"`.execute(db)
  return rows[0]!.rates ?? {}
}
