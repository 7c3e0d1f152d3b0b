import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { refuseCardNumbers } from '../src/cards.ts'

const isRefused = (body: unknown): boolean => {
  try {
    refuseCardNumbers(body, 400)
    return false
  } catch {
    return true
  }
}
/** Its digits pass the check of a card number: 20686-1508-7554-8036. */
const id = '01a20686-1508-7554-8036-07f01bac4cec'

test('A text [an id within a sentence, whatever its digits] is no card number', () => {
  assert.equal(isRefused({ reason: `Money of return ${id} is given back.` }), false)
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, other) => !isRefused({ [one]: `return:${other}, of ${one}`, id: other })),
    { numRuns: 20_000 }
  )
})

test('A text [a card number, beside an id or in its place] is refused', () => {
  for (const number of ['4242424242424242', '4242 4242 4242 4242', '4242-4242-4242-4242', '４２４２424242424242'])
    for (const text of [number, `${id} ${number}`, `${number}.`, `card ${number} ${id}`])
      assert.equal(isRefused({ deep: [{ note: text }] }), true, text)
  assert.equal(isRefused({ '4242424242424242': true }), true)
})
