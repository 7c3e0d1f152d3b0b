import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Running } from '../tools/launcher/folder.ts'
import { freePorts } from '../tools/launcher/ports.ts'

/** The whole platform as a user starts it: every service a process, nothing faked. */
const root = join(import.meta.dirname, '..')
const temp = mkdtempSync(join(tmpdir(), 'lumora-platform-'))
chmodSync(temp, 0o711)
const data = join(temp, 'data')
const [port = 0] = await freePorts(1)
const base = `http://127.0.0.1:${port}/api/v1`
let launcher: ChildProcess
let output = ''

const { DATABASE_URL: _url, TEST_DATABASE_URL: _testUrl, NODE_TEST_CONTEXT: _context, ...env } = process.env
const tool = (name: string, ...args: string[]) => [join(root, 'tools', name), '--data', data, ...args]
const running = (): Running => JSON.parse(readFileSync(join(data, 'running.json'), 'utf8'))

async function until(what: string, check: () => boolean | Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await check())) {
    assert.ok(Date.now() < end, `waited in vain for ${what}\n${output.slice(-3000)}`)
    await sleep(50)
  }
}

before(async () => {
  launcher = spawn(process.execPath, tool('start.ts', '--port', String(port)), {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc']
  })
  for (const stream of [launcher.stdout!, launcher.stderr!]) stream.on('data', (chunk) => (output += String(chunk)))
  await until(
    'the platform to be ready',
    () => output.includes('Ctrl-C stops everything.') || launcher.exitCode !== null
  )
  assert.equal(launcher.exitCode, null, output)
})

after(async () => {
  launcher.kill('SIGINT')
  if (launcher.exitCode === null) await once(launcher, 'exit')
  rmSync(temp, { recursive: true, force: true })
})

interface Answer {
  status: number
  body: any
  type: string | null
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
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(15_000)
  })
  const text = await reply.text()
  return { status: reply.status, type: reply.headers.get('content-type'), body: text === '' ? null : JSON.parse(text) }
}

/** Asks again with the same key while the shop says that it may pass, as a good client does. */
async function insist(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {}
): Promise<Answer> {
  const key = { 'idempotency-key': crypto.randomUUID() }
  const end = Date.now() + 60_000
  for (;;) {
    const answer = await ask(method, path, body, { ...key, ...headers }).catch(() => null)
    const slug = String(answer?.body?.type ?? '')
      .split('/')
      .at(-1)!
    const passing =
      answer === null || answer.status >= 500 || ['request-in-flight', 'peer-unavailable', 'try-again'].includes(slug)
    if (!passing) return answer
    assert.ok(Date.now() < end, `${method} ${path} keeps answering ${answer?.status} ${slug}`)
    await sleep(200)
  }
}

function demo() {
  const { status, stdout, stderr } = spawnSync(process.execPath, tool('demo.ts'), { cwd: root, env, encoding: 'utf8' })
  return { status, text: stdout + stderr }
}

test('npm run demo: a jewel is browsed, bought and paid, and the mail is seen', () => {
  const { status, text } = demo()
  assert.equal(status, 0, text)
  for (const step of [
    'browse',
    'search',
    'product',
    'cart',
    'register',
    'checkout',
    'pay',
    'order confirmed',
    'mail seen'
  ])
    assert.match(text, new RegExp(`✓ ${step} `))
})

test('npm run demo [the platform is not running] says what to do', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'tools/demo.ts'), '--data', join(temp, 'nothing')],
    { env, encoding: 'utf8' }
  )
  assert.equal(status, 1)
  assert.match(stderr, /npm start/)
  const refused = spawnSync(process.execPath, [join(root, 'tools/demo.ts'), '--url', 'http://127.0.0.1:1'], {
    env,
    encoding: 'utf8'
  })
  assert.equal(refused.status, 1)
})

test('the demo shop holds at least 150 designs and a few hundred loose stones', async () => {
  const count = async (path: string) => {
    let items = 0
    let next: string | null = null
    do {
      const { body }: Answer = await ask('GET', `${path}?limit=100${next ? `&after=${encodeURIComponent(next)}` : ''}`)
      items += body.items.length
      next = body.next
    } while (next)
    return items
  }
  assert.ok((await count('/designs')) >= 150)
  assert.ok((await count('/stones')) >= 200)
})

test('input that nobody should send is a 4xx problem on every public route, never a 5xx', async () => {
  const contract = (await ask('GET', '/openapi.json')).body as {
    paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>
  }
  const json = { 'content-type': 'application/json' }
  const bodies = [
    '{',
    '[]',
    '"x"',
    'null',
    '{"unknown":1}',
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
    '{"email":1,"quantity":"1e3","lines":{}}',
    '{"name":"\\u0000"}'
  ]
  let tried = 0
  for (const [path, operations] of Object.entries(contract.paths)) {
    for (const method of Object.keys(operations).map((name) => name.toUpperCase())) {
      for (const id of ['0', crypto.randomUUID(), '%C3%28', "'; drop table designs", 'x'.repeat(200)]) {
        const url = path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, id.includes('%') ? id : encodeURIComponent(id))
        const writes = method === 'POST' || method === 'PUT' || method === 'PATCH'
        for (const body of writes ? bodies : [undefined]) {
          const { status, type, body: said } = await ask(method, `${url}?unknown=1&limit=1e9`, body, writes ? json : {})
          tried++
          assert.ok(
            status >= 400 && status < 500,
            `${method} ${url} ${body?.slice(0, 40)} answered ${status}: ${JSON.stringify(said)}`
          )
          assert.match(type!, /^application\/problem\+json/)
        }
        if (!path.includes('{')) break
      }
    }
  }
  assert.ok(tried > 200)
  const large = await ask('POST', '/auth/register', `{"email":"${'x'.repeat(10_000_000)}"}`).catch(() => ({
    status: 413
  }))
  assert.equal(large.status, 413)
})

test('npm run import -- stones: bad rows are reported with line and reason, and do not stop the rest', () => {
  const file = join(temp, 'stones.csv')
  const rows = [
    '"carat","cut","color","clarity","depth","table","price","x","y","z"',
    '0.71,"Ideal","E","VS1",61.2,56,3011,5.75,5.78,3.53',
    '1.01,"Premium","G","SI1",59.1,59,3142,0,6.5,0',
    '0.9,"Lovely","G","SI1",62,59,3142,6.1,6.2,3.8',
    '0.71,"Ideal","E","VS1",61.2,56,3011,5.75,5.78,3.53'
  ]
  writeFileSync(file, `${rows.join('\n')}\n`)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'tools/seed/import.ts'), '--data', data, 'stones', file],
    { cwd: root, env, encoding: 'utf8' }
  )
  const text = stdout + stderr
  assert.equal(status, 0, text)
  for (const line of [3, 4, 5]) assert.match(text, new RegExp(`line ${line}\\b`, 'i'))
})

/** A guest's cart with one thing in it that is in stock, ready to be ordered. */
async function fillCart() {
  const { body: page } = await insist('GET', '/designs?category=rings&limit=100')
  const cards = page.items.filter((card: any) => card.available)
  for (;;) {
    const card = cards[Math.floor(Math.random() * cards.length)]
    const { body: design } = await insist('GET', `/designs/${card.slug}`)
    const variant = design.variants.find((one: any) => one.available && !one.oneOfAKind)
    if (!variant) continue
    const { body: cart } = await insist('POST', '/carts', {})
    const headers = { 'cart-token': cart.token }
    const added = await insist(
      'POST',
      `/carts/${cart.id}/lines`,
      { variantId: variant.id, pieceId: null, quantity: 1 },
      headers
    )
    assert.equal(added.status, 201, JSON.stringify(added.body))
    const { body: filled } = await insist('GET', `/carts/${cart.id}`, undefined, headers)
    if (filled.totalMinor > 0) return { headers, cart: filled }
  }
}

async function buy() {
  const { cart, headers } = await fillCart()
  const placed = await insist(
    'POST',
    '/orders',
    {
      cartId: cart.id,
      email: 'guest@shop.example',
      name: 'Guest',
      shippingAddress: { name: 'Guest', line1: '1 Road', city: 'Pune', postcode: '411001', country: 'IN' },
      expectedTotalMinor: cart.totalMinor,
      currency: cart.currency,
      payment: { provider: 'sandbox', token: 'sandbox-approve' }
    },
    headers
  )
  return placed
}

async function administrator(): Promise<Record<string, string>> {
  const { demoAccounts } = (await import('../tools/seed/demo.ts')) as {
    demoAccounts: { administrator: { email: string; password: string } }
  }
  const { email, password } = demoAccounts.administrator
  const { body } = await insist('POST', '/auth/sessions', { email, password })
  return { authorization: `Bearer ${body.session.token}` }
}

test(
  'kill -9 of any process under shoppers: each order that was placed ends confirmed with one capture',
  { timeout: 300_000 },
  async () => {
    const placed: Answer[] = []
    let shopping = true
    const shoppers = Array.from({ length: 3 }, async () => {
      while (shopping) {
        placed.push(await buy())
        await sleep(50)
      }
    })
    const names = Object.keys(running().services)
    assert.ok(names.length >= 9)
    try {
      for (const name of [...names, 'order', 'payment', 'product']) {
        await sleep(500)
        const { pid } = running().services[name]!
        process.kill(pid as number, 'SIGKILL')
        await until(`${name} to be back`, () => running().services[name]?.pid !== pid)
      }
      await until('a dozen orders', () => placed.length >= 12)
    } finally {
      shopping = false
      await Promise.allSettled(shoppers)
    }
    await Promise.all(shoppers)

    const staff = await administrator()
    for (const { status, body } of placed) {
      assert.equal(status, 201, JSON.stringify(body))
      const owner = { 'order-token': body.token as string }
      let order = body
      await until(`order ${body.number} to be confirmed (it is ${order.status})`, async () => {
        order = (await insist('GET', `/orders/${body.id}`, undefined, owner)).body
        return order.status === 'confirmed'
      })
      const { body: payments } = await insist('GET', `/payments?orderId=${body.id}`, undefined, staff)
      const captured = payments.items.filter((payment: any) => payment.status === 'captured')
      assert.equal(captured.length, 1)
      assert.equal(captured[0].amountMinor, order.totalMinor)
      const live = payments.items.filter((payment: any) =>
        ['authorised', 'processing', 'action-needed'].includes(payment.status)
      )
      assert.deepEqual(live, [])
    }
    for (const { number } of placed.map(({ body }) => body)) {
      await until(`the mail of ${number}`, async () => {
        const { body } = await insist('GET', '/messages/all?recipient=guest%40shop.example&limit=100', undefined, staff)
        return body.items.filter((message: any) => message.subject.includes(number)).length === 1 || body.next !== null
      })
    }
    process.stdout.write(
      `# ${placed.length} orders placed over ${names.length + 3} kills, all confirmed and captured once\n`
    )
  }
)

test(
  'kill -9 of PostgreSQL: nothing acknowledged is lost, and the shop sells again',
  { timeout: 120_000 },
  async () => {
    const { body: order } = await buy()
    const postgres = running().postgres as { port: number; pid: number }
    process.kill(postgres.pid, 'SIGKILL')
    await until('PostgreSQL to be back', () => running().postgres?.pid !== postgres.pid)
    const { body } = await insist('GET', `/orders/${order.id}`, undefined, { 'order-token': order.token })
    assert.equal(body.number, order.number)
    const { status, text } = demo()
    assert.equal(status, 0, text)
  }
)

test('npm run verify [after all these kills] finds every promise kept, and has looked at rows', () => {
  const { status, stdout } = spawnSync(process.execPath, tool('verify.ts', '--wait', '90'), {
    cwd: root,
    env,
    encoding: 'utf8'
  })
  assert.equal(status, 0, stdout)
  assert.match(stdout, /✓ I1 /)
  process.stdout.write(stdout.replaceAll(/^/gm, '# '))
})

test(
  'Ctrl-C stops everything within 5 seconds, and a second start has all that there was',
  { timeout: 120_000 },
  async () => {
    const { body: order } = await buy()
    launcher.kill('SIGINT')
    const [code] = await once(launcher, 'exit')
    assert.equal(code, 0)
    output = ''
    launcher = spawn(process.execPath, tool('start.ts', '--port', String(port)), {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc']
    })
    for (const stream of [launcher.stdout!, launcher.stderr!]) stream.on('data', (chunk) => (output += String(chunk)))
    await until('the platform to be ready', () => output.includes('Ctrl-C stops everything.'))
    const { body } = await insist('GET', `/orders/${order.id}`, undefined, { 'order-token': order.token })
    assert.equal(body.number, order.number)
  }
)
