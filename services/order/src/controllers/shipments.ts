import { publish } from '@lumora/kit/events'
import { around } from '@lumora/kit/failpoints'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import { lockOrder, type Db, type OrderRow } from '../models/orders.ts'
import {
  countShipped,
  findShipments,
  insertShipment,
  noteDelivery,
  noteFulfilment,
  openCounts
} from '../models/shipments.ts'
import type { OrderLine } from '../schemas/orders.ts'
import type { NewShipment, Shipment } from '../schemas/shipments.ts'
import { issuePackingSlip } from './documents.ts'
import { readOrder, type Deps, type Reader } from './orders.ts'
import { articleOf } from './papers.ts'
import { toldOfOrder } from './steps.ts'

const notFound = () => new Problem(404, 'not-found', 'There is no such order or shipment.')

/** The serial of a line's piece, if it is one of a kind. */
export const serialOf = (line: OrderLine): string | null =>
  line.pieceId === null ? null : (articleOf(line)?.serial ?? null)

/** Each line once, and, where they are scanned, with the serial of its piece and no other; throws 400 or 422. */
export function checkLines(
  order: OrderRow,
  wanted: { position: number; serials?: string[] }[],
  areScanned = true
): void {
  if (new Set(wanted.map(({ position }) => position)).size !== wanted.length)
    throw new Problem(400, 'input-not-valid', 'Name each line of the order once.')
  for (const { position, serials = [] } of wanted) {
    const line = order.lines.find((each) => each.position === position)
    if (!line) throw new Problem(422, 'line-not-of-order', `The order has no line ${position}.`, { position })
    const serial = serialOf(line)
    const fits = serial === null ? serials.length === 0 : serials.length === 1 && serials[0] === serial
    if (areScanned && !fits)
      throw new Problem(422, 'serial-not-of-order', `Scan the piece that line ${position} is of, and no other.`, {
        position
      })
  }
}

/** Sends a part of a confirmed order, or all of it. 409 when a line has not so much left, 422 when a piece is another. */
export function shipOrder(
  deps: Deps,
  once: Once,
  byId: string,
  orderId: string,
  { carrier, lines, ...marks }: NewShipment
): Promise<Shipment> {
  const { trackingNumber, sealNumber } = { trackingNumber: null, sealNumber: null, ...marks }
  return around('order.shipped', () =>
    deps.db.transaction().execute(async (tx) => {
      const order = await lockOrder(tx, orderId)
      if (!order) throw notFound()
      if (order.status !== 'confirmed')
        throw new Problem(409, 'order-not-shippable', 'Only a confirmed order is shipped.', {
          orderStatus: order.status
        })
      checkLines(order, lines)
      await openCounts(tx, orderId)
      if (!(await countShipped(tx, orderId, lines)))
        throw new Problem(409, 'more-than-is-left', 'A line has not so many left to ship. Load the order again.')
      const shipment = await insertShipment(tx, {
        orderId,
        carrier,
        trackingNumber,
        sealNumber,
        address: order.shippingAddress,
        byId,
        lines: lines.map(({ position, quantity, serials = [] }) => ({ position, quantity, serials }))
      }).catch(refuseTwin)
      if (!shipment) throw new Problem(422, 'carrier-not-known', 'This carrier is not one of ours.')
      await noteFulfilment(tx, orderId)
      await issuePackingSlip(tx, deps, order, shipment)
      await publish(tx, 'order.shipped', orderId, order.version, {
        ...toldOfOrder(order),
        shipmentId: shipment.id,
        carrier: shipment.carrierName,
        trackingNumber,
        trackingUrl: shipment.trackingUrl,
        lines: shipment.lines.map(({ title, quantity }) => ({ title, quantity }))
      })
      return once.answer(tx, 201, shipment)
    })
  )
}

function refuseTwin(error: { code?: string; table?: string }): never {
  if (error.code === '23505' && error.table === 'shipments')
    throw new Problem(409, 'tracking-number-taken', 'Another shipment has this tracking number.')
  throw error
}

/** Notes that a shipment has arrived, once; asked again, it answers the same. */
export function deliverShipment(
  deps: Deps,
  once: Once,
  { orderId, shipmentId }: { orderId: string; shipmentId: string }
): Promise<Shipment> {
  return around('order.delivered', () =>
    deps.db.transaction().execute(async (tx) => {
      const order = await lockOrder(tx, orderId)
      if (!order) throw notFound()
      if (await noteDelivery(tx, orderId, shipmentId)) {
        await noteFulfilment(tx, orderId)
        await publish(tx, 'order.delivered', orderId, order.version, { ...toldOfOrder(order), shipmentId })
      }
      const shipment = (await listOf(tx, orderId)).find(({ id }) => id === shipmentId)
      if (!shipment) throw notFound()
      return once.answer(tx, 200, shipment)
    })
  )
}

const listOf = (db: Db, orderId: string): Promise<Shipment[]> => findShipments(db, orderId)

/** The shipments of an order, for whoever may see it. */
export async function listShipments(deps: Deps, reader: Reader, orderId: string): Promise<{ items: Shipment[] }> {
  await readOrder(deps, reader, orderId)
  return { items: await listOf(deps.db, orderId) }
}
