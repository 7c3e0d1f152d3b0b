import { Problem } from '@lumora/kit/problem'
import type { Breakdown, Component, Making, NewSetStone, Wastage } from '../schemas/designs.ts'

/** An exact fraction, never negative; rates are minor units per gram. */
export interface Ratio {
  numerator: bigint
  denominator: bigint
}

/** A part of a tax: on the whole taxable value, or only on some components. Each part is rounded by itself. */
export interface Tax {
  name: string
  permille: number
  on?: readonly Component[]
}

/** GST on jewellery as a composite supply: 3 % of the full value, making included (HSN 7113). */
export const gst: readonly Tax[] = [{ name: 'GST', permille: 30 }]

export interface PriceInput {
  grossMg: number
  netMg: number
  rate: Ratio
  stones: readonly NewSetStone[]
  making: Making
  wastage?: Wastage | undefined
  fees?: readonly { name: string; minor: number }[] | undefined
  discounts?: readonly { component: Component; permille: number }[] | undefined
  articles?: number | undefined
  /** The price before tax, in place of all that. */
  fixedMinor?: number | undefined
}

export interface Priced {
  totalMinor: number
  breakdown: Breakdown
  taxes: { name: string; minor: number }[]
}

/** Rounds a fraction that is not negative half up, as money is rounded here. */
export const halfUp = ({ numerator, denominator }: Ratio): bigint => (2n * numerator + denominator) / (2n * denominator)

/** The fraction times `numerator / denominator`. */
export const times = (ratio: Ratio, numerator: number | bigint, denominator: number | bigint = 1): Ratio => ({
  numerator: ratio.numerator * BigInt(numerator),
  denominator: ratio.denominator * BigInt(denominator)
})

export const whole = (minor: number | bigint): Ratio => ({ numerator: BigInt(minor), denominator: 1n })

/** The rate of a gram of pure metal from the spot price of a troy ounce (31.1034768 g) and the exchange rate. */
export const rateFromSpot = (minorPerOunce: number, fx: Ratio): Ratio =>
  times(times(fx, minorPerOunce), 10_000_000, 311_034_768)

/** A price of one with something added to it that is taxed as the rest is: options such as an engraving. */
export function withOptions(breakdown: Breakdown, optionsMinor: number): { unitMinor: number; breakdown: Breakdown } {
  const { metalMinor, wastageMinor, makingMinor, stonesMinor, discountMinor } = breakdown
  const otherMinor = exact(BigInt(breakdown.otherMinor) + BigInt(optionsMinor))
  const gross = [metalMinor, wastageMinor, makingMinor, stonesMinor, otherMinor].reduce(
    (sum, one) => sum + BigInt(one),
    0n
  )
  const taxable = gross - BigInt(discountMinor)
  const tax = gst.reduce((sum, { permille: rate }) => sum + permille(taxable, rate), 0n)
  return { unitMinor: exact(taxable + tax), breakdown: { ...breakdown, otherMinor, taxMinor: exact(tax) } }
}

const permille = (minor: bigint, rate: number): bigint => halfUp(times(whole(minor), rate, 1000))
const byWeight = (mg: number, rate: Ratio): bigint => halfUp(times(rate, mg, 1000))

/**
 * A price with what it is made of, in minor units, each component rounded half up:
 * taxable = metal + wastage + making + stones + other - discounts on components; total = taxable + taxes.
 */
export function priceOf(input: PriceInput, taxes: readonly Tax[] = gst): Priced {
  if (input.fixedMinor !== undefined)
    return withTax({ metal: 0n, wastage: 0n, making: 0n, stones: 0n, other: BigInt(input.fixedMinor) }, [], taxes)
  const metal = byWeight(input.netMg, input.rate)
  const wastage = wastageOf(input, metal)
  const parts: Record<Component, bigint> = {
    metal,
    wastage,
    making: makingOf(input, metal, wastage),
    stones: input.stones.reduce((sum, stone) => sum + stonesOf(stone), 0n),
    other: (input.fees ?? []).reduce((sum, fee) => sum + BigInt(fee.minor), 0n)
  }
  return withTax(parts, input.discounts ?? [], taxes)
}

/** The price of a loose stone that costs this much before tax. */
export const priceOfStone = (minor: bigint): Priced =>
  withTax({ metal: 0n, wastage: 0n, making: 0n, stones: minor, other: 0n }, [], gst)

function withTax(
  parts: Record<Component, bigint>,
  discounts: readonly { component: Component; permille: number }[],
  taxes: readonly Tax[]
): Priced {
  const left = { ...parts }
  let discount = 0n
  for (const { component, permille: rate } of discounts) {
    const off = min(permille(parts[component], rate), left[component])
    left[component] -= off
    discount += off
  }
  const sum = (components: readonly Component[]) => components.reduce((total, name) => total + left[name], 0n)
  const taxable = sum(['metal', 'wastage', 'making', 'stones', 'other'])
  const taxed = taxes.map(({ name, permille: rate, on }) => ({
    name,
    minor: exact(permille(on ? sum(on) : taxable, rate))
  }))
  const tax = taxed.reduce((total, { minor }) => total + BigInt(minor), 0n)
  return {
    totalMinor: exact(taxable + tax),
    taxes: taxed,
    breakdown: {
      metalMinor: exact(parts.metal),
      wastageMinor: exact(parts.wastage),
      makingMinor: exact(parts.making),
      stonesMinor: exact(parts.stones),
      otherMinor: exact(parts.other),
      discountMinor: exact(discount),
      taxMinor: exact(tax)
    }
  }
}

function wastageOf({ wastage, rate }: PriceInput, metal: bigint): bigint {
  switch (wastage?.kind) {
    case undefined:
      return 0n
    case 'percent':
      return permille(metal, wastage.permille ?? 0)
    case 'weight':
      return byWeight(wastage.mg ?? 0, rate)
    case 'fixed':
      return BigInt(wastage.minor ?? 0)
  }
}

function makingOf({ making, netMg, grossMg, articles = 1 }: PriceInput, metal: bigint, wastage: bigint): bigint {
  const minor = making.minor ?? 0
  const floor = BigInt(making.minMinor ?? 0)
  switch (making.kind) {
    case 'percent':
      return max(permille(making.basis === 'net-and-wastage' ? metal + wastage : metal, making.permille ?? 0), floor)
    case 'per-gram':
      return max(byWeight(making.basis === 'gross' ? grossMg : netMg, whole(minor)), floor)
    case 'fixed':
      return max(BigInt(minor), floor)
    case 'per-piece':
      return max(BigInt(minor) * BigInt(articles), floor)
  }
}

function stonesOf({ caratMct, count, minorPerCarat, minorEach, settingMinorEach = 0 }: NewSetStone): bigint {
  const pieces = BigInt(count)
  const price =
    minorEach === undefined
      ? halfUp(times(whole(minorPerCarat ?? 0), BigInt(caratMct) * pieces, 1000))
      : BigInt(minorEach) * pieces
  return price + BigInt(settingMinorEach) * pieces
}

const min = (a: bigint, b: bigint) => (a < b ? a : b)
const max = (a: bigint, b: bigint) => (a > b ? a : b)

/** The amount as a number; 422 when that would not be exact. */
export function exact(minor: bigint): number {
  if (minor > 9_007_199_254_740_991n)
    throw new Problem(422, 'price-too-large', 'A price comes out larger than this shop can count. Check the amounts.')
  return Number(minor)
}

const finenessOfKarat: Record<string, number> = {
  '24K': 999,
  '23K': 958,
  '22K': 916,
  '21K': 875,
  '20K': 833,
  '18K': 750,
  '14K': 585,
  '10K': 417,
  '9K': 375,
  '8K': 333
}
const finenesses: Record<string, readonly number[]> = {
  gold: [999, 995, 990, 958, 916, 875, 833, 750, 585, 417, 375, 333],
  platinum: [999, 950, 900, 850],
  silver: [999, 990, 970, 958, 925, 900, 835, 800],
  palladium: [999, 950, 500]
}

/** The finenesses that are marks of a metal. */
export const finenessesOf = (metal: string): readonly number[] => finenesses[metal] ?? []

/** Parts of pure metal in 1,000 for a mark: karats for gold (BIS IS 1417, 14 karats being 585), numbers for all. Unknown marks are refused. */
export function finenessOf(metal: string, purity: string): number {
  const fineness = metal === 'gold' ? (finenessOfKarat[purity] ?? Number(purity)) : Number(purity)
  if (!finenesses[metal]?.includes(fineness))
    throw new Problem(422, 'purity-not-known', `${purity} is not a purity of ${metal}.`)
  return fineness
}
