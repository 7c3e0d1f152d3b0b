import type { BreakdownMinor } from './parts/breakdown.tsx'

export interface Stones {
  kind: string
  shape?: string
  caratMct: number
  count: number
  colour?: string
  clarity?: string
  origin?: string
}
export interface Piece {
  id: string
  serial: string
  huid?: string
  certificates?: { lab: string; number: string }[]
}
export interface Variant {
  id: string
  sku: string
  metal: string
  purity: string
  colour: string | null
  size: string | null
  grossMg: number
  netMg: number
  stones: Stones[]
  price: { totalMinor: number; currency: string; breakdown: BreakdownMinor }
  oneOfAKind: boolean
  available: number
  promisedOn?: string
  pieces: Piece[]
}
export interface Design {
  slug: string
  title: string
  type: string
  description: string
  categories: string[]
  imageUrl: string | null
  images?: { url: string; alt: string; widths: number[] }[]
  /** How many characters can be engraved on it; null when none can. */
  engravingRoom: number | null
  variants: Variant[]
}

/** What tells one alloy of a design from another. */
export const alloyKey = ({ metal, purity, colour }: Variant) => `${purity}-${colour ?? ''}-${metal}`

export const canBeBought = ({ available, promisedOn }: Variant) => available > 0 || promisedOn !== undefined

/** The variant to show: the one that was asked for, or the first that can be had. */
export const variantOf = ({ variants }: Design, sku: string | null): Variant =>
  variants.find((variant) => variant.sku === sku) ??
  variants.find(({ available }) => available > 0) ??
  variants.find(canBeBought) ??
  variants[0]!

/** Where a laboratory reads its report back. */
export const reportUrl = (lab: string, number: string): string | null =>
  lab === 'GIA'
    ? `https://www.gia.edu/report-check?reportno=${encodeURIComponent(number)}`
    : lab === 'IGI'
      ? `https://www.igi.org/verify-your-report/?r=${encodeURIComponent(number)}`
      : null

export const sizeKinds: Record<string, 'ring' | 'bangle' | 'chain'> = {
  ring: 'ring',
  bangle: 'bangle',
  bracelet: 'bangle',
  chain: 'chain',
  necklace: 'chain'
}
