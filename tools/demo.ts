import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'

/** npm run demo: a shopper who browses, buys and gets a mail, over HTTP against the running platform. Any surprise ends it with exit code 1. */
const { values } = parseArgs({ options: { url: { type: 'string' }, data: { type: 'string', default: '.lumora' } } })
const root = join(import.meta.dirname, '..')

function gatewayUrl(): string {
  if (values.url) return values.url
  const running = resolve(root, values.data, 'running.json')
  if (!existsSync(running))
    throw new Error('The platform is not running here: start it with `npm start`, or say --url http://host:port.')
  return (JSON.parse(readFileSync(running, 'utf8')) as { gatewayUrl: string }).gatewayUrl
}

interface Ask {
  body?: unknown
  status?: number
  headers?: Record<string, string>
}

let session: string | undefined
let base: string

/** One request to the shop; anything but the expected status is an error that says what came back. */
async function ask(method: string, path: string, { body, status = 200, headers = {} }: Ask = {}): Promise<any> {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
      ...(session ? { authorization: `Bearer ${session}` } : {}),
      ...headers
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  const text = await answer.text()
  if (answer.status !== status)
    throw new Error(`${method} ${path} answered ${answer.status} and not ${status}: ${text.slice(0, 500)}`)
  return text === '' ? null : JSON.parse(text)
}

function expect(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence)
}

async function step<T>(name: string, work: () => Promise<[T, string]>): Promise<T> {
  const start = performance.now()
  const [result, said] = await work()
  process.stdout.write(
    `✓ ${name.padEnd(16)} ${String(Math.round(performance.now() - start)).padStart(5)} ms  ${said}\n`
  )
  return result
}

const money = (minor: number, currency: string) =>
  new Intl.NumberFormat('en-IN', { style: 'currency', currency }).format(minor / 100)

async function shop(): Promise<void> {
  await step('browse', async () => {
    const { items } = await ask('GET', '/categories')
    const rings = await ask('GET', '/designs?category=rings&limit=24')
    expect(rings.items.length > 0, 'There are no rings in the shop. Was it started with --no-demo?')
    return [null, `${items.length} categories, ${rings.items.length} rings on the first page`]
  })
  const card = await step('search', async () => {
    const { items } = await ask('GET', '/designs?q=ring&limit=50')
    const found = items.find((item: any) => item.available)
    expect(found, 'The search for "ring" finds nothing that can be bought.')
    return [found, `${items.length} hits; takes “${found.title}”`]
  })
  const variant = await step('product', async () => {
    const design = await ask('GET', `/designs/${card.slug}`)
    const chosen = design.variants.find((one: any) => one.available)
    expect(chosen, `${card.slug} has no variant that can be bought.`)
    const { totalMinor, currency, breakdown } = chosen.price
    expect(breakdown && totalMinor > 0, 'The price has no breakdown.')
    return [chosen, `${chosen.sku}, ${chosen.metal} ${chosen.purity}, ${money(totalMinor, currency)}`]
  })
  const cart = await step('cart', async () => {
    const made = await ask('POST', '/carts', { status: 201, body: {} })
    const pieceId = variant.oneOfAKind ? variant.pieces[0].id : null
    const filled = await ask('POST', `/carts/${made.id}/lines`, {
      status: 201,
      headers: { 'cart-token': made.token },
      body: { variantId: variant.id, pieceId, quantity: 1 }
    })
    // The cart rounds each tax of the destination, the page the one of the shop.
    expect(
      Math.abs(filled.totalMinor - variant.price.totalMinor) <= 1,
      `The cart says ${filled.totalMinor}, the product page ${variant.price.totalMinor}.`
    )
    return [{ ...filled, token: made.token }, `1 line, ${money(filled.totalMinor, filled.currency)}`]
  })
  const email = `shopper-${crypto.randomUUID().slice(0, 8)}@shop.example`
  await step('register', async () => {
    const body = { email, password: `Moonstone-${crypto.randomUUID()}`, name: 'Asha Demo' }
    const { session: opened } = await ask('POST', '/auth/register', { status: 201, body })
    session = opened.token
    const claimed = await ask('POST', `/carts/${cart.id}/claim`, { headers: { 'cart-token': cart.token } })
    expect(claimed.lines.length === 1, 'The cart was lost at the registration.')
    cart.id = claimed.id
    return [null, `${email}, the cart came along`]
  })
  const checkout = (token: string) => ({
    cartId: cart.id,
    email,
    name: 'Asha Demo',
    shippingAddress: { name: 'Asha Demo', line1: '1 Marine Drive', city: 'Mumbai', postcode: '400020', country: 'IN' },
    expectedTotalMinor: cart.totalMinor,
    currency: cart.currency,
    payment: { provider: 'sandbox', token }
  })
  const declined = await step('checkout', async () => {
    const order = await ask('POST', '/orders', { status: 201, body: checkout('sandbox-decline') })
    expect(
      order.status === 'payment-failed',
      `A declined card should leave the order at payment-failed; it is ${order.status}.`
    )
    return [order, `${order.number}, the first card is declined`]
  })
  const order = await step('pay', async () => {
    const paid = await ask('POST', `/orders/${declined.id}/payments`, {
      status: 201,
      body: { payment: { provider: 'sandbox', token: 'sandbox-approve' } }
    })
    return [paid, `${paid.number}, another card: ${paid.status}`]
  })
  await step('order confirmed', async () => {
    const { status, totalMinor, currency } = await until('the order to be confirmed', async () => {
      const seen = await ask('GET', `/orders/${order.id}`)
      return seen.status === 'confirmed' ? seen : null
    })
    expect(totalMinor === cart.totalMinor, `The order says ${totalMinor}, the cart said ${cart.totalMinor}.`)
    return [null, `${status}, ${money(totalMinor, currency)}`]
  })
  await step('mail seen', async () => {
    const mail = await until('the confirmation mail', async () => {
      const { items } = await ask('GET', '/messages')
      return (
        items.find(
          (message: any) =>
            message.channel === 'email' && message.subject.includes(order.number) && /confirmed/.test(message.subject)
        ) ?? null
      )
    })
    return [null, `“${mail.subject}”`]
  })
}

async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + 60_000
  while (Date.now() < end) {
    const found = await look()
    if (found !== null) return found
    await wait(20)
  }
  throw new Error(`Waited a minute in vain for ${what}.`)
}

const start = performance.now()
try {
  base = gatewayUrl()
  await shop()
  process.stdout.write(`A jewel was bought in ${((performance.now() - start) / 1000).toFixed(2)} s.\n`)
} catch (error) {
  const { message, cause } = error as Error
  process.stderr.write(`✗ ${message}${cause instanceof Error ? ` (${cause.message})` : ''}\n`)
  process.exit(1)
}
