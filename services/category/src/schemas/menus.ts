import { Type, type Static } from 'typebox'
import { name, OrNull, Slug } from './categories.ts'

const Url = Type.String({ pattern: '^(https://[^\\s/]\\S*|/|/[^\\s/\\\\]\\S*)$', maxLength: 500 })
const label = Type.String({ minLength: 1, maxLength: 120 })

/** A link to a category, a collection or an address; the first two go by the name of what they lead to unless labelled. */
const NewLink = Type.Union([
  Type.Object({ category: Slug, label: Type.Optional(label) }),
  Type.Object({ collection: Slug, label: Type.Optional(label) }),
  Type.Object({ url: Url, label })
])
const links = Type.Array(NewLink, { maxItems: 100 })
export const NewMenu = Type.Object({ name: Slug, title: name, links })
export const MenuContent = Type.Object({ title: name, links })

export const Link = Type.Object({
  label: Type.String({ description: 'What to show.' }),
  ownLabel: Type.Union([label, Type.Null()], { description: 'Null when it goes by the name of what it leads to.' }),
  category: OrNull(Slug),
  collection: OrNull(Slug),
  url: OrNull(Url)
})
const menu = {
  name: Slug,
  title: name,
  version: Type.Integer({ description: 'What If-Match names when it is changed.' })
}
/** A menu in a list of them. */
export const ListedMenu = Type.Object(menu)
export const Menu = Type.Object({ ...menu, links: Type.Array(Link) })

export type NewMenu = Static<typeof NewMenu>
export type MenuContent = Static<typeof MenuContent>
export type ListedMenu = Static<typeof ListedMenu>
export type Menu = Static<typeof Menu>
