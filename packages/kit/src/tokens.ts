import { Problem } from './problem.ts'

/** Gives a token for calling the service named by `audience`. */
export type ServiceTokens = (audience: string) => Promise<string>

/** Service tokens by client credentials; each is fetched once and kept until 30 s before it ends. */
export function serviceTokens({ url, name, secret }: { url: string; name: string; secret: string }): ServiceTokens {
  const kept = new Map<string, { token: Promise<string>; until: number }>()
  const authorization = `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`

  async function fetchToken(audience: string): Promise<string> {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ audience }),
      signal: AbortSignal.timeout(2000)
    })
    if (!reply.ok)
      throw new Problem(503, 'try-again', `No token for ${audience}: the issuer answered ${reply.status}.`, {
        retryAfter: 1
      })
    const answer = (await reply.json()) as { token: string; expiresIn: number }
    kept.get(audience)!.until = Date.now() + (answer.expiresIn - 30) * 1000
    return answer.token
  }

  return (audience) => {
    const known = kept.get(audience)
    if (known && known.until > Date.now()) return known.token
    const token = fetchToken(audience)
    kept.set(audience, { token, until: Date.now() + 5000 })
    token.catch(() => kept.delete(audience))
    return token
  }
}
