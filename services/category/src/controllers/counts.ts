import type { Event } from '@lumora/kit/events'
import type { Db } from '../models/categories.ts'
import { saveCounts } from '../models/counts.ts'

interface Counted {
  counts: { category: string; designs: number }[]
}

/** Takes in what product tells of how many designs of categories can be bought. */
export const noteCounts = (tx: Db, { data, aggregateversion }: Event<Counted>): Promise<void> =>
  saveCounts(tx, data.counts, aggregateversion)
