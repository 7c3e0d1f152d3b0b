import { Type, type Static, type TSchema } from 'typebox'
import { caratBands, Currency, Id, Minor } from './designs.ts'

/** GIA's scale, best first. */
export const stoneColours = 'DEFGHIJKLMNOPQRSTUVWXYZ'.split('')
/** GIA's eleven grades, best first. */
export const stoneClarities = ['FL', 'IF', 'VVS1', 'VVS2', 'VS1', 'VS2', 'SI1', 'SI2', 'I1', 'I2', 'I3']
export const stoneCuts = ['Ideal', 'Excellent', 'Premium', 'Very Good', 'Good', 'Fair', 'Poor']

const Mct = Type.Integer({ minimum: 1, maximum: 10_000_000 })
const Um = Type.Integer({ minimum: 1 })

/** A loose stone: weight in thousandths of a carat, sizes in micrometres, depth and table in per cent of the width. */
export const Stone = Type.Object({
  pieceId: Id,
  variantId: Id,
  shape: Type.String(),
  caratMct: Mct,
  cut: Type.String(),
  colour: Type.String(),
  clarity: Type.String(),
  depth: Type.Number(),
  table: Type.Number(),
  lengthUm: Um,
  widthUm: Um,
  heightUm: Um,
  priceMinor: Minor,
  currency: Currency,
  available: Type.Boolean()
})

const anyOf = (values: string[]) => Type.Optional(Type.Array(Type.Enum(values), { minItems: 1, maxItems: 30 }))
export const stoneQuery = {
  shape: anyOf(['round']),
  colour: anyOf(stoneColours),
  clarity: anyOf(stoneClarities),
  cut: anyOf(stoneCuts),
  minCaratMct: Type.Optional(Mct),
  maxCaratMct: Type.Optional(Mct),
  minPriceMinor: Type.Optional(Minor),
  maxPriceMinor: Type.Optional(Minor),
  facets: Type.Boolean({ default: false, description: 'Also counts what each further filter would find.' }),
  sort: Type.Enum(['price', '-price', 'carat', '-carat'], { default: 'price' })
}

const Counts = <T extends TSchema>(value: T) => Type.Array(Type.Object({ value, count: Type.Integer({ minimum: 0 }) }))
/** How many stones each value would find under all the other filters, the best grades first; weights in bands of carats. */
export const StoneFacets = Type.Object({
  total: Type.Integer({ minimum: 0 }),
  shape: Counts(Type.String()),
  cut: Counts(Type.String()),
  colour: Counts(Type.String()),
  clarity: Counts(Type.String()),
  carat: Counts(Type.Enum(caratBands))
})
export const Stones = Type.Object({
  items: Type.Array(Stone),
  next: Type.Union([Type.String(), Type.Null()]),
  facets: Type.Optional(StoneFacets)
})

export const stoneImportQuery = {
  currency: Type.String({ pattern: '^[A-Z]{3}$', default: 'USD', description: 'What the stones are sold in.' }),
  fxMinorPerUnit: Type.Integer({
    minimum: 1,
    maximum: 1_000_000_000,
    default: 100,
    description: 'Minor units of that currency for one unit of the prices in the file: 100 leaves dollars dollars.'
  })
}
export const StoneImport = Type.Object({
  imported: Type.Integer(),
  alreadyThere: Type.Integer(),
  rejectedCount: Type.Integer(),
  rejected: Type.Array(Type.Object({ line: Type.Integer(), reason: Type.String() }), {
    description: 'The first 1,000.'
  })
})

export type Stone = Static<typeof Stone>
export type StoneImport = Static<typeof StoneImport>
export type StoneFacets = Static<typeof StoneFacets>
export type StoneFacet = 'shape' | 'cut' | 'colour' | 'clarity' | 'carat'
export interface StoneFilter {
  shape?: string[]
  colour?: string[]
  clarity?: string[]
  cut?: string[]
  minCaratMct?: number
  maxCaratMct?: number
  minPriceMinor?: number
  maxPriceMinor?: number
}
export interface StoneQuery extends StoneFilter {
  facets: boolean
  sort: 'price' | '-price' | 'carat' | '-carat'
  after?: string
  limit: number
}
