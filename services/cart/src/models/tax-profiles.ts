import { sql } from 'kysely'
import type { TaxProfile } from '../schemas/tax-profiles.ts'
import type { Db } from './carts.ts'
import { profileJson, raiseRulesVersion } from './rules.ts'

type Content = Omit<TaxProfile, 'version'>

const columns = sql`("name", "country", "region", "validFrom", "validTo", "prices", "shippingTaxed", "rates")`
const valuesOf = (
  row: Content
) => sql`${row.name}, ${row.country}, ${row.region}::text, ${row.validFrom}::date, ${row.validTo}::date,
  ${row.prices}, ${row.shippingTaxed}::boolean, ${JSON.stringify(row.rates)}::jsonb`

/** All tax profiles, by place. */
export async function findProfiles(db: Db): Promise<TaxProfile[]> {
  const { rows } = await sql<{ profile: TaxProfile }>`select ${profileJson} as "profile" from tax_profiles t
    order by t."country", t."region" nulls first, t."validFrom", t."code"`.execute(db)
  return rows.map(({ profile }) => profile)
}

/** Adds a profile; undefined when the code is taken. */
export async function insertProfile(db: Db, row: Content): Promise<TaxProfile | undefined> {
  const { rows } = await sql<{ profile: TaxProfile }>`
    with t as (
      insert into tax_profiles ("code", "name", "country", "region", "validFrom", "validTo", "prices", "shippingTaxed", "rates")
      values (${row.code}, ${valuesOf(row)}) on conflict ("code") do nothing returning *
    ), raised as (${raiseRulesVersion} where exists (select from t))
    select ${profileJson} as "profile" from t`.execute(db)
  return rows[0]?.profile
}

/** Replaces a profile, if it still has this version; undefined when it has not, or is not there. */
export async function updateProfile(db: Db, row: Content, version: number): Promise<TaxProfile | undefined> {
  const { rows } = await sql<{ profile: TaxProfile }>`
    with t as (
      update tax_profiles set ${columns} = (${valuesOf(row)}), "version" = "version" + 1
      where "code" = ${row.code} and "version" = ${version} returning *
    ), raised as (${raiseRulesVersion} where exists (select from t))
    select ${profileJson} as "profile" from t`.execute(db)
  return rows[0]?.profile
}
