import { enqueue } from '@lumora/kit/jobs'
import { Problem } from '@lumora/kit/problem'
import type { Db } from '../models/designs.ts'
import { addRates, findRates } from '../models/rates.ts'
import type { NewRates, Rate } from '../schemas/rates.ts'
import { finenessOf, times, whole, type Ratio } from './prices.ts'

export interface Deps {
  db: Db
}

/** The shop sells designs in one currency. */
export const shopCurrency = 'INR'
/** The job that follows a change of rates. */
export const repriceTask = 'reprice-designs'

/** The metal rates in force, in minor units per gram. */
export async function listRates({ db }: Deps): Promise<{ items: Rate[] }> {
  return { items: await findRates(db) }
}

/** Puts rates in force. When one of them is new, all designs are priced anew by a job. */
export function setRates({ db }: Deps, given: NewRates): Promise<{ items: Rate[] }> {
  return db.transaction().execute(async (tx) => {
    const added = await addRates(tx, given, shopCurrency)
    if (added > 0) await enqueue(tx, repriceTask, { afterSlug: '' }, { key: repriceTask })
    return { items: await findRates(tx) }
  })
}

/** The rate of a metal of a purity: the published one, or pure metal's times the fineness. */
export function rateOf(rates: readonly Rate[], metal: string, purity: string): Ratio {
  const fineness = finenessOf(metal, purity)
  const published = rates.find((rate) => rate.metal === metal && rate.fineness === fineness)
  if (published) return whole(published.minorPerGram)
  const pure = rates.find((rate) => rate.metal === metal && rate.fineness === 1000)
  if (pure) return times(whole(pure.minorPerGram), fineness, 1000)
  throw new Problem(
    422,
    'rate-missing',
    `There is no rate for ${metal} ${fineness}: set it at /api/v1/metal-rates first.`
  )
}
