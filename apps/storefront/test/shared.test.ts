import assert from 'node:assert/strict'
import { test } from 'node:test'

import { share } from '../app/shared.server.ts'

const policy = (value: string) => ({ headers: { 'cache-control': value } })
const path = () => `/designs/${crypto.randomUUID()}`

test('GET of what is the same for everybody [20 at once] is asked for once, and kept while it says so', async () => {
  const here = path()
  let asked = 0
  const ask = async () => Response.json({ asked: ++asked }, policy('public, max-age=1, stale-while-revalidate=5'))
  const answers = await Promise.all(Array.from({ length: 20 }, () => share(here, ask)))
  for (const answer of [...answers, await share(here, ask)]) assert.deepEqual(answer, { asked: 1 })
  assert.deepEqual(await share(path(), ask), { asked: 2 })
})

test('GET of what is somebody’s own, or of what says nothing, is asked for each time', async () => {
  for (const own of ['private, max-age=60', 'no-store', 'max-age=60', 'public', '']) {
    const here = path()
    let asked = 0
    const ask = async () => Response.json({ asked: ++asked }, policy(own))
    await share(here, ask)
    assert.deepEqual(await share(here, ask), { asked: 2 }, own)
  }
})

test('GET that is refused is not kept, and is no answer to others who asked meanwhile', async () => {
  const here = path()
  let asked = 0
  const ask = async () => {
    await new Promise(setImmediate)
    if (++asked === 1) throw new Error('too many')
    return Response.json({ asked }, policy('public, max-age=1'))
  }
  const [first, second] = await Promise.allSettled([share(here, ask), share(here, ask)])
  assert.equal(first.status, 'rejected')
  assert.deepEqual(second, { status: 'fulfilled', value: { asked: 2 } })
  assert.deepEqual(await share(here, ask), { asked: 3 })
})
