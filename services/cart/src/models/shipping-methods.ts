import { sql } from 'kysely'
import type { ShippingMethod } from '../schemas/shipping-methods.ts'
import type { Db } from './carts.ts'
import { methodJson, raiseRulesVersion } from './rules.ts'

type Content = Omit<ShippingMethod, 'version'>

const columns = sql`("name", "countries", "regions", "tariffs", "insured", "signature", "splits", "transitDays", "position", "active")`
const valuesOf = (
  row: Content
) => sql`${row.name}, ${row.countries}::text[], ${row.regions}::text[], ${JSON.stringify(row.tariffs)}::jsonb,
  ${row.insured}::boolean, ${row.signature}::boolean, ${row.splits}::boolean, ${row.transitDays}::integer, ${row.position}::integer,
  ${row.active}::boolean`

/** All shipping methods in their order. */
export async function findMethods(db: Db): Promise<ShippingMethod[]> {
  const { rows } = await sql<{ method: ShippingMethod }>`
    select ${methodJson} as "method" from shipping_methods m order by m."position", m."code"`.execute(db)
  return rows.map(({ method }) => method)
}

/** Adds a method; undefined when the code is taken. */
export async function insertMethod(db: Db, row: Content): Promise<ShippingMethod | undefined> {
  const { rows } = await sql<{ method: ShippingMethod }>`
    with m as (
      insert into shipping_methods ("code", "name", "countries", "regions", "tariffs", "insured", "signature", "splits",
        "transitDays", "position", "active")
      values (${row.code}, ${valuesOf(row)}) on conflict ("code") do nothing returning *
    ), raised as (${raiseRulesVersion} where exists (select from m))
    select ${methodJson} as "method" from m`.execute(db)
  return rows[0]?.method
}

/** Replaces a method, if it still has this version; undefined when it has not, or is not there. */
export async function updateMethod(db: Db, row: Content, version: number): Promise<ShippingMethod | undefined> {
  const { rows } = await sql<{ method: ShippingMethod }>`
    with m as (
      update shipping_methods set ${columns} = (${valuesOf(row)}), "version" = "version" + 1
      where "code" = ${row.code} and "version" = ${version} returning *
    ), raised as (${raiseRulesVersion} where exists (select from m))
    select ${methodJson} as "method" from m`.execute(db)
  return rows[0]?.method
}
