import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { events } from '@lumora/contracts/events'
import { scopesOf } from '@lumora/contracts/scopes'
import { httpBus, takeOnce } from '@lumora/kit/events'
import { keys, signedIn, staff, testDatabase, testPeer } from '@lumora/kit/testing'
import { startProcess, testIssuer } from '@lumora/kit/testing-processes'
import fc from 'fast-check'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import { paymentClient, type Payments } from '../src/clients/payment.ts'
import { sweepOrders } from '../src/controllers/checkout.ts'
import { compareAll } from '../src/controllers/comparisons.ts'
import { sweepReturns } from '../src/controllers/returns.ts'
import { work } from '../src/tasks.ts'

import { orderStates } from '../src/schemas/statuses.ts'
import type { OrderStatus } from '../src/schemas/statuses.ts'
import {
  article,
  base,
  db,
  instance,
  letTimersEnd,
  makeCart,
  newOrder,
  once,
  reservations,
  returns,
  stock
} from './shop.ts'

/** 60 walks, 8 at a time, as in a shop; or as many as these say: `npm run walks` takes 5,000. */
const walks = Number(process.env.WALKS ?? 60)
const atOnce = Number(process.env.WALKS_AT_ONCE ?? 8)

const payment = await testDatabase<any>(new URL('../../payment/migrations/', import.meta.url))
const issuer = await testIssuer(scopesOf)
const peer = () => {
  throw new Error('no events are sent here')
}
/** Known once payment has started, which asks where we are first. */
const later: { payment?: Payments } = {}
const deps = {
  ...instance().deps,
  payment: new Proxy({} as Payments, { get: (_, name) => later.payment![name as keyof Payments] })
}
const app = buildApp({ ...deps, keys })
const bus = httpBus({ app, catalogue: events, peer })
await bus.receive(takeOnce(db, work(deps).hearing!))
const orderUrl = await app.listen({ port: 0, host: '127.0.0.1' })
/** Payment as it is, on a database of its own, with its sandbox, its webhooks and its events to us. */
const provider = await startProcess(new URL('../../payment/src/server.ts', import.meta.url), {
  DATABASE_URL: payment.url,
  SANDBOX_SECRET: 'x'.repeat(32),
  SANDBOX_SLOW_SECONDS: '1',
  ORDER_URL: orderUrl,
  ...issuer
})
later.payment = paymentClient(testPeer('order', 'payment', provider.url, 'payments', 'refunds'))

after(() => app.close())

type Step =
  | { do: 'pay'; token: string; twice: boolean }
  | { do: 'answer'; outcome: 'approve' | 'decline' }
  | { do: 'ship' | 'return'; quantity: number }
  | { do: 'receive'; restock: boolean; refund: boolean }
  | { do: 'cancel' | 'callOff' | 'expire' | 'sweep' | 'deliver' | 'order' }

const tokens = ['approve', 'approve', 'decline', 'insufficient-funds', 'action', 'slow']
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('pay' as const), token: fc.constantFrom(...tokens), twice: fc.boolean() }),
  fc.record({ do: fc.constant('answer' as const), outcome: fc.constantFrom('approve' as const, 'decline' as const) }),
  fc.record({ do: fc.constantFrom('ship' as const, 'return' as const), quantity: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('receive' as const), restock: fc.boolean(), refund: fc.boolean() }),
  fc.record({
    do: fc.constantFrom(
      'cancel' as const,
      'callOff' as const,
      'expire' as const,
      'sweep' as const,
      'deliver' as const,
      'order' as const
    )
  })
)
const walk = fc.record({
  token: fc.constantFrom(...tokens),
  twice: fc.boolean(),
  steps: fc.array(step, { maxLength: 10 })
})
type Walk = typeof walk extends fc.Arbitrary<infer T> ? T : never

/** The shortest ways to each end, which come first: of 60 walks by chance now and then none leads to one of them. */
const short: Walk[] = [
  { token: 'approve', twice: false, steps: [] },
  { token: 'approve', twice: false, steps: [{ do: 'ship', quantity: 3 }] },
  { token: 'approve', twice: true, steps: [{ do: 'callOff' }] },
  { token: 'decline', twice: false, steps: [{ do: 'cancel' }] }
]

const known = new Set([200, 201, 400, 404, 409, 422, 503])

/** Walks one order, and answers its id. */
async function go({ token, twice, steps }: Walk): Promise<{ id: string; variantId: string } | null> {
  const userId = crypto.randomUUID()
  const headers = await signedIn(userId)
  const clerk = await staff('orders:read', 'orders:write')
  const line = article(undefined, 3)
  stock.set(line.variantId, 3)
  const cartId = makeCart({ userId }, [line])
  const method = (name: string) => ({ payment: { provider: 'sandbox', token: `sandbox-${name}` } })
  const send = async (url: string, payload: object | undefined, who = headers, key = once()) => {
    const reply = await app.inject({
      method: 'POST',
      url: `${base}${url}`,
      headers: { ...who, ...key },
      ...(payload ? { payload } : {})
    })
    assert.ok(known.has(reply.statusCode), `${url}: ${reply.body}`)
    return reply
  }
  const order = newOrder(cartId, method(token))
  const key = once()
  const placing = () => send('', order, headers, key)
  await Promise.all(twice ? [placing(), placing(), send('', order)] : [placing()])
  const { rows } = await sql<{
    id: string
  }>`select "id" from orders where "cartId" = ${cartId} order by "id" limit 1`.execute(db)
  const id = rows[0]?.id
  if (id === undefined) return null

  for (const each of steps) {
    if (each.do === 'pay') {
      const pay = () => send(`/${id}/payments`, method(each.token))
      await Promise.all(each.twice ? [pay(), pay()] : [pay()])
    } else if (each.do === 'answer') {
      const shown = (await app.inject({ url: `${base}/${id}`, headers })).json()
      const challenge = String(shown.payment.action?.url ?? '')
        .split('/')
        .at(-1)
      if (challenge)
        await fetch(`${provider.url}/api/v1/payments/sandbox/${challenge}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...once() },
          body: JSON.stringify({ outcome: each.outcome })
        })
    } else if (each.do === 'cancel') await send(`/${id}/cancel`, undefined)
    else if (each.do === 'callOff') await send(`/${id}/cancellations`, { reason: 'A walk.' }, clerk)
    else if (each.do === 'expire') await letTimersEnd(id)
    else if (each.do === 'order') await send('', order)
    else if (each.do === 'sweep') await Promise.all([sweepOrders(deps), sweepReturns(deps)])
    else if (each.do === 'ship')
      await send(`/${id}/shipments`, { carrier: 'own', lines: [{ position: 1, quantity: each.quantity }] }, clerk)
    else if (each.do === 'deliver') {
      const { items } = (await app.inject({ url: `${base}/${id}/shipments`, headers })).json()
      for (const { id: shipmentId } of items) await send(`/${id}/shipments/${shipmentId}/delivered`, undefined, clerk)
    } else if (each.do === 'return') {
      const asked = await send(`/${id}/returns`, {
        reason: 'A walk.',
        lines: [{ position: 1, quantity: each.quantity }]
      })
      if (asked.statusCode === 201) await send(`/${id}/returns/${asked.json().id}/decision`, { approve: true }, clerk)
    } else if (each.do === 'receive') {
      const { items } = (await app.inject({ url: `${base}/${id}/returns`, headers })).json()
      for (const one of items.filter(({ status }: any) => status === 'approved')) {
        const { restock, refund } = each
        const lines = [{ position: 1, quantity: one.lines[0].quantity, condition: 'worn', restock, refund }]
        await Promise.all([1, 2].map(() => send(`/${id}/returns/${one.id}/receipt`, { lines }, clerk)))
      }
    }
  }
  return { id, variantId: line.variantId }
}

/** As if time went on, until nothing is under way: what waits for a payment is given up. */
async function settleAll(): Promise<void> {
  for (let rounds = 0; rounds < 40; rounds++) {
    await sql`with back as (update returns set "workingUntil" = null, "dueAt" = now() where "dueAt" is not null)
      update orders set "workingUntil" = null, "dueAt" = now(),
        "expiresAt" = case when "status" in ('awaiting-payment', 'payment-failed') then now() else "expiresAt" end
      where "dueAt" is not null`.execute(db)
    await sweepOrders(deps).catch(() => {})
    await sweepReturns(deps)
    const { rows } = await sql`select 1 from orders where "dueAt" is not null
      union all select 1 from returns where "dueAt" is not null limit 1`.execute(db)
    if (rows.length === 0) return
  }
  const { rows } =
    await sql`select "number", "status", "trouble" from orders where "dueAt" is not null limit 5`.execute(db)
  assert.fail(`not settled: ${JSON.stringify(rows)}`)
}

interface End {
  status: OrderStatus
  path: OrderStatus[] | null
  totalMinor: number
  refundMinor: number
  shipped: number
  back: number
}

async function check({ id, variantId }: { id: string; variantId: string }): Promise<string> {
  const { rows } = await sql<End>`select o."status", o."totalMinor",
      (select array_agg("to" order by "version") from order_moves m where m."orderId" = o."id") as "path",
      (select coalesce(sum("refundMinor"), 0)::bigint from returns r where r."orderId" = o."id") as "refundMinor",
      (select coalesce(sum("shipped"), 0)::integer from line_counts c where c."orderId" = o."id") as "shipped",
      (select coalesce(sum(l."received") filter (where l."restock"), 0)::integer from return_lines l
        join returns r on r."id" = l."returnId" where r."orderId" = o."id") as "back"
    from orders o where o."id" = ${id}`.execute(db)
  const { status, path, totalMinor, refundMinor, shipped, back } = rows[0]!
  let from: OrderStatus = 'placed'
  for (const to of path ?? []) {
    assert.ok(orderStates[from].to.includes(to), `${from} to ${to}`)
    from = to
  }
  assert.equal(from, status)
  assert.ok(status === 'confirmed' || status === 'cancelled', status)
  const wasPaid = path?.includes('confirmed') ?? false
  const { rows: paid } = await sql<{ status: string; amountMinor: number; refundsMinor: number }>`
    select "status", "amountMinor", "refundsMinor" from payments where "orderId" = ${id}`.execute(payment.db)
  const captured = paid.filter((each) => each.status === 'captured')
  const label = `${id} ${status} after ${path?.join(', ')}`
  assert.deepEqual(
    captured.map(({ amountMinor, refundsMinor }) => [amountMinor, refundsMinor]),
    wasPaid ? [[totalMinor, status === 'cancelled' ? totalMinor : refundMinor]] : [],
    label
  )
  assert.ok(
    paid.every((each) => ['captured', 'declined', 'voided'].includes(each.status)),
    `${label}: ${JSON.stringify(paid)}`
  )
  assert.equal(reservations.get(id)?.status ?? 'released', wasPaid ? 'committed' : 'released', label)
  const put = [...returns.values()].filter((each) => each.orderId === id).flatMap((each) => each.lines)
  const restocked = put.reduce((sum: number, each: any) => sum + (each.restock ? each.quantity : 0), 0)
  assert.equal(restocked, back, label)
  const { rows: again } = await sql<{ n: number }>`select count(*)::integer as "n" from orders o
    join order_lines l on l."orderId" = o."id" where l."variantId" = ${variantId} and o."confirmedAt" is not null`.execute(
    db
  )
  const others = status === 'confirmed' || wasPaid ? again[0]!.n - 1 : again[0]!.n
  assert.equal(stock.get(variantId), 3 - (wasPaid ? 3 - back : 0) - others * 3, label)
  return wasPaid ? (status === 'cancelled' ? 'called off' : shipped > 0 ? 'shipped' : 'confirmed') : status
}

test(`A38 ${walks} walks of orders, ${atOnce} at a time, through the real payment service: only legal moves, and money and stock agree at the end`, async () => {
  const outcomes: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(fc.array(walk, { minLength: atOnce, maxLength: atOnce }), async (group) => {
      const walked = (await Promise.all(group.map(go))).filter((each) => each !== null)
      await settleAll()
      for (const each of walked) {
        const outcome = await check(each)
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      }
    }),
    {
      numRuns: Math.ceil(walks / atOnce),
      examples: [[Array.from({ length: atOnce }, (_, n) => short[n % 4]!)]],
      endOnFailure: true
    }
  )
  console.log('walks ended:', outcomes)
  for (const outcome of ['confirmed', 'cancelled', 'called off', 'shipped']) assert.ok(outcomes[outcome]! > 0, outcome)
  await compareAll(deps, { now: Date.now() + 120_000 })
  const { rows } = await sql`select "kind", "detail" from exceptions where "status" = 'open'
    and "kind" <> 'refund-differs' limit 5`.execute(db)
  assert.deepEqual(rows, [])
})
