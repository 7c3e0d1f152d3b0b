import { Type, type Static } from 'typebox'

const Email = Type.String({ format: 'email', maxLength: 320 })

export const SuppressionPath = Type.Object({ email: Type.String({ minLength: 3, maxLength: 320 }) })
export const NewSuppression = Type.Object({ email: Email, detail: Type.String({ maxLength: 300, default: '' }) })

export const Suppression = Type.Object({
  email: Type.String(),
  reason: Type.Enum(['hard-bounce', 'complaint', 'staff']),
  detail: Type.String(),
  createdAt: Type.String({ format: 'date-time' })
})
export type Suppression = Static<typeof Suppression>

/** What a mail provider reports. */
export const Reports = Type.Object({
  reports: Type.Array(
    Type.Object({
      email: Email,
      kind: Type.Enum(['hard-bounce', 'soft-bounce', 'complaint']),
      detail: Type.String({ maxLength: 300, default: '' })
    }),
    { minItems: 1, maxItems: 1000 }
  )
})
export type Reports = Static<typeof Reports>
export const Received = Type.Object({ suppressed: Type.Integer() })

export const Unsubscription = Type.Object({
  channel: Type.String(),
  topic: Type.String(),
  unsubscribed: Type.Boolean({ description: 'Whether it is done; a GET changes nothing.' })
})
