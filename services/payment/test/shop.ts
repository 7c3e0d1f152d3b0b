import { after } from 'node:test'
import { fromService, keys, staff, testDatabase, testJobs } from '@lumora/kit/testing'
import { buildApp } from '../src/app.ts'
import type { Providers } from '../src/clients/providers.ts'
import { deliverReports, sandboxProvider, signReport } from '../src/controllers/sandbox.ts'
import { transferProvider } from '../src/controllers/transfers.ts'
import type { Tables } from '../src/models/payments.ts'
import type { NewPayment } from '../src/schemas/payments.ts'
import { work } from '../src/tasks.ts'

export const webhookPath = '/api/v1/payments/webhooks/sandbox'
const secret = 'a secret that only tests know, long enough'

export const bank = {
  accountName: 'Lumora Jewels',
  account: '50200012345678',
  bankCode: 'HDFC0000001',
  bankName: 'HDFC Bank',
  days: 5
}

/** The service as its order service, its buyers, its staff and its provider see it. Without `reports` the provider's are not delivered. */
export async function openShop({ reports = true }: { reports?: boolean } = {}) {
  const { db, pool, url: databaseUrl } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
  const providers: Providers = {}
  const deps = {
    db,
    providers,
    webhookUrl: '',
    sandboxSecret: secret,
    slowSeconds: 0,
    lostSeconds: 0.2,
    refundApprovalMinor: 200_000,
    keys
  }
  providers.sandbox = sandboxProvider(deps)
  providers['bank-transfer'] = transferProvider(db, bank)
  const app = buildApp(deps)
  await app.listen({ port: 0, host: '127.0.0.1' })
  after(() => app.close())
  deps.webhookUrl = `http://127.0.0.1:${(app.server.address() as { port: number }).port}${webhookPath}`
  const { tasks, timers } = work(deps)
  const sweeps = [{ seconds: 0.05, run: () => deliverReports(deps) }]
  if (reports) await testJobs({ app, pool, tasks: tasks!, sweeps })

  const order = await fromService('order', 'payment', 'payments')
  const refunds = await fromService('order', 'payment', 'refunds')
  const finance = await staff('payments:read')
  const put = (url: string, payload?: object) =>
    app.inject({ method: 'PUT', url: `/internal/payments/${url}`, headers: order, ...(payload ? { payload } : {}) })

  return {
    db,
    pool,
    databaseUrl,
    app,
    deps,
    tasks: tasks!,
    timers: timers!,
    order,
    refunds,
    finance,
    authorise: (orderId: string, token: string, asked: Partial<NewPayment> = {}) =>
      put(orderId, {
        attempt: 1,
        amountMinor: 150_000,
        currency: 'INR',
        method: { provider: 'sandbox', token },
        ...asked
      }),
    capture: (orderId: string) => put(`${orderId}/capture`),
    /** A refund as the order service asks for it. */
    refund: (orderId: string, amountMinor: unknown, id: string = crypto.randomUUID(), changes: object = {}) =>
      app.inject({
        method: 'PUT',
        url: `/internal/refunds/${id}`,
        headers: refunds,
        payload: { orderId, amountMinor, currency: 'INR', reason: 'returned', ...changes }
      }),
    void: (orderId: string) => put(`${orderId}/void`),
    show: (orderId: string) => app.inject({ url: `/internal/payments/${orderId}`, headers: order }),
    answer: (url: string, outcome: string, key: string = crypto.randomUUID()) =>
      app.inject({ method: 'POST', url, headers: { 'idempotency-key': key }, payload: { outcome } }),
    /** What the provider's event says, signed as it signs unless told otherwise. */
    report: (body: string, signature = signReport(secret, body)) =>
      app.inject({
        method: 'POST',
        url: webhookPath,
        headers: { 'content-type': 'application/json', 'sandbox-signature': signature },
        payload: body
      }),
    exceptions: async (orderId: string) => {
      const reply = await app.inject({ url: '/api/v1/payments/exceptions?limit=100', headers: finance })
      return (
        reply.json().items as { orderId: string; kind: string; reference: string; resolvedAt: string | null }[]
      ).filter((item) => item.orderId === orderId)
    },
    booked: async (orderId: string) =>
      (await app.inject({ url: `/api/v1/payments?orderId=${orderId}`, headers: finance })).json().items,
    events: (orderId: string) =>
      db.selectFrom('outbox').select(['version', 'data']).where('subject', '=', orderId).orderBy('version').execute(),
    /** What the provider has reported of an order's payments, in order. */
    reported: async (orderId: string) =>
      (await db.selectFrom('sandboxEvents').select('payment').orderBy('id').execute())
        .filter(({ payment }) => payment.key.startsWith(orderId))
        .map(({ payment }) => payment.state as string),
    atProvider: (key: string) => db.selectFrom('sandboxPayments').selectAll().where('key', '=', key).executeTakeFirst()
  }
}

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))
