import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openEdge, skip } from './edge.ts'

/** Proxies that come and go behind NGINX, and what becomes of the requests under way. */
const json = { 'content-type': 'application/json' }

test(
  'reads and writes of every method under way while proxies are restarted are all answered, each write once',
  { skip, timeout: 60_000 },
  async () => {
    const edge = await openEdge({ proxies: 2 })
    const asked = new Map<string, number>()
    let going = true
    const failures: string[] = []
    const worker = async (index: number) => {
      for (let i = 0; going; i++) {
        const cases = [
          ['GET', '/api/v1/orders/1'],
          ['POST', `/api/v1/orders?${index}-${i}`],
          ['PUT', `/api/v1/exchange-rates?${index}-${i}`],
          ['DELETE', `/api/v1/auth/sessions?${index}-${i}`]
        ] as const
        const [method, path] = cases[(index + i) % cases.length]!
        const reply = await edge.ask(method, path, json, method === 'GET' ? undefined : '{}')
        if (reply.status !== 200) failures.push(`${method} ${path} ${reply.status}`)
        if (method !== 'GET') asked.set(path, (asked.get(path) ?? 0) + 1)
      }
    }
    const workers = Array.from({ length: 12 }, (_, index) => worker(index))
    for (let round = 0; round < 4; round++) {
      await edge.restart(round % 2)
      await sleep(1200)
    }
    going = false
    await Promise.all(workers)
    assert.deepEqual(failures, [])
    assert.ok(asked.size > 100, `${asked.size} writes`)
    const arrived = edge.seen.filter(({ method }) => method !== 'GET').map(({ url }) => url)
    assert.equal(arrived.length, asked.size)
    assert.equal(new Set(arrived).size, asked.size)
  }
)

test(
  'a proxy that dies without a word: writes that it did not get go to the other one, of any method',
  { skip, timeout: 30_000 },
  async () => {
    const edge = await openEdge({ proxies: 2 })
    const { app } = edge.proxies[0]!
    app.server.closeAllConnections()
    await app.close()
    for (let i = 0; i < 8; i++) {
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const path = { POST: '/api/v1/orders', PUT: '/api/v1/exchange-rates', DELETE: '/api/v1/auth/sessions' }[method]!
        assert.equal((await edge.ask(method, path, json, '{"a":1}')).status, 200, method)
        assert.equal(edge.seen.at(-1)!.body, '{"a":1}')
      }
      // So that NGINX tries the dead one again.
      await sleep(700)
    }
  }
)

test('a lone proxy that leaves serves what still comes, and is gone within a few seconds', { skip }, async () => {
  const edge = await openEdge()
  await edge.ask('GET', '/api/v1/orders/1')
  await edge.proxies[0]!.app.close()
  assert.equal((await edge.ask('GET', '/api/v1/orders/1')).status, 502)
})
