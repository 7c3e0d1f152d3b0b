import { Type, type Static, type TSchema } from 'typebox'
import { description, name, OrNull, pictures, position, Seo, Slug } from './categories.ts'

const Some = <T extends TSchema>(schema: T) =>
  Type.Optional(Type.Array(schema, { minItems: 1, maxItems: 20, uniqueItems: true, description: 'Any of these.' }))
const Minor = Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 })
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const DesignSlug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 1, maxLength: 120 })

/** What a listing of designs can be asked for, by the names that it has there. */
const filters = {
  type: Some(
    Type.Enum([
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
  ),
  metal: Some(Type.Enum(['gold', 'platinum', 'silver', 'palladium'])),
  purity: Some(Type.String({ pattern: '^([0-9]{1,2}K|[0-9]{3,4})$', description: 'Karat, or parts in 1,000.' })),
  colour: Some(Type.Enum(['yellow', 'white', 'rose', 'two-tone'])),
  stone: Some(Text(40)),
  shape: Some(Text(40)),
  clarity: Some(Text(20)),
  carat: Some(Type.Enum(['0-0.3', '0.3-0.5', '0.5-1', '1-1.5', '1.5-2', '2-3', '3-'])),
  origin: Some(Type.Enum(['natural', 'lab-grown', 'treated'])),
  lab: Some(Type.Enum(['GIA', 'IGI', 'HRD', 'AGS', 'SGL', 'other'])),
  size: Some(Text(20)),
  category: Type.Optional(Slug),
  readyToShip: Type.Optional(Type.Literal(true)),
  oneOfAKind: Type.Optional(Type.Literal(true))
}

const Condition = Type.Object(
  {
    ...filters,
    price: Type.Optional(
      Type.Object({ minMinor: Type.Optional(Minor), maxMinor: Type.Optional(Minor) }, { minProperties: 1 })
    )
  },
  { minProperties: 1, maxProperties: 1, description: 'One attribute of a design.' }
)
const conditions = Type.Optional(Type.Array(Condition, { minItems: 1, maxItems: 20 }))
export const Rule = Type.Object(
  { all: conditions, any: conditions },
  { minProperties: 1, maxProperties: 1, description: 'Designs that meet all of the conditions, or any of them.' }
)
/** The query of `GET /api/v1/designs` that lists what a rule means. */
export const DesignQuery = Type.Object({
  ...filters,
  minPriceMinor: Type.Optional(Minor),
  maxPriceMinor: Type.Optional(Minor)
})

const Designs = Type.Array(DesignSlug, {
  maxItems: 500,
  uniqueItems: true,
  description: 'The slugs of the designs, in order.'
})
const Moment = Type.String({ format: 'date-time', pattern: '^2\\d{3}-.*Z$', maxLength: 40 })

const shown = {
  id: Type.String({ format: 'uuid' }),
  slug: Slug,
  name,
  description,
  position,
  pictures,
  activeFrom: OrNull(Moment),
  activeTo: OrNull(Moment),
  active: Type.Boolean()
}
/** A collection in a list of them. */
export const Collection = Type.Object(shown)
export const CollectionPage = Type.Object({
  ...shown,
  seo: Seo,
  designs: OrNull(Designs),
  rule: OrNull(Rule),
  query: Type.Union([DesignQuery, Type.Null()], {
    description: 'Of a collection by rule: the query of `GET /api/v1/designs` that lists it.'
  }),
  version: Type.Integer({ description: 'What If-Match names when it is changed.' })
})

const extras = {
  description: Type.Optional(description),
  position: Type.Optional(position),
  seo: Type.Optional(Seo),
  pictures: Type.Optional(pictures),
  designs: Type.Optional(Designs),
  rule: Type.Optional(Rule),
  activeFrom: Type.Optional(OrNull(Moment)),
  activeTo: Type.Optional(OrNull(Moment))
}
export const NewCollection = Type.Object({ slug: Slug, name, ...extras })
export const CollectionChange = Type.Object({ slug: Type.Optional(Slug), name: Type.Optional(name), ...extras })

export const collectionQuery = {
  all: Type.Boolean({ default: false, description: 'For staff with catalogue:write: also those not active now.' })
}

export type Condition = Static<typeof Condition>
export type Rule = Static<typeof Rule>
export type DesignQuery = Static<typeof DesignQuery>
export type Collection = Static<typeof Collection>
export type CollectionPage = Static<typeof CollectionPage>
export type NewCollection = Static<typeof NewCollection>
export type CollectionChange = Static<typeof CollectionChange>
