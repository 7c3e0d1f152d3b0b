import type { Database } from '@lumora/kit/database'
import { publish } from '@lumora/kit/events'
import { enqueue } from '@lumora/kit/jobs'
import { Problem } from '@lumora/kit/problem'
import { saveDesignCategories, saveDesignPrices } from '../models/designs.ts'
import { findRates } from '../models/rates.ts'
import {
  findAffectedDesigns,
  findRepricing,
  findRepricings,
  saveProgress,
  saveRepricing
} from '../models/repricings.ts'
import { findVariantsOf, saveVariantPrices } from '../models/variants.ts'
import type { Price } from '../schemas/designs.ts'
import type { Proposal, Repricing } from '../schemas/rates.ts'
import { priceOf } from './prices.ts'
import { pricedBy, rateOf, type Deps } from './rates.ts'

/** The job that prices a batch of designs anew. */
export const repriceTask = 'reprice-designs'
const repricedAtOnce = 250
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

/** Prices a batch of designs anew by the rates in force, and enqueues the next; the last one tells the others. Stock and orders are left as they are. */
export function repriceDesigns(
  { db }: Deps,
  { repricingId, afterId }: { repricingId: string; afterId: string }
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const repricing = await findRepricing(tx, repricingId)
    if (!repricing || repricing.finishedAt !== null) return
    const { metal, fineness, rateId } = repricing
    const finenesses = pricedBy(await findRates(tx), { metal, fineness, side: 'sell' })
    const designs = await findAffectedDesigns(tx, { metal, finenesses }, afterId, repricedAtOnce)
    const variants = await repriceAll(tx, designs)
    const finished = designs.length < repricedAtOnce
    const after = await saveProgress(tx, repricingId, { designs: designs.length, variants, finished })
    if (finished) {
      const data = { metal, purity: String(fineness), designs: after.done }
      await publish(tx, 'product.repriced', `${metal}-${fineness}`, rateId, data)
      return
    }
    const last = designs.reduce((highest, { id }) => (id > highest ? id : highest), afterId)
    await enqueue(tx, repriceTask, { repricingId, afterId: last })
  })
}

/** Prices all variants of these designs, which must be locked; the rates are read after the locks, so the last pass over a design knows the newest. */
async function repriceAll(tx: Database, designs: { id: string; card: string }[]): Promise<number> {
  if (designs.length === 0) return 0
  const ids = designs.map(({ id }) => id)
  const rates = await findRates(tx)
  const variants = await findVariantsOf(tx, ids)
  const priced = variants.map(({ id, designId, metal, purity, grossMg, netMg, stones, making, extras, doc }) => {
    const { id: rateId, rate } = rateOf(rates, metal, purity)
    const input = { grossMg, netMg, stones, making, ...(extras as object), rate }
    const { totalMinor, breakdown } = priceOf(input as Parameters<typeof priceOf>[0])
    const shown = JSON.parse(doc) as { price: Price }
    const price: Price = { ...shown.price, totalMinor, breakdown }
    return { id, designId, rateId, totalMinor, breakdown, doc: JSON.stringify({ ...shown, price }) }
  })
  await saveVariantPrices(tx, priced)
  const byDesign = Map.groupBy(priced, ({ designId }) => designId)
  await saveDesignPrices(
    tx,
    designs.flatMap(({ id, card }) => {
      const own = byDesign.get(id)
      if (!own) return []
      const fromMinor = Math.min(...own.map(({ totalMinor }) => totalMinor))
      return [{ id, fromMinor, card: JSON.stringify({ ...(JSON.parse(card) as object), fromMinor }) }]
    })
  )
  await saveDesignCategories(tx, ids)
  return priced.length
}
