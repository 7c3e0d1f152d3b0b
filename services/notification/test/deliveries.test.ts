import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import { eventually } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { runCampaigns } from '../src/controllers/campaigns.ts'
import { allowanceOf, deliverDue, waitAfter, type Outcome } from '../src/controllers/deliveries.ts'
import { smsProvider } from '../src/controllers/sms.ts'
import { smtpProvider } from '../src/controllers/smtp.ts'
import { confirmed, openShop, order } from './shop.ts'
import { openSilence, openSink } from './smtp-sink.ts'

const from = 'Lumora Jewels <shop@lumora.example>'
const sink = await openSink()
const smtp = smtpProvider({ url: sink.url, from, connections: 1, timeoutMs: 2000 })
after(() => smtp.close())
const shop = await openShop({ email: smtp })
const { hear, call, db } = shop
const mailsTo = (address: string) => sink.mails.filter((mail) => JSON.stringify(mail.to).includes(address))
const stored = async (recipient: string) =>
  (await call('GET', `/messages/all?recipient=${encodeURIComponent(recipient)}`)).json().items as any[]
const isState = (recipient: string, state: string) => async () => (await stored(recipient))[0]?.state === state
/** Has what waits for its next try tried at once. */
const hurry = () =>
  sql`update messages set "dueAt" = now() where "state" = 'waiting' and "dueAt" < 'infinity'`.execute(db)

test('order.confirmed is sent by SMTP as text and HTML, under an id that every try would have, and settled with its try', async () => {
  const data = confirmed()
  await hear('order.confirmed', data)
  await eventually('it is sent', isState(data.email, 'sent'))
  const [mail] = mailsTo(data.email)
  const [row] = await stored(data.email)
  assert.equal(mail!.messageId, `<${row.id}@lumora.example>`)
  assert.equal(mail!.subject, 'Your order LJ-7K2MQ9XA is confirmed')
  assert.ok(mail!.text!.includes('2 × Lotus ring  ₹1,23,456.78'))
  assert.ok(String(mail!.html).includes('₹1,23,456.78'))
  assert.equal(mail!.from!.text, '"Lumora Jewels" <shop@lumora.example>')
  assert.equal(mail!.headers.has('list-unsubscribe'), false)
  const { deliveries } = (await call('GET', `/messages/${row.id}`)).json()
  assert.deepEqual(
    deliveries.map(({ outcome }: any) => outcome),
    ['accepted']
  )
})

test('The same event a thousand times, and events out of order, are sent once each', async () => {
  const data = confirmed()
  const id = crypto.randomUUID()
  for (let i = 0; i < 20; i++)
    await Promise.all(Array.from({ length: 50 }, () => hear('order.confirmed', data, { id })))
  const { orderId, userId, email } = data
  const shipped = { shipmentId: crypto.randomUUID() }
  await hear('order.delivered', { ...order({ orderId, userId, email }), ...shipped })
  await hear('order.shipped', {
    ...order({ orderId, userId, email }),
    ...shipped,
    carrier: 'Malca-Amit',
    trackingNumber: null,
    trackingUrl: null,
    lines: [{ title: 'Lotus ring', quantity: 1 }]
  })
  await eventually('all are sent', async () => (await stored(email)).every(({ state }) => state === 'sent'))
  assert.deepEqual(
    new Set(mailsTo(email).map(({ subject }) => subject)),
    new Set([
      'Your order LJ-7K2MQ9XA has arrived',
      'Your order LJ-7K2MQ9XA is confirmed',
      'Your order LJ-7K2MQ9XA is on its way'
    ])
  )
})

test('A greylisting server is tried again until it takes the mail; 4xx is never given up early', async () => {
  const data = confirmed()
  sink.behave({
    rcpt: (address, tries) =>
      address === data.email && tries < 3 ? { responseCode: 450, message: '4.2.0 Greylisted' } : null
  })
  await hear('order.confirmed', data)
  await eventually('it is sent', async () => (await hurry(), await isState(data.email, 'sent')()))
  sink.behave({})
  assert.equal(mailsTo(data.email).length, 1)
  const [row] = await stored(data.email)
  assert.equal(row.tries, 3)
})

test('A mailbox that does not exist is a dead letter that staff list, read and send again, and its address is suppressed', async () => {
  const data = confirmed()
  sink.behave({
    rcpt: (address) =>
      address === data.email ? { responseCode: 550, message: `5.1.1 <${data.email}> user unknown` } : null
  })
  await hear('order.confirmed', data)
  await eventually('it is given up', isState(data.email, 'failed'))
  sink.behave({})
  const dead = (await call('GET', '/messages/all?state=failed')).json().items as any[]
  const letter = dead.find(({ recipient }) => recipient === data.email)
  assert.match(letter.reason, /550 5\.1\.1/)
  assert.ok(!letter.reason.includes(data.email), 'the reason does not hold the address')
  const shown = (await call('GET', `/messages/${letter.id}`)).json()
  assert.ok(shown.text.includes('LJ-7K2MQ9XA') && shown.deliveries[0].outcome === 'refused')
  assert.equal((await call('GET', '/suppressions')).json().items.at(-1).reason, 'hard-bounce')
  // The inbox has its own row, which one channel's failure does not touch.
  const inbox = (await stored(data.userId!))[0]
  assert.equal(inbox.state, 'delivered')

  const again = await call('POST', '/messages/send-again', { messageIds: [letter.id, inbox.id] })
  assert.deepEqual(again.json().messageIds, [letter.id])
  await eventually('it is withheld, as the address is suppressed', isState(data.email, 'withheld'))
  assert.equal((await call('DELETE', `/suppressions/${encodeURIComponent(data.email)}`)).statusCode, 204)
  await call('POST', '/messages/send-again', { messageIds: [letter.id] })
  await eventually('it is sent', isState(data.email, 'sent'))
  assert.equal(mailsTo(data.email).length, 1)
  assert.equal((await stored(data.userId!)).length, 1)
})

test('A mail that is refused for what it is becomes a dead letter, and nothing is said of the address', async () => {
  const data = confirmed()
  sink.behave({ data: () => ({ responseCode: 554, message: '5.7.1 looks like spam' }) })
  await hear('order.confirmed', data)
  await eventually('it is given up', isState(data.email, 'failed'))
  sink.behave({})
  const list = (await call('GET', '/suppressions')).json().items as any[]
  assert.ok(list.every(({ email }) => email !== data.email))
})

test('A server that accepts and then breaks off gets the mail again under the same id', async () => {
  const data = confirmed()
  let drops = 1
  sink.behave({ dropAfterData: () => drops-- > 0 })
  await hear('order.confirmed', data)
  await eventually('it is sent', async () => (await hurry(), await isState(data.email, 'sent')()))
  sink.behave({})
  const ids = mailsTo(data.email).map(({ messageId }) => messageId)
  assert.equal(ids.length, 2)
  assert.equal(new Set(ids).size, 1)
})

test('A server that hangs holds up neither other channels nor the messages for ever', async () => {
  const silence = await openSilence()
  const hanging = smtpProvider({ url: silence.url, from, connections: 1, timeoutMs: 300 })
  after(() => hanging.close())
  const sent: string[] = []
  const sms = {
    send: async ({ recipient }: { recipient: string }): Promise<Outcome> => (
      sent.push(recipient),
      { outcome: 'accepted', detail: '', providerId: 'S1' }
    )
  }
  const other = await openShop({ email: hanging, sms })
  const data = { ...order(), shipmentId: crypto.randomUUID() }
  await other.hear('user.changed', { userId: data.userId, name: 'Asha', locale: 'de-DE', groups: [] })
  await sql`update contacts set "phone" = '+919800000000'`.execute(other.db)
  await other.hear('order.delivered', data)
  await eventually('the text message is sent', () => sent.length === 1)
  const all = async () => (await other.call('GET', '/messages/all')).json().items as any[]
  await eventually('the mail was tried and waits', async () =>
    (await all()).some(({ channel, tries, reason }) => channel === 'email' && tries > 0 && reason)
  )
  const email = (await all()).find(({ channel }) => channel === 'email')
  assert.equal(email.state, 'waiting')
  assert.equal(email.subject, 'Ihre Bestellung LJ-7K2MQ9XA ist angekommen')
  assert.equal(sent.length, 1)
  assert.ok(silence.connections() > 0)
})

test('A message that was tried often enough and is old enough is given up', async () => {
  const provider = { send: async (): Promise<Outcome> => ({ outcome: 'again', detail: '421 later' }) }
  const other = await openShop({ email: provider, runs: false })
  await other.hear('order.confirmed', confirmed())
  const lane = { ...other.lanes[0]!, isStopping: () => false, giveUp: { tries: 3, hours: 1 } }
  const state = async () => (await sql<any>`select * from messages where "channel" = 'email'`.execute(other.db)).rows[0]
  for (let i = 1; i <= 4; i++) {
    await sql`update messages set "dueAt" = now() where "state" = 'waiting'`.execute(other.db)
    await deliverDue(other.deps, lane)
    if (i === 3) await sql`update messages set "createdAt" = now() - interval '2 hours'`.execute(other.db)
  }
  assert.deepEqual([(await state()).state, (await state()).tries], ['failed', 4])
})

test('Where TLS is asked for, nothing is sent to a server without it, nor to one whose certificate nobody vouches for', async () => {
  const open = await openSink({ disabledCommands: [] })
  const told = { subject: 'x', text: 'x', html: 'x', link: null }
  const mail = { id: crypto.randomUUID(), recipient: 'asha@example.com', told, unsubscribeUrl: null }
  for (const { url, mails } of [sink, open]) {
    const before = mails.length
    const strict = smtpProvider({ url: `${url}?requireTLS=true`, from, connections: 1, timeoutMs: 2000 })
    const { outcome } = await strict.send(mail, AbortSignal.timeout(5000))
    strict.close()
    assert.deepEqual([outcome, mails.length], ['again', before])
  }
})

test('Two processes never send the same message, and what one has taken up and not begun another may take at once', async () => {
  const sent: string[] = []
  const provider = {
    send: async ({ id }: { id: string }): Promise<Outcome> => {
      sent.push(id)
      await new Promise((resolve) => setTimeout(resolve, 5))
      return { outcome: 'accepted', detail: '', providerId: null }
    }
  }
  const other = await openShop({ email: provider, runs: false })
  await Promise.all(Array.from({ length: 100 }, () => other.hear('order.confirmed', confirmed())))
  let stopping = false
  const lane = { ...other.lanes[0]!, isStopping: () => stopping }
  const first = deliverDue(other.deps, {
    ...lane,
    provider: { send: async (message) => ((stopping = true), provider.send(message)) }
  })
  await first
  stopping = false
  assert.equal(sent.length, 1)
  const drain = async () => {
    while (await deliverDue(other.deps, lane)) continue
  }
  await Promise.all(Array.from({ length: 8 }, drain))
  assert.equal(sent.length, 100)
  assert.equal(new Set(sent).size, 100)
})

test('Mails of orders go before those of a campaign that were there first', async () => {
  const sent: string[] = []
  const provider = {
    send: async ({ told }: { told: { subject: string } }): Promise<Outcome> => {
      sent.push(told.subject)
      return { outcome: 'accepted', detail: '', providerId: null }
    }
  }
  const other = await openShop({ email: provider, runs: false })
  await sql`insert into contacts ("userId", "email", "isConfirmed", "name")
    select u, u || '@example.com', true, 'Asha' from (select uuidv7() u from generate_series(1, 50)) made`.execute(
    other.db
  )
  await sql`insert into consents select "userId", 'email', 'promotions', true, now() from contacts`.execute(other.db)
  const campaign = { name: 'All', template: 'campaign.new-collection', segment: {} }
  const { id } = (await other.call('POST', '/campaigns', campaign)).json()
  await other.call('POST', `/campaigns/${id}/start`)
  await runCampaigns(other.deps)
  await other.hear('order.confirmed', confirmed())
  const lane = { ...other.lanes[0]!, isStopping: () => false }
  while (await deliverDue(other.deps, lane)) continue
  assert.equal(sent.length, 51)
  assert.ok(sent.slice(0, 20).includes('Your order LJ-7K2MQ9XA is confirmed'), 'in the first batch')
})

test('A bucket bounds how many go in a second, and waits between tries are bounded', async () => {
  const allowance = allowanceOf(10)
  assert.equal(await allowance.take(20), 10)
  assert.ok((await allowance.take(20)) <= 2)
  allowance.giveBack(5)
  assert.ok((await allowance.take(20)) >= 5)
  for (let tries = 1; tries < 30; tries++) {
    const wait = waitAfter(tries)
    assert.ok(wait >= 0.5 && wait <= 3600, `${wait}`)
  }
})

test('A text message is sent by Twilio’s interface; its refusals are for good, its faults are not', async () => {
  const asked: any[] = []
  let answer: [number, object] = [201, { sid: 'SM1' }]
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      asked.push({
        url: request.url,
        authorization: request.headers.authorization,
        body: Object.fromEntries(new URLSearchParams(body))
      })
      if (answer[0] > 0)
        response.writeHead(answer[0], { 'content-type': 'application/json' }).end(JSON.stringify(answer[1]))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => (server.closeAllConnections(), server.close()))
  const apiBase = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const sms = smsProvider({ accountSid: 'AC1', authToken: 'secret-token', from: '+15550001', apiBase, timeoutMs: 300 })
  const told = { subject: 'Your order is on its way', text: '', html: '', link: 'https://track.example/1' }
  const send = () =>
    sms.send(
      { id: crypto.randomUUID(), recipient: '+919800000000', told, unsubscribeUrl: null },
      new AbortController().signal
    )
  assert.deepEqual(await send(), { outcome: 'accepted', detail: '201', providerId: 'SM1' })
  assert.equal(asked[0].url, '/2010-04-01/Accounts/AC1/Messages.json')
  assert.equal(asked[0].authorization, `Basic ${Buffer.from('AC1:secret-token').toString('base64')}`)
  assert.deepEqual(asked[0].body, {
    To: '+919800000000',
    From: '+15550001',
    Body: 'Your order is on its way\nhttps://track.example/1'
  })
  const outcomes: string[] = []
  for (const next of [
    [400, { code: 21211 }],
    [429, {}],
    [503, {}],
    [0, {}]
  ] as [number, object][]) {
    answer = next
    outcomes.push((await send()).outcome)
  }
  assert.deepEqual(outcomes, ['refused', 'again', 'again', 'again'])
})
