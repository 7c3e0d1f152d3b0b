import { sql, type RawBuilder } from 'kysely'
import type { DesignFilter, DesignSort } from '../schemas/designs.ts'
import type { Db } from './designs.ts'

export interface CardRow {
  id: string
  fromMinor: number
  rank: number
  card: string
}

/** `wanted` is a query as `findWanted` makes it; `place` the values of the sorting columns after which to go on. */
export interface Search {
  filter: DesignFilter
  wanted: string | undefined
  sort: DesignSort
  place: readonly (string | number)[] | null
  limit: number
}

/** The query for these words, mended and with synonyms, as text, so that the search is planned by what it looks for. */
export async function findWanted(db: Db, q: string): Promise<string> {
  const { rows } = await sql<{ wanted: string }>`select "searchQuery"(${q})::text as "wanted"`.execute(db)
  return rows[0]!.wanted
}

const inStock = sql`select true from variants v where v."designId" = d."id" and v."active" and v."onHand" > v."reserved"`

/** The conditions on a design `d`, each by the facet that it belongs to. Stock is asked design by design: `exists` was planned as a hash of all variants. */
function conditionsOf(filter: DesignFilter): [string, RawBuilder<unknown>][] {
  const { type, metal, purity, colour, stone, size, readyToShip, oneOfAKind, minPriceMinor, maxPriceMinor } = filter
  const conditions: [string, RawBuilder<unknown>][] = []
  if (type) conditions.push(['type', sql`d."type" = any(${type})`])
  if (metal) conditions.push(['metal', sql`d."metals" && ${metal}`])
  if (purity) conditions.push(['purity', sql`d."purities" && ${purity}`])
  if (colour) conditions.push(['colour', sql`d."colours" && ${colour}`])
  if (stone) conditions.push(['stone', sql`d."stones" && ${stone}`])
  if (oneOfAKind) conditions.push(['oneOfAKind', sql`d."oneOfAKind"`])
  if (readyToShip) conditions.push(['readyToShip', sql`(${inStock} limit 1)`])
  if (size) conditions.push(['size', sql`(${inStock} and v."size" = any(${size}) limit 1)`])
  const bounds: RawBuilder<unknown>[] = []
  if (minPriceMinor !== undefined) bounds.push(sql`d."fromMinor" >= ${minPriceMinor}`)
  if (maxPriceMinor !== undefined) bounds.push(sql`d."fromMinor" <= ${maxPriceMinor}`)
  if (bounds.length > 0) conditions.push(['price', sql.join(bounds, sql` and `)])
  return conditions
}

const orders = {
  relevance: { columns: ['rank', 'id'], direction: 'desc' },
  newest: { columns: ['id'], direction: 'desc' },
  price: { columns: ['fromMinor', 'id'], direction: 'asc' },
  '-price': { columns: ['fromMinor', 'id'], direction: 'desc' }
} as const

const baseOf = ({ filter: { category, status }, wanted }: Search) => {
  const where: RawBuilder<unknown>[] = [
    status === undefined ? sql`d."status" = 'published'` : sql`d."status" = ${status}`
  ]
  if (category !== undefined) where.push(sql`c."category" = ${category}`)
  if (wanted !== undefined) where.push(sql`d."search" @@ ${wanted}::tsquery`)
  const from =
    category === undefined ? sql`designs d` : sql`"designCategories" c join designs d on d."id" = c."designId"`
  return { from, where }
}

const card = sql`left(d."card", -1) || coalesce((
    select ',"available":true}' from variants v where v."designId" = d."id" and v."active" and (v."onHand" > v."reserved" or v."leadTimeDays" is not null) limit 1
  ), ',"available":false}') as "card"`

/** How many finds at most are put in the order of their relevance. */
const ranked = 2_500

/**
 * At most `limit` cards after the place. Written so that its plan stays one that stops after `limit` rows: the limit is part
 * of the text, and whether a card is available is asked card by card (400 ms instead of 1 with 100,000 designs).
 */
function cardsQuery(search: Search): RawBuilder<CardRow> {
  const { filter, wanted, sort, place, limit } = search
  const { from, where } = baseOf(search)
  where.push(...conditionsOf(filter).map(([, condition]) => condition))
  const { columns, direction } = orders[sort]
  const compare = sql.raw(direction === 'asc' ? '>' : '<')
  if (sort === 'relevance') {
    const after = place ? sql`where ("rank", "id") < (${place[0]}::float8, ${place[1]}::uuid)` : sql``
    return sql<CardRow>`
      select d."id", d."fromMinor", d."rank", ${card} from (
        select * from (
          select d."id", d."fromMinor", d."card", ts_rank(d."search", ${wanted}::tsquery)::float8 as "rank" from ${from}
          where ${sql.join(where, sql` and `)} limit ${sql.lit(ranked)}
        ) found ${after} order by "rank" desc, "id" desc limit ${sql.lit(limit)}
      ) d order by d."rank" desc, d."id" desc`
  }
  const by = filter.category === undefined ? 'd' : 'c'
  const column = (name: string) => sql.ref(by === 'c' && name === 'id' ? 'c.designId' : `${by}.${name}`)
  if (place) where.push(sql`(${sql.join(columns.map(column))}) ${compare} (${sql.join(place)})`)
  const order = sql.join(columns.map((name) => sql`${column(name)} ${sql.raw(direction)}`))
  return sql<CardRow>`
    select d."id", d."fromMinor", 0 as "rank", ${card}
    from ${from} where ${sql.join(where, sql` and `)} order by ${order} limit ${sql.lit(limit)}`
}

/** At most `limit` cards after the place, one statement. */
export async function findCards(db: Db, search: Search): Promise<CardRow[]> {
  return (await cardsQuery(search).execute(db)).rows
}

export interface FacetRow {
  facet: string
  value: string
  count: number
}

const counted = 2_500
const facetNames = ['metal', 'purity', 'colour', 'stone', 'size', 'type', 'price', 'readyToShip', 'oneOfAKind']
const bitOf = (facet: string) => 1 << facetNames.indexOf(facet)

/**
 * Cards and, of the first 2,500 designs of the category and the words, how many have each value: one statement. Each design
 * notes as bits which filters it misses; a facet counts those that miss at most its own.
 */
export async function findCardsAndFacets(
  db: Db,
  search: Search,
  bands: readonly number[]
): Promise<{ cards: CardRow[]; facets: FacetRow[] }> {
  const { from, where } = baseOf(search)
  const missed = conditionsOf(search.filter).map(
    ([facet, condition]) => sql`case when ${condition} then 0 else ${sql.lit(bitOf(facet))} end`
  )
  const newest = search.wanted === undefined
  const order = sql`order by ${sql.ref(search.filter.category === undefined ? 'd.id' : 'c.designId')} desc`
  const { rows } = await sql<{ cards: CardRow[] | null; counts: [string, number, number][] | null }>`
    with hits as materialized (${cardsQuery(search)}),
    base as (
      select d."id", d."facets" || ('price:' || width_bucket(d."fromMinor", ${bands}::bigint[])) || 'total:'::text as "facets",
        ${missed.length > 0 ? sql.join(missed, sql` + `) : sql`0`} as "missed"
      from ${from} where ${sql.join(where, sql` and `)} ${newest ? order : sql``} limit ${sql.lit(counted + 1)}
    ),
    counts as (
      select token, "missed", count(*)::int as "count" from base cross join lateral (
        select unnest(base."facets") as token
        union all
        select distinct unnest(array['readyToShip:', 'size:' || v."size"]) from variants v
        where v."designId" = base."id" and v."active" and v."onHand" > v."reserved"
      ) tokens where token is not null group by 1, 2
    )
    select (select json_agg(hits) from hits) as "cards", (select json_agg(json_build_array(token, "missed", "count")) from counts) as "counts"`.execute(
    db
  )
  const { cards, counts } = rows[0]!
  return { cards: cards ?? [], facets: facetRows(counts ?? []) }
}

const shownValues = 50

/** Sums the counts of each value over what misses at most its own facet, the most frequent first. */
function facetRows(counts: [string, number, number][]): FacetRow[] {
  const sums = new Map<string, FacetRow>()
  let found = 0
  for (const [token, missed, count] of counts) {
    const end = token.indexOf(':')
    const facet = token.slice(0, end)
    if (facet === 'total') found += count
    if ((missed & ~(facet === 'total' ? 0 : bitOf(facet))) !== 0) continue
    const known = sums.get(token)
    if (known) known.count += count
    else sums.set(token, { facet, value: token.slice(end + 1), count })
  }
  const byFacet = Map.groupBy(sums.values(), ({ facet }) => facet)
  const rows = [...byFacet.values()].flatMap((values) =>
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, shownValues)
  )
  return [...rows, { facet: 'cut', value: '', count: found > counted ? 1 : 0 }]
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
