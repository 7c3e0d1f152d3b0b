import { setImmediate as immediate, setTimeout as wait } from 'node:timers/promises'
import { Problem } from '@lumora/kit/problem'
import { sql } from 'kysely'
import { CatalogueIndex, type IndexedDesign } from './indexes.ts'
import type { Db } from './designs.ts'

const readAtOnce = 2000
const keptQueries = 2000
/** Touches are kept for an hour; who has not looked for half of that reads everything anew. */
const anewMs = 30 * 60_000
/** How long a search waits for the index to be filled, after a start, or for changes that are many. */
const patienceMs = 3000

/** How long a list waits for the index before PostgreSQL answers it. */
const listPatienceMs = 20
const keptCards = 50_000
const keptAnswers = 500
/** So many prices are taken in before others have their turn. */
const pricesAtOnce = 2000

/** The catalogue in memory, as a process keeps it. */
export interface SearchIndex {
  /** The index with everything that was committed until `staleMs` ago, or, while more changes than can be taken in in 3 s, somewhat older; with 0 it always waits. A 503 while it is first filled. */
  fresh: (staleMs: number) => Promise<CatalogueIndex>
  /** The same, or undefined when it is not to be had within 20 ms. */
  freshSoon: (staleMs: number) => Promise<CatalogueIndex | undefined>
  /** Has what is asked from now on know all that is committed now, however stale it might be otherwise. */
  expire: () => void
  /** Brings the index up to date. */
  refresh: () => Promise<void>
  /** What `find` says that words are to be looked for as, kept until designs have other words. */
  wanted: (q: string, find: (q: string) => Promise<string>) => Promise<string>
  /** What `make` answers by this key, kept until anything of any design changes; asked for twice at once it is made once. */
  answer: (key: string, make: () => Promise<string>) => Promise<string>
  /** The cards of these designs in this order, those that are not kept as `find` tells them. */
  cards: (ids: readonly string[], find: (missing: string[]) => Promise<Map<string, string>>) => Promise<string[]>
}

const indexes = new WeakMap<Db, SearchIndex>()

/** The index of this database; the first who asks for what is in it has it filled. */
export function searchIndexOf(db: Db): SearchIndex {
  let index = indexes.get(db)
  if (!index) indexes.set(db, (index = openSearchIndex(db)))
  return index
}

function openSearchIndex(db: Db): SearchIndex {
  let index: CatalogueIndex | undefined
  let snapshot = ''
  let freshAt = -Infinity
  let running: Promise<void> | undefined
  let staleBefore = -Infinity
  let asked = new Map<string, string>()
  let answers = new Map<string, Promise<string>>()
  const cards = new Map<string, string>()

  async function read(): Promise<void> {
    const begunAt = performance.now()
    if (index && begunAt - freshAt < anewMs) await takeChanges(index)
    else index = await readAll()
    freshAt = begunAt
  }
  async function readAll(): Promise<CatalogueIndex> {
    const all = new CatalogueIndex()
    const seen = await findSnapshot(db)
    for (let after: string | null = null; ;) {
      const page: IndexedDesign[] = await findIndexed(db, after, readAtOnce)
      for (const design of page) all.put(design)
      if (page.length < readAtOnce) break
      after = page.at(-1)!.id
    }
    snapshot = seen
    asked = new Map()
    answers = new Map()
    cards.clear()
    return all
  }
  async function takeChanges(into: CatalogueIndex): Promise<void> {
    const { seen, ids, prices } = await findTouched(db, snapshot)
    let areWordsNew = false
    for (let from = 0; from < ids.length; from += readAtOnce) {
      const those = ids.slice(from, from + readAtOnce)
      const found = await findIndexedOf(db, those)
      const left = new Set(those)
      answers = new Map()
      for (const design of found) {
        left.delete(design.id)
        cards.delete(design.id)
        if (into.put(design)) areWordsNew = true
      }
      for (const id of left) {
        cards.delete(id)
        into.remove(id)
      }
    }
    for (const [at, [id, minor]] of prices.entries()) {
      if (at % pricesAtOnce === 0) {
        if (at > 0) await immediate()
        answers = new Map()
      }
      cards.delete(id)
      into.reprice(id, minor)
    }
    snapshot = seen
    if (areWordsNew) asked = new Map()
  }
  const refresh = () => (running ??= read().finally(() => (running = undefined)))

  async function refreshSince(wantedAt: number): Promise<void> {
    while (freshAt < wantedAt) await refresh()
  }
  const wantedSince = (staleMs: number) => Math.max(performance.now() - staleMs, staleBefore)
  return {
    refresh,
    expire: () => void (staleBefore = performance.now()),
    freshSoon: async (staleMs) => {
      const wantedAt = wantedSince(staleMs)
      if (!index || (freshAt < wantedAt && !(await inTime(refreshSince(wantedAt), listPatienceMs)))) return undefined
      return index
    },
    answer: (key, make) => {
      const into = answers
      const known = into.get(key)
      if (known) return known
      const made = make()
      if (into.size >= keptAnswers) into.delete(into.keys().next().value!)
      into.set(key, made)
      made.catch(() => into.delete(key))
      return made
    },
    cards: async (ids, find) => {
      const known = ids.map((id) => cards.get(id))
      const missing = ids.filter((_, at) => known[at] === undefined)
      if (missing.length === 0) return known as string[]
      const before = answers
      const found = await find(missing)
      // What changed meanwhile may have been read as it was before.
      if (answers === before) {
        if (cards.size + found.size > keptCards) cards.clear()
        for (const [id, card] of found) cards.set(id, card)
      }
      return ids.flatMap((id, at) => known[at] ?? found.get(id) ?? [])
    },
    fresh: async (staleMs) => {
      const wantedAt = wantedSince(staleMs)
      while (freshAt < wantedAt) {
        if (staleMs === 0) await refresh()
        else if (!(await inTime(refresh(), patienceMs))) break
      }
      if (index) return index
      throw new Problem(503, 'search-not-ready', 'The catalogue is being read. Search again in a few seconds.', {
        retryAfter: 3
      })
    },
    wanted: async (q, find) => {
      const known = asked.get(q)
      if (known !== undefined) return known
      const into = asked
      const wanted = await find(q)
      if (into.size >= keptQueries) into.delete(into.keys().next().value!)
      into.set(q, wanted)
      return wanted
    }
  }
}

/** Whether it is done within this time; what fails throws. */
async function inTime(work: Promise<unknown>, ms: number): Promise<boolean> {
  const late = new AbortController()
  const done = work.then(() => true)
  const over = wait(ms, false, { signal: late.signal }).catch(() => false)
  try {
    return await Promise.race([done, over])
  } finally {
    late.abort()
  }
}

const indexed = sql`"id", "status", "fromMinor", array_to_string("categories", ' ') as "categories", "facetCodes", tsvectorsend("search") as "words"`

/** Up to `limit` designs after this one, by id. */
async function findIndexed(db: Db, afterId: string | null, limit: number): Promise<IndexedDesign[]> {
  const { rows } = await sql<IndexedDesign>`
    select ${indexed} from designs where "id" > coalesce(${afterId}::uuid, '00000000-0000-0000-0000-000000000000') and "status" <> 'hidden'
    order by "id" limit ${sql.lit(limit)}`.execute(db)
  return rows
}

/** Those of these designs that there are. */
async function findIndexedOf(db: Db, ids: readonly string[]): Promise<IndexedDesign[]> {
  const { rows } = await sql<IndexedDesign>`
    select ${indexed} from designs where "id" = any(${ids}::uuid[]) and "status" <> 'hidden' order by "id"`.execute(db)
  return rows
}

/** What is committed now, as text. */
async function findSnapshot(db: Db): Promise<string> {
  const { rows } = await sql<{ seen: string }>`select pg_current_snapshot()::text as "seen"`.execute(db)
  return rows[0]!.seen
}

/** The designs that were touched by transactions which this snapshot does not see, of those touched lightly only the prices, and the snapshot of now. */
async function findTouched(
  db: Db,
  snapshot: string
): Promise<{ seen: string; ids: string[]; prices: [id: string, minor: number][] }> {
  const { rows } = await sql<{ seen: string; ids: string[]; prices: [string, number][] }>`
    with touched as materialized (
      select "designId", bool_and("isLight") as "isLight" from "designTouches"
      where "xid" >= pg_snapshot_xmin(${snapshot}::pg_snapshot) and not pg_visible_in_snapshot("xid", ${snapshot}::pg_snapshot) group by 1
    )
    select pg_current_snapshot()::text as "seen", array(select "designId" from touched where not "isLight")::text[] as "ids", coalesce((
      select json_agg(json_build_array(d."id", d."fromMinor")) from touched t join designs d on d."id" = t."designId" where t."isLight"
    ), '[]') as "prices"`.execute(db)
  return rows[0]!
}

/** Forgets touches that are older than an hour, up to 20,000 of them. */
export async function forgetTouches(db: Db): Promise<void> {
  await sql`
    with oldest as materialized (select "xid", "designId" from "designTouches" order by "xid", "designId" limit 20000)
    delete from "designTouches" t using oldest o
    where t."xid" = o."xid" and t."designId" = o."designId" and t."at" < now() - interval '1 hour'`.execute(db)
}
