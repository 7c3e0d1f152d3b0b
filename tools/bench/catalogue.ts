import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Fault } from '../launcher/faults.ts'
import type { Running } from '../launcher/folder.ts'
import { databasesOf, openDatabases } from '../verify/databases.ts'
import type { BenchOptions } from './bench.ts'
import { cpuOf } from './cpu.ts'
import { load } from './load.ts'

const root = join(import.meta.dirname, '..', '..')

/** Measures listing, detail, search with facets and suggestions: throughput, latency, CPU of all the platform's processes, and statements. */
export async function benchCatalogue({ data, seconds, connections }: BenchOptions): Promise<void> {
  const dataDir = resolve(root, data)
  const file = join(dataDir, 'running.json')
  if (!existsSync(file)) throw new Fault('The platform is not running here: start it with `npm start`.')
  const { gatewayUrl, services, postgres } = JSON.parse(readFileSync(file, 'utf8')) as Running
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(gatewayUrl).hostname))
    throw new Fault(`${gatewayUrl} is another machine: this measures only the one that it runs on.`)
  const pids = Object.fromEntries([
    ...Object.entries(services).flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid] as const])),
    ...(postgres ? [['postgres', postgres.pid] as const] : [])
  ])
  const { product } = databasesOf(dataDir, process.env.DATABASE_URL)
  const { ask, close } = await openDatabases({ product: product! })
  /** Transactions in product's database; each of these reads is one of one statement. PostgreSQL counts them up to a second late, which is the same before and after. */
  const statements = async () => {
    const text = 'select xact_commit as "count" from pg_stat_database where datname = current_database()'
    return Number((await ask('product', text))[0]!.count)
  }
  try {
    const [{ designs } = { designs: 0 }] = await ask('product', 'select count(*)::int as "designs" from designs')
    process.stdout.write(`${String(designs)} designs, ${connections} connections, ${seconds} s each\n`)
    if (!cpuOf(pids)) process.stdout.write('CPU is read from /proc, which only Linux has: it is not measured here.\n')
    if (!postgres) process.stdout.write('PostgreSQL is not the embedded one: its CPU is not in the figures.\n')
    process.stdout.write(`${row(['', 'a second', 'p50 ms', 'p99 ms', 'CPU ms', 'statements', 'CPU ms by process'])}\n`)
    for (const [name, all] of Object.entries(await pathsOf(gatewayUrl))) {
      const [warming, paths] = all.length > anew ? [all.slice(0, anew), all.slice(anew)] : [all, all]
      await load(gatewayUrl, warming, { seconds: 1, connections })
      const before = cpuOf(pids)
      const counted = await statements()
      const { requests, failures, perSecond, p50Ms, p99Ms } = await load(gatewayUrl, paths, { seconds, connections })
      const each = ((await statements()) - counted) / requests
      const after = cpuOf(pids)
      const shares = Object.entries(after ?? {}).map(
        ([process, ms]) => [process, (ms - before![process]!) / requests] as const
      )
      const cpu = shares.reduce((sum, [, ms]) => sum + ms, 0)
      const most = shares.filter(([, ms]) => ms >= 0.01).map(([process, ms]) => `${process} ${ms.toFixed(2)}`)
      const figures = [
        perSecond.toFixed(0),
        p50Ms.toFixed(1),
        p99Ms.toFixed(1),
        after ? cpu.toFixed(2) : '-',
        each.toFixed(1)
      ]
      process.stdout.write(
        `${row([name, ...figures, most.join(', ')])}${failures > 0 ? ` (${failures} failed)` : ''}\n`
      )
    }
  } finally {
    await close()
  }
}

const row = (cells: string[]) =>
  cells.map((cell, index) => (index === 0 ? cell.padEnd(20) : index === 6 ? `  ${cell}` : cell.padStart(11))).join('')

/** Of more addresses than this the first are for warming up: each is asked for once. */
const anew = 5000

/** The addresses of each measurement, made from what the catalogue holds. */
async function pathsOf(gatewayUrl: string): Promise<Record<string, string[]>> {
  const get = async (path: string) =>
    (await (await fetch(gatewayUrl + path)).json()) as { items: { slug: string }[]; next: string | null }
  const categories = (await get('/api/v1/categories')).items.slice(0, 20)
  const slugs: string[] = []
  let after = ''
  for (let pages = 0; pages < 5; pages++) {
    const { items, next } = await get(`/api/v1/designs?limit=100${after}`)
    slugs.push(...items.map(({ slug }) => slug))
    if (next === null) break
    after = `&after=${next}`
  }
  if (slugs.length === 0) throw new Fault('There are no designs: fill the shop with `npm run seed`.')
  const words = [
    'ring',
    'diamond',
    'lotus',
    'gold necklace',
    'pearl',
    'bangle',
    'dimond',
    'ruby earrings',
    'silver chain',
    'jhumka'
  ]
  return {
    'listing of 24': ['/api/v1/designs', ...categories.map(({ slug }) => `/api/v1/designs?category=${slug}`)],
    detail: slugs.map((slug) => `/api/v1/designs/${slug}`),
    'search with facets': words.flatMap((q) => [
      `/api/v1/designs?q=${encodeURIComponent(q)}&facets=true`,
      `/api/v1/designs?q=${encodeURIComponent(q)}&facets=true&metal=gold&sort=price`
    ]),
    // No answer can be kept for the next: each has a lowest price of its own.
    'each search once': Array.from({ length: 100_000 }, (_, n) => {
      const filter = n % 2 === 0 ? '' : '&metal=gold&sort=price'
      return `/api/v1/designs?q=${encodeURIComponent(words[(n >>> 1) % words.length]!)}&facets=true${filter}&minPriceMinor=${1000 + n}`
    }),
    suggestions: ['r', 'ri', 'rin', 'lo', 'dia', 'gold n', 'pe', 'su', 'temple', 'x'].map(
      (q) => `/api/v1/designs/suggestions?q=${encodeURIComponent(q)}`
    )
  }
}
