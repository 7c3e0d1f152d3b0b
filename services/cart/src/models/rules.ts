import { sql } from 'kysely'
import type { ShippingMethod } from '../schemas/shipping-methods.ts'
import type { TaxProfile } from '../schemas/tax-profiles.ts'
import type { Db } from './carts.ts'
import { promotionJson, type PromotionRow } from './promotions.ts'

/** All that sums depend on but the cart itself: promotions without a code, shipping methods, tax profiles. */
export interface Rules {
  version: number
  promotions: PromotionRow[]
  methods: ShippingMethod[]
  profiles: TaxProfile[]
}

/** Says that rules are about to be others. */
export const raiseRulesVersion = sql`update "rulesVersion" set "version" = "version" + 1`

export const methodJson = sql`json_build_object('code', m."code", 'name', m."name", 'countries', m."countries", 'regions', m."regions",
  'tariffs', m."tariffs", 'insured', m."insured", 'signature', m."signature", 'splits', m."splits",
  'transitDays', m."transitDays", 'position', m."position", 'active', m."active", 'version', m."version")`
export const profileJson = sql`json_build_object('code', t."code", 'name', t."name", 'country', t."country", 'region', t."region",
  'validFrom', t."validFrom", 'validTo', t."validTo", 'prices', t."prices", 'shippingTaxed', t."shippingTaxed",
  'rates', t."rates", 'version', t."version")`

/** All rules that count now or later, in one statement. */
export async function readRules(db: Db): Promise<Rules> {
  const { rows } = await sql<Rules>`select (select "version" from "rulesVersion") as "version",
    coalesce((select json_agg(${promotionJson}) from promotions p
      where p."code" is null and p."active" and (p."endsAt" is null or p."endsAt" > now())), '[]') as "promotions",
    coalesce((select json_agg(${methodJson} order by m."position", m."code") from shipping_methods m where m."active"), '[]') as "methods",
    coalesce((select json_agg(${profileJson} order by t."validFrom" desc, t."code") from tax_profiles t), '[]') as "profiles"`.execute(
    db
  )
  return rows[0]!
}
