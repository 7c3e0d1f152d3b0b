import assert from 'node:assert/strict'

export interface Compared {
  /** How far the ranks are from those of two that do not differ, in standard deviations; beyond 2.576 is p < 0.01. */
  z: number
  medians: [number, number]
}

/** Does one and the other by turns, and compares the milliseconds that they take by the rank-sum test of Mann and Whitney. */
export async function compareTimes(
  count: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>
): Promise<Compared> {
  const times: { ms: number; of: 0 | 1 }[] = []
  for (let i = 0; i < count; i++)
    for (const of of i % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
      const start = performance.now()
      await [one, other][of]!()
      times.push({ ms: performance.now() - start, of })
    }
  const sorted = times.toSorted((x, y) => x.ms - y.ms)
  const rankSum = sorted.reduce((sum, { of }, i) => sum + (of === 0 ? i + 1 : 0), 0)
  const u = rankSum - (count * (count + 1)) / 2
  const median = (which: 0 | 1) => sorted.filter(({ of }) => of === which)[count >> 1]!.ms
  return {
    z: (u - (count * count) / 2) / Math.sqrt((count * count * (2 * count + 1)) / 12),
    medians: [median(0), median(1)]
  }
}

/** Fails when three rounds one after the other each tell the two apart at p = 0.01: by chance that is one run in a million. */
export async function differNot(
  count: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>
): Promise<void> {
  const told: string[] = []
  while (told.length < 3) {
    const { z, medians } = await compareTimes(count, one, other)
    if (Math.abs(z) < 2.576) return
    told.push(`z = ${z.toFixed(2)}, medians ${medians.map((ms) => ms.toFixed(3)).join(' and ')} ms`)
  }
  assert.fail(`They can be told apart: ${told.join('; ')}`)
}
