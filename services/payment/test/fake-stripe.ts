import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { after } from 'node:test'

const { resources } = JSON.parse(readFileSync(new URL('fixtures/stripe.json', import.meta.url), 'utf8')) as {
  resources: Record<
    'payment_intent' | 'refund' | 'event' | 'charge' | 'dispute' | 'balance_transaction',
    Record<string, unknown>
  >
}
export const secretKey = 'sk_test_of_the_fake'

type Params = Record<string, string>
type Thing = Record<string, any>
/** How an answer goes wrong: `lost` after the effect, `down` before it, `late` after 3 s; the others in itself: `flood` is 50 MB, `drip` a byte at a time. */
export type StripeFault =
  | 'lost'
  | 'down'
  | 'late'
  | 'huge'
  | 'broken'
  | 'busy'
  | 'flood'
  | 'html'
  | 'drip'
  | 'redirect'
  | 'schema'
  | 'negative'

class Refusal extends Error {
  readonly status: number
  readonly body: Thing
  constructor(status: number, body: Thing) {
    super(String(body.code))
    this.status = status
    this.body = { error: { type: 'invalid_request_error', message: 'Refused by the fake.', ...body } }
  }
}
const missing = (param: string) => new Refusal(param === 'id' ? 404 : 400, { code: 'resource_missing', param })
const cards: Record<string, string> = {
  pm_card_visa: 'requires_capture',
  pm_card_authenticationRequired: 'requires_action',
  pm_card_threeDSecureOnPage: 'requires_action',
  pm_card_chargeDeclined: 'requires_payment_method'
}

/** Stripe in miniature over HTTP: it keeps states, answers in the shapes of Stripe's own fixtures, and refuses what Stripe refuses. */
export async function fakeStripe() {
  const intents = new Map<string, Thing>()
  const refunds = new Map<string, Thing>()
  const balance: Thing[] = []
  const answers = new Map<string, { request: string; status: number; body: Thing }>()
  const faults: StripeFault[] = []
  const calls: string[] = []
  let made = 0
  let flooded = 0

  const intent = (id: string) => intents.get(id) ?? fail(missing('id'))
  const fail = (error: Error): never => {
    throw error
  }
  const wrongState = (found: Thing) =>
    new Refusal(400, { code: 'payment_intent_unexpected_state', payment_intent: found })

  function create(params: Params): Thing {
    const amount = Number(params.amount)
    if (!Number.isSafeInteger(amount) || amount < 1)
      throw new Refusal(400, { code: 'parameter_invalid_integer', param: 'amount' })
    if (amount < 50) throw new Refusal(400, { code: 'amount_too_small', param: 'amount' })
    if (!/^[a-z]{3}$/.test(params.currency ?? '')) throw new Refusal(400, { param: 'currency' })
    const state = cards[params.payment_method ?? ''] ?? fail(missing('payment_method'))
    const found: Thing = {
      ...resources.payment_intent,
      id: `pi_${++made}`,
      amount,
      currency: params.currency,
      capture_method: params.capture_method,
      canceled_at: null,
      last_payment_error: null,
      next_action: null,
      processing: null,
      metadata: metadataOf(params),
      status: state,
      amount_capturable: state === 'requires_capture' ? amount : 0
    }
    intents.set(found.id, found)
    const declined = (code: string, decline_code: string) => {
      found.last_payment_error = { type: 'card_error', code, decline_code }
      found.status = 'requires_payment_method'
      throw new Refusal(402, { type: 'card_error', code, decline_code, payment_intent: found })
    }
    if (state === 'requires_payment_method') declined('card_declined', 'generic_decline')
    if (state === 'requires_action') {
      if (params.error_on_requires_action) declined('authentication_required', 'authentication_required')
      found.client_secret = `${found.id}_secret_of_the_fake`
      found.next_action = params.payment_method!.endsWith('OnPage')
        ? { type: 'use_stripe_sdk', use_stripe_sdk: {} }
        : { type: 'redirect_to_url', redirect_to_url: { url: `https://hooks.example/${found.id}` } }
    }
    return found
  }

  function capture(found: Thing): Thing {
    if (found.status !== 'requires_capture') throw wrongState(found)
    Object.assign(found, { status: 'succeeded', amount_received: found.amount, amount_capturable: 0 })
    const { amount, currency, metadata, id } = found
    const charge = { ...resources.charge, id: `ch_${++made}`, amount, amount_captured: amount, currency, metadata }
    move('charge', { ...charge, captured: true, payment_intent: id }, amount)
    return found
  }

  /** A change of the balance, settled in the account's own currency. */
  function move(type: string, source: Thing, amount: number) {
    const created = Math.floor(Date.now() / 1000)
    balance.push({
      ...resources.balance_transaction,
      id: `txn_${++made}`,
      type,
      amount,
      created,
      currency: 'usd',
      source
    })
  }

  function listBalance(path: string, params: Params): Thing {
    const from = balance.findIndex(({ id }) => id === params.starting_after) + 1
    const all = balance
      .slice(from)
      .filter(({ created }) => created >= Number(params['created[gte]']) && created < Number(params['created[lt]']))
    const limit = Number(params.limit ?? 10)
    if (params['expand[0]'] !== 'data.source') throw new Refusal(400, { param: 'expand', code: 'not-played' })
    const data = all.slice(0, limit)
    return { object: 'list', data, has_more: all.length > limit, url: path }
  }

  function cancel(found: Thing): Thing {
    if (['succeeded', 'canceled', 'processing'].includes(found.status)) throw wrongState(found)
    return Object.assign(found, { status: 'canceled', amount_capturable: 0, canceled_at: 1 })
  }

  function refund(params: Params): Thing {
    const found = intents.get(params.payment_intent ?? '') ?? fail(missing('payment_intent'))
    const amount = Number(params.amount)
    const given = [...refunds.values()].filter((each) => each.payment_intent === found.id && each.status !== 'failed')
    const left = found.amount_received - given.reduce((sum, each) => sum + each.amount, 0)
    if (left === 0) throw new Refusal(400, { code: 'charge_already_refunded' })
    if (!(amount >= 1 && amount <= left)) throw new Refusal(400, { code: 'amount_too_large', param: 'amount' })
    const one = {
      ...resources.refund,
      id: `re_${++made}`,
      amount,
      currency: found.currency,
      payment_intent: found.id,
      metadata: metadataOf(params),
      status: 'succeeded'
    }
    refunds.set(one.id, one)
    move('refund', one, -amount)
    return one
  }

  function work(method: string, path: string, params: Params): Thing {
    const [, , kind, id, verb] = path.split('/')
    const list = (data: Thing[], object = 'list') => ({ object, data, has_more: false, url: path })
    if (kind === 'balance_transactions') return listBalance(path, params)
    if (kind === 'refunds') {
      if (id !== undefined) return refunds.get(id) ?? fail(missing('id'))
      if (method === 'POST') return refund(params)
      return list([...refunds.values()].filter((each) => each.payment_intent === params.payment_intent))
    }
    if (kind !== 'payment_intents') throw missing('id')
    if (id === undefined) return create(params)
    if (id === 'search') {
      const key = /^metadata\["key"\]:"([^"]+)"$/.exec(params.query ?? '')?.[1]
      return list(
        [...intents.values()].filter(({ metadata }) => metadata.key === key),
        'search_result'
      )
    }
    if (verb === 'capture') return capture(intent(id))
    if (verb === 'cancel') return cancel(intent(id))
    return intent(id)
  }

  function answer(method: string, path: string, text: string, key: string | undefined) {
    const request = `${method} ${path} ${text}`
    const before = key === undefined ? undefined : answers.get(key)
    if (before && before.request !== request) return new Refusal(400, { type: 'idempotency_error' })
    if (before) return before
    const answered = (status: number, body: Thing) => {
      const copy = { request, status, body: structuredClone(body) }
      // What never began is not kept: a request that is not valid may be mended and sent again.
      if (key !== undefined && (status < 400 || status === 402)) answers.set(key, copy)
      return copy
    }
    try {
      return answered(200, work(method, path, Object.fromEntries(new URLSearchParams(text))))
    } catch (error) {
      if (error instanceof Refusal) return answered(error.status, error.body)
      throw error
    }
  }

  /** 50 MB, unless the reader goes away first. */
  async function flood(response: ServerResponse) {
    response.writeHead(200, { 'content-type': 'application/json' })
    flooded = 0
    for (let part = 0; part < 800 && !response.destroyed; part++) {
      flooded += 65_536
      if (!response.write('x'.repeat(65_536)))
        await new Promise((resolve) => {
          response.once('drain', resolve)
          response.once('close', resolve)
        })
    }
    response.end()
  }

  function drip(response: ServerResponse) {
    response.writeHead(200, { 'content-type': 'application/json' })
    const timer = setInterval(() => response.write(' '), 200)
    response.once('close', () => clearInterval(timer))
  }

  async function serve(request: IncomingMessage, response: ServerResponse) {
    let body = ''
    for await (const part of request) body += String(part)
    const { pathname, search } = new URL(request.url!, 'http://fake')
    const send = (status: number, value: unknown) => {
      response
        .writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1' })
        .end(JSON.stringify(value))
    }
    calls.push(`${request.method} ${pathname}`)
    if (request.headers.authorization !== `Bearer ${secretKey}`)
      return send(401, { error: { type: 'invalid_request_error', message: 'Invalid API Key provided.' } })
    const fault = faults.shift()
    if (fault === 'down') return void request.socket.destroy()
    if (fault === 'busy') return send(429, { error: { type: 'invalid_request_error', code: 'rate_limit' } })
    const { status, body: told } = answer(
      request.method!,
      pathname,
      body || search.slice(1),
      request.headers['idempotency-key'] as string
    )
    if (fault === 'lost') return void request.socket.destroy()
    if (fault === 'broken') return send(500, { error: { type: 'api_error' } })
    if (fault === 'huge') return send(200, { ...told, description: 'x'.repeat(2 * 1024 * 1024) })
    if (fault === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>')
    if (fault === 'redirect') return void response.writeHead(307, { location: `/v1/elsewhere` }).end()
    if (fault === 'schema') return send(200, { object: told.object, id: told.id, status: told.status })
    if (fault === 'negative' && pathname === '/v1/refunds' && request.method === 'GET') {
      faults.unshift(fault)
      return send(200, told)
    }
    if (fault === 'negative') return send(200, { ...told, amount: -told.amount, amount_capturable: -told.amount })
    if (fault === 'flood') return flood(response)
    if (fault === 'drip') return drip(response)
    if (fault === 'late') return void setTimeout(() => send(status, told), 3000).unref()
    send(status, told)
  }

  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    intents,
    refunds,
    balance,
    calls,
    /** How many bytes of a flood were let in. */
    flooded: () => flooded,
    /** The next calls go wrong in these ways. */
    failing: (...next: StripeFault[]) => void faults.push(...next),
    /** The intent of a key. */
    of: (key: string) => [...intents.values()].find(({ metadata }) => metadata.key === key),
    /** What the bank's page makes of a payment that needs an action. */
    settle: (found: Thing, approved: boolean) =>
      Object.assign(
        found,
        { next_action: null },
        approved
          ? { status: 'requires_capture', amount_capturable: found.amount }
          : { status: 'requires_payment_method', last_payment_error: { code: 'payment_intent_authentication_failure' } }
      ),
    /** The text of an event about a thing. */
    event: (type: string, object: Thing, id = `evt_${++made}`) =>
      JSON.stringify({ ...resources.event, id, type, data: { object } })
  }
}

function metadataOf(params: Params): Params {
  const named = Object.entries(params).map(([name, value]) => [/^metadata\[(\w+)\]$/.exec(name)?.[1], value] as const)
  return Object.fromEntries(named.filter(([name]) => name !== undefined)) as Params
}
