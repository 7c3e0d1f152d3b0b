import { sql, type RawBuilder } from 'kysely'
import type { DesignFilter, DesignSort } from '../schemas/designs.ts'
import type { Db } from './designs.ts'
import type { CatalogueIndex, Counts, Wish } from './indexes.ts'
import { searchIndexOf } from './touches.ts'
import { hasPhrase, readWanted } from './words.ts'

/** A page of cards as JSON text, and the sorting columns of the last card when there are more. */
export interface CardPage {
  cards: string
  last: { key: number; id: string } | null
}

/** `categories` are the one asked for, with former names whose designs are being moved; `place` the values of the sorting columns after which to go on. */
export interface Search {
  /** Another currency that cards are told in, and what turns minor units of the shop's into its own; null when nothing does. */
  money?: { currency: string; numerator: string; denominator: string } | null
  filter: DesignFilter
  categories: readonly string[]
  q: string | undefined
  sort: DesignSort
  place: readonly (string | number)[] | null
  limit: number
}

/** The query for these words, mended and with synonyms, as text. */
async function findWanted(db: Db, q: string): Promise<string> {
  const { rows } = await sql<{ wanted: string }>`select "searchQuery"(${q})::text as "wanted"`.execute(db)
  return rows[0]!.wanted
}

/** Facets that are told by what a design is, and those that are told by what of it is in stock. */
const lasting = ['shape', 'clarity', 'carat', 'origin'] as const
const stocked = ['size', 'lab', 'origin'] as const

/** The conditions on a design `d`. */
function conditionsOf(filter: DesignFilter): RawBuilder<unknown>[] {
  const { type, metal, purity, colour, stone, readyToShip, oneOfAKind, minPriceMinor, maxPriceMinor } = filter
  const conditions: RawBuilder<unknown>[] = []
  if (type) conditions.push(sql`d."type" = any(${type})`)
  if (metal) conditions.push(sql`d."metals" && ${metal}`)
  if (purity) conditions.push(sql`d."purities" && ${purity}`)
  if (colour) conditions.push(sql`d."colours" && ${colour}`)
  if (stone) conditions.push(sql`d."stones" && ${stone}`)
  for (const name of ['shape', 'clarity', 'carat', 'origin', 'lab', 'size'] as const) {
    const values = filter[name]
    if (!values) continue
    const tokens = values.map((value) => `${name}:${value}`)
    const places = [
      ...((lasting as readonly string[]).includes(name) ? [sql`d."facets" && ${tokens}`] : []),
      ...((stocked as readonly string[]).includes(name) ? [sql`d."stockFacets" && ${tokens}`] : [])
    ]
    conditions.push(sql`(${sql.join(places, sql` or `)})`)
  }
  if (oneOfAKind) conditions.push(sql`d."oneOfAKind"`)
  if (readyToShip) conditions.push(sql`'readyToShip:' = any(d."stockFacets")`)
  if (minPriceMinor !== undefined) conditions.push(sql`d."fromMinor" >= ${minPriceMinor}`)
  if (maxPriceMinor !== undefined) conditions.push(sql`d."fromMinor" <= ${maxPriceMinor}`)
  return conditions
}

const card = sql`left(d."card", -1) || case when d."available" then ',"available":true}' else ',"available":false}' end as "card"`

const published = sql`d."status" = 'published'`

/** At most `limit` cards after the place and one more. The limit is part of the text, so that the plan is one that stops after so many rows. */
function cardsQuery({ categories, sort, place, limit }: Search): RawBuilder<unknown> {
  const where: RawBuilder<unknown>[] = [published]
  const [category, ...former] = categories
  const isOne = category !== undefined && former.length === 0
  if (former.length > 0)
    where.push(sql`d."id" in (select "designId" from "designCategories" where "category" = any(${[...categories]}))`)
  // As a subquery the planner cannot look at it, and plans once: by its value it did so anew at every call, for 0.3 ms.
  else if (isOne) where.push(sql`c."category" = (select ${category}::text)`)
  const from = isOne ? sql`"designCategories" c join designs d on d."id" = c."designId"` : sql`designs d`
  const direction = sort === 'price' ? 'asc' : 'desc'
  const columns = [
    ...(sort === 'newest' ? [] : [isOne ? sql`c."fromMinor"` : sql`d."fromMinor"`]),
    isOne ? sql`c."designId"` : sql`d."id"`
  ]
  if (place) where.push(sql`(${sql.join(columns)}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${sql.join(place)})`)
  return sql`
    select d."id", d."fromMinor", ${card}
    from ${from} where ${sql.join(where, sql` and `)}
    order by ${sql.join(columns.map((column) => sql`${column} ${sql.raw(direction)}`))} limit ${sql.lit(limit + 1)}`
}

/** The card with its lowest price in another currency: fixed ones that are valid now, else converted; null when nothing of it is sold in that. */
const inMoney = ({ currency, numerator, denominator }: NonNullable<Search['money']>) => sql`(
    select ("card"::jsonb || jsonb_build_object('fromMinor', min(p."minor"), 'currency', ${currency}::text))::text from (
      select coalesce(("fixedPrice"(v."id", ${currency}) ->> 'totalMinor')::bigint, "convertedMinor"(v."breakdown", nullif(${numerator}, '')::numeric, nullif(${denominator}, '')::numeric)) as "minor"
      from variants v where v."designId" = numbered."id" and v."active"
    ) p having min(p."minor") is not null
  )`

/** A page of what is published, of a category or all, one statement. One row: of 25 rows with four columns each, reading them was a tenth of the service's time. */
export async function findCards(db: Db, search: Search): Promise<CardPage> {
  const { sort, limit, money } = search
  const { rows } = await sql<{ cards: string; more: boolean; id: string; fromMinor: number }>`
    select coalesce(string_agg(${money ? inMoney(money) : sql`"card"`}, ',' order by "n") filter (where "n" <= ${sql.lit(limit)}), '') as "cards", count(*) > ${sql.lit(limit)} as "more",
      (array_agg("id") filter (where "n" = ${sql.lit(limit)}))[1] as "id", max("fromMinor") filter (where "n" = ${sql.lit(limit)}) as "fromMinor"
    from (select *, row_number() over () as "n" from (${cardsQuery(search)}) hits) numbered`.execute(db)
  const { cards, more, id, fromMinor } = rows[0]!
  return { cards, last: more ? { key: sort === 'newest' ? 0 : fromMinor, id } : null }
}

/** The cards of these designs, in the order of the slugs; those that there are not are left out. One statement. */
export async function findCardsOf(
  db: Db,
  slugs: readonly string[],
  filter: DesignFilter,
  money: Search['money'] = null
): Promise<string[]> {
  const where = [published, ...conditionsOf(filter)]
  const { rows } = await sql<{ card: string | null }>`
    select ${money ? inMoney(money) : sql`"card"`} as "card" from (
      select d."id", s."n", ${card} from unnest(${slugs}::text[]) with ordinality s("slug", "n") join designs d on d."slug" = s."slug"
      where ${sql.join(where, sql` and `)}
    ) numbered order by "n"`.execute(db)
  return rows.flatMap((row) => row.card ?? [])
}

/** Categories whose designs are being moved to another name, and that name. */
export async function findRenames(db: Db): Promise<{ formerSlug: string; slug: string }[]> {
  const { rows } = await sql<{ formerSlug: string; slug: string }>`
    select "formerSlug", "slug" from "categoryRenames"`.execute(db)
  return rows
}

export interface FacetRow {
  facet: string
  value: string
  count: number
}

/** What the codes of facets stand for, as far as this process has seen them. */
interface Tokens {
  names: (string | undefined)[]
  codes: Map<string, number>
}
const tokensOf = new WeakMap<Db, Tokens>()

async function readTokens(db: Db): Promise<Tokens> {
  const { rows } = await sql<{ code: number; token: string }>`select "code", "token" from "facetTokens"`.execute(db)
  const tokens: Tokens = { names: [], codes: new Map(rows.map(({ code, token }) => [token, code])) }
  for (const { code, token } of rows) tokens.names[code] = token
  tokensOf.set(db, tokens)
  return tokens
}

/** In so many designs with all its words a phrase is looked for: only PostgreSQL knows where words stand, and has to look at each. */
const phraseLimit = 20_000

/** A page of cards of what has these words and passes these filters and, when they are to be counted, how many have each value: one statement, and another for words not looked for of late. */
export async function findCardsAndFacets(
  db: Db,
  index: CatalogueIndex,
  search: Search,
  areCounted: boolean
): Promise<CardPage & { facets: FacetRow[] }> {
  const { filter, categories, q, sort, place, limit, money } = search
  const status = filter.status ?? 'published'
  const searches = searchIndexOf(db)
  const wanted = q === undefined ? undefined : await searches.wanted(q, (text) => findWanted(db, text))
  const words = (wanted !== undefined && readWanted(wanted)) || null
  const { minPriceMinor, maxPriceMinor } = filter
  const price =
    minPriceMinor === undefined && maxPriceMinor === undefined
      ? null
      : { min: minPriceMinor ?? 0, max: maxPriceMinor ?? Infinity }
  const codes = await codesOf(db, filter)
  const wish: Wish = { status, categories, words, among: null, codes, price, sort, place, limit }
  let isCut = false
  if (wanted !== undefined && !words) wish.among = []
  else if (words && hasPhrase(words)) {
    const ids = index.findIds(wish, phraseLimit)
    isCut = ids.length === phraseLimit
    wish.among = await findWithPhrase(db, ids, wanted!)
  }
  const found = index.find(wish, areCounted)
  const { ids, last } = found.page
  const cards = await findCardsById(db, ids, status, money)
  return { cards, last, facets: found.counts ? await facetsOf(db, found.counts, isCut) : [] }
}

/** Those of these designs in which the words stand as they are wanted. */
async function findWithPhrase(db: Db, ids: readonly string[], wanted: string): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select array(select "id" from designs where "id" = any(${ids}::uuid[]) and "search" @@ ${wanted}::tsquery)::text[] as "ids"`.execute(
    db
  )
  return rows[0]!.ids
}

/** The codes that each filter names; values that no design ever had have none. */
async function codesOf(db: Db, filter: DesignFilter): Promise<Map<string, number[]>> {
  const named = new Map<string, string[]>()
  for (const facet of listedFacets) {
    const values = filter[facet]
    if (values)
      named.set(
        facet,
        values.map((value) => `${facet}:${value}`)
      )
  }
  for (const facet of flagFacets) if (filter[facet]) named.set(facet, [`${facet}:`])
  if (named.size === 0) return new Map()
  let tokens = tokensOf.get(db) ?? (await readTokens(db))
  const isMissing = [...named.values()].some((values) => values.some((token) => !tokens.codes.has(token)))
  if (isMissing) tokens = await readTokens(db)
  return new Map([...named].map(([facet, values]) => [facet, values.flatMap((token) => tokens.codes.get(token) ?? [])]))
}

const listedFacets = [
  'metal',
  'purity',
  'colour',
  'stone',
  'shape',
  'clarity',
  'carat',
  'origin',
  'lab',
  'size',
  'type'
] as const
const flagFacets = ['readyToShip', 'oneOfAKind'] as const
const shownValues = 50

/** The counts by facet and value, the most frequent first. */
async function facetsOf(db: Db, { total, codes, byFacet, bands }: Counts, isCut: boolean): Promise<FacetRow[]> {
  let tokens = tokensOf.get(db)
  if (!tokens || codes.some((count, code) => count > 0 && tokens!.names[code] === undefined))
    tokens = await readTokens(db)
  const rows = new Map<string, FacetRow[]>()
  for (const [code, token] of tokens.names.entries()) {
    if (token === undefined) continue
    const end = token.indexOf(':')
    const facet = token.slice(0, end)
    const count = (byFacet.get(facet) ?? codes)[code] ?? 0
    if (count === 0) continue
    const values = rows.get(facet)
    const row = { facet, value: token.slice(end + 1), count }
    if (values) values.push(row)
    else rows.set(facet, [row])
  }
  const shown = [...rows.values()].flatMap((values) =>
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, shownValues)
  )
  return [
    ...shown,
    ...[...bands].flatMap((count, band) => (count > 0 ? [{ facet: 'price', value: String(band), count }] : [])),
    { facet: 'total', value: '', count: total },
    { facet: 'cut', value: '', count: isCut ? 1 : 0 }
  ]
}

/** The cards of these designs in this order, without those that are no longer of this status. Of those not kept one statement. */
async function findCardsById(
  db: Db,
  ids: readonly string[],
  status: string,
  money: Search['money'] = null
): Promise<string> {
  if (ids.length === 0) return ''
  const find = async (missing: readonly string[]) => {
    const { rows } = await sql<{ id: string; card: string | null }>`
      select "id", ${money ? inMoney(money) : sql`"card"`} as "card" from (
        select d."id", ${card} from designs d where d."id" = any(${missing}::uuid[]) and d."status" = ${status}
      ) numbered`.execute(db)
    return new Map(rows.flatMap(({ id, ...own }) => (own.card === null ? [] : [[id, own.card] as const])))
  }
  if (!money) return (await searchIndexOf(db).cards(ids, find)).join()
  const found = await find(ids)
  return ids.flatMap((id) => found.get(id) ?? []).join()
}

/** What may be meant by the beginning of words: up to `limit` words that complete the last one, and designs whose title begins so, one statement. */
export async function findSuggestions(
  db: Db,
  q: string,
  limit: number
): Promise<{ head: string; words: string[]; designs: { title: string; slug: string }[] }> {
  const { rows } = await sql<{ head: string; words: string[]; designs: { title: string; slug: string }[] }>`
    with typed as materialized (
      select ltrim(plain(${q})) as "text", regexp_replace(ltrim(plain(${q})), '[^[:space:]]*$', '') as "head",
        substring(plain(${q}) from '[^[:space:]]*$') as "last"
    )
    select "head",
      coalesce((select json_agg(w."word") from (
        select w."word" from "searchWords" w where "last" <> '' and w."word" >= "last" collate "C" and w."word" < ("last" || chr(1114111)) collate "C"
        order by w."word" limit ${sql.lit(limit)}
      ) w), '[]') as "words",
      coalesce((select json_agg(d) from (
        select d."title", d."slug" from designs d
        where "text" <> '' and d."status" = 'published' and plain(d."title") collate "C" >= "text" and plain(d."title") collate "C" < "text" || chr(1114111)
        order by plain(d."title") collate "C" limit ${sql.lit(limit * 4)}
      ) d), '[]') as "designs"
    from typed`.execute(db)
  return rows[0]!
}

/**
 * Published designs of the same type and a category of this one whose prices are nearest to its own, half to double; one
 * statement, which looks at 40 neighbours by price in each category. Undefined when there is no such design.
 */
export async function findRelated(db: Db, slug: string, limit: number): Promise<string[] | undefined> {
  const { rows } = await sql<{ cards: string[] | null }>`
    with me as (select "id", "type", "categories", "fromMinor" from designs where "slug" = ${slug} and "status" = 'published'),
    near as (
      select distinct n."designId" from me cross join unnest(me."categories") own cross join lateral (
        (select c."designId" from "designCategories" c where c."category" = own and c."fromMinor" between me."fromMinor" and me."fromMinor" * 2
          order by c."fromMinor", c."designId" limit 40)
        union all
        (select c."designId" from "designCategories" c where c."category" = own and c."fromMinor" between me."fromMinor" / 2 and me."fromMinor"
          order by c."fromMinor" desc, c."designId" desc limit 40)
      ) n
    )
    select (select json_agg(o."card") from (
      select ${card} from near join designs d on d."id" = near."designId"
      where d."id" <> me."id" and d."type" = me."type" and d."status" = 'published'
      order by abs(d."fromMinor" - me."fromMinor"), d."id" limit ${sql.lit(limit)}
    ) o) as "cards" from me`.execute(db)
  return rows[0] && (rows[0].cards ?? [])
}
