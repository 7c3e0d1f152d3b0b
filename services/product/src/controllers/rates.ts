import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import type { Db } from '../models/designs.ts'
import { addRates, claimRates, findOldRates, findRate, findRates } from '../models/rates.ts'
import type { NewRates, Rate, Side } from '../schemas/rates.ts'
import { finenessesOf, finenessOf, times, whole, type Ratio } from './prices.ts'

export interface Deps {
  db: Db
  /** By how much a rate may differ from the one in force, in permille of that, before it must be confirmed; 200 unless told. */
  largeChangePermille?: number
}

/** The shop sells designs in one currency. */
export const shopCurrency = 'INR'

/** The metal rates in force, in minor units per gram. */
export async function listRates({ db }: Deps): Promise<{ items: Rate[] }> {
  return { items: await findRates(db) }
}

/** A page of the rates that are or were in force, the newest first. */
export async function listOldRates(
  { db }: Deps,
  { after, limit, ...filter }: { metal?: string; fineness?: number; side?: Side; after?: string; limit: number }
) {
  const place = after === undefined ? null : (readPlace(after, ['number'])[0] as number)
  return pageOf(await findOldRates(db, filter, place, limit + 1), limit, ({ id }) => [id])
}

export async function readRate({ db }: Deps, id: number): Promise<Rate> {
  const rate = await findRate(db, id)
  if (!rate) throw new Problem(404, 'not-found', 'There is no such rate.')
  return rate
}

/**
 * Puts the first rates of a metal in force, which price nothing yet. Once a metal has a rate, further ones are proposed and
 * approved; the same rates again change nothing.
 */
export function setFirstRates({ db }: Deps, { rates, source }: NewRates): Promise<{ items: Rate[] }> {
  const named = new Set(rates.map(({ metal, fineness, side }) => `${metal} ${fineness} ${side}`))
  if (named.size < rates.length)
    throw new Problem(422, 'named-twice', 'A rate of the same metal, fineness and side stands in the request twice.')
  return db.transaction().execute(async (tx) => {
    await claimRates(tx)
    const known = await findRates(tx)
    const fresh = rates.filter(
      (rate) => !known.some((old) => sameKind(old, rate) && old.minorPerGram === rate.minorPerGram)
    )
    const clash = fresh.find((rate) => known.some(({ metal, side }) => metal === rate.metal && side === rate.side))
    if (clash)
      throw new Problem(
        409,
        'rates-in-force',
        `${clash.metal} has rates already. Propose a new one at /api/v1/metal-rates/proposals, for somebody else to approve.`
      )
    if (fresh.length > 0) await addRates(tx, { rates: fresh, source }, shopCurrency)
    return { items: await findRates(tx) }
  })
}

interface RateKind {
  metal: string
  fineness: number
  side: Side
}

const sameKind = (a: RateKind, b: RateKind) => a.metal === b.metal && a.fineness === b.fineness && a.side === b.side

const published = (rates: readonly Rate[], metal: string, fineness: number, side: Side) =>
  rates.find((rate) => sameKind(rate, { metal, fineness, side }))

/** What a gram of a metal of a fineness costs or fetches, and by which rate: the published one, or pure metal's times the fineness. */
export function rateInForce(
  rates: readonly Rate[],
  { metal, fineness, side }: RateKind
): { id: number; rate: Ratio } | undefined {
  const own = published(rates, metal, fineness, side)
  if (own) return { id: own.id, rate: whole(own.minorPerGram) }
  const pure = published(rates, metal, 1000, side)
  return pure && { id: pure.id, rate: times(whole(pure.minorPerGram), fineness, 1000) }
}

/** The rate by which a metal of a purity is sold; 422 when there is none. */
export function rateOf(rates: readonly Rate[], metal: string, purity: string): { id: number; rate: Ratio } {
  const fineness = finenessOf(metal, purity)
  const rate = rateInForce(rates, { metal, fineness, side: 'sell' })
  if (!rate)
    throw new Problem(
      422,
      'rate-missing',
      `There is no rate for ${metal} ${fineness}: set it at /api/v1/metal-rates first.`
    )
  return rate
}

/** The finenesses of a metal that a rate prices: its own, or, of pure metal, those that have no rate of their own. */
export function pricedBy(rates: readonly Rate[], { metal, fineness, side }: RateKind): number[] {
  if (side !== 'sell') return []
  if (fineness !== 1000) return [fineness]
  return finenessesOf(metal).filter((one) => !published(rates, metal, one, 'sell'))
}
