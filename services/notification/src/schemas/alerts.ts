import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const Kind = Type.Enum(['back-in-stock', 'price-drop'])
const Slug = Type.String({ minLength: 1, maxLength: 200, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })

export const AlertPath = Type.Object({ alertId: Id })
export const NewAlert = Type.Object({ kind: Kind, variantId: Type.Optional(Id), slug: Type.Optional(Slug) })
export type NewAlert = Static<typeof NewAlert>

export const Alert = Type.Object({
  id: Id,
  kind: Kind,
  variantId: Type.Union([Id, Type.Null()]),
  slug: Type.Union([Type.String(), Type.Null()]),
  createdAt: Type.String({ format: 'date-time' })
})
export type Alert = Static<typeof Alert>
