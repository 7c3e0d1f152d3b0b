import { Type, type Static } from 'typebox'

export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 1, maxLength: 80 })
const ParentSlug = Type.Union([Slug, Type.Null()])
const name = Type.String({ minLength: 1, maxLength: 120 })
const description = Type.String({ maxLength: 2000 })
const position = Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'The order among its siblings.' })

export const NewCategory = Type.Object({
  slug: Slug,
  name,
  description: Type.Optional(description),
  parentSlug: ParentSlug,
  position
})
export const NewCategories = Type.Object({ items: Type.Array(NewCategory, { minItems: 1, maxItems: 1000 }) })
export const CategoryChange = Type.Object({
  name: Type.Optional(name),
  description: Type.Optional(description),
  parentSlug: Type.Optional(ParentSlug),
  position: Type.Optional(position)
})

const category = {
  id: Type.String({ format: 'uuid' }),
  slug: Slug,
  name,
  description,
  parentSlug: ParentSlug,
  position,
  path: Type.Array(Slug, { description: 'The slugs from the root to this one.' })
}
export const Category = Type.Object(category)
/** All categories, each after its parent, siblings in their order. */
export const Categories = Type.Object({ items: Type.Array(Category) })
export const CategoryPage = Type.Object({
  ...category,
  version: Type.Integer({ description: 'What If-Match names when it is changed.' }),
  breadcrumbs: Type.Array(Type.Object({ slug: Slug, name })),
  children: Type.Array(Category)
})
export const Imported = Type.Object({ imported: Type.Integer() })

export type NewCategory = Static<typeof NewCategory>
export type CategoryChange = Static<typeof CategoryChange>
export type Category = Static<typeof Category>
export type CategoryPage = Static<typeof CategoryPage>
