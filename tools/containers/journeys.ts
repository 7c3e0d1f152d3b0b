import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { explain, Fault } from '../launcher/faults.ts'
import { demoAccounts } from '../seed/demo.ts'
import { edgeOf, root, say } from './compose.ts'

export interface Edge {
  url: string
  certificate: string
}

/** Runs `npm run demo` against an edge whose certificate no machine knows. Throws a Fault when the jewel is not bought. */
export async function demo({ url, certificate }: Edge): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lumora-edge-'))
  const file = join(folder, 'edge.crt')
  writeFileSync(file, certificate)
  const args = [join(root, 'tools', 'demo.ts'), '--url', url]
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: file }
  const [code] = (await once(spawn(process.execPath, args, { stdio: 'inherit', env }), 'exit')) as [number]
  rmSync(folder, { recursive: true })
  if (code !== 0) throw new Fault('npm run demo failed.')
}

type Headers = Record<string, string>

interface Answer {
  status: number
  body: any
}

/** What a run of journeys came to: each failure by what it was, with how often. */
export interface Outcome {
  requests: number
  /** Sent again, as their connection had just been closed. */
  repeated: number
  journeys: number
  failures: Map<string, number>
  slowestMs: number
  seconds: number
}

/** What journeys buy. */
interface Goods {
  slug: string
  variantId: string
}

/** Puts stock into some designs of the demo shop, as its administrator, so that no journey finds a thing sold. */
export async function stockUp(edge: Edge): Promise<Goods[]> {
  const agent = new Agent({ ca: edge.certificate })
  const ask = (method: string, path: string, body?: unknown, more: Headers = {}): Promise<any> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...more }
      const asked = request(`${edge.url}/api/v1${path}`, { method, agent, headers }, async (answer) => {
        const said = await text(answer)
        if (answer.statusCode! < 300) return resolve(JSON.parse(said))
        return reject(new Fault(`${method} ${path}: ${answer.statusCode} ${said.slice(0, 200)}`))
      })
      asked.on('error', reject)
      asked.end(body === undefined ? undefined : JSON.stringify(body))
    })
  const { email, password } = demoAccounts.administrator
  const { session } = await ask('POST', '/auth/sessions', { email, password })
  const goods: Goods[] = []
  const { items } = await ask('GET', '/designs?limit=50')
  for (const { slug } of items) {
    const { variants } = await ask('GET', `/designs/${slug}`)
    const variant = variants.find((each: any) => each.available && !each.oneOfAKind)
    if (!variant) continue
    const headers = { authorization: `Bearer ${session.token}` }
    await ask('PATCH', `/variants/${variant.id}/stock`, { delta: 100_000, reason: 'a test of the containers' }, headers)
    goods.push({ slug, variantId: variant.id })
    if (goods.length === 12) break
  }
  return goods
}

/** Guests who look, fill a cart and order with a sandbox card, over and over, until they are told to stop. A failure is whatever a shopper would see: a broken connection, a 5xx, an order that is not confirmed. */
export function startJourneys(edge: Edge, shoppers: number, goods: Goods[]): { stop: () => Promise<Outcome> } {
  const agent = new Agent({ keepAlive: true, maxSockets: shoppers, ca: edge.certificate })
  const fresh = new Agent({ ca: edge.certificate })
  const outcome: Outcome = { requests: 0, repeated: 0, journeys: 0, failures: new Map(), slowestMs: 0, seconds: 0 }
  const begun = performance.now()
  let going = true

  /** As the API asks of its clients, what got no answer is sent once more, with the same key: on a new connection, as browsers do, for others that are kept may be closing, too. */
  const ask = async (method: string, path: string, body?: unknown, more: Headers = {}): Promise<Answer> => {
    const headers: Headers = {
      cookie: 'seen=1',
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...more })
    }
    outcome.requests++
    const start = performance.now()
    const answer = await send(method, path, headers, body).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET') throw error
      outcome.repeated++
      return send(method, path, headers, body, fresh)
    })
    outcome.slowestMs = Math.max(outcome.slowestMs, performance.now() - start)
    return answer
  }
  const send = (method: string, path: string, headers: Headers, body: unknown, by = agent): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(`${edge.url}/api/v1${path}`, { method, agent: by, headers, timeout: 30_000 }, (answer) => {
        let said = ''
        answer.setEncoding('utf8').on('data', (piece: string) => (said += piece))
        answer.on('error', reject)
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: said === '' ? null : JSON.parse(said) }))
      })
      asked.on('error', reject)
      asked.on('timeout', () => asked.destroy(new Error('no answer within 30 s')))
      asked.end(body === undefined ? undefined : JSON.stringify(body))
    })
  const expect = async (status: number, ...asked: Parameters<typeof ask>): Promise<any> => {
    const answer = await ask(...asked).catch((error: Error) => {
      throw new Error(`${asked[0]} ${asked[1].split('?')[0]}: ${error.message}`)
    })
    if (answer.status === status) return answer.body
    const path = asked[1].replaceAll(/[0-9a-f-]{36}/g, '…').split('?')[0]
    throw new Error(`${asked[0]} ${path}: ${answer.status} ${answer.body?.title ?? ''}`)
  }

  async function journey(index: number): Promise<void> {
    await expect(200, 'GET', `/designs?limit=24&sort=${index % 2 ? 'newest' : 'price'}`)
    const { slug, variantId } = goods[index % goods.length]!
    await expect(200, 'GET', `/designs/${slug}`)
    const { id, token } = await expect(201, 'POST', '/carts', {})
    const line = { variantId, pieceId: null, quantity: 1 }
    const cart = await expect(201, 'POST', `/carts/${id}/lines`, line, { 'cart-token': token })
    const order = {
      cartId: id,
      email: 'journey@shop.example',
      name: 'A Shopper',
      shippingAddress: {
        name: 'A Shopper',
        line1: '1 Marine Drive',
        city: 'Mumbai',
        postcode: '400020',
        country: 'IN'
      },
      expectedTotalMinor: cart.totalMinor,
      currency: cart.currency,
      payment: { provider: 'sandbox', token: 'sandbox-approve' }
    }
    const { status } = await expect(201, 'POST', '/orders', order, { 'cart-token': token })
    if (['confirmed', 'placed', 'reserved', 'authorised', 'committed'].includes(status)) outcome.journeys++
    else throw new Error(`an order is ${status}`)
  }

  const shopper = async (number: number) => {
    for (let index = number; going; index += shoppers) {
      await journey(index).catch((error: Error) => {
        outcome.failures.set(error.message, (outcome.failures.get(error.message) ?? 0) + 1)
        return sleep(100)
      })
    }
  }
  const all = Promise.all(Array.from({ length: shoppers }, (_, number) => shopper(number)))
  return {
    stop: async () => {
      going = false
      await all
      agent.destroy()
      outcome.seconds = (performance.now() - begun) / 1000
      return outcome
    }
  }
}

/** The outcome in one line, and one for each kind of failure. */
export function tell({ requests, repeated, journeys, failures, slowestMs, seconds }: Outcome): string {
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0)
  const each = [...failures].map(([what, count]) => `\n  ${count} × ${what}`).join('')
  return `${journeys} journeys in ${seconds.toFixed(0)} s (${(journeys / seconds).toFixed(1)}/s), ${requests} requests, ${repeated} repeated, ${failed} failed, the slowest ${(slowestMs / 1000).toFixed(1)} s${each}`
}

/** node tools/containers/journeys.ts [--shoppers 8] [--seconds 60]: purchases at the shop that runs, which needs `CHECKOUTS_PER_MINUTE`, `EDGE_TRUSTED` and `TRUSTED_CLIENTS` as in tests/containers. */
if (import.meta.main) {
  try {
    const options = { shoppers: { type: 'string', default: '8' }, seconds: { type: 'string', default: '60' } } as const
    const { shoppers, seconds } = parseArgs({ options }).values
    const edge = await edgeOf()
    const load = startJourneys(edge, Number(shoppers), await stockUp(edge))
    await sleep(Number(seconds) * 1000)
    say(tell(await load.stop()))
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  }
}
