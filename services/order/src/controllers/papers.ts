import type { OrderRow } from '../models/orders.ts'
import type { Address, OrderLine, Shipping, Tax } from '../schemas/orders.ts'
import type { Shipment } from '../schemas/shipments.ts'
import type { Seller } from './orders.ts'

/** What is known of an article when it is sold; orders from before have none of it. */
export interface Article {
  type: string
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
  returnable: boolean
}
export const articleOf = (line: OrderLine) => line.article as Article | null

interface PaperLine {
  position: number
  sku: string
  title: string
  quantity: number
  hsn: string
  article: Article | null
  engraving: string | null
  engravingFont?: string
  stonesMinor: number
  listMinor: number
  discountMinor: number
  taxableMinor: number
  taxes: { name: string; minor: number }[]
  taxMinor: number
  totalMinor: number
}

interface Parties {
  seller: Seller
  buyer: { name: string; email: string; billing: Address; shipping: Address }
  order: { number: string; placedAt: string; confirmedAt: string | null }
}

export interface Invoice extends Parties {
  currency: string
  lines: PaperLine[]
  shipping: Shipping | null
  taxes: Tax[]
  subtotalMinor: number
  discountMinor: number
  shippingMinor: number
  taxMinor: number
  totalMinor: number
  /** Hallmarked articles, whose marking the price contains. */
  hallmarked: number
}

/** Headings of the Harmonized System: 7113 jewellery, 7102 diamonds, 7103 other stones, 7118 coin. */
function hsnOf(article: Article | null): string {
  if (article?.type === 'coin') return '7118'
  if (article && article.metal === null && article.stones.length > 0)
    return article.stones[0]!.kind === 'diamond' ? '7102' : '7103'
  return '7113'
}

const partiesOf = (order: OrderRow, seller: Seller): Parties => ({
  seller,
  buyer: {
    name: order.name,
    email: order.email,
    billing: order.billingAddress ?? order.shippingAddress,
    shipping: order.shippingAddress
  },
  order: { number: order.number, placedAt: order.placedAt, confirmedAt: order.confirmedAt }
})

function lineOf(line: OrderLine): PaperLine {
  const {
    position,
    sku,
    title,
    quantity,
    engraving,
    listMinor,
    discountMinor,
    taxableMinor,
    taxes,
    taxMinor,
    totalMinor
  } = line
  const article = articleOf(line)
  const { stonesMinor = 0 } = line.breakdown as { stonesMinor?: number }
  return {
    position,
    sku,
    title,
    quantity,
    hsn: hsnOf(article),
    article,
    engraving,
    ...(line.options.engravingFont === undefined ? {} : { engravingFont: line.options.engravingFont }),
    stonesMinor: stonesMinor * quantity,
    listMinor,
    discountMinor,
    taxableMinor,
    taxes,
    taxMinor,
    totalMinor
  }
}

/** What an invoice says, frozen: the order's lines with metal, stones, marks and taxes, and both parties. */
export function invoiceOf(order: OrderRow, seller: Seller): Invoice {
  const { currency, shipping, taxes, subtotalMinor, discountMinor, shippingMinor, taxMinor, totalMinor } = order
  const lines = order.lines.map(lineOf)
  return {
    ...partiesOf(order, seller),
    currency,
    lines,
    shipping,
    taxes,
    subtotalMinor,
    discountMinor,
    shippingMinor,
    taxMinor,
    totalMinor,
    hallmarked: lines.reduce((sum, { article, quantity }) => sum + (article?.huid ? quantity : 0), 0)
  }
}

/** What is given back of a line: so many units, and their part of the amounts. */
export interface CreditedLine {
  position: number
  quantity: number
  taxableMinor: number
  taxes: { name: string; minor: number }[]
  totalMinor: number
}
export interface Credited {
  reason: string
  lines: CreditedLine[]
  /** Shipping that is given back, tax included. */
  shippingMinor: number
  totalMinor: number
}
export interface CreditNote extends Parties {
  currency: string
  invoice: string
  reason: string
  lines: (CreditedLine & { sku: string; title: string; hsn: string })[]
  shippingMinor: number
  totalMinor: number
}

/** What a credit note says, frozen. */
export const creditNoteOf = (order: OrderRow, seller: Seller, invoice: string, credited: Credited): CreditNote => ({
  ...partiesOf(order, seller),
  currency: order.currency,
  invoice,
  ...credited,
  lines: credited.lines.map((line) => {
    const { sku, title, hsn } = lineOf(order.lines.find(({ position }) => position === line.position)!)
    return { ...line, sku, title, hsn }
  })
})

export interface PackingSlip {
  seller: Seller
  order: { number: string }
  address: Address
  carrier: string
  trackingNumber: string | null
  sealNumber: string | null
  shippedAt: string
  lines: {
    title: string
    sku: string
    quantity: number
    serials: string[]
    size: string | null
    giftNote: string | null
  }[]
}

/** What a packing slip says, frozen: no price stands on it, as it lies in the parcel. */
export const packingSlipOf = (order: OrderRow, seller: Seller, shipment: Shipment): PackingSlip => ({
  seller,
  order: { number: order.number },
  address: shipment.address,
  carrier: shipment.carrierName,
  trackingNumber: shipment.trackingNumber,
  sealNumber: shipment.sealNumber,
  shippedAt: shipment.shippedAt,
  lines: shipment.lines.map(({ position, title, quantity, serials }) => {
    const line = order.lines.find((each) => each.position === position)!
    const size = line.options.size ?? articleOf(line)?.size ?? null
    return { title, sku: line.sku, quantity, serials, size, giftNote: line.giftNote }
  })
})
