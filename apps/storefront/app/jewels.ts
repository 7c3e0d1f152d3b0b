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

/** How many characters there is room for, by type; what is not here cannot be engraved. */
export const engravingRoom: Record<string, number> = {
  ring: 20,
  bracelet: 30,
  bangle: 30,
  pendant: 24,
  necklace: 24,
  anklet: 20,
  cufflinks: 6,
  brooch: 20,
  coin: 20,
  set: 20
}
export const sizeKinds: Record<string, 'ring' | 'bangle' | 'chain'> = {
  ring: 'ring',
  bangle: 'bangle',
  bracelet: 'bangle',
  chain: 'chain',
  necklace: 'chain'
}
