import { Type, type Static } from 'typebox'

export const PublicKey = Type.Object({
  kty: Type.String(),
  crv: Type.String(),
  x: Type.String(),
  kid: Type.String(),
  alg: Type.String(),
  use: Type.String()
})

export const PublicKeys = Type.Object({ keys: Type.Array(PublicKey) })

export type PublicKey = Static<typeof PublicKey>
export type PublicKeys = Static<typeof PublicKeys>
