import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keys } from '@lumora/kit/testing'
import fc from 'fast-check'
import { buildApp } from '../src/app.ts'
import { chainName, readSize, showChart, writeSize } from '../src/controllers/sizes.ts'
import type { SizeKind, SizeSystem } from '../src/schemas/sizes.ts'

const app = buildApp({ keys } as Parameters<typeof buildApp>[0])
const url = '/api/v1/sizes'
const convert = (kind: string, query: Record<string, string>) => app.inject({ url: `${url}/${kind}/convert`, query })
const ring = async (from: SizeSystem, label: string, to: SizeSystem) =>
  (await convert('ring', { from, label, to })).json()

/** US, circumference and diameter in mm, ISO, UK, CH, JP, IN and by how much that is off. */
const vectors = [
  ['3', 44.207, 14.072, '44', 'F1/2', '4.2', '4', '4', undefined],
  ['5', 49.314, 15.697, '49', 'J1/2', '9.3', '9', '9', -0.61],
  ['6', 51.868, 16.51, '52', 'L1/2', '11.9', '12', '12', 0.03],
  ['7', 54.421, 17.323, '54', 'N1/2', '14.4', '14', '14', -0.02],
  ['8', 56.975, 18.136, '57', 'P1/2', '17', '16', '17', 0.03],
  ['10', 62.082, 19.761, '62', 'T1/2', '22.1', '21', '22', 0.02],
  ['12', 67.189, 21.387, '67', 'Y', '27.2', '26', '27', undefined]
] as const

for (const [us, circumference, diameter, iso, uk, ch, jp, indian, delta] of vectors) {
  test(`GET /sizes/ring/convert of US ${us} gives ISO ${iso}, UK ${uk}, CH ${ch}, JP ${jp}, IN ${indian}`, async () => {
    const answers = await Promise.all((['iso', 'uk', 'ch', 'jp', 'in', 'eu'] as const).map((to) => ring('us', us, to)))
    assert.deepEqual(
      answers.map(({ to }) => to.label),
      [iso, uk, ch, jp, indian, iso]
    )
    const { from, to } = answers[4]
    assert.ok(Math.abs(from.hundredthsMm / 100 - circumference) <= 0.006, String(from.hundredthsMm))
    assert.ok(Math.abs(from.hundredthsMm / 100 / Math.PI - diameter) <= 0.002)
    if (delta !== undefined) assert.equal(to.deltaMm, delta)
    assert.ok(Math.abs(Number((await ring('us', us, 'diameter')).to.label) - diameter) <= 0.01)
  })
}

test('GET /sizes/ring/convert warns when the nearest label is more than 0.3 mm off, and says so when it is exact', async () => {
  const off = await ring('us', '5', 'in')
  assert.deepEqual([off.to.exact, off.to.label], [false, '9'])
  assert.match(off.warning, /0\.61 mm smaller/)
  const near = await ring('us', '6', 'in')
  assert.deepEqual([near.to.exact, near.warning], [false, null])
  const exact = await ring('uk', 'C', 'iso')
  assert.deepEqual(exact.to, { system: 'iso', label: '40', hundredthsMm: 4000, deltaMm: 0, exact: true })
  assert.equal((await ring('ch', '14', 'iso')).to.label, '54')
})

test('GET /sizes/ring/convert reads what people write', async () => {
  for (const label of ['6 1/2', '6.5', '6½', '6.50']) assert.equal((await ring('us', label, 'us')).to.label, '6.5')
  for (const label of ['L1/2', 'l½', 'L 1/2']) assert.equal((await ring('uk', label, 'uk')).to.label, 'L1/2')
  assert.equal((await ring('jp', '1', 'diameter')).to.label, '13')
  assert.equal((await ring('jp', '1', 'mm')).to.label, '40.84')
  assert.equal((await ring('iso', '54.4', 'in')).to.exact, true)
})

test('GET /sizes/ring/convert of a wide band names the label half a US size up', async () => {
  const query = { from: 'us', label: '6', to: 'us' }
  assert.equal((await convert('ring', { ...query, bandUm: '6000' })).json().wideBandLabel, '6.5')
  assert.equal((await convert('ring', { ...query, bandUm: '5900' })).json().wideBandLabel, null)
  assert.equal((await convert('ring', query)).json().wideBandLabel, null)
})

test('the Indian table of rings lies within 0.4 mm of the linear chart C = 40 + n', () => {
  for (let n = 1; n <= 30; n++)
    assert.ok(Math.abs(readSize('ring', 'in', String(n)).hundredthsMm - (4000 + n * 100)) <= 40)
})

for (const [label, diameter, circumference] of [
  ['2-2', 53.98, 169.6],
  ['2-4', 57.15, 179.5],
  ['2-6', 60.33, 189.5],
  ['2-8', 63.5, 199.5],
  ['2.10', 66.68, 209.5]
] as const) {
  test(`GET /sizes/bangle/convert of ${label} is ${diameter} mm across`, async () => {
    const { from, to } = (await convert('bangle', { from: 'in', label, to: 'mm' })).json()
    assert.equal(from.hundredthsMm / 100, diameter)
    assert.equal(Number(to.label), diameter)
    assert.equal(((from.hundredthsMm / 100) * Math.PI).toFixed(1), circumference.toFixed(1))
  })
}

test('GET /sizes/bangle/convert takes 2.10 for 2 and 10/16, and 2.1 for 2 and 1/16, so that they sort as pairs', async () => {
  const size = async (label: string) => (await convert('bangle', { from: 'in', label, to: 'in' })).json()
  assert.equal((await size('2.10')).to.label, '2-10')
  assert.equal((await size('2.1')).to.label, '2-1')
  const labels = ['2.10', '2.1', '2.2', '2.9', '3']
  const sorted = labels.sort(
    (a, b) => readSize('bangle', 'in', a).hundredthsMm - readSize('bangle', 'in', b).hundredthsMm
  )
  assert.deepEqual(sorted, ['2.1', '2.2', '2.9', '2.10', '3'])
  assert.equal((await convert('bangle', { from: 'in', label: '2-16', to: 'mm' })).statusCode, 422)
})

test('GET /sizes/chain/convert names the length', async () => {
  const { from, to, name } = (await convert('chain', { from: 'inch', label: '18', to: 'cm' })).json()
  assert.deepEqual([from.hundredthsMm, to.label, name], [45_720, '45.7', 'princess'])
  for (const [inches, expected] of [
    [12, 'collar'],
    [16, 'choker'],
    [17, 'princess'],
    [24, 'matinee'],
    [26, null],
    [34, 'opera'],
    [40, null],
    [45, 'rope']
  ] as const)
    assert.equal(chainName(inches * 2540), expected)
})

for (const [what, kind, query, status] of [
  ['a system that the kind has not', 'bangle', { from: 'us', label: '6', to: 'in' }, 422],
  ['a letter beyond the alphabet', 'ring', { from: 'uk', label: 'AA', to: 'us' }, 422],
  ['a size beyond the table', 'ring', { from: 'in', label: '31', to: 'us' }, 422],
  ['a size between those of the table', 'ring', { from: 'in', label: '12.5', to: 'us' }, 422],
  ['a number in two ways', 'ring', { from: 'us', label: '6.5 1/2', to: 'us' }, 422],
  ['words', 'ring', { from: 'us', label: 'large', to: 'us' }, 422],
  ['markup', 'ring', { from: 'us', label: '<b>6</b>', to: 'us' }, 400],
  ['an unknown system', 'ring', { from: 'zz', label: '6', to: 'us' }, 400],
  ['an unknown kind', 'anklet', { from: 'us', label: '6', to: 'us' }, 400],
  ['no label', 'ring', { from: 'us', to: 'us' }, 400],
  ['a field of its own', 'ring', { from: 'us', label: '6', to: 'us', hundredthsMm: '1' }, 400]
] as const) {
  test(`GET /sizes/{kind}/convert with ${what} is a ${status}`, async () => {
    assert.equal((await convert(kind, query)).statusCode, status)
  })
}

test('GET /sizes/{kind}/chart lists the sizes in use in order, with every system', async () => {
  for (const kind of ['ring', 'bangle', 'chain'] as const) {
    const { rows } = (await app.inject(`${url}/${kind}/chart`)).json<ReturnType<typeof showChart>>()
    assert.ok(rows.length > 10)
    for (const [i, row] of rows.entries()) {
      assert.ok(i === 0 || row.hundredthsMm > rows[i - 1]!.hundredthsMm)
      assert.ok(row.labels[0]!.exact)
    }
  }
})

const scales: [SizeKind, SizeSystem, labels: string[]][] = [
  ['ring', 'iso', Array.from({ length: 51 }, (_, i) => String(35 + i))],
  ['ring', 'us', Array.from({ length: 65 }, (_, i) => String(i / 4))],
  ['ring', 'uk', Array.from({ length: 52 }, (_, i) => `${String.fromCharCode(65 + (i >> 1))}${i % 2 ? '1/2' : ''}`)],
  ['ring', 'jp', Array.from({ length: 35 }, (_, i) => String(i + 1))],
  ['ring', 'in', Array.from({ length: 30 }, (_, i) => String(i + 1))],
  ['ring', 'ch', Array.from({ length: 401 }, (_, i) => String(i / 10))],
  ['bangle', 'in', Array.from({ length: 33 }, (_, i) => `${(24 + i) >> 4}-${(24 + i) % 16}`)],
  ['chain', 'inch', Array.from({ length: 75 }, (_, i) => String(i + 4))],
  ['chain', 'cm', Array.from({ length: 1901 }, (_, i) => String((100 + i) / 10))]
]

test('every label of every system comes back from its measure as itself, exactly', () => {
  for (const [kind, system, labels] of scales)
    for (const label of labels) {
      const { hundredthsMm } = readSize(kind, system, label)
      assert.deepEqual(writeSize(kind, system, hundredthsMm), { system, label, hundredthsMm, deltaMm: 0, exact: true })
    }
})

test('a measure written in any system is the nearest label there, and larger measures never get smaller labels', () => {
  const ringScales = scales.filter(([kind]) => kind === 'ring')
  fc.assert(
    fc.property(
      fc.constantFrom(...ringScales),
      fc.integer({ min: 4100, max: 6900 }),
      fc.integer({ min: 0, max: 400 }),
      ([kind, system, labels], measure, more) => {
        const found = writeSize(kind, system, measure)
        const best = Math.min(...labels.map((label) => Math.abs(readSize(kind, system, label).hundredthsMm - measure)))
        assert.ok(Math.abs(found.deltaMm * 100) <= best + 1, `${system} ${measure}: ${found.label}`)
        assert.ok(writeSize(kind, system, measure + more).hundredthsMm >= found.hundredthsMm)
      }
    ),
    { numRuns: 2000 }
  )
})

test('a size taken to another system and back is off by no more than the two steps between', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<SizeSystem>('iso', 'us', 'uk', 'jp', 'in', 'ch', 'diameter'),
      fc.constantFrom<SizeSystem>('iso', 'us', 'uk', 'jp', 'in', 'ch', 'diameter'),
      fc.integer({ min: 4200, max: 6800 }),
      (from, to, measure) => {
        const there = writeSize('ring', to, writeSize('ring', from, measure).hundredthsMm)
        const back = writeSize('ring', from, readSize('ring', to, there.label).hundredthsMm)
        assert.ok(Math.abs(back.hundredthsMm - measure) <= 200, `${from} ${to} ${measure}`)
      }
    ),
    { numRuns: 2000 }
  )
})
