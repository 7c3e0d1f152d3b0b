import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { connect } from '@nats-io/transport-node'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { Type } from 'typebox'
import type { Event, EventBus } from '../src/events.ts'
import { natsBus } from '../src/nats.ts'
import { buildService } from '../src/service.ts'
import { eventually, keys } from '../src/testing.ts'
import { noNats, testNats } from '../src/testing-nats.ts'
import { eventBusContract } from './event-bus.contract.ts'

const { log } = buildService({ name: 'receiver', keys })
const catalogue = { 'sender.spoke': { data: Type.Object({}, { additionalProperties: true }), heardBy: ['receiver'] } }

if (noNats) test('the nats bus', { skip: noNats }, () => {})
else runAll()

function runAll(): void {
  const names = ['sender', 'receiver', 'other']

  async function open() {
    const nats = await testNats(names)
    const aside: Event[] = []
    const buses = new Set<EventBus>()
    const join = (name: string) => {
      const setAside = async (event: Event) => void aside.push(event)
      const bus = natsBus({ name, url: nats.urlOf(name), catalogue, setAside, log })
      buses.add(bus)
      return bus
    }
    after(() => Promise.all([...buses].map((bus) => bus.close())))
    return { nats, aside, join }
  }

  async function openPair() {
    const { join } = await open()
    let current = join('receiver')
    let take: Parameters<EventBus['receive']>[0] = async () => {}
    const receiver: EventBus = {
      ...current,
      receive: async (taker) => {
        take = taker
        await current.receive(taker)
      }
    }
    const stop = () => current.close()
    const start = async () => {
      current = join('receiver')
      await current.receive(take)
    }
    return { sender: join('sender'), receiver, stop, start }
  }
  eventBusContract('the nats bus', openPair)

  const event = (changes: Partial<Event> = {}): Event => ({
    specversion: '1.0',
    id: crypto.randomUUID(),
    source: 'sender',
    type: 'sender.spoke',
    subject: 's',
    time: '2026-11-22T00:00:00.000Z',
    datacontenttype: 'application/json',
    aggregateversion: 1,
    data: {},
    ...changes
  })

  test('the nats bus: an event that is sent again at once comes once', async () => {
    const { join } = await open()
    const taken: string[] = []
    await join('receiver').receive(async ({ id }) => void taken.push(id))
    const sender = join('sender')
    const first = event()
    for (let i = 0; i < 5; i++) assert.deepEqual(await sender.send(first, ['receiver']), ['receiver'])
    const last = event()
    await sender.send(last, ['receiver'])
    await eventually('the last event', () => taken.includes(last.id))
    assert.deepEqual(taken, [first.id, last.id])
  })

  test('the nats bus: each event comes to one of two processes of a service, and one that stops loses none', async () => {
    const { join } = await open()
    const taken: string[] = []
    const processes = [join('receiver'), join('receiver')]
    for (const each of processes) await each.receive(async ({ id }) => void taken.push(id))
    const sender = join('sender')
    const events = Array.from({ length: 60 }, () => event())
    await Promise.all(events.slice(0, 30).map((each) => sender.send(each, ['receiver'])))
    await processes[0]!.close()
    await Promise.all(events.slice(30).map((each) => sender.send(each, ['receiver'])))
    await eventually('all of them', () => new Set(taken).size === 60, 45_000)
  })

  test('the nats bus: an event that is never taken or not as the catalogue says is set aside, and those behind it are not held up', async () => {
    const { join, aside } = await open()
    const taken: string[] = []
    const poison = event({ subject: 'poison' })
    let tries = 0
    await join('receiver').receive(async ({ id }) => {
      if (id !== poison.id) return void taken.push(id)
      tries++
      throw new Error('never')
    })
    const sender = join('sender')
    await sender.send(poison, ['receiver'])
    const wrong = event({ data: 'text' })
    await sender.send(wrong, ['receiver'])
    const good = event()
    await sender.send(good, ['receiver'])
    await eventually('the good one', () => taken.includes(good.id))
    await eventually('the others set aside', () => aside.length === 2, 40_000)
    assert.deepEqual(new Set(aside.map(({ id }) => id)), new Set([poison.id, wrong.id]))
    assert.deepEqual(taken, [good.id])
    assert.equal(tries, 5)
  })

  test('the nats bus: what was sent before NATS stopped is there when it is back, and a service goes on by itself', async () => {
    const { nats, join } = await open()
    const sender = join('sender')
    const before = event()
    assert.deepEqual(await sender.send(before, ['receiver']), ['receiver'])
    await nats.stop()
    const during = event()
    assert.deepEqual(await sender.send(during, ['receiver']), [])
    const taken: string[] = []
    await join('receiver').receive(async ({ id }) => void taken.push(id))
    await nats.start()
    await eventually('the first event', () => taken.includes(before.id))
    await eventually('the second sent', async () => (await sender.send(during, ['receiver'])).length === 1)
    await eventually('the second event', () => taken.includes(during.id))
  })

  test('the nats bus: the server lets nobody send what is not theirs, read what is not for them, or change the stream', async () => {
    const { nats, join } = await open()
    const sender = join('sender')
    const secret = event()
    await sender.send(secret, ['receiver'])
    const connection = await connect({
      servers: new URL(nats.urlOf('other')).host,
      user: 'other',
      pass: new URL(nats.urlOf('other')).password,
      inboxPrefix: '_INBOX.other'
    })
    after(() => connection.close())
    const js = jetstream(connection, { timeout: 1000 })
    const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 1000 })
    const forged = JSON.stringify(event())
    await assert.rejects(js.publish('events.receiver.sender.spoke', forged), /[Pp]ermission/)
    await assert.rejects(js.publish('elsewhere', forged))
    await assert.rejects(js.consumers.get('EVENTS', 'receiver'), /[Pp]ermission/)
    await assert.rejects(manager.streams.getMessage('EVENTS', { seq: 1 }), /[Pp]ermission/)
    await assert.rejects(manager.streams.purge('EVENTS'), /[Pp]ermission/)
    await assert.rejects(manager.streams.delete('EVENTS'), /[Pp]ermission/)
    for (const filter_subject of ['events.receiver.>', 'events.>'])
      await assert.rejects(manager.consumers.add('EVENTS', { durable_name: 'other', filter_subject }), /[Pp]ermission/)
    const overheard = connection.subscribe('events.>')
    await assert.rejects(overheard[Symbol.asyncIterator]().next(), /[Pp]ermission/)

    const dropped = event()
    const taken: string[] = []
    await join('receiver').receive(async ({ id }) => void taken.push(id))
    await js.publish('events.receiver.other.spoke', JSON.stringify(dropped))
    await js.publish('events.receiver.other.spoke', 'no event')
    await eventually('the true event', () => taken.length > 0)
    await eventually('the others dropped', async () => {
      const { num_pending, num_ack_pending } = await receiverInfo(nats.urlOf('receiver'))
      return num_pending === 0 && num_ack_pending === 0
    })
    assert.deepEqual(taken, [secret.id])
  })

  async function receiverInfo(url: string) {
    const { host, username, password } = new URL(url)
    const connection = await connect({ servers: host, user: username, pass: password, inboxPrefix: '_INBOX.receiver' })
    try {
      const manager = await jetstreamManager(connection, { checkAPI: false })
      return await manager.consumers.info('EVENTS', 'receiver')
    } finally {
      await connection.close()
    }
  }
}
