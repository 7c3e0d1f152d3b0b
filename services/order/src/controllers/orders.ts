import { createHash } from 'node:crypto'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import type { Carts } from '../clients/cart.ts'
import type { Payments } from '../clients/payment.ts'
import type { Product } from '../clients/product.ts'
import { deleteOldCheckouts } from '../models/checkouts.ts'
import { deleteOldMisses } from '../models/notes.ts'
import { findOrder, findOrders, searchOrders, type Db, type OrderFilter, type OrderRow } from '../models/orders.ts'
import type { Order } from '../schemas/orders.ts'

export interface Deps {
  db: Db
  cart: Carts
  product: Product
  payment: Payments
  /** Guests' order tokens are made with it. */
  tokenSecret: string
  /** How long an order may stay unpaid, in seconds. */
  paySeconds: number
  /** The same for one that is paid by a transfer between banks, in days. */
  bankTransferDays: number
  /** How often a customer, or a guest's cart, may begin a checkout within a minute. */
  checkoutsPerMinute: number
  /** How long after its delivery an article may come back, in days. */
  returnDays: number
  /** By how much an article that comes back may be lighter or heavier than it went, in milligrams. */
  weightToleranceMg: number
  seller: Seller
}

/** Who stands on invoices as the seller, and by what calendar. */
export interface Seller {
  name: string
  address: string
  gstin: string
  /** The state by its GST code and name, such as `27 Maharashtra`. */
  state: string
  timeZone: string
  /** What hallmarking an article costs, in minor units; it is part of the price. */
  hallmarkFeeMinor: number
}

/** Who asks for an order: its customer, a guest with its token, or staff who may read all. */
export interface Reader {
  userId: string | null
  token: string | null
  readsAll: boolean
}

/** What is stored of a token: its SHA-256. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** The order as this reader may see it; one and the same 404 when it is not theirs or is not. */
export async function readOrder({ db }: Deps, { userId, token, readsAll }: Reader, id: string): Promise<OrderRow> {
  const order = await findOrder(db, id, { userId, readsAll, tokenHash: token === null ? null : hashOf(token) })
  if (!order) throw new Problem(404, 'not-found', 'There is no such order.')
  return order
}

/** One order. */
export async function getOrder(deps: Deps, reader: Reader, id: string): Promise<Order> {
  return shown(await readOrder(deps, reader, id))
}

/** A customer's orders, the newest first. */
export async function listOrders({ db }: Deps, userId: string, { after, limit }: { after?: string; limit: number }) {
  const [beforeId] = after === undefined ? [] : readPlace(after, ['id'])
  const rows = await findOrders(db, userId, (beforeId as string | undefined) ?? null, limit + 1)
  return pageOf(rows, limit, ({ id }) => [id], shown)
}

/** All orders that fit, the newest first, for staff. */
export async function searchAllOrders(
  { db }: Deps,
  { after, limit, ...filter }: OrderFilter & { after?: string; limit: number }
) {
  const [beforeId] = after === undefined ? [] : readPlace(after, ['id'])
  const rows = await searchOrders(db, filter, (beforeId as string | undefined) ?? null, limit + 1)
  return pageOf(rows, limit, ({ id }) => [id], shown)
}

const unpaid = new Set(['placed', 'reserved', 'awaiting-payment', 'payment-failed'])

/** The order as its buyer sees it. */
export function shown(order: OrderRow): Order {
  const { attempt, paymentStatus: status, declineReason, paymentAction: action, expiresAt } = order
  return {
    ...order,
    payment: { attempt, status, declineReason, action },
    payBy: unpaid.has(order.status) ? expiresAt : null
  }
}

/** Forgets what was counted and no longer counts. */
export async function forgetOldTries({ db }: Deps): Promise<void> {
  await deleteOldCheckouts(db)
  await deleteOldMisses(db)
}
