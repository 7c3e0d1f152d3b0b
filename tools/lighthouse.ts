import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { explain, Fault } from './launcher/faults.ts'
import type { Running } from './launcher/folder.ts'
import { findGateway, openShop } from './seed/shop.ts'

/** Lighthouse over the main pages of the shop that runs here, through NGINX where it is installed, as a phone sees them; prints the scores, their times, and what is not perfect. A busy machine costs points. */
const version = '13.5.0'
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path)
)
const measures = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift'
] as const
const scores = ['performance', 'accessibility', 'best-practices', 'seo'] as const

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; title: string; displayValue?: string }>
}

async function visit(url: string, cookie?: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      `lighthouse@${version}`,
      url,
      '--quiet',
      '--output=json',
      '--form-factor=mobile',
      '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage --ignore-certificate-errors',
      ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : [])
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, maxBuffer: 100_000_000 }
  )
  return JSON.parse(stdout) as Report
}

/** The cookie of a guest with one thing in the bag, and a design to look at. */
async function fill(gateway: string): Promise<{ slug: string; cookie: string }> {
  const { ask } = openShop(`${gateway}/api/v1`)
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const { items } = await ask<{ items: { slug: string; available: boolean }[] }>(
    'GET',
    '/designs?category=rings&limit=50'
  )
  for (const { slug } of items.filter(({ available }) => available)) {
    const { variants } = await ask<{ variants: { id: string; available: number; oneOfAKind: boolean }[] }>(
      'GET',
      `/designs/${slug}`
    )
    const variant = variants.find(({ available, oneOfAKind }) => available > 0 && !oneOfAKind)
    if (!variant) continue
    const { id, token } = await ask<{ id: string; token: string }>('POST', '/carts', { headers, body: {} })
    await ask('POST', `/carts/${id}/lines`, {
      headers: { 'idempotency-key': crypto.randomUUID(), 'cart-token': token },
      body: { variantId: variant.id, pieceId: null, quantity: 1 }
    })
    return { slug, cookie: `lumora_cart=${encodeURIComponent(`${id}.${token}`)}` }
  }
  throw new Fault('There is nothing to buy: start the platform with its demo shop.')
}

/** Where browsers find the shop: NGINX's address where it stands before the gateway, for it is NGINX that compresses pages. */
function findDoor(gateway: string, folder: string): string {
  const file = join(resolve(folder), 'running.json')
  if (process.env.SHOP_URL || !existsSync(file)) return gateway
  return (JSON.parse(readFileSync(file, 'utf8')) as Running).edge?.url ?? gateway
}

async function run(): Promise<void> {
  if (!chromium) throw new Fault('Chromium is not installed: apt-get install chromium, or say where it is by CHROMIUM.')
  const folder = process.env.SHOP_DATA ?? '.lumora'
  const gateway = findGateway(process.env.SHOP_URL, folder)
  const door = findDoor(gateway, folder)
  const { slug, cookie } = await fill(gateway)
  const pages: [name: string, path: string, cookie?: string][] = [
    ['home', '/'],
    ['listing', '/jewels'],
    ['product', `/jewels/${slug}`],
    ['checkout', '/checkout', cookie]
  ]
  console.log(`${door}, load ${loadavg()[0]!.toFixed(1)}`)
  console.log(['page'.padEnd(10), ...scores.map((name) => name.padStart(15))].join(''))
  for (const [name, path, own] of pages) {
    const { categories, audits } = await visit(door + path, own)
    const shown = scores.map((each) => String(Math.round((categories[each]?.score ?? 0) * 100)).padStart(15))
    console.log([name.padEnd(10), ...shown].join(''))
    console.log(`  ${measures.map((each) => `${audits[each]!.title}: ${audits[each]!.displayValue}`).join(', ')}`)
    const ids = new Set(
      scores.flatMap((each) => categories[each]!.auditRefs.filter(({ weight }) => weight > 0)).map(({ id }) => id)
    )
    for (const id of ids) {
      const { score, title, displayValue } = audits[id]!
      if (score !== null && score < 0.9 && !measures.some((each) => each === id))
        console.log(`  ${title}${displayValue ? ` (${displayValue})` : ''}`)
    }
  }
}

await run().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
})
