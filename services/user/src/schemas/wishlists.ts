import { Type, type Static } from 'typebox'
import { OrNull } from './profiles.ts'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const name = Type.String({ maxLength: 100, pattern: '^(?=.*\\S)[^\\p{Cc}]*$', examples: ['For Diwali'] })
const note = Type.String({ maxLength: 500, pattern: '^[^\\p{Cc}]*$' })
const slug = Type.String({ maxLength: 120, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })

export const NewWishlist = Type.Object({ name })

export const Wishlist = Type.Object({
  id: Id,
  name: Type.String(),
  itemCount: Type.Integer(),
  link: OrNull(Type.String({ description: 'The secret end of its link, when it is shared.' })),
  createdAt: At,
  updatedAt: At
})

const article = {
  designSlug: OrNull(Type.String()),
  variantId: OrNull(Type.String()),
  pieceId: OrNull(Type.String())
}

export const NewWishlistItem = Type.Object(
  {
    designSlug: Type.Optional(slug),
    variantId: Type.Optional(Id),
    pieceId: Type.Optional(Id),
    note: Type.Optional(note)
  },
  { description: 'One of designSlug, variantId and pieceId at the least.' }
)

export const WishlistItem = Type.Object({ id: Id, ...article, note: OrNull(Type.String()), addedAt: At })

export const WishlistNote = Type.Object({ note: Type.Union([note, Type.Null()]) })

export const SharedWishlist = Type.Object({
  name: Type.String(),
  items: Type.Array(Type.Object(article)),
  next: OrNull(Type.String())
})

export const Move = Type.Object({ wishlistId: Id })

export const WishlistPath = Type.Object({ wishlistId: Id })
export const WishlistItemPath = Type.Object({ wishlistId: Id, itemId: Id })
export const SharedPath = Type.Object({ link: Type.String({ minLength: 1, maxLength: 100 }) })

export type Wishlist = Static<typeof Wishlist>
export type NewWishlistItem = Static<typeof NewWishlistItem>
export type WishlistItem = Static<typeof WishlistItem>
