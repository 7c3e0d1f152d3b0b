import { sql, type RawBuilder } from 'kysely'
import type { DesignFilter, DesignSort } from '../schemas/designs.ts'
import type { Db } from './designs.ts'

/** A page of cards as JSON text, whether there are more, and the sorting columns of the last card if there are. */
export interface CardPage {
  cards: string
  more: boolean
  id: string | null
  fromMinor: number | null
  rank: number | null
}

/** `categories` are the one asked for, with former names whose designs are being moved; `wanted` is a query as `findWanted` makes it; `place` the values of the sorting columns after which to go on. */
export interface Search {
  /** Another currency that cards are told in, and what turns minor units of the shop's into its own; null when nothing does. */
  money?: { currency: string; numerator: string; denominator: string } | null
  filter: DesignFilter
  categories: readonly string[]
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

/** Facets that are told by what a design is, and those that are told by what of it is in stock. */
const kept = ['shape', 'clarity', 'carat', 'origin'] as const
const stocked = ['size', 'lab', 'origin'] as const

/** The conditions on a design `d`, each by the facet that it belongs to. */
function conditionsOf(filter: DesignFilter): [string, RawBuilder<unknown>][] {
  const { type, metal, purity, colour, stone, readyToShip, oneOfAKind, minPriceMinor, maxPriceMinor } = filter
  const conditions: [string, RawBuilder<unknown>][] = []
  if (type) conditions.push(['type', sql`d."type" = any(${type})`])
  if (metal) conditions.push(['metal', sql`d."metals" && ${metal}`])
  if (purity) conditions.push(['purity', sql`d."purities" && ${purity}`])
  if (colour) conditions.push(['colour', sql`d."colours" && ${colour}`])
  if (stone) conditions.push(['stone', sql`d."stones" && ${stone}`])
  for (const name of ['shape', 'clarity', 'carat', 'origin', 'lab', 'size'] as const) {
    const values = filter[name]
    if (!values) continue
    const tokens = values.map((value) => `${name}:${value}`)
    const places = [
      ...((kept as readonly string[]).includes(name) ? [sql`d."facets" && ${tokens}`] : []),
      ...((stocked as readonly string[]).includes(name) ? [sql`d."stockFacets" && ${tokens}`] : [])
    ]
    conditions.push([name, sql`(${sql.join(places, sql` or `)})`])
  }
  if (oneOfAKind) conditions.push(['oneOfAKind', sql`d."oneOfAKind"`])
  if (readyToShip) conditions.push(['readyToShip', sql`'readyToShip:' = any(d."stockFacets")`])
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

const baseOf = ({ filter: { status }, categories, wanted, sort }: Search) => {
  const where: RawBuilder<unknown>[] = [
    status === undefined ? sql`d."status" = 'published'` : sql`d."status" = ${status}`
  ]
  const [category, ...former] = categories
  if (former.length > 0)
    where.push(sql`d."id" in (select "designId" from "designCategories" where "category" = any(${[...categories]}))`)
  // As a subquery the planner cannot look at it, and plans once: by its value it did so anew at every call, for 0.3 ms.
  else if (category !== undefined) where.push(sql`c."category" = (select ${category}::text)`)
  if (wanted !== undefined)
    where.push(
      sort === 'relevance' ? sql`d."search" @@ (select ${wanted}::tsquery)` : sql`d."search" @@ ${wanted}::tsquery`
    )
  const from =
    categories.length === 1 ? sql`"designCategories" c join designs d on d."id" = c."designId"` : sql`designs d`
  return { from, where, by: categories.length === 1 ? ('c' as const) : ('d' as const) }
}

const card = sql`left(d."card", -1) || case when d."available" then ',"available":true}' else ',"available":false}' end as "card"`

/** How many finds at most are put in the order of their relevance, and counted: with 100,000 designs a common word is in 40,000, and each costs a look at its row. */
const looked = 1_000

const largeCatalogue = 20_000
const sizes = new WeakMap<Db, { isLarge: boolean; until: number }>()

/**
 * Where words are looked for in the order of price or age, the best plan depends on how common they are. In a large catalogue such a
 * statement is left unnamed, by its comment, and so planned by its values each time: 17 ms instead of 91 with 100,000 designs, on a busy machine.
 */
async function planOf(db: Db, { wanted, sort }: Search): Promise<RawBuilder<unknown>> {
  if (wanted === undefined || sort === 'relevance') return sql``
  let known = sizes.get(db)
  if (!known || known.until < Date.now()) {
    const { rows } = await sql<{ designs: number }>`
      select reltuples::float8 as "designs" from pg_class where oid = 'designs'::regclass`.execute(db)
    known = { isLarge: rows[0]!.designs > largeCatalogue, until: Date.now() + 60_000 }
    sizes.set(db, known)
  }
  return known.isLarge ? sql`/* planned by its values */ ` : sql``
}

/** At most `limit` cards after the place and one more. The limit is part of the text, so that the plan is one that stops after so many rows. */
function cardsQuery(search: Search): RawBuilder<unknown> {
  const { filter, wanted, sort, place, limit } = search
  const { from, where, by } = baseOf(search)
  where.push(...conditionsOf(filter).map(([, condition]) => condition))
  const { columns, direction } = orders[sort]
  const compare = sql.raw(direction === 'asc' ? '>' : '<')
  if (sort === 'relevance')
    return rankedCards(
      search,
      sql`(
          select d."id", d."fromMinor", d."card", d."available", ts_rank(d."search", ${wanted}::tsquery)::float8 as "rank" from ${from}
          where ${sql.join(where, sql` and `)} limit ${sql.lit(looked)}
        )`
    )
  const column = (name: string) => sql.ref(by === 'c' && name === 'id' ? 'c.designId' : `${by}.${name}`)
  if (place) where.push(sql`(${sql.join(columns.map(column))}) ${compare} (${sql.join(place)})`)
  const order = sql.join(columns.map((name) => sql`${column(name)} ${sql.raw(direction)}`))
  return sql`
    select d."id", d."fromMinor", 0 as "rank", ${card}
    from ${from} where ${sql.join(where, sql` and `)} order by ${order} limit ${sql.lit(limit + 1)}`
}

/** At most `limit` cards of these finds after the place and one more, by relevance. */
function rankedCards({ place, limit }: Search, finds: RawBuilder<unknown>): RawBuilder<unknown> {
  const after = place ? sql`where ("rank", "id") < (${place[0]}::float8, ${place[1]}::uuid)` : sql``
  return sql`
      select d."id", d."fromMinor", d."rank", ${card} from (
        select * from ${finds} finds ${after} order by "rank" desc, "id" desc limit ${sql.lit(limit + 1)}
      ) d order by d."rank" desc, d."id" desc`
}

/** The page as one row: of 25 rows with four columns each, reading them was a tenth of the service's time. */
const pageOf = (from: RawBuilder<unknown>, { limit, money }: Search) => sql`
  select coalesce(string_agg(${money ? inMoney(money) : sql`"card"`}, ',' order by "n") filter (where "n" <= ${sql.lit(limit)}), '') as "cards", count(*) > ${sql.lit(limit)} as "more",
    (array_agg("id") filter (where "n" = ${sql.lit(limit)}))[1] as "id", max("fromMinor") filter (where "n" = ${sql.lit(limit)}) as "fromMinor",
    max("rank") filter (where "n" = ${sql.lit(limit)}) as "rank"
  from (select *, row_number() over () as "n" from ${from} hits) numbered`

/** The card with its lowest price in another currency: fixed ones that are valid now, else converted; null when nothing of it is sold in that. */
const inMoney = ({ currency, numerator, denominator }: NonNullable<Search['money']>) => sql`(
    select ("card"::jsonb || jsonb_build_object('fromMinor', min(p."minor"), 'currency', ${currency}::text))::text from (
      select coalesce(("fixedPrice"(v."id", ${currency}) ->> 'totalMinor')::bigint, "convertedMinor"(v."breakdown", nullif(${numerator}, '')::numeric, nullif(${denominator}, '')::numeric)) as "minor"
      from variants v where v."designId" = numbered."id" and v."active"
    ) p having min(p."minor") is not null
  )`

/** A page of at most `limit` cards after the place, one statement. */
export async function findCards(db: Db, search: Search): Promise<CardPage> {
  const { rows } =
    await sql<CardPage>`${await planOf(db, search)}${pageOf(sql`(${cardsQuery(search)})`, search)}`.execute(db)
  return rows[0]!
}

/** The cards of these designs, in the order of the slugs; those that there are not are left out. One statement. */
export async function findCardsOf(
  db: Db,
  slugs: readonly string[],
  filter: DesignFilter,
  money: Search['money'] = null
): Promise<string[]> {
  const { where } = baseOf({ filter, categories: [], wanted: undefined, sort: 'newest', place: null, limit: 0 })
  where.push(...conditionsOf(filter).map(([, condition]) => condition))
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

const facetNames = [
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
  'type',
  'price',
  'readyToShip',
  'oneOfAKind'
]
const bitOf = (facet: string) => 1 << facetNames.indexOf(facet)

/**
 * A page of cards and, of the first 1,000 designs of the category and the words, how many have each value: one statement. Each
 * design notes as bits which filters it misses; a facet counts those that miss at most its own.
 */
export async function findCardsAndFacets(
  db: Db,
  search: Search,
  bands: readonly number[]
): Promise<CardPage & { facets: FacetRow[] }> {
  const { from, where, by } = baseOf(search)
  const missed = conditionsOf(search.filter).map(
    ([facet, condition]) => sql`case when ${condition} then 0 else ${sql.lit(bitOf(facet))} end`
  )
  const newest = search.wanted === undefined
  const order = sql`order by ${sql.ref(by === 'd' ? 'd.id' : 'c.designId')} desc`
  const band = sql`width_bucket(d."fromMinor", ${bands}::bigint[]) as "band"`
  const codesOf = (base: RawBuilder<unknown>) => sql`(
      select string_agg(int2send("missed"::int2) || int2send("band"::int2) || "facetCodes", '\\x0000'::bytea) from ${base} base
    ) as "codes"`
  const base = sql`(
        select d."facetCodes", ${band}, ${missed.length > 0 ? sql.join(missed, sql` + `) : sql`0`} as "missed"
        from ${from} where ${sql.join(where, sql` and `)} ${newest ? order : sql``} limit ${sql.lit(looked + 1)}
      )`
  const { rows } = await (
    missed.length === 0 && search.sort === 'relevance'
      ? sql<CardPage & { codes: Buffer | null }>`
    with found as materialized (
      select d."id", d."fromMinor", d."card", d."available", d."facetCodes", ${band}, 0 as "missed",
        ts_rank(d."search", ${search.wanted}::tsquery)::float8 as "rank"
      from ${from} where ${sql.join(where, sql` and `)} limit ${sql.lit(looked + 1)}
    )
    select page.*, ${codesOf(sql`found`)} from (${pageOf(sql`(${rankedCards(search, sql`(select * from found limit ${sql.lit(looked)})`)})`, search)}) page`
      : sql<CardPage & { codes: Buffer | null }>`${await planOf(db, search)}
    select page.*, ${codesOf(base)} from (${pageOf(sql`(${cardsQuery(search)})`, search)}) page`
  ).execute(db)
  const { codes, ...page } = rows[0]!
  return { ...page, facets: await countFacets(db, codes) }
}

/** What the codes of facets stand for, as far as this process has seen them. */
const tokensOf = new WeakMap<Db, (readonly [token: string, bit: number])[]>()

async function readTokens(db: Db): Promise<(readonly [string, number])[]> {
  const { rows } = await sql<{ code: number; token: string }>`select "code", "token" from "facetTokens"`.execute(db)
  const tokens: (readonly [string, number])[] = []
  for (const { code, token } of rows) tokens[code] = [token, bitOf(token.slice(0, token.indexOf(':')))]
  tokensOf.set(db, tokens)
  return tokens
}

const shownValues = 50

/** Counts each value over what misses at most its own facet, the most frequent first. `codes`: for each find what it misses, its price band, its codes and a zero, two bytes each. */
async function countFacets(db: Db, codes: Buffer | null): Promise<FacetRow[]> {
  const known = tokensOf.get(db) ?? (await readTokens(db))
  const counted = countCodes(codes, known.length)
  const tokens = counted.beyond ? await readTokens(db) : known
  const { byMissed, bands, total, found } = counted.beyond ? countCodes(codes, tokens.length) : counted
  const sums = new Map(bands)
  for (const [missed, counts] of byMissed) {
    for (const [code, count] of counts.entries()) {
      const token = tokens[code]
      if (count > 0 && token && (missed & ~token[1]) === 0) sums.set(token[0], (sums.get(token[0]) ?? 0) + count)
    }
  }
  const rows = [...sums].map(([token, count]): FacetRow => {
    const end = token.indexOf(':')
    return { facet: token.slice(0, end), value: token.slice(end + 1), count }
  })
  const shown = [...Map.groupBy(rows, ({ facet }) => facet).values()].flatMap((values) =>
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, shownValues)
  )
  return [
    ...shown,
    { facet: 'total', value: '', count: total },
    { facet: 'cut', value: '', count: found > looked ? 1 : 0 }
  ]
}

/** How often each code below `codeCount` stands in the finds that miss the same one filter or none, and how many there are by price; `beyond` when there are further codes. */
function countCodes(codes: Buffer | null, codeCount: number) {
  const words = codes ? codes.length >> 1 : 0
  const wordAt = (index: number) => (codes![index * 2]! << 8) | codes![index * 2 + 1]!
  const priceBit = bitOf('price')
  const byMissed = new Map<number, Uint32Array>()
  const bands = new Map<string, number>()
  let [found, total, beyond] = [0, 0, false]
  for (let index = 0; index < words; index++) {
    const missed = wordAt(index++)
    const band = wordAt(index++)
    const isCounted = (missed & (missed - 1)) === 0
    found++
    if (missed === 0) total++
    if ((missed & ~priceBit) === 0) bands.set(`price:${band}`, (bands.get(`price:${band}`) ?? 0) + 1)
    let counts = byMissed.get(missed)
    if (!counts && isCounted) byMissed.set(missed, (counts = new Uint32Array(codeCount)))
    for (let code; index < words && (code = wordAt(index)) !== 0; index++) {
      if (code >= codeCount) beyond = true
      else if (isCounted) counts![code]!++
    }
  }
  return { byMissed, bands, found, total, beyond }
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
