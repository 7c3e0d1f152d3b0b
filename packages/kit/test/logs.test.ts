import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openLog } from '../src/logs.ts'

const line = (level: number, msg: string) => `${JSON.stringify({ level, msg })}\n`

test('The log holds calm lines for a moment, and writes others at once, in their order', async () => {
  const written: string[] = []
  const log = openLog((text) => written.push(text))
  log.write(line(30, 'one'))
  log.write(line(20, 'two'))
  assert.deepEqual(written, [])
  log.write(line(50, 'three'))
  assert.deepEqual(written, [line(30, 'one') + line(20, 'two') + line(50, 'three')])
  log.write(line(30, 'four'))
  while (written.length < 2) await wait(10)
  assert.equal(written[1], line(30, 'four'))
})
