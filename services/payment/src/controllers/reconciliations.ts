import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import type { Movement } from '../clients/providers.ts'
import { fileException } from '../models/exceptions.ts'
import {
  findBookedBetween,
  findBookedOf,
  findDay,
  findReconciliations,
  findUnreconciled,
  saveReconciliation,
  type Booked
} from '../models/reconciliations.ts'
import type { DayReport, Difference, Total } from '../schemas/reconciliations.ts'
import { providerOf, type Deps } from './payments.ts'

type Found = Omit<Difference, 'provider'>

const dayMs = 86_400_000
/** Either side may book what happens at midnight on its own day. */
const marginMs = 3_600_000
const pageSize = 500
/** Of so many movements booked here that a provider's list lacks it is asked one by one; a list that lacks more is broken. */
const askedSingly = 200

const nameOf = (kind: string, id: string) => `${kind} ${id}`
const newTotal = (currency: string): Total => ({
  currency,
  matched: 0,
  oursCapturedMinor: 0,
  oursRefundedMinor: 0,
  theirsCapturedMinor: 0,
  theirsRefundedMinor: 0
})

/** Compares what a provider moved on a day (UTC) with what the ledger says, keeps the report in place of an earlier one, and files each difference once. */
export async function reconcileDay(deps: Deps, day: string, name: string): Promise<void> {
  const provider = providerOf(deps, name)
  const start = Date.parse(`${day}T00:00:00Z`)
  const [from, to] = [new Date(start).toISOString(), new Date(start + dayMs).toISOString()]
  const totals = new Map<string, Total>()
  const totalOf = (currency: string) => {
    const total = totals.get(currency) ?? newTotal(currency)
    totals.set(currency, total)
    return total
  }
  const differences: Found[] = []
  const seen = new Set<string>()

  const around = [start - marginMs, start + dayMs + marginMs].map((ms) => new Date(ms).toISOString()) as [
    string,
    string
  ]
  for await (const page of provider.movements(...around)) {
    const fresh = page.filter(({ kind, id }) => !seen.has(nameOf(kind, id)))
    for (const { kind, id } of fresh) seen.add(nameOf(kind, id))
    const ofDay = fresh.filter(({ at }) => at >= from && at < to)
    const booked = await bookedOf(deps, name, ofDay)
    for (const theirs of ofDay) {
      const total = totalOf(theirs.currency)
      total[theirs.kind === 'capture' ? 'theirsCapturedMinor' : 'theirsRefundedMinor'] += theirs.amountMinor
      const difference = differenceOf(theirs, booked.get(nameOf(theirs.kind, theirs.id)))
      if (difference) differences.push(difference)
      else total.matched++
    }
  }

  let asked = 0
  for (let afterId = '00000000-0000-0000-0000-000000000000'; ;) {
    const ours = await findBookedBetween(deps.db, { provider: name, from, to, afterId, limit: pageSize })
    for (const entry of ours) {
      totalOf(entry.currency)[entry.movement === 'capture' ? 'oursCapturedMinor' : 'oursRefundedMinor'] +=
        entry.amountMinor
      if (seen.has(nameOf(entry.movement, entry.reference))) continue
      const theirs = asked++ < askedSingly ? await provider.findMovement(entry.movement, entry.reference) : null
      const difference = theirs ? differenceOf(theirs, entry) : missingThere(entry)
      if (difference) differences.push(difference)
    }
    if (ours.length < pageSize) break
    afterId = ours.at(-1)!.id
  }

  const sorted = [...totals.values()].toSorted((a, b) => a.currency.localeCompare(b.currency))
  await deps.db.transaction().execute(async (tx) => {
    await saveReconciliation(tx, { day, provider: name, totals: sorted }, differences)
    for (const difference of differences) await file(tx, name, difference)
  })
}

async function bookedOf({ db }: Deps, name: string, page: Movement[]): Promise<Map<string, Booked>> {
  if (page.length === 0) return new Map()
  const idsOf = (kind: Movement['kind']) => page.filter((each) => each.kind === kind).map(({ id }) => id)
  const rows = await findBookedOf(db, name, { captures: idsOf('capture'), refunds: idsOf('refund') })
  return new Map(rows.map((row) => [nameOf(row.movement, row.reference), row]))
}

function differenceOf({ kind, id, amountMinor, currency }: Movement, ours: Booked | undefined): Found | undefined {
  if (ours?.amountMinor === amountMinor && ours.currency === currency) return undefined
  return {
    movement: kind,
    reference: id,
    kind: ours ? 'amounts-differ' : 'missing-here',
    orderId: ours?.orderId ?? null,
    currency,
    oursMinor: ours?.amountMinor ?? null,
    theirsMinor: amountMinor
  }
}

const missingThere = ({ movement, reference, orderId, amountMinor, currency }: Booked): Found => ({
  movement,
  reference,
  kind: 'missing-there',
  orderId,
  currency,
  oursMinor: amountMinor,
  theirsMinor: null
})

const exceptionOf = {
  'missing-here': 'unknown-payment',
  'missing-there': 'not-at-provider',
  'amounts-differ': 'amount-mismatch'
} as const

function file(db: Deps['db'], provider: string, found: Found): Promise<void> {
  const { kind, movement, reference, orderId, currency, oursMinor, theirsMinor } = found
  const claim = (amountMinor: number | null) =>
    amountMinor === null ? null : { status: movement, amountMinor, currency }
  return fileException(db, {
    kind: exceptionOf[kind],
    provider,
    reference: nameOf(movement, reference),
    orderId,
    ours: claim(oursMinor),
    theirs: claim(theirsMinor)
  })
}

/** Compares each of the last seven days that are over and have no report yet. Throws when a provider could not be compared, after the others are done. */
export async function reconcileDays(deps: Deps): Promise<void> {
  const faults: unknown[] = []
  for (const { day, provider } of await findUnreconciled(deps.db, Object.keys(deps.providers)))
    await reconcileDay(deps, day, provider).catch((error: unknown) => faults.push(error))
  if (faults.length > 0) throw new AggregateError(faults, 'Not every provider could be compared.')
}

/** Compares a day that is over once more, and returns its report. */
export async function repeatReconciliation(deps: Deps, day: string): Promise<DayReport> {
  if (Date.parse(`${day}T00:00:00Z`) + dayMs > Date.now())
    throw new Problem(422, 'day-not-over', 'Only a day that is over (UTC) can be compared.')
  for (const provider of Object.keys(deps.providers)) await reconcileDay(deps, day, provider)
  return showDay(deps, day)
}

/** What was found of a day. */
export const showDay = async ({ db }: Deps, day: string): Promise<DayReport> => ({ day, ...(await findDay(db, day)) })

/** The reports, the newest day first. */
export async function listReconciliations({ db }: Deps, { after, limit }: { after?: string; limit: number }) {
  const [day, provider] = after === undefined ? [] : (readPlace(after, ['string', 'string']) as [string, string])
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new Problem(400, 'place-not-valid', 'Take `after` from the `next` of a page of this list.')
  const before = day === undefined ? null : { day, provider: provider! }
  return pageOf(await findReconciliations(db, { before, limit: limit + 1 }), limit, (row) => [row.day, row.provider])
}

const columns = [
  'provider',
  'movement',
  'kind',
  'reference',
  'orderId',
  'currency',
  'oursMinor',
  'theirsMinor'
] as const

/** A cell that no spreadsheet takes for a formula. */
function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The differences of a day as a table (RFC 4180). */
export async function exportDay(deps: Deps, day: string): Promise<string> {
  const { differences } = await showDay(deps, day)
  const rows = differences.map((found) => [day, ...columns.map((column) => cellOf(found[column]))].join(','))
  return [['day', ...columns].join(','), ...rows, ''].join('\r\n')
}
