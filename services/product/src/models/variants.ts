import type { Once } from '@lumora/kit/idempotency'
import { sql } from 'kysely'
import type { Stock } from '../schemas/designs.ts'
import type { Db } from './designs.ts'

export interface VariantRow {
  designId: string
  sku: string
  position: number
  metal: string
  purity: string
  fineness: number
  rateId: number | null
  colour: string | null
  size: string | null
  grossMg: number
  netMg: number
  stones: unknown
  making: unknown
  extras: unknown
  oneOfAKind: boolean
  leadTimeDays: number | null
  onHand: number
  totalMinor: number
  currency: string
  breakdown: unknown
  doc: string
}

export interface SavedVariant {
  id: string
  sku: string
}

/** Adds the variants, or changes those with the same SKU; stock is only set on new ones (on those xmax is 0), and recorded. A SKU of another design, or of another kind, is left out of what is returned. */
export async function saveVariantRows(tx: Db, rows: VariantRow[]): Promise<SavedVariant[]> {
  const { rows: saved } = await sql<SavedVariant>`
    with saved as (
      insert into variants ("designId", "sku", "position", "metal", "purity", "fineness", "rateId", "colour", "size", "grossMg", "netMg", "stones", "making", "extras",
        "oneOfAKind", "leadTimeDays", "onHand", "totalMinor", "currency", "breakdown", "doc")
      select "designId", "sku", "position", "metal", "purity", "fineness", "rateId", "colour", "size", "grossMg", "netMg", "stones", "making", "extras",
        "oneOfAKind", "leadTimeDays", "onHand", "totalMinor", "currency", "breakdown", "doc"
      from json_to_recordset(${JSON.stringify(rows)}::json) r("designId" uuid, "sku" text, "position" int, "metal" text, "purity" text, "fineness" int, "rateId" bigint, "colour" text,
        "size" text, "grossMg" int, "netMg" int, "stones" jsonb, "making" jsonb, "extras" jsonb, "oneOfAKind" boolean, "leadTimeDays" int, "onHand" int,
        "totalMinor" bigint, "currency" text, "breakdown" jsonb, "doc" text)
      order by "sku"
      on conflict ("sku") do update set "position" = excluded."position", "metal" = excluded."metal", "purity" = excluded."purity", "fineness" = excluded."fineness", "rateId" = excluded."rateId",
        "colour" = excluded."colour", "size" = excluded."size", "grossMg" = excluded."grossMg", "netMg" = excluded."netMg",
        "stones" = excluded."stones", "making" = excluded."making", "extras" = excluded."extras", "leadTimeDays" = excluded."leadTimeDays", "totalMinor" = excluded."totalMinor",
        "currency" = excluded."currency", "breakdown" = excluded."breakdown", "doc" = excluded."doc", "active" = true, "updatedAt" = now()
      where variants."designId" = excluded."designId" and variants."oneOfAKind" = excluded."oneOfAKind"
      returning "id", "sku", "onHand", xmax = 0 as "isNew"
    ),
    received as (
      insert into "stockMovements" ("variantId", "kind", "onHandDelta", "reservedDelta")
      select "id", 'received', "onHand", 0 from saved where "isNew" and "onHand" > 0
    )
    select "id", "sku" from saved`.execute(tx)
  return saved
}

/** Takes the variants of these designs that are not among the SKUs out of sale. */
export async function retireVariants(tx: Db, designIds: string[], skus: string[]): Promise<void> {
  await sql`
    update variants set "active" = false, "updatedAt" = now()
    where "designId" = any(${designIds}) and "active" and "sku" <> all(${skus})`.execute(tx)
}

export interface PieceRow {
  variantId: string
  serial: string
  huid: string | null
  certificates: unknown
}

/** Adds the pieces that are not yet there; those of one-of-a-kind variants come into stock. Returns the serials that belong to another variant. */
export async function savePieceRows(tx: Db, rows: PieceRow[]): Promise<string[]> {
  const given = JSON.stringify(rows)
  await sql`
    with added as (
      insert into pieces ("variantId", "serial", "huid", "certificates")
      select "variantId", "serial", "huid", "certificates"
      from json_to_recordset(${given}::json) r("variantId" uuid, "serial" text, "huid" text, "certificates" jsonb) order by "serial"
      on conflict ("serial") do nothing returning "id", "variantId"
    ),
    counted as (select "variantId", count(*)::int as "count" from added group by 1),
    raised as (
      update variants v set "onHand" = v."onHand" + counted."count" from counted
      where v."id" = counted."variantId" and v."oneOfAKind" returning v."id", counted."count"
    )
    insert into "stockMovements" ("variantId", "kind", "onHandDelta", "reservedDelta") select "id", 'received', "count", 0 from raised`.execute(
    tx
  )
  const { rows: taken } = await sql<{ serial: string }>`
    select p."serial" from pieces p join json_to_recordset(${given}::json) r("variantId" uuid, "serial" text) on r."serial" = p."serial"
    where r."variantId" <> p."variantId"`.execute(tx)
  return taken.map(({ serial }) => serial)
}

interface Change {
  variantId: string
  delta: number
  reason: string
  madeBy: string
}

/** Changes what is on hand of a counted variant, with its movement and the stored answer; undefined when that is not possible. */
export function saveStockChange(
  db: Db,
  once: Once,
  { variantId, delta, reason, madeBy }: Change
): Promise<Stock | undefined> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<Stock>`
      with changed as (
        update variants set "onHand" = "onHand" + ${delta}, "updatedAt" = now()
        where "id" = ${variantId} and not "oneOfAKind" and "onHand" + ${delta} >= "reserved" and "onHand" + ${delta} <= 2000000000
        returning "id", "onHand", "reserved"
      ),
      moved as (
        insert into "stockMovements" ("variantId", "kind", "onHandDelta", "reservedDelta", "reason", "madeBy")
        select "id", 'adjusted', ${delta}, 0, ${reason}, ${madeBy} from changed
      )
      select "id" as "variantId", "onHand", "reserved" from changed`.execute(tx)
    return rows[0] && (await once.answer(tx, 200, rows[0]))
  })
}

export interface StockRow extends Stock {
  oneOfAKind: boolean
}

export async function findStock(db: Db, variantId: string): Promise<StockRow | undefined> {
  const { rows } = await sql<StockRow>`
    select "id" as "variantId", "onHand", "reserved", "oneOfAKind" from variants where "id" = ${variantId}`.execute(db)
  return rows[0]
}

/** What a variant's price is made from. */
export interface PricedVariant {
  id: string
  designId: string
  metal: string
  purity: string
  grossMg: number
  netMg: number
  stones: unknown
  making: unknown
  extras: unknown
  doc: string
}

/** The variants on sale of these designs, locked, to be priced anew. */
export async function findVariantsOf(tx: Db, designIds: string[]): Promise<PricedVariant[]> {
  const { rows } = await sql<PricedVariant>`
    select "id", "designId", "metal", "purity", "grossMg", "netMg", "stones", "making", "extras", "doc" from variants
    where "designId" = any(${designIds}) and "active" order by "id" for no key update`.execute(tx)
  return rows
}

/** Writes new prices of variants. */
export async function saveVariantPrices(
  tx: Db,
  rows: { id: string; rateId: number | null; totalMinor: number; breakdown: unknown; doc: string }[]
): Promise<void> {
  await sql`
    update variants v set "rateId" = r."rateId", "totalMinor" = r."totalMinor", "breakdown" = r."breakdown", "doc" = r."doc", "updatedAt" = now()
    from json_to_recordset(${JSON.stringify(rows)}::json) r("id" uuid, "rateId" bigint, "totalMinor" bigint, "breakdown" jsonb, "doc" text) where v."id" = r."id"`.execute(
    tx
  )
}

/** Of these variants, those that are on sale and in stock. */
export async function findInStock(
  db: Db,
  variantIds: string[]
): Promise<{ variantId: string; sku: string; slug: string; title: string; version: number }[]> {
  const { rows } = await sql<{ variantId: string; sku: string; slug: string; title: string; version: number }>`
    select v."id" as "variantId", v."sku", d."slug", d."title", d."version" from variants v join designs d on d."id" = v."designId"
    where v."id" = any(${variantIds}) and v."active" and v."onHand" > v."reserved" and d."status" = 'published'`.execute(
    db
  )
  return rows
}
