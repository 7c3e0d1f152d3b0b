import { sql } from 'kysely'
import type { Shipment } from '../schemas/shipments.ts'
import type { Db } from './orders.ts'

export type ShipmentRow = Shipment

/** How much of each line has gone and come back, by its place; a row comes with the first that asks. */
export async function openCounts(tx: Db, orderId: string): Promise<void> {
  await sql`insert into line_counts ("orderId", "position", "quantity")
    select "orderId", "position", "quantity" from order_lines where "orderId" = ${orderId} on conflict do nothing`.execute(
    tx
  )
}

export interface Count {
  position: number
  quantity: number
}

/** Counts what is to be shipped; false, and nothing counted for good, when a line has not so much left. */
export async function countShipped(tx: Db, orderId: string, counts: Count[]): Promise<boolean> {
  const { rows } = await sql`
    update line_counts c set "shipped" = c."shipped" + n."quantity"
    from json_to_recordset(${JSON.stringify(counts)}::json) as n ("position" integer, "quantity" integer)
    where c."orderId" = ${orderId} and c."position" = n."position" and c."shipped" + n."quantity" <= c."quantity"
    returning c."position"`.execute(tx)
  return rows.length === counts.length
}

export interface NewShipmentRow {
  orderId: string
  carrier: string
  trackingNumber: string | null
  sealNumber: string | null
  address: object
  byId: string
  lines: (Count & { serials: string[] })[]
}

const shipmentOf = (where: ReturnType<typeof sql>) => sql<ShipmentRow>`
  select s."id", s."carrier", c."name" as "carrierName", s."trackingNumber",
    replace(c."trackingUrl", '{number}', s."trackingNumber") as "trackingUrl", s."sealNumber", s."address", s."shippedAt",
    s."deliveredAt", (select json_agg(json_build_object('position', l."position", 'title', o."title", 'quantity', l."quantity",
      'serials', l."serials") order by l."position") from shipment_lines l join order_lines o using ("orderId", "position")
      where l."shipmentId" = s."id") as "lines"
  from shipments s join carriers c on c."code" = s."carrier" where ${where} order by s."id"`

/** Saves a shipment with its lines; undefined when the carrier is not one of ours. */
export async function insertShipment(tx: Db, shipment: NewShipmentRow): Promise<ShipmentRow | undefined> {
  const { orderId, carrier, trackingNumber, sealNumber, address, byId } = shipment
  const { rows } = await sql<{ id: string }>`
    with s as (
      insert into shipments ("orderId", "carrier", "trackingNumber", "sealNumber", "address", "byId")
      select ${orderId}, "code", ${trackingNumber}, ${sealNumber}, ${JSON.stringify(address)}, ${byId}
      from carriers where "code" = ${carrier} returning "id"
    ), gone as (
      insert into shipment_lines ("shipmentId", "orderId", "position", "quantity", "serials")
      select s."id", ${orderId}, l."position", l."quantity", l."serials"
      from s, json_to_recordset(${JSON.stringify(shipment.lines)}::json) as l ("position" integer, "quantity" integer, "serials" text[])
    ) select "id" from s`.execute(tx)
  const made = rows[0]
  return made && findShipment(tx, made.id)
}

/** One shipment. */
export async function findShipment(db: Db, id: string): Promise<ShipmentRow | undefined> {
  const { rows } = await shipmentOf(sql`s."id" = ${id}`).execute(db)
  return rows[0]
}

/** The shipments of an order, the first first. */
export async function findShipments(db: Db, orderId: string): Promise<ShipmentRow[]> {
  const { rows } = await shipmentOf(sql`s."orderId" = ${orderId}`).execute(db)
  return rows
}

/** Notes the arrival; false when it was noted before. */
export async function noteDelivery(tx: Db, orderId: string, id: string): Promise<boolean> {
  const { rows } = await sql`update shipments set "deliveredAt" = now()
    where "id" = ${id} and "orderId" = ${orderId} and "deliveredAt" is null returning "id"`.execute(tx)
  return rows.length > 0
}

/** Has the order say how far it has gone, by its shipments. */
export async function noteFulfilment(tx: Db, orderId: string): Promise<void> {
  await sql`update orders set "fulfilment" = case
      when exists (select from line_counts where "orderId" = ${orderId} and "shipped" < "quantity") then 'partly-shipped'
      when exists (select from shipments where "orderId" = ${orderId} and "deliveredAt" is null) then 'shipped'
      else 'delivered' end
    where "id" = ${orderId}`.execute(tx)
}
