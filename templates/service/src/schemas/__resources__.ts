import { Type, type Static } from 'typebox'

const name = Type.String({ minLength: 1, maxLength: 200 })

export const New__Resource__ = Type.Object({ name })
export const __Resource__ = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name,
  createdAt: Type.String({ format: 'date-time' })
})

export type New__Resource__ = Static<typeof New__Resource__>
export type __Resource__ = Static<typeof __Resource__>
