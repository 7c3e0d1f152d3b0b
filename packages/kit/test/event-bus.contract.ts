import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Event, EventBus } from '../src/events.ts'
import { eventually } from '../src/testing.ts'

/** Two services on one bus. `stop` makes the receiver unreachable, `start` brings it back. */
export interface BusPair {
  sender: EventBus
  receiver: EventBus
  stop: () => Promise<void>
  start: () => Promise<void>
}

const event = (data: unknown): Event => ({
  specversion: '1.0',
  id: crypto.randomUUID(),
  source: 'sender',
  type: 'sender.spoke',
  subject: 'subject-1',
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  aggregateversion: 3,
  data
})

/** What every adapter of the event bus must do: `open` gives a sender named `sender` and a receiver named `receiver`. */
export function eventBusContract(name: string, open: () => Promise<BusPair>): void {
  test(`${name}: an event arrives as it was sent`, async () => {
    const { sender, receiver } = await open()
    const taken: Event[] = []
    await receiver.receive(async (one) => void taken.push(one))
    const sent = event({ text: 'é 💎 \u202e', nested: { list: [1, 2.5, null, true] }, large: 'x'.repeat(100_000) })
    assert.deepEqual(await sender.send(sent, ['receiver']), ['receiver'])
    await eventually('the event', () => taken.length > 0)
    assert.deepEqual(taken[0], sent)
  })

  test(`${name}: 200 events sent at once all arrive`, async () => {
    const { sender, receiver } = await open()
    const taken = new Set<string>()
    await receiver.receive(async ({ id }) => void taken.add(id))
    const events = Array.from({ length: 200 }, (_, number) => event({ number }))
    const results = await Promise.all(events.map((one) => sender.send(one, ['receiver'])))
    assert.ok(results.every((to) => to.length === 1))
    await eventually('200 events', () => taken.size === 200)
  })

  test(`${name}: an event whose taking fails is not lost: it comes again with the same id when it is sent again or by itself`, async () => {
    const { sender, receiver } = await open()
    const tries: string[] = []
    await receiver.receive(async ({ id }) => {
      tries.push(id)
      if (tries.length === 1) throw new Error('not now')
    })
    const sent = event({})
    await eventually('the event taken', async () => {
      await sender.send(sent, ['receiver'])
      return tries.length >= 2
    })
    assert.deepEqual(new Set(tries), new Set([sent.id]))
  })

  test(`${name}: an event for a receiver that is down is taken when it is back`, async () => {
    const { sender, receiver, stop, start } = await open()
    const taken: string[] = []
    await receiver.receive(async ({ id }) => void taken.push(id))
    await stop()
    const sent = event({})
    let accepted = await sender.send(sent, ['receiver'])
    await start()
    await eventually('the event taken', async () => {
      if (accepted.length === 0) accepted = await sender.send(sent, ['receiver'])
      return taken.includes(sent.id)
    })
  })
}
