import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@lumora/kit/database'
import { publish } from '@lumora/kit/events'
import { enqueue } from '@lumora/kit/jobs'
import { Problem } from '@lumora/kit/problem'
import { saveDesignCategories, saveDesignPrices } from '../models/designs.ts'
import { findRates } from '../models/rates.ts'
import {
  findAffectedIds,
  findRepricing,
  findRepricings,
  lockDesigns,
  saveProgress,
  saveRepricing
} from '../models/repricings.ts'
import { findVariantsOf, saveVariantPrices } from '../models/variants.ts'
import type { Price } from '../schemas/designs.ts'
import type { Proposal, Repricing } from '../schemas/rates.ts'
import { priceOf } from './prices.ts'
import { pricedBy, rateOf, shopCurrency, type Deps } from './rates.ts'

/** The job that prices a batch of designs anew. */
export const repriceTask = 'reprice-designs'
/** So few that a process which prices them answers others soon. */
const repricedAtOnce = 50
/** Before each batch as long a pause as the one before took, at most so many ms: others have half of the machine. */
const longestPauseMs = 500
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** The newest passes over the catalogue. */
export async function listRepricings({ db }: Deps): Promise<{ items: Repricing[] }> {
  return { items: await findRepricings(db, 50) }
}

/** How far a pass is. */
export async function readRepricing({ db }: Deps, id: string): Promise<Repricing> {
  const repricing = await findRepricing(db, id)
  if (!repricing) throw new Problem(404, 'not-found', 'There is no such repricing.')
  return repricing
}

/** Has jobs price anew what a rate prices that has just come into force. */
export async function startRepricing(
  tx: Database,
  { rateId, metal, fineness }: Proposal & { rateId: number },
  finenesses: number[]
): Promise<void> {
  if (finenesses.length === 0) return
  const { id } = await saveRepricing(tx, { rateId, metal, fineness, finenesses })
  await enqueue(tx, repriceTask, { repricingId: id, afterId: beforeAll })
}

/** Prices a batch of designs anew by the rates in force after a pause, and enqueues the next; the last one tells the others. Stock and orders are left as they are. */
export async function repriceDesigns(
  { db }: Deps,
  { repricingId, afterId, pauseMs = 0 }: { repricingId: string; afterId: string; pauseMs?: number }
): Promise<void> {
  await sleep(pauseMs)
  const begunAt = performance.now()
  await db.transaction().execute(async (tx) => {
    const repricing = await findRepricing(tx, repricingId)
    if (!repricing || repricing.finishedAt !== null) return
    const { metal, fineness, rateId } = repricing
    const finenesses = pricedBy(await findRates(tx), { metal, fineness, side: 'sell' })
    const ids = await findAffectedIds(tx, { metal, finenesses }, afterId, repricedAtOnce)
    const { variants, dropped } = await repriceAll(tx, ids)
    if (dropped.length > 0)
      await publish(tx, 'product.prices-dropped', `${metal}-${fineness}`, rateId, {
        currency: shopCurrency,
        designs: dropped
      })
    const finished = ids.length < repricedAtOnce
    const after = await saveProgress(tx, repricingId, { designs: ids.length, variants, finished })
    if (finished) {
      const data = { metal, purity: String(fineness), designs: after.done }
      await publish(tx, 'product.repriced', `${metal}-${fineness}`, rateId, data)
      return
    }
    const took = Math.min(Math.round(performance.now() - begunAt), longestPauseMs)
    await enqueue(tx, repriceTask, { repricingId, afterId: ids.at(-1)!, pauseMs: took })
  })
}

/** A design whose price falls by so many permille or more is told of. */
const dropPermille = 30

/** Prices all variants of these designs; the rates are read after the locks, so the last pass over a design knows the newest. Tells which published designs became cheaper. */
async function repriceAll(tx: Database, ids: string[]) {
  if (ids.length === 0) return { variants: 0, dropped: [] }
  const variants = await findVariantsOf(tx, ids)
  const designs = await lockDesigns(tx, ids)
  const rates = await findRates(tx)
  const priced = variants.map(({ id, designId, metal, purity, grossMg, netMg, stones, making, extras, doc }) => {
    const { id: newest, rate } = rateOf(rates, metal, purity)
    const { fixedMinor } = extras as { fixedMinor?: number }
    const rateId = fixedMinor === undefined ? newest : null
    const input = { grossMg, netMg, stones, making, ...(extras as object), rate }
    const { totalMinor, breakdown } = priceOf(input as Parameters<typeof priceOf>[0])
    const shown = JSON.parse(doc) as { price: Price }
    const price: Price = { ...shown.price, totalMinor, breakdown }
    return { id, designId, rateId, totalMinor, breakdown, doc: JSON.stringify({ ...shown, price }) }
  })
  await saveVariantPrices(tx, priced)
  const byDesign = Map.groupBy(priced, ({ designId }) => designId)
  const changed = designs.flatMap((design) => {
    const own = byDesign.get(design.id)
    if (!own) return []
    const fromMinor = Math.min(...own.map(({ totalMinor }) => totalMinor))
    const card = JSON.stringify({ ...(JSON.parse(design.card) as object), fromMinor })
    return [{ ...design, formerMinor: design.fromMinor, fromMinor, card }]
  })
  await saveDesignPrices(
    tx,
    changed.map(({ id, fromMinor, card }) => ({ id, fromMinor, card }))
  )
  await saveDesignCategories(tx, ids)
  const dropped = changed
    .filter(
      ({ status, fromMinor, formerMinor }) =>
        status === 'published' && fromMinor * 1000 <= formerMinor * (1000 - dropPermille) && fromMinor < formerMinor
    )
    .map(({ slug, title, fromMinor, formerMinor }) => ({ slug, title, fromMinor, formerMinor }))
  return { variants: priced.length, dropped }
}
