import { execFile, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import type { BenchOptions } from './bench.ts'
import { fill, once, withStock } from './checkout.ts'
import { cpuOf, cpuOfMachine } from './cpu.ts'
import { openFlood, requestText } from './flood.ts'
import { load } from './load.ts'
import { openNginx, readRunning, say, sayLoad } from './running.ts'

const path = '/api/v1/designs?limit=24'
const hasWrk = spawnSync('wrk', ['--version']).error === undefined
const guest = { cookie: 'seen=1' }
/** What is nearly the same is measured in turns, as a machine has moments, and the middle one of these counts. */
const rounds = 9
/** Of one thing a cart takes 20. */
const additions = 18

interface Measured {
  requests: number
  failures: number
  perSecond: number
  p99Ms: number
}
interface Figures extends Measured {
  /** CPU milliseconds that a request takes, by process. */
  shares: Record<string, number>
  cpuMs: number
  /** The part of the processors that was busy with neither this nor the platform. */
  besides: number
}

/**
 * The same listing of 24 at each station of its way, in one run: throughput, p99, and CPU of all the platform's processes.
 * Then other routes at their service alone and through the proxy, which costs each about the same.
 */
export async function benchEdge(options: BenchOptions): Promise<void> {
  const { data, seconds, connections } = options
  const running = readRunning(data)
  const { gatewayUrl, services } = running
  await withStock(options, async ({ shop, stocked, pids: processes }) => {
    const listing = await (await fetch(gatewayUrl + path)).text()
    const nginx = await openNginx([new URL(gatewayUrl).host], { 'listing.json': listing })
    const pids = { ...processes, nginx: nginx.pid }
    say(
      `${listing.length} bytes, ${connections} connections, ${seconds} s each, load by ${hasWrk ? 'wrk' : 'this process'}`
    )
    sayLoad()
    say(
      `${'station'.padEnd(26)}${'a second'.padStart(10)}${'p99 ms'.padStart(10)}${'CPU ms'.padStart(10)}${'besides'.padStart(9)}  by process`
    )
    const at = (url: string, headers: Record<string, string> = {}) =>
      counted(pids, seconds, (given) => measure(url, headers, given, connections))
    try {
      const alone = tell('a  the service alone', await at(services.product!.url + path))
      const proxied = tell('b  through the proxy', await at(gatewayUrl + path, guest))
      tell('c  NGINX and the proxy', await at(nginx.url + path, guest))
      const kept: Figures[] = []
      const files: Figures[] = []
      for (let i = 0; i < rounds; i++) {
        kept.push(await at(nginx.url + path))
        files.push(await at(`${nginx.url}/assets/listing.json`))
      }
      const middle = (all: Figures[]) => all.toSorted((a, b) => a.perSecond - b.perSecond)[rounds >> 1]!
      tell(`d  kept by NGINX`, middle(kept))
      tell(`e  a file of NGINX`, middle(files))
      const parts = kept.map(({ perSecond }, i) => (perSecond / files[i]!.perSecond) * 100).toSorted((a, b) => a - b)
      say(
        `d is ${parts[rounds >> 1]!.toFixed(0)} % of e (${parts[0]!.toFixed(0)} to ${parts.at(-1)!.toFixed(0)} % in ${rounds} rounds)`
      )
      share('a listing of 24', alone, proxied)

      const { items } = JSON.parse(listing) as { items: { slug: string }[] }
      const detail = `/api/v1/designs/${items[0]!.slug}`
      share(
        'a design',
        tell('a  a design', await at(services.product!.url + detail)),
        tell('b  through the proxy', await at(gatewayUrl + detail, guest))
      )
      const { id: variantId } = stocked[0]!
      const more = async () => ({ ...(await fill(shop, variantId)), variantId, left: additions })
      const carts = await filled(more, Math.ceil(((seconds * 2 + 8) * 800) / additions))
      const add = (url: string) => adding(url, carts, connections)
      await add(services.cart!.url)(6)
      share(
        'an addition to a cart',
        tell('a  an addition to a cart', await counted(pids, seconds, add(services.cart!.url))),
        tell('b  through the proxy', await counted(pids, seconds, add(gatewayUrl)))
      )
      sayLoad()
    } finally {
      await nginx.close()
    }
  })
}

function tell(name: string, figures: Figures): Figures {
  const { perSecond, p99Ms, cpuMs, besides, shares, failures } = figures
  const most = Object.entries(shares)
    .filter(([, ms]) => ms >= Math.min(0.005, cpuMs / 20))
    .map(([each, ms]) => `${each} ${ms.toFixed(3)}`)
  say(
    `${name.padEnd(26)}${perSecond.toFixed(0).padStart(10)}${p99Ms.toFixed(1).padStart(10)}${cpuMs.toFixed(3).padStart(10)}${`${(besides * 100).toFixed(0)} %`.padStart(9)}  ${most.join(', ')}${failures ? ` (${failures} failed)` : ''}`
  )
  return figures
}

const share = (what: string, alone: Figures, proxied: Figures) =>
  say(`Of ${what} the proxy takes ${((proxied.shares.gateway! / alone.cpuMs) * 100).toFixed(0)} % of what a takes`)

/** Measures after a second of warming up. */
async function counted(
  pids: Record<string, number>,
  seconds: number,
  work: (seconds: number) => Promise<Measured>
): Promise<Figures> {
  await work(1)
  const before = cpuOf(pids)
  const machine = cpuOfMachine()
  const begun = performance.now()
  const measured = await work(seconds)
  const wholeMs = (performance.now() - begun) * availableParallelism()
  const after = cpuOf(pids)
  const machineAfter = cpuOfMachine()
  const used = Object.entries(after ?? {}).map(([each, ms]) => [each, ms - before![each]!] as const)
  const platformMs = used.reduce((sum, [, ms]) => sum + ms, 0)
  const besidesMs =
    machine && machineAfter
      ? machineAfter.all - machine.all - (machineAfter.own - machine.own) - platformMs
      : Number.NaN
  return {
    ...measured,
    shares: Object.fromEntries(used.map(([each, ms]) => [each, ms / measured.requests])),
    cpuMs: platformMs / measured.requests,
    besides: Math.max(0, besidesMs) / wholeMs
  }
}

/** Makes so many, eight at a time. */
async function filled<T>(make: () => Promise<T>, count: number): Promise<T[]> {
  const all: T[] = []
  let left = count
  const worker = async () => {
    while (left-- > 0) all.push(await make())
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  return all
}

/** Adds to one cart after the other until it is full, over so many connections. */
function adding(
  url: string,
  carts: { id: string; token: string; variantId: string; left: number }[],
  connections: number
) {
  return async (seconds: number): Promise<Measured> => {
    const flood = openFlood(url)
    const times: number[] = []
    let failures = 0
    const begun = performance.now()
    const worker = async () => {
      for (let cart; performance.now() - begun < seconds * 1000 && (cart = carts.pop());) {
        if (--cart.left > 0) carts.unshift(cart)
        const { id, token, variantId } = cart
        const headers = { ...guest, ...once(), 'cart-token': token }
        const body = { variantId, pieceId: null, quantity: 1 }
        const { status, ms } = await flood.ask(requestText(url, 'POST', `/api/v1/carts/${id}/lines`, headers, body))
        if (status !== 201) failures++
        times.push(ms)
      }
    }
    await Promise.all(Array.from({ length: connections }, worker))
    const tookMs = performance.now() - begun
    flood.close()
    times.sort((a, b) => a - b)
    return {
      requests: times.length,
      failures,
      perSecond: (times.length * 1000) / tookMs,
      p99Ms: times[Math.floor(times.length * 0.99)] ?? 0
    }
  }
}

/** Wrk costs a tenth of what this process would, which shares the machine with what it measures. */
async function measure(
  url: string,
  headers: Record<string, string>,
  seconds: number,
  connections: number
): Promise<Measured> {
  if (!hasWrk) {
    const { origin, pathname, search } = new URL(url)
    return load(origin, [pathname + search], { seconds, connections, headers })
  }
  const fields = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...fields, url]
  const { stdout } = await promisify(execFile)('wrk', args)
  const numberOf = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0)
  const [, amount = '0', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? []
  return {
    requests: numberOf(/(\d+) requests in/),
    failures: numberOf(/Non-2xx or 3xx responses: (\d+)/) + numberOf(/timeout (\d+)/),
    perSecond: numberOf(/Requests\/sec:\s+([\d.]+)/),
    p99Ms: Number(amount) * (unit === 's' ? 1000 : unit === 'us' ? 0.001 : 1)
  }
}
