import { createHash, timingSafeEqual } from 'node:crypto'
import { scopesOf } from '@lumora/contracts/scopes'
import { Problem } from '@lumora/kit/problem'
import type { ServiceToken } from '../schemas/tokens.ts'
import { tokenSeconds } from './keys.ts'
import type { Deps } from './sessions.ts'

/** Gives a service that shows its secret a token for one other service, with what it may do there. */
export async function issueServiceToken(
  { clients, signing }: Deps,
  authorization: string | undefined,
  audience: string
): Promise<ServiceToken> {
  const client = readClient(clients, authorization)
  const scopes = scopesOf(client, audience)
  if (scopes.length === 0) throw new Problem(403, 'not-allowed', `${client} has nothing to do at ${audience}.`)
  return { token: await signing.sign(`svc:${client}`, audience, { scopes }), expiresIn: tokenSeconds }
}

/** The service behind HTTP Basic credentials, or a 401. A secret of 256 bits needs no slow hash. */
function readClient(clients: Deps['clients'], authorization = ''): string {
  const encoded = /^Basic ([\w+/-]+=*)$/i.exec(authorization)?.[1] ?? ''
  const [, name = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  const expected = Buffer.from(clients.get(name) ?? '0'.repeat(64), 'hex')
  const isRight = timingSafeEqual(expected, createHash('sha256').update(secret).digest())
  if (isRight && clients.has(name)) return name
  throw new Problem(401, 'client-not-valid', 'The name or the secret of the service is wrong.')
}
