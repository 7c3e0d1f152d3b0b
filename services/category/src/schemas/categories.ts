import { Type, type Static, type TSchema } from 'typebox'

export const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 1, maxLength: 80 })
const ParentSlug = OrNull(Slug)
export const name = Type.String({ minLength: 1, maxLength: 120 })
export const description = Type.String({ maxLength: 2000 })
export const position = Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'The order among its siblings.' })

const Pixels = Type.Integer({ minimum: 1, maximum: 20_000 })
export const Picture = Type.Object({
  url: Type.String({ pattern: '^(https://[^\\s/]|/[^\\s/\\\\])\\S*$', maxLength: 500 }),
  alt: Type.String({ maxLength: 300 }),
  width: Pixels,
  height: Pixels,
  widths: Type.Optional(
    Type.Array(Pixels, {
      minItems: 1,
      maxItems: 10,
      description: 'Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`.'
    })
  )
})
/** What a page about it tells search engines; null where its name and description will do. */
export const Seo = Type.Object({
  title: OrNull(Type.String({ minLength: 1, maxLength: 120 })),
  description: OrNull(Type.String({ minLength: 1, maxLength: 400 }))
})
export const pictures = Type.Array(Picture, { maxItems: 10 })

const Facets = Type.Array(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_-]{0,59}$' }), {
  maxItems: 30,
  uniqueItems: true,
  description: 'The names of the attributes of designs to filter by, in order.'
})
const SizeChart = Type.Enum(['ring', 'bangle', 'chain', 'none'])
const TaxClass = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 40 })
const LeadTimeDays = Type.Integer({ minimum: 0, maximum: 365 })

/** What a category hands down to those in it; null takes it from above. */
const settings = {
  facets: Type.Optional(OrNull(Facets)),
  sizeChart: Type.Optional(OrNull(SizeChart)),
  taxClass: Type.Optional(OrNull(TaxClass)),
  leadTimeDays: Type.Optional(OrNull(LeadTimeDays))
}
const extras = {
  description: Type.Optional(description),
  seo: Type.Optional(Seo),
  pictures: Type.Optional(pictures),
  ...settings
}

export const NewCategory = Type.Object({ slug: Slug, name, parentSlug: ParentSlug, position, ...extras })
const ImportedCategory = Type.Object({
  slug: Slug,
  name,
  description: Type.Optional(description),
  parentSlug: ParentSlug,
  position
})
export const ImportedCategories = Type.Object({ items: Type.Array(ImportedCategory, { minItems: 1, maxItems: 1000 }) })
export const CategoryChange = Type.Object({
  slug: Type.Optional(Slug),
  name: Type.Optional(name),
  parentSlug: Type.Optional(ParentSlug),
  position: Type.Optional(position),
  ...extras
})

const category = {
  id: Type.String({ format: 'uuid' }),
  slug: Slug,
  name,
  description,
  parentSlug: ParentSlug,
  position,
  pictures,
  designs: Type.Integer({ minimum: 0, description: 'How many designs of it, and of those in it, can be bought.' }),
  path: Type.Array(Slug, { description: 'The slugs from the root to this one.' })
}
export const Category = Type.Object(category)
/** All categories, each after its parent, siblings in their order. */
export const Categories = Type.Object({ items: Type.Array(Category) })

const Inherited = <T extends TSchema>(value: T) =>
  Type.Object({
    value: OrNull(value),
    from: Type.Union([Slug, Type.Null()], { description: 'The category that sets it: this one, or the nearest above.' })
  })
export const CategoryPage = Type.Object({
  ...category,
  version: Type.Integer({ description: 'What If-Match names when it is changed.' }),
  seo: Seo,
  settings: Type.Object({
    facets: Inherited(Facets),
    sizeChart: Inherited(SizeChart),
    taxClass: Inherited(TaxClass),
    leadTimeDays: Inherited(LeadTimeDays)
  }),
  breadcrumbs: Type.Array(Type.Object({ slug: Slug, name })),
  children: Type.Array(Category)
})
export const Imported = Type.Object({ imported: Type.Integer() })
/** The body of a redirect from a former slug. */
export const Moved = Type.Object({ slug: Slug })

export type NewCategory = Static<typeof NewCategory>
export type ImportedCategory = Static<typeof ImportedCategory>
export type CategoryChange = Static<typeof CategoryChange>
export type Category = Static<typeof Category>
export type CategoryPage = Static<typeof CategoryPage>
export type Settings = CategoryPage['settings']
export type Picture = Static<typeof Picture>
export type Seo = Static<typeof Seo>
