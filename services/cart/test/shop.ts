import { setTimeout as wait } from 'node:timers/promises'
import { events } from '@lumora/contracts/events'
import { httpBus, takeOnce } from '@lumora/kit/events'
import { fakePeer, fromService, keys, testDatabase, testPeer } from '@lumora/kit/testing'
import { buildApp } from '../src/app.ts'
import { productClient, type Product } from '../src/clients/product.ts'
import type { Tables } from '../src/models/carts.ts'
import { work } from '../src/tasks.ts'

export type Headers = Record<string, string>
export const quoteRoute = 'POST /internal/quotes'
export const base = '/api/v1/carts'
export const gone = crypto.randomUUID()
export const scarce = crypto.randomUUID()

/** What product knows of a variant; what is not told is as of the ring at 100.00. */
export interface Known {
  components?: { name: string; minor: number }[]
  article?: Record<string, unknown>
  taxClass?: 'jewellery' | 'loose-stones' | 'coins'
}

export interface Asked {
  variantId: string
  pieceId?: string | null
  quantity: number
  options?: { size?: string; engraving?: string; giftWrap?: boolean }
  quoteToken?: string
}

const article = {
  type: 'ring',
  categories: ['rings'],
  metal: 'gold',
  purity: '22K',
  fineness: 916,
  colour: 'yellow',
  size: null,
  grossMg: 5000,
  netMg: 5000,
  stones: [],
  serial: null,
  huid: null,
  certificates: [],
  leadTimeDays: null,
  promisedOn: null,
  returnable: true
}

const sumOf = (components: { minor: number }[]) => components.reduce((sum, { minor }) => sum + minor, 0)

/** A cart service on a database of its own, with a product service beside it that prices as told. */
export async function openShop() {
  const { db, pool } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
  const known = new Map<string, Known>()
  /** How long product keeps a price. */
  const keeping = { seconds: 900 }
  const quote = ({ body }: { body: { lines: Asked[]; currency: string; keep?: boolean } }) => {
    const problemOf = ({ variantId, quantity, options }: Asked) =>
      variantId === gone
        ? 'not-sold'
        : variantId === scarce && quantity > 1
          ? 'out-of-stock'
          : options?.engraving?.includes('☃')
            ? 'engraving-not-possible'
            : null
    const problems = body.lines.flatMap((line, index) => {
      const slug = problemOf(line)
      return slug ? [{ index, slug, detail: `Line ${index} cannot be bought.` }] : []
    })
    const lines = body.lines
      .filter((line) => !problemOf(line))
      .map((line) => {
        const its = known.get(line.variantId)
        const { variantId, pieceId = null, quantity, options = {}, quoteToken } = line
        const { components: own, taxClass = 'jewellery' } = its ?? {}
        const kept = quoteToken ? JSON.parse(Buffer.from(quoteToken, 'base64url').toString()) : null
        const isGood = kept?.variantId === variantId && kept.expiresAt > new Date().toISOString()
        const components = isGood
          ? kept.components
          : [
              ...(own ?? [
                { name: 'metal', minor: 8000 },
                { name: 'making', minor: 2000 }
              ]),
              ...(options.engraving ? [{ name: 'engraving', minor: 600 }] : []),
              ...(options.giftWrap ? [{ name: 'gift wrap', minor: 150 }] : [])
            ]
        const listMinor = sumOf(components)
        const taxMinor = Math.round(listMinor * 0.03)
        const expiresAt = isGood ? kept.expiresAt : new Date(Date.now() + keeping.seconds * 1000).toISOString()
        const token = Buffer.from(JSON.stringify({ variantId, components, expiresAt })).toString('base64url')
        const priced = {
          variantId,
          pieceId,
          quantity,
          sku: 'RING-1',
          title: 'A ring',
          slug: 'a-ring',
          imageUrl: null,
          oneOfAKind: pieceId !== null,
          available: true,
          unitMinor: listMinor + taxMinor,
          totalMinor: (listMinor + taxMinor) * quantity,
          taxMinor: taxMinor * quantity,
          listMinor,
          components,
          taxClass,
          priceReason: { kind: 'fixed', at: '2026-01-01T00:00:00.000Z' },
          options,
          article: Object.assign({}, article, its?.article),
          breakdown: {
            metalMinor: listMinor,
            wastageMinor: 0,
            makingMinor: 0,
            stonesMinor: 0,
            otherMinor: 0,
            discountMinor: 0,
            taxMinor
          }
        }
        return Object.assign(
          priced,
          body.keep && { quoteToken: token, quoteExpiresAt: expiresAt },
          quoteToken && !isGood && { requoted: true }
        )
      })
    const totalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
    const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0)
    const { currency } = body
    return {
      status: 200,
      body: { currency, lines, problems, totalMinor, taxMinor, subtotalMinor: totalMinor - taxMinor }
    }
  }
  const product = await fakePeer(new URL('../../product/openapi.json', import.meta.url), { [quoteRoute]: quote })

  /** A client that has not yet lost its patience with product. */
  const freshApp = () => {
    const deps = {
      db,
      product: productClient(testPeer('cart', 'product', product.url, 'quotes')),
      currency: 'INR',
      shop: { country: 'IN', region: 'MH' },
      abandonedMinutes: 180
    }
    return { deps, app: buildApp({ ...deps, keys }) }
  }
  const { app, deps } = freshApp()
  const peer = () => {
    throw new Error('cart is told nothing here')
  }
  const { hearing, hearingTogether } = work(deps)
  await httpBus({ app, catalogue: events, peer }).receive(takeOnce(db, hearing!, hearingTogether))

  /** The same service for races: what product has answered is remembered, as each check of an answer against its contract takes longer than a checkout. */
  const answers = new Map<string, ReturnType<Product['quote']>>()
  const recalled: Product = {
    quote: (...asked) => {
      const key = JSON.stringify(asked)
      if (!answers.has(key))
        answers.set(
          key,
          insistOn(() => deps.product.quote(...asked))
        )
      return answers.get(key)!
    }
  }
  const quick = buildApp({ ...deps, product: recalled, keys })

  const newCart = async (headers: Headers = {}) =>
    (await app.inject({ method: 'POST', url: base, headers: { ...once(), ...headers }, payload: {} })).json()
  const guestCart = async () => {
    const cart = await newCart()
    return { id: cart.id as string, headers: { 'cart-token': cart.token as string } }
  }
  const add = (cartId: string, headers: Headers, line: object, key: Headers = once()) =>
    app.inject({ method: 'POST', url: `${base}/${cartId}/lines`, headers: { ...headers, ...key }, payload: line })
  const addSurely = (cartId: string, headers: Headers, line: object) => {
    const key = once()
    return insist(() => add(cartId, headers, line, key))
  }
  const send = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, headers: Headers, payload?: object) =>
    app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  const view = async (cartId: string, headers: Headers) =>
    (await app.inject({ url: `${base}/${cartId}`, headers })).json()
  /** A guest's cart with these in it. */
  const filled = async (...lines: ({ variantId?: string } & Partial<Asked>)[]) => {
    const cart = await guestCart()
    for (const line of lines) await addSurely(cart.id, cart.headers, { variantId: variant(), quantity: 1, ...line })
    return cart
  }
  const service = await fromService('order', 'cart', 'carts')
  const freeze = (orderId: string, headers: Headers, body: object, by = app) =>
    by.inject({
      method: 'PUT',
      url: `/internal/checkouts/${orderId}`,
      headers: { ...service, ...headers },
      payload: {
        userId: null,
        email: 'a@example.com',
        shippingAddress: mumbai,
        currency: 'INR',
        holdSeconds: 900,
        ...body
      }
    })
  const eventHeaders = {
    order: await fromService('order', 'cart', 'events'),
    user: await fromService('user', 'cart', 'events')
  }
  const tell = (type: string, subject: string, data: object, aggregateversion = 1) => {
    const source = type.split('.')[0] as 'order' | 'user'
    const event = { specversion: '1.0', id: crypto.randomUUID(), source, type, subject, aggregateversion }
    const payload = { ...event, time: new Date().toISOString(), datacontenttype: 'application/json', data }
    return app.inject({ method: 'POST', url: '/internal/events', headers: eventHeaders[source], payload })
  }
  return {
    db,
    pool,
    app,
    quick,
    deps,
    product,
    quote,
    known,
    keeping,
    freshApp,
    newCart,
    guestCart,
    add,
    addSurely,
    send,
    view,
    filled,
    freeze,
    tell
  }
}

export const mumbai = { name: 'A', line1: '1 Marine Drive', city: 'Mumbai', postcode: '400020', country: 'IN' }
export const delhi = {
  name: 'A',
  line1: '1 Janpath',
  city: 'Delhi',
  region: 'Delhi',
  postcode: '110001',
  country: 'IN'
}
export const once = () => ({ 'idempotency-key': crypto.randomUUID() })
export const variant = () => crypto.randomUUID() as string
export const slug = (reply: { json: () => any }) => reply.json().type.split('/').at(-1)

/** Asks again while the answer is a 503, as a client does: on a busy machine any call may come too late. */
export async function insist<Reply extends { statusCode: number }>(send: () => Promise<Reply>): Promise<Reply> {
  for (;;) {
    const reply = await send()
    if (reply.statusCode !== 503) return reply
    await wait(200)
  }
}

/** The answer to a call that is made again while the other side is too busy. */
async function insistOn<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call()
    } catch (error) {
      if ((error as { status?: number }).status !== 503) throw error
      await wait(200)
    }
  }
}

/** What order says of an order. */
export const toldOrder = (orderId: string) => ({
  orderId,
  number: 'LJ-0000000A',
  userId: null,
  email: 'a@example.com',
  name: 'A',
  totalMinor: 1,
  currency: 'INR'
})
