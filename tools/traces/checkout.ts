import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Running } from '../launcher/folder.ts'
import { freePorts } from '../launcher/ports.ts'
import { openShop, type Shop } from '../seed/shop.ts'
import { startCollector, type Span } from './collector.ts'

const root = join(import.meta.dirname, '..', '..')

/** Who buys; nothing of this may be found in a trace. */
export const shopper = { email: 'asha.trace@shop.example', name: 'Asha Tracewala', line1: '17 Canary Road' }

export interface TracedCheckout {
  /** The spans of the one trace that the checkout made, from the door to the last who heard of it. */
  spans: Span[]
  /** All that was told to the collector, as it was sent. */
  texts: string[]
  status: string
  /** What the metrics of each service say after it. */
  metrics: Record<string, string>
  /** Whether it went through NGINX. */
  hasEdge: boolean
}

/** Starts a platform of its own with tracing, has a guest check out (through NGINX where it is installed) after as many others as told, and gives back the trace when it is whole. */
export async function tracedCheckout(env: Record<string, string> = {}, others = 0): Promise<TracedCheckout> {
  const temp = mkdtempSync(join(tmpdir(), 'lumora-trace-'))
  chmodSync(temp, 0o711)
  const collector = await startCollector()
  const [port = 0, edgePort = 0] = await freePorts(2)
  const { DATABASE_URL: _url, TEST_DATABASE_URL: _testUrl, NODE_TEST_CONTEXT: _context, ...inherited } = process.env
  let output = ''
  const launcher: ChildProcess = spawn(
    process.execPath,
    [join(root, 'tools/start.ts'), '--data', temp, '--port', String(port), '--edge-port', String(edgePort)],
    {
      cwd: root,
      env: { ...inherited, CHECKOUTS_PER_MINUTE: '1000', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc']
    }
  )
  for (const stream of [launcher.stdout!, launcher.stderr!]) stream.on('data', (part) => (output += String(part)))
  try {
    await until('the platform', () => output.includes('Ctrl-C stops everything.') || launcher.exitCode !== null)
    if (launcher.exitCode !== null) throw new Error(output)
    const hasEdge = output.includes(`:${edgePort} (`)
    const bought = () => buy(`http://127.0.0.1:${port}/api/v1`, hasEdge ? edgePort : undefined)
    for (let i = 0; i < others; i++) await bought()
    const status = await bought()
    const door = () =>
      collector.spans
        .filter(({ service, name }) => service === 'gateway' && name === 'POST /api/v1/orders')
        .sort((a, b) => a.startMs - b.startMs)[others]
    const ofTrace = () => collector.spans.filter(({ traceId }) => traceId === door()?.traceId)
    await until('the trace', () => {
      const found = ofTrace()
      const whole = ['cart', 'notification'].every((service) =>
        found.some((span) => span.service === service && span.kind === 'consumer')
      )
      return whole && found.every(({ parentId }) => parentId === '' || found.some(({ spanId }) => spanId === parentId))
    })
    const { services } = JSON.parse(readFileSync(join(temp, 'running.json'), 'utf8')) as Running
    // The storefront tells none: the gateway sees its requests.
    const told = Object.entries(services).filter(([name]) => name !== 'storefront')
    const metrics = await Promise.all(
      told.map(async ([name, { url }]) => [name, await (await fetch(`${url}/metrics`)).text()] as const)
    )
    return { spans: ofTrace(), texts: collector.texts, status, hasEdge, metrics: Object.fromEntries(metrics) }
  } finally {
    launcher.kill('SIGINT')
    if (launcher.exitCode === null) await once(launcher, 'exit')
    collector.close()
    rmSync(temp, { recursive: true, force: true })
  }

  async function until(what: string, check: () => boolean, ms = 240_000): Promise<void> {
    const end = Date.now() + ms
    while (!check()) {
      if (Date.now() > end) throw new Error(`Waited in vain for ${what}.\n${output.slice(-3000)}`)
      await sleep(50)
    }
  }
}

/** Something of which there are several, as soon as the catalogue shows it. */
async function findGoods(shop: Shop): Promise<string> {
  for (let tries = 100; tries > 0; tries--) {
    const { items } = await shop.ask<{ items: { slug: string; available: boolean }[] }>('GET', '/designs?limit=50')
    for (const { slug } of items.filter(({ available }) => available)) {
      const { variants } = await shop.ask<{ variants: { id: string; available: boolean; oneOfAKind: boolean }[] }>(
        'GET',
        `/designs/${slug}`
      )
      const found = variants.find(({ available, oneOfAKind }) => available && !oneOfAKind)
      if (found) return found.id
    }
    await sleep(500)
  }
  throw new Error('There is nothing to buy.')
}

/** A guest's checkout of something that is in stock; the order itself goes through NGINX when there is a port of it. Returns how the order stands. */
async function buy(base: string, edgePort: number | undefined): Promise<string> {
  const shop = openShop(base)
  const keyed = () => ({ 'idempotency-key': crypto.randomUUID() })
  const variantId = await findGoods(shop)
  const { id, token } = await shop.ask<{ id: string; token: string }>('POST', '/carts', { headers: keyed(), body: {} })
  const cart = await shop.ask<{ totalMinor: number; currency: string }>('POST', `/carts/${id}/lines`, {
    headers: { ...keyed(), 'cart-token': token },
    body: { variantId, pieceId: null, quantity: 1 }
  })
  const { email, name, line1 } = shopper
  const body = JSON.stringify({
    cartId: id,
    email,
    name,
    shippingAddress: { name, line1, city: 'Mumbai', postcode: '400020', country: 'IN' },
    expectedTotalMinor: cart.totalMinor,
    currency: cart.currency,
    payment: { provider: 'sandbox', token: 'sandbox-approve' }
  })
  const headers = { ...keyed(), 'cart-token': token, 'content-type': 'application/json' }
  if (edgePort === undefined)
    return (await shop.ask<{ status: string }>('POST', '/orders', { headers, body: JSON.parse(body) as object })).status
  const url = `https://127.0.0.1:${edgePort}/api/v1/orders`
  return new Promise<string>((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers, rejectUnauthorized: false }, (answer) => {
      let text = ''
      answer.on('data', (part) => (text += String(part)))
      answer.on('end', () => {
        if (answer.statusCode === 201) resolve((JSON.parse(text) as { status: string }).status)
        else reject(new Error(`POST /orders answered ${answer.statusCode}: ${text.slice(0, 500)}`))
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
