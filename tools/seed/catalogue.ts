import { setTimeout as sleep } from 'node:timers/promises'
import { categories } from './categories.ts'
import { makeDesigns } from './designs.ts'
import { Refusal, type Content, type Shop } from './shop.ts'

/** What the demo shop's prices are made of, in paise a gram: pure metal, and the board rates of gold. */
const rates = [
  { metal: 'gold', fineness: 1000, minorPerGram: 1_250_000 },
  { metal: 'gold', fineness: 916, minorPerGram: 1_145_000 },
  { metal: 'gold', fineness: 750, minorPerGram: 937_500 },
  { metal: 'gold', fineness: 585, minorPerGram: 731_250 },
  { metal: 'silver', fineness: 1000, minorPerGram: 16_500 },
  { metal: 'platinum', fineness: 1000, minorPerGram: 450_000 }
]

/** Rupees for a dollar in the demo shop, in paise: stones come in dollars and are sold in rupees. */
export const paisePerDollar = 8500

/** Brings the categories in, and metal rates if there are none: rates that staff have set stay. */
export async function prepareCatalogue({ ask }: Shop): Promise<void> {
  await ask('PUT', '/api/v1/categories/import', { body: { items: categories } })
  const { items } = await ask<{ items: { metal: string }[] }>('GET', '/api/v1/metal-rates')
  const missing = rates.filter(({ metal }) => !items.some((rate) => rate.metal === metal))
  if (missing.length > 0) await ask('PUT', '/api/v1/metal-rates', { body: { rates: missing, source: 'demo' } })
}

/** Brings in `count` designs of a catalogue, in batches of at most 500 of which some are under way at once; `progress` hears how many are in. */
export async function importDesigns(
  { ask }: Shop,
  {
    seed,
    count,
    atOnce = 3,
    batch = 500,
    pictureOf = () => null
  }: {
    seed: number
    count: number
    atOnce?: number
    batch?: number
    /** The address of a design's picture, where there is one. */
    pictureOf?: (slug: string) => string | null
  },
  progress: (done: number) => void = () => {}
): Promise<void> {
  let start = 0
  let done = 0
  const work = async () => {
    while (start < count) {
      const from = start
      const size = Math.min(batch, count - from)
      start += size
      const designs = makeDesigns(seed, from, size)
      for (const design of designs) design.imageUrl = pictureOf(design.slug)
      await untilTaken(() => ask('PUT', '/api/v1/designs/import', { body: { designs } }))
      done += size
      progress(done)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

/** Does what can be done twice until the shop is no longer too busy for it, at most ten times. */
export async function untilTaken<Done>(work: () => Promise<Done>): Promise<Done> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Refusal && error.status === 503) || tries === 10) throw error
      await sleep(tries * 500)
    }
  }
}

export interface ImportedStones {
  imported: number
  alreadyThere: number
  rejectedCount: number
  rejected: { line: number; reason: string }[]
}

/** Brings in the stones of a CSV file, sold in `currency` at `fx` of its minor units for one unit of the file's prices. */
export const importStones = ({ ask }: Shop, content: Content, currency: string, fx: number): Promise<ImportedStones> =>
  ask('POST', `/api/v1/stones/import?currency=${currency}&fxMinorPerUnit=${fx}`, { raw: { type: 'text/csv', content } })
