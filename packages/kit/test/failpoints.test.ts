import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { around, failpointOf } from '../src/failpoints.ts'

const module = new URL('../src/failpoints.ts', import.meta.url).href
const run = (env: Record<string, string>) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { around } from '${module}'\nconsole.log(await around('a', async () => 'done'))`
    ],
    { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' }
  )

test('failpoints do nothing unless LUMORA_FAILPOINTS is 1', async () => {
  assert.equal(await around('a', async () => 7), 7)
  await assert.rejects(
    around('a', () => Promise.reject(new Error('as it was'))),
    /as it was/
  )
  for (const env of [
    {},
    { LUMORA_FAILPOINT: 'a.before' },
    { LUMORA_FAILPOINTS: 'true', LUMORA_FAILPOINT: 'a.before' }
  ]) {
    assert.equal(failpointOf(env), undefined)
    const { status, stdout } = run(env)
    assert.deepEqual([status, stdout], [0, 'done\n'])
  }
})

test('a failpoint kills its process before or after the work, and no other does', () => {
  for (const name of ['a.before', 'a.after']) {
    const { signal, stdout } = run({ LUMORA_FAILPOINTS: '1', LUMORA_FAILPOINT: name })
    assert.deepEqual([signal, stdout], ['SIGKILL', ''])
  }
  assert.equal(run({ LUMORA_FAILPOINTS: '1', LUMORA_FAILPOINT: 'b.before' }).stdout, 'done\n')
})
