import { Problem } from '@lumora/kit/problem'
import { stale, versionIn } from '@lumora/kit/versions'
import { findMethods, insertMethod, updateMethod } from '../models/shipping-methods.ts'
import type { ShippingMethod, ShippingMethodContent } from '../schemas/shipping-methods.ts'
import type { Deps } from './carts.ts'
import type { Place } from './regions.ts'

/** More parcels than this are not sent by one method. */
const maxParcels = 20
const dayMs = 86_400_000

/** What is to be sent: each line's articles, what one of them weighs and what the line is worth. */
export interface Load {
  quantity: number
  grossMg: number
  valueMinor: number
  /** When it is ready, or in how many working days; in stock when both are null. */
  promisedOn: string | null
  leadTimeDays: number | null
}
/** A method with what it costs for a load, before discounts and tax. */
export interface Offer {
  code: string
  name: string
  insured: boolean
  signature: boolean
  parcels: number
  listMinor: number
  /** The day by which it is delivered. */
  deliverBy: string | null
}

/** The methods that go to a place, in their order. */
export function methodsTo(methods: readonly ShippingMethod[], { country, region }: Place): ShippingMethod[] {
  const named = methods.filter(({ countries }) => countries.includes(country))
  const there = named.length > 0 ? named : methods.filter(({ countries }) => countries.includes('*'))
  return there.filter(({ regions }) => regions.length === 0 || (region !== null && regions.includes(region)))
}

/** What a method asks for a load, or null when it cannot take it: no tariff in the currency, or worth or weighing more than it takes. */
export function offerOf(method: ShippingMethod, load: readonly Load[], currency: string, today: string): Offer | null {
  const tariff = method.tariffs.find((each) => each.currency === currency)
  if (!tariff) return null
  const parcels = packed(load, tariff.insuredUpToMinor, method.splits)
  if (!parcels) return null
  const prices = parcels.map(
    ({ mg, minor }) =>
      tariff.bands.find((band) => mg <= (band.upToMg ?? Infinity) && minor <= (band.upToMinor ?? Infinity))?.minor
  )
  if (prices.includes(undefined)) return null
  const { code, name, insured, signature, transitDays } = method
  const listMinor = prices.reduce<number>((total, minor) => total + minor!, 0)
  return {
    code,
    name,
    insured,
    signature,
    parcels: parcels.length,
    listMinor,
    deliverBy: deliveryOf(load, transitDays, today)
  }
}

interface Parcel {
  mg: number
  minor: number
}

/** The load in as few parcels as go by size, the dearest first into the first that takes it; null when one piece is worth more than any parcel may be. */
function packed(load: readonly Load[], most: number | null, splits: boolean): Parcel[] | null {
  const whole = {
    mg: load.reduce((total, { grossMg, quantity }) => total + grossMg * quantity, 0),
    minor: load.reduce((total, { valueMinor }) => total + valueMinor, 0)
  }
  if (most === null || whole.minor <= most) return [whole]
  if (!splits) return null
  const pieces = load
    .flatMap(({ quantity, grossMg, valueMinor }) => {
      const each = Math.floor(valueMinor / quantity)
      return Array.from({ length: quantity }, (_, i) => ({
        mg: grossMg,
        minor: i === 0 ? valueMinor - each * (quantity - 1) : each
      }))
    })
    .toSorted((a, b) => b.minor - a.minor)
  const parcels: Parcel[] = []
  for (const { mg, minor } of pieces) {
    const fits = parcels.find((parcel) => parcel.minor + minor <= most)
    if (fits) {
      fits.mg += mg
      fits.minor += minor
    } else if (minor > most || parcels.length === maxParcels) return null
    else parcels.push({ mg, minor })
  }
  return parcels
}

/** The day by which all of it is there: the last of it is ready, then it travels for so many working days. */
function deliveryOf(load: readonly Load[], transitDays: number, today: string): string {
  const ready = load.map(({ promisedOn, leadTimeDays }) =>
    promisedOn !== null && promisedOn > today
      ? promisedOn
      : workingDaysAfter(today, promisedOn === null ? (leadTimeDays ?? 0) : 0)
  )
  return workingDaysAfter(
    ready.reduce((last, day) => (day > last ? day : last), today),
    transitDays
  )
}

/** The day so many working days, Monday to Friday, after another. */
export function workingDaysAfter(day: string, days: number): string {
  let at = Date.parse(`${day}T00:00:00Z`)
  for (let left = days; left > 0;) {
    at += dayMs
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left--
  }
  return new Date(at).toISOString().slice(0, 10)
}

/** All methods, those that are not offered now included. */
export async function listShippingMethods({ db }: Deps): Promise<{ items: ShippingMethod[] }> {
  return { items: await findMethods(db) }
}

/** Makes a method, or replaces the version of it that is named. 412 when it is another by now, 428 when it is there and no version is named. */
export async function putShippingMethod(
  { db }: Deps,
  code: string,
  ifMatch: string | undefined,
  content: ShippingMethodContent
): Promise<ShippingMethod> {
  const method = { ...content, code }
  for (const { currency } of content.tariffs)
    if (content.tariffs.filter((tariff) => tariff.currency === currency).length > 1)
      throw new Problem(422, 'named-twice', `There are two tariffs in ${currency}.`)
  const put =
    ifMatch === undefined ? await insertMethod(db, method) : await updateMethod(db, method, versionIn(ifMatch))
  if (put) return put
  if (ifMatch === undefined) versionIn(ifMatch)
  throw stale()
}
