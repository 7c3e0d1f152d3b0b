import { placeAfter, readPlace } from '@lumora/kit/pages'
import type { Db } from '../models/designs.ts'
import { namesOf } from './categories.ts'
import { converted, factorBetween } from './currencies.ts'
import { shopCurrency } from './rates.ts'
import { Problem } from '@lumora/kit/problem'
import {
  findCards,
  findCardsOf,
  findCardsAndFacets,
  findRelated,
  findSuggestions,
  type CardPage,
  type FacetRow
} from '../models/searches.ts'
import { forgetTouches, searchIndexOf } from '../models/touches.ts'
import { findRatesNow } from '../models/currencies.ts'
import { priceBands } from '../schemas/designs.ts'
import type { DesignFilter, DesignQuery, DesignSort, Facets, Suggestions } from '../schemas/designs.ts'

export interface Deps {
  db: Db
  /** How much older than what is committed what a search finds may be; nothing unless told. */
  searchStaleMs?: number
}

const placeOf = {
  relevance: ['number', 'id'],
  newest: ['id'],
  price: ['number', 'id'],
  '-price': ['number', 'id']
} as const

/**
 * A page of cards as JSON text, with facets when they are asked for. Found in memory, with cards that are kept there: no statement, or one
 * for cards that are not kept, and another for words not looked for of late. A plain list, by category and the newest first or by price,
 * PostgreSQL gives while the catalogue is read or many changes of it are.
 */
export async function listDesigns({ db, searchStaleMs = 0 }: Deps, query: DesignQuery): Promise<string> {
  const { currency = shopCurrency, slug: slugs, q, sort, facets, after, limit, ...given } = query
  const { filter, money } = await inCurrency(db, currency, given)
  if (slugs) return `{"items":[${(await findCardsOf(db, slugs, filter, money)).join(',')}],"next":null}`
  const by: DesignSort =
    sort === 'relevance' && q === undefined ? 'newest' : (sort ?? (q === undefined ? 'newest' : 'relevance'))
  const place = after === undefined ? null : readPlace(after, placeOf[by])
  const { category, ...narrowing } = filter
  const search = { filter, categories: namesOf(category), q, sort: by, place, limit, money }
  const isPlain =
    q === undefined && !facets && Object.keys(narrowing).length === 0 && (by === 'newest' || category !== undefined)
  const searches = searchIndexOf(db)
  if (isPlain && !(await searches.freshSoon(searchStaleMs))) return answerOf(await findCards(db, search), by)
  const index = await searches.fresh(isPlain ? Infinity : searchStaleMs)
  const find = async () => answerOf(await findCardsAndFacets(db, index, search, facets), by, facets)
  return money ? find() : searches.answer(JSON.stringify([search, facets]), find)
}

function answerOf({ cards, last, facets }: CardPage & { facets?: FacetRow[] }, by: DesignSort, areCounted = false) {
  const next = last ? JSON.stringify(placeAfter(...(by === 'newest' ? [last.id] : [last.key, last.id]))) : 'null'
  const counted = areCounted ? `,"facets":${JSON.stringify(facetsOf(facets!))}` : ''
  return `{"items":[${cards}],"next":${next}${counted}}`
}

/** Has what staff changed be listed at once by the process that took the change; others know it a tenth of a second later. */
export const noteChange = ({ db }: Pick<Deps, 'db'>): void => searchIndexOf(db).expire()

/** The filter with its bounds of prices in the shop's currency, and what cards are told in; one statement, and none for the shop's own. */
async function inCurrency(db: Db, currency: string, filter: DesignFilter) {
  if (currency === shopCurrency) return { filter, money: null }
  const rates = await findRatesNow(db)
  const back = factorBetween(rates, currency, shopCurrency)
  const factor = factorBetween(rates, shopCurrency, currency)
  const { minPriceMinor, maxPriceMinor } = filter
  const bound = (minor: number | undefined) => (minor === undefined || !back ? undefined : converted(minor, back))
  const [min, max] = [bound(minPriceMinor), bound(maxPriceMinor)]
  return {
    filter: {
      ...filter,
      ...(min === undefined ? {} : { minPriceMinor: min }),
      ...(max === undefined ? {} : { maxPriceMinor: max })
    },
    money: { currency, numerator: String(factor?.numerator ?? ''), denominator: String(factor?.denominator ?? '') }
  }
}

function facetsOf(rows: FacetRow[]): Facets {
  const valuesOf = (facet: string) =>
    rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }))
  const countOf = (facet: string) => rows.find((row) => row.facet === facet)?.count ?? 0
  return {
    total: countOf('total'),
    exact: countOf('cut') === 0,
    metal: valuesOf('metal'),
    purity: valuesOf('purity'),
    colour: valuesOf('colour'),
    stone: valuesOf('stone'),
    shape: valuesOf('shape'),
    clarity: valuesOf('clarity'),
    carat: valuesOf('carat'),
    origin: valuesOf('origin'),
    lab: valuesOf('lab'),
    type: valuesOf('type'),
    size: valuesOf('size'),
    price: valuesOf('price')
      .map(({ value, count }) => ({ band: Number(value), count }))
      .sort((a, b) => a.band - b.band)
      .map(({ band, count }) => ({ fromMinor: priceBands[band - 1] ?? 0, toMinor: priceBands[band] ?? null, count })),
    readyToShip: countOf('readyToShip'),
    oneOfAKind: countOf('oneOfAKind')
  }
}

const suggested = 8

/** What the words may become while they are typed: known words that complete the last one, and designs whose title begins so. */
export async function suggest({ db }: Pick<Deps, 'db'>, q: string): Promise<Suggestions> {
  const { head, words, designs } = await findSuggestions(db, q, suggested)
  const titles = new Map(designs.map((design) => [design.title, design.slug]))
  const named = [...titles].map(([text, slug]) => ({ text, slug }))
  const completed = words.map((word) => ({ text: `${head}${word}`, slug: null }))
  const fewWords = completed.slice(0, Math.max(4, suggested - named.length))
  return { items: [...fewWords, ...named].slice(0, suggested) }
}

/** At most 8 designs of the same kind at about the same price, as JSON text. */
export async function listRelated({ db }: Pick<Deps, 'db'>, slug: string): Promise<string> {
  const cards = await findRelated(db, slug, 8)
  if (!cards) throw new Problem(404, 'not-found', 'There is no such design.')
  return `{"items":[${cards.join(',')}]}`
}

/** Keeps the index up to date while nobody searches, and forgets what all have long seen. */
export async function freshenSearches({ db }: Pick<Deps, 'db'>): Promise<void> {
  await searchIndexOf(db).refresh()
  await forgetTouches(db)
}
