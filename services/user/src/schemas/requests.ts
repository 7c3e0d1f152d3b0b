import { pageQuery } from '@lumora/kit/pages'
import { Type, type Static } from 'typebox'
import { OrNull } from './profiles.ts'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const states = ['running', 'done', 'failed', 'expired'] as const

const part = {
  service: Type.String(),
  state: Type.Enum(['pending', 'done', 'failed']),
  tries: Type.Integer(),
  doneAt: OrNull(At)
}

export const Export = Type.Object({
  id: Id,
  state: Type.Enum(states),
  parts: Type.Array(Type.Object(part)),
  requestedAt: At,
  finishedAt: OrNull(At),
  expiresAt: OrNull(At)
})

export const Archive = Type.Object({
  format: Type.Literal('lumora-personal-data'),
  version: Type.Literal(1),
  userId: Id,
  requestedAt: At,
  finishedAt: At,
  parts: Type.Record(Type.String(), Type.Object({}, { additionalProperties: true }), {
    description: 'What each service knows, by the name of the service.'
  })
})

const Did = Type.Object({ what: Type.String(), count: Type.Integer(), how: Type.Enum(['deleted', 'pseudonymised']) })

const erasure = {
  state: Type.Enum(states),
  parts: Type.Array(Type.Object({ ...part, did: Type.Array(Did) })),
  requestedAt: At,
  finishedAt: OrNull(At)
}

export const Erasure = Type.Object(erasure)

export const NewErasure = Type.Object({
  email: Type.String({ minLength: 3, maxLength: 254, description: 'One’s own e-mail, to show that it is meant.' })
})

export const ErasureReceipt = Type.Object({
  ...erasure,
  receipt: Type.String({ description: 'Shows how the erasure stands when the account is gone: keep it.' })
})

export const ErasureEntry = Type.Object({
  id: Id,
  userId: Id,
  ...erasure,
  parts: Type.Array(Type.Object({ ...part, did: Type.Array(Did), trouble: OrNull(Type.String()) }))
})

export const Replay = Type.Object({
  since: Type.String({ format: 'date-time', description: 'The time of the backup that was restored.' })
})
export const Replayed = Type.Object({ people: Type.Integer() })

export const ExportPath = Type.Object({ exportId: Id })
export const ReceiptPath = Type.Object({ receipt: Type.String({ minLength: 1, maxLength: 100 }) })
export const ErasureQuery = Type.Object(pageQuery)

export type Export = Static<typeof Export>
export type Archive = Static<typeof Archive>
export type Erasure = Static<typeof Erasure>
export type ErasureReceipt = Static<typeof ErasureReceipt>
export type Did = Static<typeof Did>
