import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { databaseUrl } from '../launcher/databases.ts'
import { Fault } from '../launcher/faults.ts'
import type { Running, State } from '../launcher/folder.ts'
import type { Secrets } from '../launcher/secrets.ts'
import { openShop, type Shop } from '../seed/shop.ts'
import { databasesOf, openDatabases } from '../verify/databases.ts'
import type { BenchOptions } from './bench.ts'
import { cpuOf } from './cpu.ts'
import { watchMachine } from './machine.ts'

const root = join(import.meta.dirname, '..', '..')
const say = (line: string) => void process.stdout.write(`${line}\n`)
export const once = () => ({ 'idempotency-key': crypto.randomUUID() })
/** How long what follows from an order, such as its mail, may still be under way. */
const drainMs = 2500

interface Cart {
  id: string
  token: string
  totalMinor: number
  currency: string
}

/** Measures whole checkouts (cart, line, address, shipping, payment, order confirmed) of guests and of customers, what each costs, and a sale of the last 10 of a thing to 100 shoppers. */
export async function benchCheckout(options: BenchOptions): Promise<void> {
  const what = { whole: 'guest checkouts confirmed', one: 'a checkout', done: 'confirmed' }
  await withStock(options, async ({ shop, staff, stocked, last, stock, pids, count }) => {
    let next = 0
    const buy = async () => order(shop, await fill(shop, stocked[next++ % stocked.length]!.id))
    await redeem(shop, staff, stocked)
    await warmUp(buy, options)
    await measure(buy, pids, what, options)
    await count(buy, what)
    const customers = await register(shop, options.connections * 2)
    const buyAsCustomer = async () => {
      const me = customers.shift()!
      try {
        const { token: _, ...cart } = await fill(me, stocked[next++ % stocked.length]!.id)
        return await order(me, cart)
      } finally {
        customers.push(me)
      }
    }
    if (customers.length > options.connections) {
      await measure(buyAsCustomer, pids, { ...what, whole: 'customers’ checkouts confirmed' }, options)
      await count(buyAsCustomer, what)
    } else say('Customers are not measured: REGISTRATIONS_PER_HOUR from one address have been made.')
    await stock(last.id, 10 - last.left)
    await flashSale(shop, last.id)
  })
}

export interface What {
  whole: string
  one: string
  /** The outcome that counts. */
  done: string
}
interface Stocked {
  id: string
  left: number
}
interface Bench {
  shop: Shop
  /** The same as its administrator. */
  staff: Shop
  /** Variants with more in stock than is measured. */
  stocked: Stocked[]
  last: Stocked
  stock: (variantId: string, delta: number) => Promise<unknown>
  /** The processes of the platform, by name. */
  pids: Record<string, number>
  /** Says how many statements one takes. */
  count: (one: () => Promise<unknown>, what: What) => Promise<void>
}

/** Puts stock into the demo shop of the platform that runs here, for `work` to measure with. */
export async function withStock({ data }: BenchOptions, work: (bench: Bench) => Promise<void>): Promise<void> {
  const dataDir = resolve(root, data)
  const read = (name: string): unknown => {
    const file = join(dataDir, name)
    if (!existsSync(file)) throw new Fault('The platform is not running here: start it with `npm start`.')
    return JSON.parse(readFileSync(file, 'utf8'))
  }
  const { gatewayUrl, services, postgres } = read('running.json') as Running
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(gatewayUrl).hostname))
    throw new Fault(`${gatewayUrl} is another machine: this measures only the one that it runs on.`)
  const pids = Object.fromEntries([
    ...Object.entries(services).flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid] as const])),
    ...(postgres ? [['postgres', postgres.pid] as const] : [])
  ])
  const shop = openShop(`${gatewayUrl}/api/v1`)
  const staff = await signIn(shop, read('state.json') as State)
  const { product } = databasesOf(dataDir, process.env.DATABASE_URL)
  const { ask, close } = await openDatabases({ product: product! })
  try {
    const variants = await ask(
      'product',
      `select v."id", v."onHand" - v."reserved" as "left" from variants v where v."active" and not v."oneOfAKind"
         and v."onHand" > v."reserved" order by v."id" limit 13`
    )
    const [last, ...stocked] = variants.map(({ id, left }) => ({ id: String(id), left: Number(left) }))
    if (!last || stocked.length === 0)
      throw new Fault('There is nothing in stock: start the platform with its demo shop.')
    const stock = (id: string, delta: number) =>
      staff.ask('PATCH', `/variants/${id}/stock`, { headers: once(), body: { delta, reason: 'measuring' } })
    for (const { id } of stocked) await stock(id, 10_000)
    const count = async (one: () => Promise<unknown>, what: What) => {
      if (!postgres) return
      const { postgres: password } = read('secrets.json') as Secrets
      const url = databaseUrl(`postgres://127.0.0.1:${postgres.port}/postgres`, { name: 'postgres', password })
      await countStatements(url, join(dataDir, 'logs', 'postgres.log'), one, what)
    }
    await work({ shop, staff, stocked, last, stock, pids, count })
  } finally {
    await close()
  }
}

async function signIn(shop: Shop, { accounts }: State): Promise<Shop> {
  if (!accounts) throw new Fault('The platform was started without its demo shop: this needs its administrator.')
  const { email, password } = accounts.administrator
  const { session } = await shop.ask<{ session: { token: string } }>('POST', '/auth/sessions', {
    headers: once(),
    body: { email, password }
  })
  return openShop(shop.url, { authorization: `Bearer ${session.token}` })
}

/** The shop as so many new customers see it, or as many as may register. They come back after others have bought: by then what they bought has left their carts. */
async function register(shop: Shop, count: number): Promise<Shop[]> {
  const customers: Shop[] = []
  while (customers.length < count) {
    const made = await shop.ask<{ session: { token: string } } | undefined>('POST', '/auth/register', {
      headers: once(),
      body: { email: `${crypto.randomUUID()}@shop.example`, password: crypto.randomUUID(), name: 'A Shopper' },
      accept: [429]
    })
    if (!made) break
    customers.push(openShop(shop.url, { authorization: `Bearer ${made.session.token}` }))
  }
  return customers
}

/** A guest's new cart with one of a variant in it, or the cart of a customer, which has no token. */
export function fill(shop: Shop, variantId: string): Promise<Cart> {
  const line = { variantId, pieceId: null, quantity: 1 }
  return shop.ask<Cart>('POST', '/carts', { headers: once(), body: { line } })
}

/** Orders with a code as often as it may be used, so that there are redemptions to be verified. They are not measured. */
async function redeem(shop: Shop, staff: Shop, stocked: Stocked[]): Promise<void> {
  const most = 3
  const code = `BENCH-${crypto.randomUUID().slice(0, 8)}`.toUpperCase()
  const offer = { name: 'Measuring', code, kind: 'percent', target: 'order', permyriad: 1000, maxRedemptions: most }
  await staff.ask('POST', '/promotions', { headers: once(), body: offer })
  for (let i = 0; i < most; i++) {
    const { id, token } = await fill(shop, stocked[i % stocked.length]!.id)
    const headers = { ...once(), 'cart-token': token }
    const cart = await shop.ask<Cart>('POST', `/carts/${id}/coupons`, { headers, body: { code } })
    await order(shop, { ...cart, token })
  }
}

/** What orders a cart, paid by card. */
export const orderOf = ({ id, totalMinor, currency }: Omit<Cart, 'token'>) => ({
  cartId: id,
  email: 'bench@shop.example',
  name: 'A Shopper',
  shippingAddress: { name: 'A Shopper', line1: '1 Marine Drive', city: 'Mumbai', postcode: '400020', country: 'IN' },
  expectedTotalMinor: totalMinor,
  currency,
  payment: { provider: 'sandbox', token: 'sandbox-approve' }
})

/** Orders what is in the cart and says how the order stands. */
async function order(shop: Shop, { token, ...cart }: Omit<Cart, 'token'> & Partial<Cart>): Promise<string> {
  const { status } = await shop.ask<{ status: string }>('POST', '/orders', {
    headers: { ...once(), ...(token && { 'cart-token': token }) },
    body: orderOf(cart)
  })
  return status
}

/** How often a thing is done before it is measured: V8 compiles what a service does for some time after its start, which is no part of what it costs. */
export const warmRounds = 2000

/** Does it as often as that, with as many shoppers at once as are told. */
export async function warmUp(
  buy: () => Promise<string>,
  { connections }: Pick<BenchOptions, 'connections'>
): Promise<void> {
  let left = warmRounds
  const shopper = async () => {
    while (left-- > 0) await buy().catch(() => {})
  }
  await Promise.all(Array.from({ length: connections }, shopper))
  say(`Warmed up by ${warmRounds}.`)
}

/** Has as many shoppers at once as are told do the same over and over, and says how often that was, and what it cost. */
export async function measure(
  buy: () => Promise<string>,
  pids: Record<string, number>,
  { whole, one, done }: What,
  { seconds, connections }: Pick<BenchOptions, 'seconds' | 'connections'>
): Promise<void> {
  const times: number[] = []
  const errors = new Map<string, number>()
  await wait(drainMs)
  const machine = watchMachine()
  const before = cpuOf(pids)
  const begun = performance.now()
  const end = begun + seconds * 1000
  const shopper = async () => {
    while (performance.now() < end) {
      const start = performance.now()
      const outcome = await buy().catch((error: Error) => error.message.slice(0, 100))
      if (outcome === done) times.push(performance.now() - start)
      else errors.set(outcome, (errors.get(outcome) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: connections }, shopper))
  const tookMs = performance.now() - begun
  const pieceMs = await machine()
  await wait(drainMs)
  const after = cpuOf(pids)
  times.sort((a, b) => a - b)
  const at = (part: number) => (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(0)
  const perSecond = ((times.length * 1000) / tookMs).toFixed(1)
  say(`${connections} shoppers: ${times.length} ${whole}, ${perSecond} a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
  for (const [outcome, count] of errors) say(`  ${count} ended otherwise: ${outcome}`)
  if (!before || !after) return say('  CPU is read from /proc, which only Linux has.')
  const shares = Object.entries(after).map(([name, ms]) => [name, (ms - before[name]!) / times.length] as const)
  const total = shares.reduce((sum, [, ms]) => sum + ms, 0)
  const parts = shares.toSorted(([, a], [, b]) => b - a).map(([name, ms]) => `${name} ${ms.toFixed(1)}`)
  say(`  CPU ${total.toFixed(1)} ms ${one}: ${parts.join(', ')}`)
  say(`  A fixed piece of work took ${pieceMs.toFixed(2)} ms of CPU meanwhile`)
}

/** The statements of ten of them one after the other, as PostgreSQL logs them, without what runs anyhow. Its log is set back afterwards. */
async function countStatements(
  superuserUrl: string,
  log: string,
  buy: () => Promise<unknown>,
  { one }: What
): Promise<void> {
  const rounds = 10
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  const during = async (work: () => Promise<unknown>) => {
    const from = statSync(log).size
    const begun = performance.now()
    await work()
    await wait(drainMs)
    const records = readFileSync(log)
      .subarray(from)
      .toString()
      .split(/^(?=\w*\|LOG:)/m)
    const counts = new Map<string, number>()
    for (const record of records) {
      const service = /^(\w+)\|LOG:\s+(?:statement|execute)/.exec(record)?.[1]
      if (service === undefined) continue
      const name = /"sandbox(?:Payments|Events|Challenges)"/.test(record) ? 'the sandbox' : service
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    return { counts, ms: performance.now() - begun }
  }
  try {
    await client.query(`alter system set log_line_prefix = '%d|'`)
    await client.query(`alter system set log_statement = 'all'`)
    await client.query('select pg_reload_conf()')
    await wait(500)
    const idle = await during(() => wait(drainMs))
    const busy = await during(async () => {
      for (let i = 0; i < rounds; i++) await buy()
    })
    const each = [...busy.counts]
      .map(([name, count]) => [name, (count - ((idle.counts.get(name) ?? 0) * busy.ms) / idle.ms) / rounds] as const)
      .filter(([, count]) => count >= 0.1)
      .toSorted(([, a], [, b]) => b - a)
    const total = each.reduce((sum, [, count]) => sum + count, 0)
    say(
      `  ${total.toFixed(0)} statements ${one}, with its events: ${each.map(([name, count]) => `${name} ${count.toFixed(1)}`).join(', ')}`
    )
  } finally {
    await client.query('alter system reset log_statement')
    await client.query('alter system reset log_line_prefix')
    await client.query('select pg_reload_conf()')
    await client.end()
  }
}

/** A hundred shoppers want the last ten at the same moment. */
async function flashSale(shop: Shop, variantId: string): Promise<void> {
  const carts: Cart[] = []
  for (let i = 0; i < 100; i++) carts.push(await fill(shop, variantId))
  const begun = performance.now()
  const refused = (error: Error) => /\((\d{3})\)/.exec(error.message)?.[1] ?? error.message
  const outcomes = await Promise.all(
    carts.map((cart) => order(shop, cart).catch((error: Error) => `refused with ${refused(error)}`))
  )
  const tookMs = performance.now() - begun
  const counts = Object.entries(Object.groupBy(outcomes, (outcome) => outcome)).map(
    ([name, all]) => `${all!.length} ${name}`
  )
  say(`Flash sale of 10 to 100 shoppers: ${counts.join(', ')}, in ${tookMs.toFixed(0)} ms`)
}
