import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Running, State } from '../../../tools/launcher/folder.ts'
import type { Secrets } from '../../../tools/launcher/secrets.ts'
import { freePorts } from '../../../tools/launcher/ports.ts'
import { openShop, signIn, type Shop } from '../../../tools/seed/shop.ts'

/** The whole platform as a user starts it, or with SHOP_DATA=.lumora the one that runs from that folder; with SHOP_URL alone, a shop of which nothing else is known. */
const root = join(import.meta.dirname, '..', '..', '..')

export interface Variant {
  id: string
  sku: string
  available: number
  oneOfAKind: boolean
  price: { totalMinor: number; currency: string }
}

let data = ''
let staff: Shop
let shop: Shop

/** A file of the data folder. */
const read = (name: string): unknown => JSON.parse(readFileSync(join(data, name), 'utf8'))

/** Where NGINX stands before the shop; undefined where there is none. */
export const edgeUrl = (): string | undefined => (read('running.json') as Running).edge?.url
/** The address of the shop for browsers. */
export const shopUrl = (): string => process.env.SHOP_URL ?? shop.url

/** Has the platform run while the file's tests do. */
export function usePlatform(skip: string | false): void {
  if (skip !== false) return
  if (process.env.SHOP_URL && !process.env.SHOP_DATA) return
  if (process.env.SHOP_DATA) {
    before(async () => {
      data = resolve(root, process.env.SHOP_DATA!)
      await open()
    })
    return
  }
  const temp = mkdtempSync(join(tmpdir(), 'lumora-storefront-'))
  chmodSync(temp, 0o711)
  data = join(temp, 'data')
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, NODE_TEST_CONTEXT: ___, ...inherited } = process.env
  const env = { ...inherited, CHECKOUTS_PER_MINUTE: '100000' }
  let output = ''
  let stop = async () => {}
  before(async () => {
    const [port = 0] = await freePorts(1)
    const args = [join(root, 'tools', 'start.ts'), '--data', data, '--port', String(port)]
    const launcher = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    stop = async () => {
      launcher.kill('SIGINT')
      if (launcher.exitCode === null) await once(launcher, 'exit')
      rmSync(temp, { recursive: true, force: true })
    }
    for (const stream of [launcher.stdout, launcher.stderr]) stream!.on('data', (chunk) => (output += String(chunk)))
    while (!output.includes('Ctrl-C stops everything.')) {
      assert.equal(launcher.exitCode, null, output)
      await sleep(50)
    }
    assert.ok(output.includes(`http://127.0.0.1:${port}/\n`), `the storefront does not run:\n${output}`)
    await open()
  })
  after(() => stop())
}

async function open(): Promise<void> {
  const { gatewayUrl } = read('running.json') as Running
  const { administrator } = accounts()
  shop = openShop(gatewayUrl)
  staff = await signIn(shop, administrator.email, administrator.password)
}

/** The demo shop's accounts. */
export function accounts(): NonNullable<State['accounts']> {
  assert.ok(existsSync(join(data, 'state.json')), 'the platform has no demo shop')
  return (read('state.json') as State).accounts!
}

const key = () => ({ 'idempotency-key': crypto.randomUUID() })

/** What staff do by the API; a refusal fails the test. */
export const staffDo = <T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object): Promise<T> =>
  staff.ask<T>(method, `/api/v1${path}`, { headers: key(), ...(body && { body }) })

/** Changes how many of a variant there are. */
export async function stock(variantId: string, delta: number): Promise<void> {
  await staffDo('PATCH', `/variants/${variantId}/stock`, { delta, reason: 'testing' })
}

const taken = new Set<string>()

/** A design that is in stock and that no other test buys, with a variant of it that is made in numbers and costs no more than told. */
export async function oneToBuy(
  mostMinor = Number.MAX_SAFE_INTEGER
): Promise<{ slug: string; title: string; variant: Variant }> {
  const { items } = await shop.ask<{ items: { slug: string; title: string; available: boolean }[] }>(
    'GET',
    '/api/v1/designs?category=rings&limit=100'
  )
  for (const { slug, title } of items.filter((design) => design.available && !taken.has(design.slug))) {
    const { variants } = await shop.ask<{ variants: Variant[] }>('GET', `/api/v1/designs/${slug}`)
    const variant = variants.find(
      ({ available, oneOfAKind, price }) => available > 0 && !oneOfAKind && price.totalMinor <= mostMinor
    )
    if (!variant) continue
    taken.add(slug)
    return { slug, title, variant }
  }
  throw new Error('There is no ring left to buy.')
}

/** A person with an account, whose e-mail is known to be theirs. */
export async function newCustomer(): Promise<{ email: string; password: string; name: string }> {
  const person = {
    email: `shopper-${crypto.randomUUID().slice(0, 8)}@shop.example`,
    password: `Moonstone-${crypto.randomUUID()}`,
    name: 'Asha Rao'
  }
  const { clients } = read('secrets.json') as Pick<Secrets, 'clients'>
  const authUrl = (read('running.json') as Running).services.auth!.url
  const authorization = `Basic ${Buffer.from(`operator:${clients.operator}`).toString('base64')}`
  const { token } = await openShop(authUrl, { authorization }).ask<{ token: string }>('POST', '/internal/token', {
    body: { audience: 'auth' }
  })
  const operator = openShop(authUrl, { authorization: `Bearer ${token}` })
  await operator.ask('POST', '/internal/staff', { body: { ...person, roles: [] } })
  return person
}

interface PlacedOrder {
  id: string
  number: string
  status: string
  totalMinor: number
}

/** All orders of an e-mail, as staff see them. */
export async function ordersOf(email: string): Promise<PlacedOrder[]> {
  const { items } = await staff.ask<{ items: PlacedOrder[] }>(
    'GET',
    `/api/v1/orders/all?email=${encodeURIComponent(email)}`
  )
  return items
}
