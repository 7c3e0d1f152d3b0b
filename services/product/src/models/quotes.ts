import { sql } from 'kysely'
import type { Breakdown } from '../schemas/designs.ts'
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
  size: string | null
  leadTimeDays: number | null
  rate: { id: number; metal: string; fineness: number; minorPerGram: number } | null
}

/** What each line would cost and how much of it is there, in one statement. Lines of variants that are not sold are left out. */
export async function findOffers(db: Db, lines: { variantId: string; pieceId: string | null }[]): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`
    select l."n"::int - 1 as "index", v."sku", coalesce(p."title", d."title") as "title", d."slug", d."imageUrl", v."oneOfAKind",
      v."onHand" - v."reserved" as "free", p."status" as "pieceStatus", coalesce(p."totalMinor", v."totalMinor") as "unitMinor",
      case when p."totalMinor" is null then v."currency" else p."currency" end as "currency",
      case when p."totalMinor" is null then v."breakdown" else p."breakdown" end as "breakdown",
      d."type", v."size", v."leadTimeDays", case when r."id" is null then null else
        json_build_object('id', r."id", 'metal', r."metal", 'fineness', r."fineness", 'minorPerGram', r."minorPerGram") end as "rate"
    from unnest(${lines.map(({ variantId }) => variantId)}::uuid[], ${lines.map(({ pieceId }) => pieceId)}::uuid[]) with ordinality l("variantId", "pieceId", "n")
    join variants v on v."id" = l."variantId" and v."active"
    join designs d on d."id" = v."designId" and d."status" in ('published', 'hidden')
    left join pieces p on p."id" = l."pieceId" and p."variantId" = v."id"
    left join "metalRates" r on r."id" = v."rateId"
    order by l."n"`.execute(db)
  return rows
}
