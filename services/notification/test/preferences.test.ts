import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, test } from 'node:test'
import { eventually, staff } from '@lumora/kit/testing'
import { smtpProvider } from '../src/controllers/smtp.ts'
import { confirmed, openShop, payloads } from './shop.ts'
import { openSink } from './smtp-sink.ts'

const sink = await openSink()
const smtp = smtpProvider({ url: sink.url, from: 'Lumora Jewels <shop@lumora.example>', connections: 1 })
after(() => smtp.close())
const bounceSecret = 'b'.repeat(40)
const { app, db, call, hear, as } = await openShop({ email: smtp, bounceSecret })
const sentTo = async (recipient: string) =>
  (await call('GET', `/messages/all?recipient=${encodeURIComponent(recipient)}`)).json().items as any[]
const templatesTo = async (recipient: string) => (await sentTo(recipient)).map(({ template }) => template)

interface Person {
  userId: string
  email: string
}
/** Somebody who has registered, and maybe confirmed the e-mail and said yes to some things. */
async function somebody({ isConfirmed = true, consents = [] as string[] } = {}): Promise<Person> {
  const userId = crypto.randomUUID()
  const email = `${userId}@example.com`
  await hear('auth.registered', { userId, email, name: 'Asha' })
  if (isConfirmed) await hear('auth.email-verified', { userId, email, verifiedAt: new Date().toISOString() })
  if (consents.length > 0) await consent(userId, consents, true)
  return { userId, email }
}
const consent = (userId: string, which: string[], granted: boolean, at = new Date()) =>
  hear('user.consent-changed', {
    userId,
    changes: which.map((one) => ({ channel: one.split(':')[0]!, topic: one.split(':')[1]!, granted })),
    changedAt: at.toISOString()
  })
const addAlert = async ({ userId }: Person, payload: object, key: string = crypto.randomUUID()) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/alerts',
    headers: { ...(await as(userId)), 'idempotency-key': key },
    payload
  })

test('Reminders go only to who said yes, by the channel they said it of, and to confirmed addresses', async () => {
  const all = await somebody({ consents: ['email:reminders', 'inbox:reminders'] })
  const inbox = await somebody({ consents: ['inbox:reminders'] })
  const nobody = await somebody()
  const unconfirmed = await somebody({ isConfirmed: false, consents: ['email:reminders', 'inbox:reminders'] })
  for (const { userId, email } of [all, inbox, nobody, unconfirmed]) {
    const { 'user.date-due': due, 'cart.abandoned': cart } = payloads(userId, email)
    await hear('user.date-due', due!)
    await hear('cart.abandoned', cart!)
  }
  const both = ['cart.abandoned', 'user.date-due']
  assert.deepEqual(await templatesTo(all.email), both)
  assert.deepEqual((await templatesTo(all.userId)).slice(0, 2), both)
  assert.deepEqual([await templatesTo(inbox.email), (await templatesTo(inbox.userId)).slice(0, 2)], [[], both])
  assert.deepEqual([await templatesTo(nobody.email), await templatesTo(nobody.userId)], [[], ['auth.registered']])
  assert.deepEqual([await templatesTo(unconfirmed.email), (await templatesTo(unconfirmed.userId)).length], [[], 3])
})

test('What is heard out of order: the newest consent counts, the newest profile, and the newest e-mail', async () => {
  const { userId, email } = await somebody()
  const [before, now] = [new Date(Date.now() - 60_000), new Date()]
  await consent(userId, ['email:reminders'], false, now)
  await consent(userId, ['email:reminders'], true, before)
  const due = () => hear('user.date-due', payloads(userId, email)['user.date-due']!)
  await due()
  assert.deepEqual(await templatesTo(email), [])
  const later = new Date(Date.now() + 60_000)
  await hear(
    'auth.email-changed',
    { userId, email: `new-${email}`, formerEmail: email, name: 'Asha' },
    { time: later.toISOString() }
  )
  await hear('auth.email-verified', { userId, email, verifiedAt: before.toISOString() }, { time: before.toISOString() })
  await hear('user.changed', { userId, name: 'Asha', locale: 'de-AT', groups: [] }, { version: 3 })
  await hear('user.changed', { userId, name: 'Old', locale: 'ar', groups: [] }, { version: 2 })
  await consent(userId, ['email:reminders'], true, later)
  await due()
  const [sent] = await sentTo(`new-${email}`)
  assert.deepEqual(
    [sent.template, sent.locale, sent.subject],
    ['user.date-due', 'de-AT', 'Our tenth: 12. Dezember 2026']
  )
})

test('POST /alerts has who asked told when it is back, once, and of each lower price', async () => {
  const person = await somebody()
  const variantId = crypto.randomUUID()
  const key = crypto.randomUUID()
  const made = await Promise.all(
    Array.from({ length: 20 }, () => addAlert(person, { kind: 'back-in-stock', variantId }, key))
  )
  assert.equal(new Set(made.filter(({ statusCode }) => statusCode === 201).map((answer) => answer.json().id)).size, 1)
  assert.equal(
    (await addAlert(person, { kind: 'back-in-stock', variantId })).json().id,
    made.find(({ statusCode }) => statusCode === 201)!.json().id
  )
  assert.equal((await addAlert(person, { kind: 'price-drop', slug: 'lotus-ring' })).statusCode, 201)
  for (const bad of [
    { kind: 'price-drop', variantId },
    { kind: 'back-in-stock' },
    { kind: 'back-in-stock', variantId, slug: 'x' }
  ])
    assert.equal((await addAlert(person, bad)).statusCode, 422)
  assert.equal((await addAlert(person, { kind: 'other', slug: 'x' })).statusCode, 400)
  assert.equal(
    (await app.inject({ method: 'POST', url: '/api/v1/alerts', payload: { kind: 'back-in-stock', variantId } }))
      .statusCode,
    401
  )

  const restocked = { variantId, sku: 'LR-1', slug: 'lotus-ring', title: 'Lotus ring' }
  for (let i = 0; i < 2; i++) await hear('product.restocked', restocked)
  assert.deepEqual(await templatesTo(person.email), ['product.restocked'])
  const dropped = (fromMinor: number) =>
    hear('product.prices-dropped', {
      currency: 'INR',
      designs: [{ slug: 'lotus-ring', title: 'Lotus ring', fromMinor, formerMinor: 2000 }]
    })
  for (const price of [1500, 1600, 1500, 1400]) await dropped(price)
  assert.deepEqual(await templatesTo(person.email), [
    'product.prices-dropped',
    'product.prices-dropped',
    'product.restocked'
  ])
  const headers = await as(person.userId)
  const { items } = (await app.inject({ url: '/api/v1/alerts', headers })).json()
  assert.deepEqual(
    items.map(({ kind }: any) => kind),
    ['price-drop']
  )
  const remove = async (who: string) =>
    (await app.inject({ method: 'DELETE', url: `/api/v1/alerts/${items[0].id}`, headers: await as(who) })).statusCode
  assert.deepEqual(
    [await remove(crypto.randomUUID()), await remove(person.userId), await remove(person.userId)],
    [404, 204, 404]
  )
})

test('List-Unsubscribe: one POST without a session ends a topic on a channel; a GET changes nothing (RFC 8058)', async () => {
  const person = await somebody({ consents: ['email:reminders', 'inbox:reminders'] })
  const due = () => hear('user.date-due', payloads(person.userId, person.email)['user.date-due']!)
  await due()
  const mailsTo = () => sink.mails.filter((mail) => JSON.stringify(mail.to).includes(person.email))
  await eventually('it is sent', () => mailsTo().length === 1)
  const list = mailsTo()[0]!.headers.get('list') as any
  const url = new URL(list.unsubscribe.url)
  assert.equal(list['unsubscribe-post'].name, 'List-Unsubscribe=One-Click')
  assert.ok(mailsTo()[0]!.text!.includes(url.href) && String(mailsTo()[0]!.html).includes(url.href))
  const look = await app.inject({ url: url.pathname, headers: { accept: 'text/html' } })
  assert.match(look.body, /<form method="post">/)
  assert.deepEqual((await app.inject(url.pathname)).json(), {
    channel: 'email',
    topic: 'reminders',
    unsubscribed: false
  })
  await due()
  await eventually('it is sent', () => mailsTo().length === 2)
  const post = () =>
    app.inject({
      method: 'POST',
      url: url.pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click'
    })
  for (let i = 0; i < 2; i++)
    assert.deepEqual((await post()).json(), { channel: 'email', topic: 'reminders', unsubscribed: true })
  await due()
  assert.deepEqual((await templatesTo(person.userId)).filter((one) => one === 'user.date-due').length, 3)
  assert.equal((await templatesTo(person.email)).length, 2)
  // What everybody is told of is still told.
  await hear('order.confirmed', confirmed(person))
  await eventually('it is sent', () => mailsTo().length === 3)
  const told = await db.selectFrom('outbox').select('topic').where('subject', '=', person.userId).execute()
  assert.ok(told.every(({ topic }) => topic === 'notification.unsubscribed') && told.length === 2)
})

test('A58: an unsubscribing link leads nowhere else, and nobody can make one', async () => {
  const person = await somebody({ consents: ['email:reminders'] })
  await hear('user.date-due', payloads(person.userId, person.email)['user.date-due']!)
  const mailsTo = () => sink.mails.filter((mail) => JSON.stringify(mail.to).includes(person.email))
  await eventually('it is sent', () => mailsTo().length === 1)
  const { pathname } = new URL((mailsTo()[0]!.headers.get('list') as any).unsubscribe.url)
  const [said, signature] = pathname.split('/').at(-1)!.split('.') as [string, string]
  const other = Buffer.from(JSON.stringify([crypto.randomUUID(), 'email', 'reminders'])).toString('base64url')
  for (const token of [
    `${other}.${signature}`,
    `${said}.${signature.slice(1)}A`,
    `${said}.`,
    said,
    `${said}.${signature}.x`,
    'x'.repeat(200)
  ]) {
    for (const method of ['GET', 'POST'] as const) {
      const { statusCode } = await app.inject({ method, url: `/api/v1/unsubscribe/${token}` })
      assert.ok([400, 404].includes(statusCode), token)
    }
  }
  for (const to of ['//evil.example', '/\\evil.example', 'https:evil.example', 'javascript:alert(1)']) {
    for (const name of ['next', 'redirect', 'url', 'return_to']) {
      const answer = await app.inject({
        url: `${pathname}?${name}=${encodeURIComponent(to)}`,
        headers: { accept: 'text/html' }
      })
      assert.equal(answer.statusCode, 400)
      assert.equal(answer.headers.location, undefined)
    }
  }
  const page = await app.inject({ url: pathname, headers: { accept: 'text/html' } })
  assert.match(page.headers['content-security-policy'] as string, /default-src 'none'.*form-action 'self'/)
  assert.ok(!/<a |https?:\/\/|<script/.test(page.body))
})

const report = (reports: object[], { secret = bounceSecret, at = Math.floor(Date.now() / 1000) } = {}) => {
  const payload = JSON.stringify({ reports })
  const signature = `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${payload}`).digest('hex')}`
  return app.inject({
    method: 'POST',
    url: '/api/v1/suppressions/reports',
    headers: { 'content-type': 'application/json', 'lumora-signature': signature },
    payload
  })
}

test('POST /suppressions/reports, signed by the provider, has bounced addresses told nothing more, and who complained no news', async () => {
  const [bounced, complained, soft] = [
    await somebody(),
    await somebody({ consents: ['email:reminders'] }),
    await somebody()
  ]
  const answer = await report([
    { email: bounced.email.toUpperCase(), kind: 'hard-bounce' },
    { email: complained.email, kind: 'complaint', detail: 'spam' },
    { email: soft.email, kind: 'soft-bounce' }
  ])
  assert.deepEqual([answer.statusCode, answer.json().suppressed], [200, 2])
  for (const person of [bounced, complained, soft]) await hear('order.confirmed', confirmed(person))
  await hear('user.date-due', payloads(complained.userId, complained.email)['user.date-due']!)
  const stateOf = async ({ email }: Person, template: string) =>
    (await sentTo(email)).find((one) => one.template === template)?.state
  await eventually(
    'all are settled',
    async () =>
      (await stateOf(soft, 'order.confirmed')) === 'sent' && (await stateOf(complained, 'user.date-due')) !== 'waiting'
  )
  assert.deepEqual(
    [await stateOf(bounced, 'order.confirmed'), await stateOf(complained, 'order.confirmed')],
    ['withheld', 'sent']
  )
  assert.equal(await stateOf(complained, 'user.date-due'), 'withheld')
  assert.equal((await sentTo(bounced.email))[0].reason, 'suppressed')
  const one = [{ email: 'x@example.com', kind: 'complaint' }]
  for (const wrong of [
    { secret: 'c'.repeat(40) },
    { at: Math.floor(Date.now() / 1000) - 400 },
    { at: Math.floor(Date.now() / 1000) + 400 }
  ])
    assert.equal((await report(one, wrong)).statusCode, 400)
  assert.equal((await report([{ email: 'not one', kind: 'complaint' }])).statusCode, 400)
  const byStaff = await call('POST', '/suppressions', { email: soft.email })
  assert.deepEqual([byStaff.statusCode, byStaff.json().reason], [201, 'staff'])
  assert.equal(
    (await call('POST', '/suppressions', { email: soft.email }, await staff('notifications:read'))).statusCode,
    403
  )
})

test('Staff are told of exceptions at the configured addresses, else in their shared inbox', async () => {
  await hear('order.exception-found', payloads(crypto.randomUUID(), 'x@example.com')['order.exception-found']!)
  assert.deepEqual(
    (await sentTo('staff')).map(({ channel, subject }) => [channel, subject]),
    [['inbox', 'odd: somebody has to look']]
  )
  const other = await openShop({ staffEmails: ['desk@lumora.example', 'owner@lumora.example'], runs: false })
  await other.hear(
    'payment.exception-found',
    payloads(crypto.randomUUID(), 'x@example.com')['payment.exception-found']!
  )
  const { items } = (await other.call('GET', '/messages/all')).json()
  assert.deepEqual(
    items.map(({ recipient }: any) => recipient),
    ['owner@lumora.example', 'desk@lumora.example']
  )
})
