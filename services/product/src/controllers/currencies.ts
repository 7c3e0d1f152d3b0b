import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import {
  findExchangeRates,
  findPriceLists,
  saveExchangeRate,
  saveListPrices,
  savePriceList,
  type FixedPrice,
  type RatesNow
} from '../models/currencies.ts'
import type { Db } from '../models/designs.ts'
import type {
  ExchangeRate,
  NewExchangeRate,
  NewListPrices,
  NewPriceList,
  PriceList,
  PriceReason
} from '../schemas/currencies.ts'
import type { Breakdown } from '../schemas/designs.ts'
import { exact, gst, halfUp, times, whole, type Ratio } from './prices.ts'
import { shopCurrency } from './rates.ts'

export interface Deps {
  db: Db
}

/** Notes what a unit of a currency costs from a time on; now unless told. */
export async function setExchangeRate({ db }: Deps, staffId: string, given: NewExchangeRate): Promise<ExchangeRate> {
  refuseOwn(given.currency)
  if (Number(given.perUnit) < 0.0001)
    throw new Problem(422, 'rate-not-positive', 'An exchange rate is at least 0.0001.')
  return saveExchangeRate(db, given, staffId)
}

/** A page of exchange rates, the newest first. */
export async function listExchangeRates(
  { db }: Deps,
  { currency, after, limit }: { currency?: string; after?: string; limit: number }
) {
  const place = after === undefined ? null : (readPlace(after, ['number'])[0] as number)
  return pageOf(await findExchangeRates(db, currency, place, limit + 1), limit, ({ id }) => [id])
}

/** Makes a list of prices in another currency, which counts from and until the times given. */
export function addPriceList({ db }: Deps, once: Once, staffId: string, given: NewPriceList): Promise<PriceList> {
  refuseOwn(given.currency)
  const { validFrom, validUntil } = given
  if (validFrom !== undefined && validUntil !== undefined && Date.parse(validUntil) <= Date.parse(validFrom))
    throw new Problem(422, 'dates-not-valid', 'A price list ends after it begins.')
  return db.transaction().execute(async (tx) => once.answer(tx, 201, await savePriceList(tx, given, staffId)))
}

/** A page of price lists, the newest first. */
export async function listPriceLists({ db }: Deps, { after, limit }: { after?: string; limit: number }) {
  const place = after === undefined ? null : (readPlace(after, ['id'])[0] as string)
  return pageOf(await findPriceLists(db, place, limit + 1), limit, ({ id }) => [id])
}

/** Sets prices of a list, tax included, or takes variants off it. */
export async function setListPrices({ db }: Deps, listId: string, { prices }: NewListPrices): Promise<PriceList> {
  const list = await saveListPrices(db, listId, prices)
  if (!list) throw new Problem(404, 'not-found', 'There is no such price list.')
  return list
}

function refuseOwn(currency: string): void {
  if (currency === shopCurrency)
    throw new Problem(
      422,
      'currency-of-shop',
      `${shopCurrency} is the currency of the shop. A price of a variant that follows no metal is its fixedMinor.`
    )
}

/** Digits after the point, where they are not two (ISO 4217). */
const digits: Record<string, number> = { JPY: 0, KRW: 0, VND: 0, CLP: 0, BHD: 3, KWD: 3, OMR: 3, JOD: 3, TND: 3 }
const minorUnits = (currency: string) => 10n ** BigInt(digits[currency] ?? 2)

/** What a minor unit of one currency is in minor units of another; undefined when there is no rate for it. */
export function factorBetween(rates: RatesNow, from: string, to: string): Ratio | undefined {
  const perUnit = (currency: string): Ratio | undefined => {
    if (currency === shopCurrency) return whole(1)
    const text = rates[currency]?.perUnit
    if (text === undefined) return undefined
    const [units = '', decimals = ''] = text.split('.')
    return { numerator: BigInt(units + decimals), denominator: 10n ** BigInt(decimals.length) }
  }
  const [given, wanted] = [perUnit(from), perUnit(to)]
  if (!given || !wanted) return undefined
  return {
    numerator: given.numerator * wanted.denominator * minorUnits(to),
    denominator: given.denominator * wanted.numerator * minorUnits(from)
  }
}

/** An amount in another currency, rounded half up; less than nothing as much as more. */
export function converted(minor: number, factor: Ratio): number {
  const amount = exact(halfUp(times(factor, BigInt(Math.abs(minor)))))
  return minor < 0 ? -amount : amount
}

export interface Resolved {
  currency: string
  totalMinor: number
  breakdown: Breakdown
  priceReason: PriceReason
  /** What turns the shop's own fees into this currency; null when there is no rate for that. */
  fees: Ratio | null
}

/**
 * The price of one in the currency asked for, and why: a fixed price in it that is valid now, else the price by the formula, as it is
 * or converted by the newest exchange rate, each component rounded half up. Undefined when it is not sold in that currency.
 */
export function resolvePrice(
  priced: { currency: string; totalMinor: number; breakdown: Breakdown; rateId: number | null; isFixed: boolean },
  wanted: string,
  { rates, fixed }: { rates: RatesNow | null; fixed: FixedPrice | null | undefined },
  at: string
): Resolved | undefined {
  const { currency, totalMinor, breakdown, rateId, isFixed } = priced
  const known = rates ?? {}
  if (currency === wanted && !fixed) {
    const kind = isFixed ? 'fixed' : 'formula'
    const priceReason: PriceReason = { kind, ...(rateId === null ? {} : { rateId }), at }
    return { currency, totalMinor, breakdown, priceReason, fees: factorBetween(known, shopCurrency, wanted) ?? null }
  }
  const exchangeRateId = known[wanted === shopCurrency ? currency : wanted]?.id
  if (fixed) {
    const taxPermille = gst.reduce((sum, { permille }) => sum + permille, 0)
    const taxable = Number(halfUp(times(whole(fixed.totalMinor), 1000, 1000 + taxPermille)))
    return {
      currency: wanted,
      totalMinor: fixed.totalMinor,
      breakdown: {
        metalMinor: 0,
        wastageMinor: 0,
        makingMinor: 0,
        stonesMinor: 0,
        otherMinor: taxable,
        discountMinor: 0,
        taxMinor: fixed.totalMinor - taxable
      },
      priceReason: { kind: 'fixed', listId: fixed.listId, at },
      fees: factorBetween(known, shopCurrency, wanted) ?? null
    }
  }
  const factor = factorBetween(known, currency, wanted)
  if (!factor) return undefined
  const parts = Object.fromEntries(
    Object.entries(breakdown).map(([name, minor]) => [name, converted(minor, factor)])
  ) as Breakdown
  const { metalMinor, wastageMinor, makingMinor, stonesMinor, otherMinor, discountMinor, taxMinor } = parts
  return {
    currency: wanted,
    totalMinor: metalMinor + wastageMinor + makingMinor + stonesMinor + otherMinor - discountMinor + taxMinor,
    breakdown: parts,
    priceReason: {
      kind: 'converted',
      ...(rateId === null ? {} : { rateId }),
      ...(exchangeRateId === undefined ? {} : { exchangeRateId }),
      at
    },
    fees: factorBetween(known, shopCurrency, wanted) ?? null
  }
}
