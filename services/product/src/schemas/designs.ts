import { Type, type Static, type TSchema } from 'typebox'
import { Picture } from './media.ts'

const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const Id = Type.String({ format: 'uuid' })
export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 1, maxLength: 120 })
export const Minor = Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 })
export const Currency = Type.String({ pattern: '^[A-Z]{3}$' })
const Mg = Type.Integer({ minimum: 0, maximum: 100_000_000 })
const Mct = Type.Integer({ minimum: 1, maximum: 10_000_000 })
const Permille = Type.Integer({ minimum: 0, maximum: 1000 })
const Sku = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$' })
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

export const DesignType = Type.Enum([
  'ring',
  'necklace',
  'earrings',
  'bracelet',
  'bangle',
  'pendant',
  'chain',
  'anklet',
  'brooch',
  'nose-pin',
  'cufflinks',
  'coin',
  'set',
  'stone'
])
export const Metal = Type.Enum(['gold', 'platinum', 'silver', 'palladium'])
export const Purity = Type.String({ pattern: '^([0-9]{1,2}K|[0-9]{3,4})$', description: 'Karat, or parts in 1,000.' })
export const Colour = Type.Enum(['yellow', 'white', 'rose', 'two-tone'])

const stone = {
  kind: Text(40),
  shape: Text(40),
  caratMct: Mct,
  count: Type.Integer({ minimum: 1, maximum: 10_000 }),
  colour: Type.Optional(Text(20)),
  clarity: Type.Optional(Text(20)),
  origin: Type.Optional(Type.Enum(['natural', 'lab-grown', 'treated']))
}
/** Stones set in a variant. `caratMct` is the weight of each; the price is by carat or by piece, the setting by piece. */
export const NewSetStone = Type.Object({
  ...stone,
  minorPerCarat: Type.Optional(Minor),
  minorEach: Type.Optional(Minor),
  settingMinorEach: Type.Optional(Minor)
})

/** What the work costs: one of four kinds, with a floor. */
export const Making = Type.Object({
  kind: Type.Enum(['percent', 'per-gram', 'fixed', 'per-piece']),
  permille: Type.Optional(Permille),
  minor: Type.Optional(Minor),
  basis: Type.Optional(Type.Enum(['net', 'net-and-wastage', 'gross'])),
  minMinor: Type.Optional(Minor)
})
export const Wastage = Type.Object({
  kind: Type.Enum(['percent', 'weight', 'fixed']),
  permille: Type.Optional(Permille),
  mg: Type.Optional(Mg),
  minor: Type.Optional(Minor)
})
export const Component = Type.Enum(['metal', 'wastage', 'making', 'stones', 'other'])

export const Certificate = Type.Object({
  lab: Type.Enum(['GIA', 'IGI', 'HRD', 'AGS', 'SGL', 'other']),
  number: Type.String({ pattern: '^(LG)?[0-9]{6,14}$' }),
  scheme: Type.Optional(Type.Enum(['GIA_4C', 'GIA_LG_QA', 'IGI_4C', 'OTHER'])),
  origin: Type.Optional(Type.Enum(['NATURAL', 'LAB_GROWN', 'TREATED']))
})
const piece = {
  serial: Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{3,39}$' }),
  huid: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{6}$' }))
}
export const NewPiece = Type.Object({
  ...piece,
  certificates: Type.Array(Certificate, { maxItems: 10, default: [] })
})

const variant = {
  sku: Sku,
  metal: Metal,
  purity: Purity,
  colour: OrNull(Colour),
  size: OrNull(Text(20)),
  grossMg: Mg,
  netMg: Mg
}
export const NewVariant = Type.Object({
  ...variant,
  stones: Type.Array(NewSetStone, { maxItems: 50, default: [] }),
  making: Making,
  wastage: Type.Optional(Wastage),
  fees: Type.Optional(Type.Array(Type.Object({ name: Text(60), minor: Minor }), { maxItems: 20 })),
  discounts: Type.Optional(Type.Array(Type.Object({ component: Component, permille: Permille }), { maxItems: 5 })),
  articles: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  fixedMinor: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 9_007_199_254_740_991,
      description: 'The price before tax, whatever the metal costs: nothing else then counts.'
    })
  ),
  onHand: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    default: 0,
    description: 'Counts when the variant is new; afterwards stock changes by itself.'
  }),
  leadTimeDays: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 365,
      description: 'It is made when it is not there, and then ready after so many days.'
    })
  ),
  oneOfAKind: Type.Boolean({ default: false, description: 'Each unit is a piece of its own that the buyer chooses.' }),
  pieces: Type.Array(NewPiece, { maxItems: 500, default: [] })
})

const design = {
  slug: Slug,
  title: Text(200),
  type: DesignType,
  attributes: Type.Record(Type.String({ maxLength: 60 }), Type.Union([Type.String(), Type.Number(), Type.Boolean()]), {
    maxProperties: 50
  })
}
const description = Type.String({ maxLength: 10_000 })
const categories = Type.Array(Slug, {
  maxItems: 20,
  description: 'Every category that lists it, parents included.'
})
const imageUrl = Type.String({ maxLength: 500, pattern: '^(https?://|/)' })

export const DesignStatus = Type.Enum(['draft', 'published', 'archived'], {
  description: 'Only what is published is listed and sold.'
})

export const NewDesign = Type.Object({
  ...design,
  status: Type.Optional(DesignStatus),
  attributes: Type.Optional(design.attributes),
  description: Type.Optional(description),
  categories,
  imageUrl: Type.Optional(OrNull(imageUrl)),
  currency: Type.Optional(Type.Enum(['INR'])),
  variants: Type.Array(NewVariant, { minItems: 1, maxItems: 100 })
})
export const NewDesigns = Type.Object({ designs: Type.Array(NewDesign, { minItems: 1, maxItems: 500 }) })
export const Imported = Type.Object({ imported: Type.Integer() })

/** What a price is made of, each part rounded half up to the minor unit. Total = metal + wastage + making + stones + other - discount + tax. */
export const Breakdown = Type.Object({
  metalMinor: Minor,
  wastageMinor: Minor,
  makingMinor: Minor,
  stonesMinor: Minor,
  otherMinor: Minor,
  discountMinor: Minor,
  taxMinor: Minor
})
export const Price = Type.Object({
  totalMinor: Minor,
  currency: Currency,
  breakdown: Breakdown,
  priceReason: Type.Optional(Type.Unknown({ description: 'Why, when another currency than the shop’s is asked for.' }))
})

export const Piece = Type.Object({
  id: Id,
  serial: piece.serial,
  huid: Type.Optional(piece.huid),
  certificates: Type.Array(Certificate),
  photos: Type.Optional(Type.Array(Picture))
})
export const Variant = Type.Object({
  id: Id,
  ...variant,
  stones: Type.Array(Type.Object(stone)),
  price: Price,
  oneOfAKind: Type.Boolean(),
  leadTimeDays: Type.Optional(Type.Integer()),
  promisedOn: Type.Optional(Type.String({ format: 'date', description: 'When it is ready if it is made from today.' })),
  available: Type.Integer({ minimum: 0, maximum: 10, description: 'How many can be bought, counted up to 10.' }),
  pieces: Type.Array(Piece, { description: 'At most 50 of those that can be bought.' })
})
export const Design = Type.Object({
  ...design,
  description,
  categories,
  imageUrl: OrNull(imageUrl),
  images: Type.Optional(Type.Array(Picture)),
  engravingRoom: OrNull(Type.Integer({ description: 'How many characters can be engraved on it.' })),
  status: DesignStatus,
  version: Type.Integer({ minimum: 1 }),
  variants: Type.Array(Variant)
})
export const DesignChange = Type.Object(
  {
    title: Type.Optional(design.title),
    description: Type.Optional(description),
    categories: Type.Optional(categories),
    attributes: Type.Optional(design.attributes),
    imageUrl: Type.Optional(OrNull(imageUrl)),
    status: Type.Optional(DesignStatus)
  },
  { minProperties: 1 }
)
export const NotedChange = Type.Object({
  id: Type.Integer(),
  version: Type.Integer(),
  kind: Type.Enum(['added', 'imported', 'changed']),
  changes: Type.Record(Type.String(), Type.Object({ from: Type.Unknown(), to: Type.Unknown() })),
  madeBy: Id,
  at: Type.String({ format: 'date-time' })
})
export const Card = Type.Object({
  slug: Slug,
  title: design.title,
  imageUrl: OrNull(imageUrl),
  type: DesignType,
  metals: Type.Array(Metal),
  fromMinor: Minor,
  currency: Currency,
  available: Type.Boolean()
})

const Some = <T extends TSchema>(schema: T) =>
  Type.Optional(Type.Array(schema, { minItems: 1, maxItems: 20, uniqueItems: true, description: 'Any of these.' }))

/** How heavy one stone is, in carats. */
export const caratBands = ['0-0.3', '0.3-0.5', '0.5-1', '1-1.5', '1.5-2', '2-3', '3-']

/** Where the price bands of the facets begin, in minor units: 10, 25, 50 thousand, 1, 2, 5 and 10 lakh rupees. */
export const priceBands = [10_000, 25_000, 50_000, 100_000, 200_000, 500_000, 1_000_000].map((rupees) => rupees * 100)

export const designQuery = {
  currency: Type.Optional(
    Type.String({
      pattern: '^[A-Z]{3}$',
      description: 'What prices are told in; bounds of prices are of it too. What is not sold in it is left out.'
    })
  ),
  slug: Type.Optional(
    Type.Array(Slug, {
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      description: 'These designs, in this order, on one page; other filters leave some of them out.'
    })
  ),
  category: Type.Optional(Slug),
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  type: Some(DesignType),
  metal: Some(Metal),
  purity: Some(Purity),
  colour: Some(Colour),
  stone: Some(Text(40)),
  shape: Some(Text(40)),
  clarity: Some(Text(20)),
  carat: Some(Type.Enum(caratBands)),
  origin: Some(Type.Enum(['natural', 'lab-grown', 'treated'])),
  lab: Some(Certificate.properties.lab),
  size: Type.Optional(
    Type.Array(Text(20), { minItems: 1, maxItems: 20, uniqueItems: true, description: 'In stock in any of these.' })
  ),
  readyToShip: Type.Optional(Type.Literal(true, { description: 'Only what is in stock.' })),
  oneOfAKind: Type.Optional(Type.Literal(true)),
  status: Type.Optional(
    Type.Enum(['draft', 'published', 'archived'], {
      description: 'Other than published: for staff with catalogue:write.'
    })
  ),
  minPriceMinor: Type.Optional(Minor),
  maxPriceMinor: Type.Optional(Minor),
  facets: Type.Boolean({ default: false, description: 'Also counts what each further filter would find.' }),
  sort: Type.Optional(
    Type.Enum(['relevance', 'newest', 'price', '-price'], {
      description: 'By relevance when there are words to look for, else by newest, unless told.'
    })
  )
}

const Count = Type.Integer({ minimum: 0 })
const FacetValues = Type.Array(Type.Object({ value: Type.String(), count: Count }))
/** How many designs each value would find under all the other filters. */
export const Facets = Type.Object({
  total: Count,
  exact: Type.Boolean({
    description:
      'False when more than 20,000 have the words of a phrase in quotes: it is looked for in the newest of them.'
  }),
  metal: FacetValues,
  purity: FacetValues,
  colour: FacetValues,
  stone: FacetValues,
  shape: FacetValues,
  clarity: FacetValues,
  carat: FacetValues,
  origin: FacetValues,
  lab: FacetValues,
  type: FacetValues,
  size: FacetValues,
  price: Type.Array(Type.Object({ fromMinor: Minor, toMinor: OrNull(Minor), count: Count })),
  readyToShip: Count,
  oneOfAKind: Count
})
export const Cards = Type.Object({
  items: Type.Array(Card),
  next: OrNull(Type.String()),
  facets: Type.Optional(Facets)
})

export const suggestionQuery = { q: Type.String({ minLength: 1, maxLength: 100 }) }
export const Suggestions = Type.Object({
  items: Type.Array(Type.Object({ text: Type.String(), slug: OrNull(Slug) }), {
    maxItems: 8,
    description: 'Words to look for, and designs, which have a slug.'
  })
})

export const StockChange = Type.Object({
  delta: Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 }),
  reason: Text(200)
})
export const Stock = Type.Object({
  variantId: Id,
  onHand: Type.Integer({ minimum: 0 }),
  reserved: Type.Integer({ minimum: 0 })
})

export type NewSetStone = Static<typeof NewSetStone>
export type Making = Static<typeof Making>
export type Wastage = Static<typeof Wastage>
export type Component = Static<typeof Component>
export type DesignChange = Static<typeof DesignChange>
export type Certificate = Static<typeof Certificate>
export type NewPiece = Static<typeof NewPiece>
export type NewVariant = Static<typeof NewVariant>
export type NewDesign = Static<typeof NewDesign>
export type Breakdown = Static<typeof Breakdown>
export type Price = Static<typeof Price>
export type StockChange = Static<typeof StockChange>
export type Stock = Static<typeof Stock>
export type Facets = Static<typeof Facets>
export type Suggestions = Static<typeof Suggestions>
export type DesignSort = 'relevance' | 'newest' | 'price' | '-price'
export interface DesignFilter {
  status?: 'draft' | 'published' | 'archived'
  category?: string
  q?: string
  type?: string[]
  metal?: string[]
  purity?: string[]
  colour?: string[]
  stone?: string[]
  shape?: string[]
  clarity?: string[]
  carat?: string[]
  origin?: string[]
  lab?: string[]
  size?: string[]
  readyToShip?: true
  oneOfAKind?: true
  minPriceMinor?: number
  maxPriceMinor?: number
}
export interface DesignQuery extends DesignFilter {
  currency?: string
  slug?: string[]
  facets: boolean
  sort?: DesignSort
  after?: string
  limit: number
}
