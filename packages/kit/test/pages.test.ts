import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pageOf, placeAfter, readPlace } from '../src/pages.ts'
import { Problem } from '../src/problem.ts'

test('a place reads back as it was written', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), (text, number) =>
      assert.deepEqual(readPlace(placeAfter(text, number), ['string', 'number']), [text, number])
    )
  )
})

test('anything else as a place is a 400', () => {
  const refused = (after: string) =>
    assert.throws(
      () => readPlace(after, ['string', 'number']),
      (error) => error instanceof Problem && error.status === 400
    )
  fc.assert(fc.property(fc.string(), refused))
  for (const after of [placeAfter('a'), placeAfter(1, 'a'), placeAfter('a', 1, 2), 'bnVsbA', 'e30']) refused(after)
})

test('a place whose id is no id is a 400', () => {
  const id = crypto.randomUUID()
  assert.deepEqual(readPlace(placeAfter(1, id), ['number', 'id']), [1, id])
  for (const other of ['', 'x', `${id}0`, id.replace('-', '_'), `${id}\n`])
    assert.throws(() => readPlace(placeAfter(other), ['id']), Problem)
})

test('pageOf walks a list to its end, each item once', () => {
  const all = Array.from({ length: 25 }, (_, id) => ({ id }))
  const seen: number[] = []
  let from = 0
  for (let next: string | null = ''; next !== null;) {
    const page: { items: { id: number }[]; next: string | null } = pageOf(all.slice(from, from + 11), 10, ({ id }) => [
      id
    ])
    seen.push(...page.items.map(({ id }) => id))
    from += 10
    next = page.next
  }
  assert.deepEqual(
    seen,
    all.map(({ id }) => id)
  )
})
