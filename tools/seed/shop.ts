import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { codeOf, Fault } from '../launcher/faults.ts'

export interface Shop {
  url: string
  /** One request; anything but a 2xx is a Fault that says what the shop answered. */
  ask: <T = unknown>(method: string, path: string, options?: Ask) => Promise<T>
}

export type Content = NonNullable<RequestInit['body']>

export interface Ask {
  body?: unknown
  /** Sent as it is instead of a body as JSON. */
  raw?: { type: string; content: Content }
  headers?: Record<string, string>
  /** Statuses that are as good as a 2xx; the answer is then undefined. */
  accept?: number[]
}

const root = join(import.meta.dirname, '..', '..')

/** Where the gateway is: as told, or where the running platform of the data folder says. */
export function findGateway(url: string | undefined, dataDir: string): string {
  if (url !== undefined) return url.replace(/\/+$/, '')
  const file = join(resolve(root, dataDir), 'running.json')
  if (!existsSync(file))
    throw new Fault('The platform is not running here: start it with `npm start`, or give its address with --url.')
  return (JSON.parse(readFileSync(file, 'utf8')) as { gatewayUrl: string }).gatewayUrl
}

/** The shop behind an address, asked with these headers each time. */
export function openShop(url: string, headers: Record<string, string> = {}): Shop {
  async function ask<T>(method: string, path: string, options: Ask = {}): Promise<T> {
    const { body, raw, accept = [] } = options
    const type = raw?.type ?? (body === undefined ? undefined : 'application/json')
    const content = raw?.content ?? (body === undefined ? undefined : JSON.stringify(body))
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, ...options.headers, ...(type ? { 'content-type': type } : {}) },
      ...(content === undefined ? {} : { body: content }),
      ...(raw ? { duplex: 'half' } : {})
    }).catch((error: unknown) => {
      const cause = (error as Error).cause ?? error
      throw new Fault(
        codeOf(cause) === 'ECONNREFUSED'
          ? `Nothing answers at ${url}: start the platform with \`npm start\`, or give its address with --url.`
          : `${url} did not answer: ${(cause as Error).message}.`
      )
    })
    const text = await answer.text()
    if (answer.ok) return (text === '' ? undefined : JSON.parse(text)) as T
    if (accept.includes(answer.status)) return undefined as T
    throw new Refusal(answer.status, method, path, text)
  }
  return { url, ask }
}

/** What the shop refused, in its own words. */
export class Refusal extends Fault {
  readonly status: number
  constructor(status: number, method: string, path: string, text: string) {
    let detail = text.slice(0, 300)
    try {
      const problem = JSON.parse(text) as { detail?: string; missing?: string[]; extra?: string[] }
      detail = problem.detail ?? detail
      if (problem.missing?.length) detail += ` Missing: ${problem.missing.join(', ')}.`
      if (problem.extra?.length) detail += ` Not known: ${problem.extra.join(', ')}.`
    } catch {}
    super(`${method} ${path} was refused (${status}): ${detail}`)
    this.status = status
  }
}

/** The shop as a signed-in person sees it. */
export async function signIn({ url, ask }: Shop, email: string, password: string): Promise<Shop> {
  try {
    const { session } = await ask<{ session: { token: string } }>('POST', '/api/v1/auth/sessions', {
      body: { email, password }
    })
    return openShop(url, { authorization: `Bearer ${session.token}` })
  } catch (error) {
    if (error instanceof Refusal && [400, 401].includes(error.status))
      throw new Fault(`The shop knows no ${email} with this password. Set LUMORA_EMAIL and LUMORA_PASSWORD.`)
    throw error
  }
}
