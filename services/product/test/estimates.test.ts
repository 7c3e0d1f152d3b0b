import assert from 'node:assert/strict'
import { test } from 'node:test'
import { estimatedMct } from '../src/controllers/estimates.ts'

test('Weight estimates of set stones: the vectors of the trade tables', () => {
  const round = { shape: 'round', lengthMm: 6.5, widthMm: 6.5, depthMm: 4 }
  const oval = { shape: 'oval', lengthMm: 8, widthMm: 6, depthMm: 3.7 }
  const ruby = { shape: 'oval', lengthMm: 7, widthMm: 5, depthMm: 3.2, specificGravity: 4 }
  assert.deepEqual([round, oval, ruby].map(estimatedMct), [1031, 1101, 896])
  assert.equal(estimatedMct({ shape: 'emerald', lengthMm: 9, widthMm: 6, depthMm: 4 }), 1987)
  assert.equal(estimatedMct({ shape: 'heart', lengthMm: 6, widthMm: 6, depthMm: 4 }), undefined)
})
