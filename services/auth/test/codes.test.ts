import assert from 'node:assert/strict'
import { test } from 'node:test'
import { base32, codeOf, findStep, stepOf } from '../src/controllers/codes.ts'

const secret = Buffer.from('12345678901234567890')

test('one-time codes are those of RFC 6238, appendix B', () => {
  for (const [seconds, code] of [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130']
  ] as const)
    assert.equal(codeOf(secret, stepOf(seconds * 1000), 8), code)
})

test('one-time codes are those of RFC 4226, appendix D', () => {
  const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489']
  assert.deepEqual(
    codes.map((_, step) => codeOf(secret, step)),
    codes
  )
})

test('a code counts in its own half minute, and in the one before and after', () => {
  const now = 1_700_000_010_000
  const step = stepOf(now)
  for (const [away, expected] of [
    [-2, undefined],
    [-1, step - 1],
    [0, step],
    [1, step + 1],
    [2, undefined]
  ] as const)
    assert.equal(findStep(secret, codeOf(secret, step + away), now), expected)
})

test('base32 is that of RFC 4648, without padding', () => {
  for (const [text, encoded] of [
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI']
  ] as const)
    assert.equal(base32(Buffer.from(text)), encoded)
})
