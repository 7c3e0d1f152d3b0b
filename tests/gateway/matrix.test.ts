import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Running } from '../../tools/launcher/folder.ts'
import { freePorts } from '../../tools/launcher/ports.ts'

/** The whole platform, in which one service after the other is stopped: what each leaves working (reliability, 3.6). */
const root = join(import.meta.dirname, '..', '..')
const temp = mkdtempSync(join(tmpdir(), 'lumora-matrix-'))
chmodSync(temp, 0o711)
const data = join(temp, 'data')
const [port = 0, edgePort = 0] = await freePorts(2)
const base = `http://127.0.0.1:${port}/api/v1`
let output = ''

const { DATABASE_URL: _url, TEST_DATABASE_URL: _testUrl, NODE_TEST_CONTEXT: _context, ...env } = process.env
const running = (): Running => JSON.parse(readFileSync(join(data, 'running.json'), 'utf8'))

async function until(what: string, check: () => boolean | Promise<boolean>, timeoutMs = 90_000): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await check())) {
    assert.ok(Date.now() < end, `waited in vain for ${what}\n${output.slice(-3000)}`)
    await sleep(50)
  }
}

const launcher: ChildProcess = spawn(
  process.execPath,
  [join(root, 'tools/start.ts'), '--data', data, '--port', String(port), '--edge-port', String(edgePort)],
  { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }
)
for (const stream of [launcher.stdout!, launcher.stderr!]) stream.on('data', (chunk) => (output += String(chunk)))
after(async () => {
  launcher.kill('SIGINT')
  if (launcher.exitCode === null) await once(launcher, 'exit')
  rmSync(temp, { recursive: true, force: true })
})
await until('the platform', () => output.includes('Ctrl-C stops everything.') || launcher.exitCode !== null)
assert.equal(launcher.exitCode, null, output)

interface Answer {
  status: number
  body: any
}

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {}
): Promise<Answer> {
  const reply = await fetch(`${base}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
      ...headers
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(15_000)
  })
  const text = await reply.text()
  return { status: reply.status, body: text === '' ? null : JSON.parse(text) }
}

/** Stops a service as one that hangs or is cut off: its process does not run on, and the launcher does not start another. */
async function without(service: string, work: () => Promise<void>): Promise<void> {
  const { pid } = running().services[service]!
  process.kill(pid!, 'SIGSTOP')
  try {
    await work()
  } finally {
    process.kill(pid!, 'SIGCONT')
  }
  const { url } = running().services[service]!
  await until(`${service} to be back`, async () => (await fetch(`${url}/readyz`).catch(() => null))?.status === 200)
  await until('the gateway to notice', async () => (await fetch(`${base}${first[service]!}`)).status < 500)
}

/** A read of each service. */
const first: Record<string, string> = {
  auth: '/auth/sessions',
  user: '/users/me',
  product: '/designs?limit=1',
  category: '/categories',
  cart: `/carts/${crypto.randomUUID()}`,
  order: `/orders/${crypto.randomUUID()}`,
  payment: '/payments/exceptions',
  notification: '/messages'
}

const account = { email: `${crypto.randomUUID()}@shop.example`, password: crypto.randomUUID(), name: 'Asha' }
const registered = await ask('POST', '/auth/register', account)
assert.equal(registered.status, 201, JSON.stringify(registered.body))
const signedIn = { authorization: `Bearer ${registered.body.session.token}` }
const { body: listing } = await ask('GET', '/designs?category=rings&limit=100')
/** Things of which some are in stock; each cart takes another one, as stock is short. */
const variants: { id: string }[] = []
for (const { slug } of listing.items.filter((card: any) => card.available)) {
  const { body: design } = await ask('GET', `/designs/${slug}`)
  variants.push(...design.variants.filter((one: any) => one.available && !one.oneOfAKind).slice(0, 1))
  if (variants.length === 12) break
}
assert.ok(variants.length > 0, 'There is nothing to buy.')
let taken = 0
const nextVariant = () => variants[taken++ % variants.length]!.id

async function fillCart() {
  const { body: cart } = await ask('POST', '/carts', {})
  const headers = { 'cart-token': cart.token as string }
  const added = await ask('POST', `/carts/${cart.id}/lines`, { variantId: nextVariant(), quantity: 1 }, headers)
  assert.equal(added.status, 201, JSON.stringify(added.body))
  return { cart: added.body, headers }
}

const placeOrder = ({ cart, headers }: Awaited<ReturnType<typeof fillCart>>) =>
  ask(
    'POST',
    '/orders',
    {
      cartId: cart.id,
      email: 'guest@shop.example',
      name: 'Guest',
      shippingAddress: {
        name: 'Guest',
        line1: '1 Road',
        city: 'Mumbai',
        region: 'MH',
        postcode: '400001',
        country: 'IN'
      },
      expectedTotalMinor: cart.totalMinor,
      currency: cart.currency,
      payment: { provider: 'sandbox', token: 'sandbox-approve' }
    },
    headers
  )

const browses = async () => {
  assert.equal((await ask('GET', '/designs?limit=1')).status, 200)
  assert.equal((await ask('GET', `/pages/designs/${listing.items[0].slug}`)).status, 200)
}
const buys = async () => {
  const placed = await placeOrder(await fillCart())
  assert.equal(placed.status, 201, JSON.stringify(placed.body))
}

test('the example of @lumora/client’s README runs', () => {
  const readme = readFileSync(join(root, 'packages/client/README.md'), 'utf8')
  const code = /```ts\n([\s\S]*?)```/.exec(readme)![1]!
  const file = join(root, 'packages/client', `readme-${process.pid}.example.ts`)
  writeFileSync(file, code)
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
      env: { ...env, SHOP_URL: `http://127.0.0.1:${port}` },
      encoding: 'utf8'
    })
    assert.equal(status, 0, stderr)
    assert.match(stdout, /: \d+ [A-Z]{3}\nIt is not there\.\n/)
  } finally {
    rmSync(file)
  }
})

test('[everything is up] a shopper browses and buys, also a page at a time', async () => {
  await browses()
  await buys()
  const home = await ask('GET', '/pages/home')
  assert.deepEqual(home.body.parts, {})
})

test('[notification is down] everything goes on but messages', async () => {
  await without('notification', async () => {
    await browses()
    await buys()
    const page = await ask('GET', '/pages/account', undefined, signedIn)
    assert.equal(page.status, 200)
    assert.deepEqual(Object.keys(page.body.parts), ['messages'])
  })
})

test('[user is down] everything goes on but profiles and saved addresses', async () => {
  await without('user', async () => {
    await Promise.all([browses(), buys()])
    assert.equal((await ask('GET', '/orders', undefined, signedIn)).status, 200)
  })
})

test('[category is down] designs are shown without breadcrumbs, and sold', async () => {
  await without('category', async () => {
    const [page] = await Promise.all([ask('GET', '/pages/listing?category=rings'), buys()])
    assert.equal(page.status, 200)
    assert.deepEqual(page.body.parts, { category: { missing: 'too-late' } })
    assert.ok(page.body.designs.items.length > 0)
    assert.equal((await ask('GET', '/pages/home')).status, 200)
  })
})

test('[auth is down] guests browse and buy, and who has just been seen stays signed in', async () => {
  await ask('GET', '/users/me', undefined, signedIn)
  await without('auth', async () => {
    await Promise.all([browses(), buys()])
    assert.equal((await ask('GET', '/users/me', undefined, signedIn)).status, 200)
  })
})

test('[order is down] shoppers browse and fill carts; an order is refused clearly', async () => {
  await without('order', async () => {
    const filled = await fillCart()
    await browses()
    const refused = await placeOrder(filled)
    assert.ok([503, 504].includes(refused.status), JSON.stringify(refused.body))
    assert.match(refused.body.type, /peer-unavailable$/)
  })
})

test('[cart is down] shoppers browse and look at their orders; a cart is refused clearly', async () => {
  await without('cart', async () => {
    await browses()
    const [orders, refused] = await Promise.all([
      ask('GET', '/orders', undefined, signedIn),
      ask('GET', `/carts/${crypto.randomUUID()}`)
    ])
    assert.equal(orders.status, 200)
    assert.ok([503, 504].includes(refused.status))
  })
})

test('[payment is down] shoppers browse and fill carts; an order waits, and is confirmed once payment is back', async () => {
  let order: any
  await without('payment', async () => {
    const filled = await fillCart()
    await browses()
    const placed = await placeOrder(filled)
    assert.ok(placed.status === 201 || placed.status === 503 || placed.status === 504, JSON.stringify(placed.body))
    order = placed.status === 201 ? placed.body : undefined
    if (order) assert.notEqual(order.status, 'confirmed')
  })
  if (!order) return
  const owner = { 'order-token': order.token as string }
  await until('the order to be confirmed', async () => {
    const { body } = await ask('GET', `/orders/${order.id}`, undefined, owner)
    return body.status === 'confirmed'
  })
})

test('[product is down] orders and carts are seen without prices; adding and ordering are refused clearly', async () => {
  const filled = await fillCart()
  await without('product', async () => {
    const [seen, added, orders] = await Promise.all([
      ask('GET', `/carts/${filled.cart.id}`, undefined, filled.headers),
      ask('POST', `/carts/${filled.cart.id}/lines`, { variantId: nextVariant(), quantity: 1 }, filled.headers),
      ask('GET', '/orders', undefined, signedIn)
    ])
    assert.equal(seen.status, 200)
    assert.equal(added.status, 503)
    assert.equal(orders.status, 200)
    const home = await ask('GET', '/pages/home')
    assert.equal(home.status, 200)
    assert.deepEqual(Object.keys(home.body.parts).sort(), ['newest', 'rates'])
  })
  await browses()
})
