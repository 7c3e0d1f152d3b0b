import { Type, type Static } from 'typebox'

/** A text or null. */
export const OrNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()])

export const personName = Type.String({ maxLength: 200, pattern: '^(?=.*\\S)[^\\p{Cc}]*$' })
export const phone = Type.String({ pattern: '^\\+?[0-9][0-9 ()-]{4,19}$', examples: ['+91 98765 43210'] })
const locale = Type.String({ pattern: '^[a-z]{2,3}(-[A-Z]{2})?$', examples: ['en-IN'] })
const currency = Type.String({ pattern: '^[A-Z]{3}$', examples: ['INR'] })

export const Profile = Type.Object({
  id: Type.String({ format: 'uuid' }),
  email: OrNull(Type.String({ description: 'Null for the moment between registering and its news arriving here.' })),
  emailVerifiedAt: OrNull(Type.String({ format: 'date-time' })),
  name: OrNull(Type.String()),
  phone: OrNull(Type.String()),
  locale,
  currency,
  version: Type.Integer(),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' })
})

export const ProfileChange = Type.Partial(Type.Object({ name: personName, phone: OrNull(phone), locale, currency }), {
  minProperties: 1
})

export type Profile = Static<typeof Profile>
export type ProfileChange = Static<typeof ProfileChange>
