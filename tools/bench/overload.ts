import { readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Shop } from '../seed/shop.ts'
import type { BenchOptions } from './bench.ts'
import { fill, once, orderOf, withStock } from './checkout.ts'
import { cpuOf } from './cpu.ts'
import { openFlood, requestText, type Answered, type Flood } from './flood.ts'
import { readRunning, root, say, sayLoad } from './running.ts'

/** Half of what it can do is what is normal. */
const ratedPart = 0.5
const peakSeconds = 8
const warmSeconds = 8
const peakConnections = 32

type Class = 'critical' | 'normal' | 'sheddable'

/** What is asked for, and how often in a hundred. */
interface Kind {
  name: string
  class: Class
  share: number
  /** The text of the next such request. */
  next: () => string
}
interface Outcome extends Answered {
  kind: Kind
}
type Cart = Awaited<ReturnType<typeof fill>> & { variantId: string }

/**
 * Finds the peak with 32 requests at a time, then sends three times the rated load, whether answers come or not: what comes
 * through, of which class, how fast the rest is refused, and who had the processors. First what shoppers do, then the
 * cheapest requests that there are, of which there are the most.
 */
export async function benchOverload(options: BenchOptions): Promise<void> {
  const { gatewayUrl } = readRunning(options.data)
  await withStock(options, async ({ shop, stocked, pids }) => {
    const flood = openFlood(gatewayUrl)
    try {
      const visit = await shoppers(shop, gatewayUrl, stocked)
      say('What shoppers do:')
      await overload(flood, visit.kinds, visit.prepare, pids, options)
      await sleep(5000)
      say('The cheapest requests:')
      await overload(flood, listings(gatewayUrl), async () => {}, pids, options)
    } finally {
      flood.close()
    }
  })
}

async function overload(
  flood: Flood,
  kinds: Kind[],
  prepare: (requests: number) => Promise<void>,
  pids: Record<string, number>,
  { data, seconds }: BenchOptions
): Promise<void> {
  await prepare(24_000)
  // V8 compiles for some time what has just begun: a peak of then would be too low, and the rest look the better for it.
  await atOnce(flood, kinds, warmSeconds)
  sayLoad()
  const peak = await usedBy(pids, () => atOnce(flood, kinds, peakSeconds))
  const perSecond = peak.result.filter(isGood).length / peakSeconds
  const rate = perSecond * ratedPart * 3
  say(`  ${kinds.map(({ name, share }) => `${share} ${name}`).join(', ')}`)
  say(
    `  peak ${perSecond.toFixed(0)} a second (processors: ${peak.shares}); rated ${(perSecond * ratedPart).toFixed(0)}; now ${rate.toFixed(0)} for ${seconds} s`
  )
  await prepare(rate * seconds)
  const answered = readLog(join(resolve(root, data), 'logs', 'gateway.log'))
  const { result: outcomes, shares } = await usedBy(pids, () => steadily(flood, kinds, rate, seconds))
  const good = outcomes.filter(isGood)
  const late = outcomes.map(({ ms, sinceSentMs }) => ms - sinceSentMs)
  say(
    `  good ${(good.length / seconds).toFixed(0)} a second, ${((good.length / seconds / perSecond) * 100).toFixed(0)} % of the peak`
  )
  const of = (all: Outcome[]) => {
    const statuses = Map.groupBy(all, ({ status }) => status)
    const counts = [...statuses].map(([status, each]) => `${status === 0 ? 'no answer' : status}: ${each.length}`)
    const times = all.filter(isGood).map(({ ms }) => ms)
    return `${((all.filter(isGood).length / all.length) * 100).toFixed(1)} % good, p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms  (${counts.join(', ')})`
  }
  for (const each of ['critical', 'normal', 'sheddable'] as const)
    say(`  ${each.padEnd(10)}${of(outcomes.filter(({ kind }) => kind.class === each))}`)
  for (const kind of kinds) say(`    ${kind.name.padEnd(14)}${of(outcomes.filter((one) => one.kind === kind))}`)
  const refused = outcomes.filter(({ status }) => status === 503).map(({ sinceSentMs }) => sinceSentMs)
  const there = (await answered()).filter(({ status }) => status === 503).map(({ ms }) => ms)
  say(`  refusals as they arrive: p50 ${at(refused, 0.5)} ms, p99 ${at(refused, 0.99)} ms (${refused.length})`)
  say(`  refusals in the gateway: p50 ${at(there, 0.5)} ms, p99 ${at(there, 0.99)} ms`)
  say(`  processors: ${shares}; requests left late by p50 ${at(late, 0.5)} ms, p99 ${at(late, 0.99)} ms`)
  await sleep(3000)
  await prepare(1000)
  const after = await steadily(flood, kinds, rate / 6, 3)
  say(
    `  three seconds later, at half the rated load: ${after.filter((one) => !isGood(one)).length} of ${after.length} refused`
  )
  sayLoad()
}

/** What somebody does who buys: a hundred requests of about ten visits, with a guest's cookie, so that nothing is kept for them. */
async function shoppers(shop: Shop, url: string, stocked: { id: string }[]) {
  const guest = { cookie: 'seen=1' }
  const slugs = (await shop.ask<{ items: { slug: string }[] }>('GET', '/designs?limit=100')).items
  const categories = (await shop.ask<{ items: { slug: string }[] }>('GET', '/categories')).items
  const words = ['ring', 'diamond', 'lotus', 'gold necklace', 'pearl', 'bangle', 'ruby earrings', 'silver chain']
  const prefixes = ['r', 'ri', 'rin', 'lo', 'dia', 'pe', 'su', 'temple']
  const turns = <T>(all: readonly T[]) => {
    let next = 0
    return () => all[next++ % all.length]!
  }
  const get = (path: string, headers: Record<string, string> = guest) => requestText(url, 'GET', path, headers)
  const reads = (all: readonly string[]) => turns(all.map((path) => get(path)))
  const toBuy: Cart[] = []
  const toFill: { cart: Cart; left: number }[] = []
  const variant = turns(stocked)
  const more = async (cart: (made: Cart) => void, count: number) => {
    let left = count
    const worker = async () => {
      while (left-- > 0) {
        const variantId = variant().id
        cart({ ...(await fill(shop, variantId)), variantId })
      }
    }
    await Promise.all(Array.from({ length: 8 }, worker))
  }
  const order = async () => {
    let own: Cart | undefined
    await more((made) => (own = made), 1)
    return shop.ask<{ id: string; token: string }>('POST', '/orders', {
      headers: { ...once(), 'cart-token': own!.token },
      body: orderOf(own!)
    })
  }
  const orders = await Promise.all(Array.from({ length: 8 }, order))
  const buy = () => {
    const cart = toBuy.pop()!
    return requestText(url, 'POST', '/api/v1/orders', { ...guest, ...once(), 'cart-token': cart.token }, orderOf(cart))
  }
  const add = () => {
    const last = toFill.at(-1)!
    if (--last.left === 0) toFill.pop()
    const { id, token, variantId } = last.cart
    const headers = { ...guest, ...once(), 'cart-token': token }
    return requestText(url, 'POST', `/api/v1/carts/${id}/lines`, headers, { variantId, pieceId: null, quantity: 1 })
  }
  const kinds: Kind[] = [
    {
      name: 'listings',
      class: 'normal',
      share: 34,
      next: reads(categories.map(({ slug }) => `/api/v1/pages/listing?category=${slug}&limit=24`))
    },
    {
      name: 'designs',
      class: 'normal',
      share: 32,
      next: reads(slugs.map(({ slug }) => `/api/v1/pages/designs/${slug}`))
    },
    {
      name: 'searches',
      class: 'normal',
      share: 8,
      next: reads(words.map((q) => `/api/v1/pages/listing?q=${encodeURIComponent(q)}&limit=24`))
    },
    {
      name: 'suggestions',
      class: 'sheddable',
      share: 10,
      next: reads(prefixes.map((q) => `/api/v1/designs/suggestions?q=${q}`))
    },
    { name: 'additions', class: 'normal', share: 6, next: add },
    {
      name: 'orders read',
      class: 'critical',
      share: 9,
      next: turns(orders.map(({ id, token }) => get(`/api/v1/orders/${id}`, { ...guest, 'order-token': token })))
    },
    { name: 'checkouts', class: 'critical', share: 1, next: buy }
  ]
  /** Fills as many carts as so many requests take. Of one thing a cart takes 20. */
  const prepare = async (requests: number) => {
    const carts = Math.ceil(requests * 0.01) + 20
    await more((cart) => void toBuy.push(cart), Math.max(0, carts - toBuy.length))
    const filled = Math.ceil((requests * 0.06) / 18) + 20
    await more((cart) => void toFill.push({ cart, left: 18 }), Math.max(0, filled - toFill.length))
  }
  return { kinds, prepare }
}

/** One listing, suggestions, and an order that is nobody's: each is answered in a fraction of a millisecond. */
function listings(url: string): Kind[] {
  const get = (path: string) => {
    const text = requestText(url, 'GET', path)
    return () => text
  }
  return [
    { name: 'listings', class: 'normal', share: 80, next: get('/api/v1/designs?limit=24') },
    { name: 'suggestions', class: 'sheddable', share: 10, next: get('/api/v1/designs/suggestions?q=ri') },
    { name: 'orders read', class: 'critical', share: 10, next: get(`/api/v1/orders/${crypto.randomUUID()}`) }
  ]
}

const isGood = ({ status }: Outcome) => (status >= 200 && status < 300) || status === 404
const at = (times: number[], part: number) => {
  const sorted = times.toSorted((a, b) => a - b)
  return (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1)
}

/** The kinds in turn, each as often as its share says and as evenly as that goes. */
function inTurn(kinds: Kind[]): () => Kind {
  const whole = kinds.reduce((sum, { share }) => sum + share, 0)
  const owed = kinds.map((_, index) => (index * whole) / kinds.length / 2)
  return () => {
    let most = 0
    kinds.forEach(({ share }, index) => {
      owed[index]! += share
      if (owed[index]! > owed[most]!) most = index
    })
    owed[most]! -= whole
    return kinds[most]!
  }
}

/** So many requests are always under way. */
async function atOnce(flood: Flood, kinds: Kind[], seconds: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const next = inTurn(kinds)
  const end = performance.now() + seconds * 1000
  const worker = async () => {
    while (performance.now() < end) {
      const kind = next()
      outcomes.push({ kind, ...(await flood.ask(kind.next())) })
    }
  }
  await Promise.all(Array.from({ length: peakConnections }, worker))
  return outcomes
}

/** So many a second, however many are answered. */
async function steadily(flood: Flood, kinds: Kind[], rate: number, seconds: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const pending: Promise<void>[] = []
  const next = inTurn(kinds)
  const begun = performance.now()
  for (let sent = 0; sent < rate * seconds; await sleep(1)) {
    for (; sent < rate * seconds && begun + (sent * 1000) / rate <= performance.now(); sent++) {
      const kind = next()
      const answered = flood.ask(kind.next(), begun + (sent * 1000) / rate)
      pending.push(answered.then((answer) => void outcomes.push({ kind, ...answer })))
    }
  }
  await Promise.all(pending)
  return outcomes
}

/** Does it, and says what part of all processors each process had meanwhile; `load` is this one, that asks. */
async function usedBy<T>(pids: Record<string, number>, work: () => Promise<T>): Promise<{ result: T; shares: string }> {
  const own = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const before = { ...cpuOf(pids), load: own() } as Record<string, number>
  const begun = performance.now()
  const result = await work()
  const wholeMs = (performance.now() - begun) * availableParallelism()
  const after = { ...cpuOf(pids), load: own() } as Record<string, number>
  const parts = Object.entries(after).map(([name, ms]) => [name, ((ms - before[name]!) / wholeMs) * 100] as const)
  const shares = parts
    .filter(([, part]) => part >= 0.5)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, part]) => `${name} ${part.toFixed(0)} %`)
  return { result, shares: shares.join(', ') }
}

/** What the gateway's log gains from now on. */
function readLog(file: string): () => Promise<{ status: number; ms: number }[]> {
  const from = statSync(file).size
  return async () => {
    await sleep(500)
    const whole = readFileSync(file)
    return whole
      .subarray(whole.length < from ? 0 : from)
      .toString()
      .split('\n')
      .filter((line) => line.startsWith('{') && line.includes('"answered"') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as { status: number; ms: number })
  }
}
