import { sql } from 'kysely'
import type { Breakdown } from '../schemas/designs.ts'
import type { FixedPrice, RatesNow } from './currencies.ts'
import type { Db } from './designs.ts'

/** What is known of the line at `index`; `price…` are null when it is not priced, `pieceStatus` when there is no such piece of the variant. */
export interface OfferRow {
  index: number
  sku: string
  title: string
  slug: string
  imageUrl: string | null
  oneOfAKind: boolean
  free: number
  pieceStatus: string | null
  unitMinor: number | null
  currency: string | null
  breakdown: Breakdown | null
  type: string
  categories: string[]
  metal: string | null
  purity: string | null
  fineness: number | null
  colour: string | null
  size: string | null
  grossMg: number
  netMg: number
  stones: { kind: string; shape?: string; count: number; caratMct: number }[]
  serial: string | null
  huid: string | null
  certificates: { lab: string; number: string }[]
  leadTimeDays: number | null
  takenBack: boolean
  isFixed: boolean
  fixed: FixedPrice | null
  rates: RatesNow | null
  rate: { id: number; metal: string; fineness: number; minorPerGram: number } | null
}

/** What each line would cost and how much of it is there, in one statement, with what it takes to price it in this currency; `withRates` asks for exchange rates also where the price needs none. Lines of variants that are not sold are left out. */
export async function findOffers(
  db: Db,
  lines: { variantId: string; pieceId: string | null }[],
  currency: string,
  withRates: boolean
): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`
    select l."n"::int - 1 as "index", v."sku", coalesce(p."title", d."title") as "title", d."slug", d."imageUrl", v."oneOfAKind",
      v."onHand" - v."reserved" as "free", p."status" as "pieceStatus", coalesce(p."totalMinor", v."totalMinor") as "unitMinor",
      case when p."totalMinor" is null then v."currency" else p."currency" end as "currency",
      case when p."totalMinor" is null then v."breakdown" else p."breakdown" end as "breakdown",
      d."type", d."categories", v."metal", v."purity", v."fineness", v."colour", v."size",
      case when s."pieceId" is null then v."grossMg" else round(s."caratMct" / 5.0)::int end as "grossMg", v."netMg",
      case when s."pieceId" is null then v."stones" else
        jsonb_build_array(jsonb_build_object('kind', 'diamond', 'shape', s."shape", 'count', 1, 'caratMct', s."caratMct")) end as "stones",
      p."serial", p."huid", coalesce(p."certificates", '[]') as "certificates", v."leadTimeDays",
      d."attributes" -> 'returnable' is distinct from 'false' as "takenBack",
      p."totalMinor" is null and v."extras" ? 'fixedMinor' as "isFixed",
      case when ${currency} = v."currency" or p."totalMinor" is not null then null else "fixedPrice"(v."id", ${currency}) end as "fixed",
      case when ${currency} = coalesce(p."currency", v."currency") and not ${withRates}::boolean then null else (select "ratesNow"()) end as "rates", case when r."id" is null then null else
        json_build_object('id', r."id", 'metal', r."metal", 'fineness', r."fineness", 'minorPerGram', r."minorPerGram") end as "rate"
    from "askedLines"(${lines.map(({ variantId }) => variantId)}, ${lines.map(({ pieceId }) => pieceId)}, '{}') l
    join variants v on v."id" = l."variantId" and v."active"
    join designs d on d."id" = v."designId" and d."status" in ('published', 'hidden')
    left join pieces p on p."id" = l."pieceId" and p."variantId" = v."id"
    left join stones s on s."pieceId" = p."id"
    left join "metalRates" r on r."id" = v."rateId"
    order by l."n"`.execute(db)
  return rows
}
