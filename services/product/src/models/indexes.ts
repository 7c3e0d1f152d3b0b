import {
  grown,
  hasBit,
  intersect,
  isEmpty,
  noBits,
  Postings,
  rowsIn,
  setBit,
  subtract,
  unite,
  type Bits
} from './bitsets.ts'
import { priceBands } from '../schemas/designs.ts'
import { groupsIn, hasPhrase, type Wanted } from './words.ts'

/** A design as searches look at it. `words` is its `search` as PostgreSQL sends a tsvector; `facetCodes` are two bytes each. */
export interface IndexedDesign {
  id: string
  status: string
  fromMinor: number
  categories: string
  facetCodes: Buffer
  words: Buffer
}

export interface Wish {
  status: string
  /** In any of these; in whatever category when there are none. */
  categories: readonly string[]
  /** Null when there are no words to look for; of phrases whatever has their words. */
  words: Wanted | null
  /** Of these designs only, when there are such. */
  among: readonly string[] | null
  /** Any of these codes, of each facet that is named. */
  codes: ReadonlyMap<string, readonly number[]>
  price: { min: number; max: number } | null
  sort: 'relevance' | 'newest' | 'price' | '-price'
  place: readonly (string | number)[] | null
  limit: number
}

/** The ids of a page, with what the last of them is ordered by when there are more. */
export interface FoundPage {
  ids: string[]
  last: { key: number; id: string } | null
}

/** How many designs have each code and lie in each price band, under all filters but those of the same facet. */
export interface Counts {
  total: number
  /** Also by the facet that is left out: the counts for values of that facet. */
  byFacet: Map<string, Uint32Array>
  codes: Uint32Array
  bands: Uint32Array
}

/** How much a word counts by where it stands: PostgreSQL's weights D (not used), C description, B keywords, A title. */
const weightOf = [1, 2, 4, 10]

/**
 * The catalogue in memory, for searches: for each word, category and status the rows that have it, for each row its price and codes.
 * A design whose words or codes change gets a new row; rows that died are swept out when they are a quarter of all.
 */
export class CatalogueIndex {
  #rows = 0
  #dead = 0
  #alive: Bits = noBits(1024)
  /** Rows whose id is lower than one before them: all others are in the order of their ids. */
  #late: Bits = noBits(1024)
  #highest: Uint32Array = new Uint32Array(4)
  #ids = new Uint32Array(4 * 1024)
  #prices = new Float64Array(1024)
  #bands = new Uint8Array(1024)
  #marks = new Uint32Array(2 * 1024)
  /** Designs with the same codes are of one profile, which has its codes between its end and the one before: counting looks at each once. */
  #profiles = new Map<string, number>()
  #profileOf = new Uint32Array(1024)
  #codeEnds = new Uint32Array(1024)
  #codes = new Uint16Array(16 * 1024)
  #slots = new Uint32Array(4096)
  #words = new Map<string, (Postings | undefined)[]>()
  #categories = new Map<string, Postings>()
  #statuses = new Map<string, Postings>()
  #withCode: Postings[] = []
  /** Sets that a search works with, used again by the next: at a million designs fresh ones took half of its time. */
  #sets: Bits[] = []
  #setsInUse = 0
  #rooms = { rows: new Uint32Array(0), others: new Uint32Array(0) }

  /** How many designs there are. */
  get size() {
    return this.#rows - this.#dead
  }

  /** Takes a design in as it is now. True when its words are others than before, or it is new. */
  put(design: IndexedDesign): boolean {
    const id = numbersOf(design.id)
    const slot = this.#slotOf(id)
    const former = this.#slots[slot]! - 1
    const wasAlive = former >= 0 && hasBit(this.#alive, former)
    const text = markOf(design.words)
    const mark = markOf(design.facetCodes, markOf(Buffer.from(`${design.status} ${design.categories}`)))
    const sameText = wasAlive && this.#marks[former * 2] === text
    if (sameText && this.#marks[former * 2 + 1] === mark) {
      this.#setPrice(former, design.fromMinor)
      return false
    }
    if (wasAlive) this.#bury(former)
    const row = this.#newRow(id, slot)
    this.#setPrice(row, design.fromMinor)
    this.#marks.set([text, mark], row * 2)
    postingsOf(this.#statuses, design.status).add(row)
    for (const category of design.categories === '' ? [] : design.categories.split(' '))
      postingsOf(this.#categories, category).add(row)
    this.#addCodes(row, design.facetCodes)
    this.#addWords(row, design.words)
    if (this.#dead > 1000 && this.#dead * 4 > this.#rows) this.#compact()
    return !sameText
  }

  /** Notes what a design costs now, when it is there. */
  reprice(id: string, minor: number): void {
    const row = this.#rowOf(id)
    if (row >= 0) this.#setPrice(row, minor)
  }

  /** Forgets a design. */
  remove(id: string): void {
    const row = this.#rowOf(id)
    if (row >= 0) this.#bury(row)
  }

  /** The designs that a wish finds, a page of them, and, when they are to be counted, how many there are of each kind. */
  find(wish: Wish, areCounted: boolean): { page: FoundPage; counts: Counts | null } {
    this.#setsInUse = 0
    const base = this.#baseOf(wish)
    const filters = new Map<string, Bits>()
    for (const [facet, codes] of wish.codes)
      filters.set(facet, this.#withAny(codes.map((code) => this.#withCode[code])))
    if (wish.price) filters.set('price', this.#withPrice(base, wish.price))
    const all = this.#copyOf(base)
    for (const bits of filters.values()) intersect(all, bits)
    const isByPrice = wish.sort === 'price' || wish.sort === '-price'
    const rows = areCounted || isByPrice ? rowsIn(all, this.#roomFor('rows')) : new Uint32Array(0)
    return { page: this.#pageOf(all, rows, wish), counts: areCounted ? this.#countsOf(rows, base, filters) : null }
  }

  /** The ids of what has the words of a wish, whatever its other filters say: the newest rows, at most `limit`. */
  findIds(wish: Wish, limit: number): string[] {
    this.#setsInUse = 0
    return Array.from(rowsIn(this.#baseOf(wish)).slice(-limit), (row) => this.#idOf(row))
  }

  #baseOf({ status, categories, words, among }: Wish): Bits {
    const base = intersect(this.#withAny([this.#statuses.get(status)]), this.#alive.subarray(0, noWords(this.#rows)))
    if (categories.length > 0)
      intersect(base, this.#withAny(categories.map((category) => this.#categories.get(category))))
    if (words) intersect(base, this.#matching(words))
    if (among) intersect(base, this.#withIds(among))
    return base
  }

  #matching(wanted: Wanted): Bits {
    if (wanted.kind === 'word') return this.#withAny(this.#words.get(wanted.lexeme) ?? [])
    if (wanted.kind === 'not') {
      const others = this.#copyOf(this.#alive.subarray(0, noWords(this.#rows)))
      return hasPhrase(wanted.of) ? others : subtract(others, this.#matching(wanted.of))
    }
    const [first, ...others] = wanted.of.map((each) => this.#matching(each))
    const combine = wanted.kind === 'or' ? unite : intersect
    return others.reduce(combine, first ?? this.#emptySet())
  }

  #withAny(those: readonly (Postings | undefined)[]): Bits {
    const bits = this.#emptySet()
    for (const postings of those) postings?.uniteInto(bits)
    return bits
  }

  #withIds(ids: readonly string[]): Bits {
    const bits = this.#emptySet()
    for (const id of ids) {
      const row = this.#rowOf(id)
      if (row >= 0) setBit(bits, row)
    }
    return bits
  }

  #withPrice(base: Bits, { min, max }: { min: number; max: number }): Bits {
    const bits = this.#copyOf(base)
    const prices = this.#prices
    for (let word = 0; word < bits.length; word++) {
      let kept = bits[word]!
      for (let left = kept; left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left)
        const price = prices[(word << 5) + bit]!
        if (price < min || price > max) kept &= ~(1 << bit)
      }
      bits[word] = kept
    }
    return bits
  }

  #pageOf(all: Bits, rows: Uint32Array, { sort, place, limit, words }: Wish): FoundPage {
    const after = place && { key: place.length > 1 ? Number(place[0]) : 0, id: numbersOf(String(place.at(-1))) }
    let best: { row: number; key: number }[]
    if (sort === 'price' || sort === '-price') best = this.#bestOf(rows, { prices: this.#prices, sort, after, limit })
    else {
      best = []
      const levels: [number, Bits][] = sort === 'relevance' && words ? this.#levelsOf(all, words) : [[0, all]]
      for (const [key, bits] of levels) {
        if (best.length > limit) break
        if (after && key > after.key) continue
        const newest = this.#newestOf(bits, after && key === after.key ? after.id : null, limit + 1 - best.length)
        for (const row of newest) best.push({ row, key })
      }
    }
    const shown = best.slice(0, limit)
    const last = best.length > limit ? shown.at(-1) : undefined
    return {
      ids: shown.map(({ row }) => this.#idOf(row)),
      last: last ? { key: last.key, id: this.#idOf(last.row) } : null
    }
  }

  /** The first of these rows by price, or by id only, and one more than the limit. */
  #bestOf(
    rows: Uint32Array,
    {
      prices,
      sort,
      after,
      limit
    }: {
      prices: Float64Array | null
      sort: Wish['sort']
      after: { key: number; id: Uint32Array } | null
      limit: number
    }
  ): { row: number; key: number }[] {
    const isDescending = sort !== 'price'
    const ids = this.#ids
    const best: { row: number; key: number }[] = []
    /** Whether a row comes before one with this key and id. */
    function isBefore(row: number, key: number, otherKey: number, otherIds: Uint32Array, at: number): boolean {
      if (key !== otherKey) return key < otherKey !== isDescending
      const order = compareIds(ids, row * 4, otherIds, at)
      return order !== 0 && order < 0 !== isDescending
    }
    // From the last, as what was made later most often has a later row.
    for (let n = rows.length - 1; n >= 0; n--) {
      const row = rows[n]!
      const key = prices ? prices[row]! : 0
      const worst = best[limit]
      if (worst && !isBefore(row, key, worst.key, ids, worst.row * 4)) continue
      if (after && (isBefore(row, key, after.key, after.id, 0) || (key === after.key && this.#hasId(row, after.id))))
        continue
      let at = best.length
      while (at > 0 && isBefore(row, key, best[at - 1]!.key, ids, best[at - 1]!.row * 4)) at--
      best.splice(at, 0, { row, key })
      if (best.length > limit + 1) best.pop()
    }
    return best
  }

  /** The newest of these rows, older than this id when there is one: rows are in the order of their ids, but for the late ones. */
  #newestOf(bits: Bits, before: Uint32Array | null, count: number): number[] {
    const late = this.#late
    const found: number[] = []
    const end = before ? this.#rowsBefore(before) : this.#rows
    for (let word = (end - 1) >> 5; word >= 0 && found.length < count; word--) {
      let left = bits[word]! & ~late[word]!
      if (word === end >>> 5) left &= (1 << (end & 31)) - 1
      while (left !== 0 && found.length < count) {
        const bit = 31 - Math.clz32(left)
        left &= ~(1 << bit)
        found.push((word << 5) + bit)
      }
    }
    const others = rowsIn(intersect(this.#copyOf(late.subarray(0, bits.length)), bits))
    if (others.length === 0) return found
    const after = before && { key: 0, id: before }
    const rows = Uint32Array.from([...found, ...others])
    return this.#bestOf(rows, { prices: null, sort: 'newest', after, limit: count - 1 }).map(({ row }) => row)
  }

  /** How many rows there are before the first, of those in order, whose id is this one or higher. */
  #rowsBefore(id: Uint32Array): number {
    let [low, high] = [0, this.#rows]
    while (low < high) {
      const middle = (low + high) >>> 1
      let row = middle
      while (row >= low && hasBit(this.#late, row)) row--
      if (row >= low && compareIds(this.#ids, row * 4, id, 0) >= 0) high = row
      else low = middle + 1
    }
    return low
  }

  /** These rows by how well the words stand in them, the best first: each counts by the best place where it stands. */
  #levelsOf(all: Bits, words: Wanted): [number, Bits][] {
    let levels = new Map<number, Bits>([[0, all]])
    for (const lexemes of groupsIn(words)) {
      const next = new Map<number, Bits>()
      const rest = this.#copyOf(all)
      for (const [weight, score] of [...weightOf.entries()].toReversed()) {
        const postings = lexemes.flatMap((lexeme) => this.#words.get(lexeme)?.[weight] ?? [])
        if (postings.length === 0) continue
        const own = intersect(this.#withAny(postings), rest)
        subtract(rest, own)
        this.#addLevels(next, levels, own, score)
      }
      this.#addLevels(next, levels, rest, 0)
      levels = next
    }
    return [...levels].sort(([a], [b]) => b - a)
  }

  /** Adds to `sums` the rows of each level that are in `bits`, so much higher. */
  #addLevels(sums: Map<number, Bits>, levels: ReadonlyMap<number, Bits>, bits: Bits, score: number): void {
    if (isEmpty(bits)) return
    for (const [sum, rows] of levels) {
      const own = intersect(this.#copyOf(rows), bits)
      if (isEmpty(own)) continue
      const same = sums.get(sum + score)
      if (same) unite(same, own)
      else sums.set(sum + score, own)
    }
  }

  #countsOf(rows: Uint32Array, base: Bits, filters: ReadonlyMap<string, Bits>): Counts {
    const codes = this.#countCodes(rows, new Uint32Array(this.#withCode.length))
    const inBands = this.#countBands(rows, new Uint32Array(priceBands.length + 1))
    const byFacet = new Map<string, Uint32Array>()
    for (const [own, bits] of filters) {
      const missing = subtract(this.#copyOf(base), bits)
      for (const [facet, others] of filters) if (facet !== own) intersect(missing, others)
      const more = rowsIn(missing, this.#roomFor('others'))
      if (own === 'price') this.#countBands(more, inBands)
      else byFacet.set(own, this.#countCodes(more, codes.slice()))
    }
    return { total: rows.length, byFacet, codes, bands: inBands }
  }

  /** Adds up the codes of these rows. */
  #countCodes(rows: Uint32Array, counts: Uint32Array): Uint32Array {
    const profileOf = this.#profileOf
    const ends = this.#codeEnds
    const codes = this.#codes
    const tally = new Uint32Array(this.#profiles.size)
    for (let n = 0; n < rows.length; n++) tally[profileOf[rows[n]!]!]!++
    for (let profile = 0; profile < tally.length; profile++) {
      const count = tally[profile]!
      if (count === 0) continue
      const end = ends[profile]!
      for (let at = profile === 0 ? 0 : ends[profile - 1]!; at < end; at++) counts[codes[at]!]! += count
    }
    return counts
  }

  #countBands(rows: Uint32Array, counts: Uint32Array): Uint32Array {
    const bands = this.#bands
    for (let n = 0; n < rows.length; n++) counts[bands[rows[n]!]!]!++
    return counts
  }

  #emptySet(): Bits {
    return this.#setFor().fill(0)
  }

  #copyOf(bits: Bits): Bits {
    const copy = this.#setFor()
    copy.set(bits)
    return copy
  }

  /** A set with room for all rows and anything in it, until the next search. */
  #setFor(): Bits {
    const at = this.#setsInUse++
    const words = noWords(this.#rows)
    const kept = this.#sets[at]
    if (kept && kept.length >= words) return kept.subarray(0, words)
    this.#sets[at] = new Uint32Array(noWords(this.#prices.length))
    return this.#sets[at].subarray(0, words)
  }

  /** Room for a list of all rows, used again by the next search: fresh memory took a tenth of the time. */
  #roomFor(name: 'rows' | 'others'): Uint32Array {
    if (this.#rooms[name].length < this.#rows) this.#rooms[name] = new Uint32Array(this.#prices.length)
    return this.#rooms[name]
  }

  #newRow(id: Uint32Array, slot: number): number {
    const row = this.#rows++
    if (row === this.#prices.length) {
      const room = Math.ceil(row * 1.5)
      this.#alive = grown(this.#alive, (room + 31) >>> 5)
      this.#late = grown(this.#late, (room + 31) >>> 5)
      this.#ids = grown(this.#ids, 4 * room)
      this.#prices = grown(this.#prices, room)
      this.#bands = grown(this.#bands, room)
      this.#marks = grown(this.#marks, 2 * room)
      this.#profileOf = grown(this.#profileOf, room)
    }
    setBit(this.#alive, row)
    this.#ids.set(id, row * 4)
    this.#noteOrder(row)
    this.#slots[slot] = row + 1
    if (this.#rows * 2 > this.#slots.length) this.#placeAll(this.#slots.length * 2)
    return row
  }

  #noteOrder(row: number): void {
    if (row > 0 && compareIds(this.#ids, row * 4, this.#highest, 0) < 0) setBit(this.#late, row)
    else this.#highest = this.#ids.slice(row * 4, row * 4 + 4)
  }

  #setPrice(row: number, minor: number): void {
    this.#prices[row] = minor
    this.#bands[row] = priceBands.filter((from) => minor >= from).length
  }

  #bury(row: number): void {
    if (!hasBit(this.#alive, row)) return
    this.#alive[row >>> 5]! &= ~(1 << (row & 31))
    this.#dead++
  }

  #addCodes(row: number, codes: Buffer): void {
    const name = codes.toString('latin1')
    let profile = this.#profiles.get(name)
    if (profile === undefined) {
      profile = this.#profiles.size
      this.#profiles.set(name, profile)
      this.#addProfile(profile, codes)
    }
    this.#profileOf[row] = profile
    for (let at = profile === 0 ? 0 : this.#codeEnds[profile - 1]!; at < this.#codeEnds[profile]!; at++)
      this.#withCode[this.#codes[at]!]!.add(row)
  }

  #addProfile(profile: number, codes: Buffer): void {
    let end = profile === 0 ? 0 : this.#codeEnds[profile - 1]!
    if (profile === this.#codeEnds.length) this.#codeEnds = grown(this.#codeEnds, profile * 2)
    if (end + codes.length > this.#codes.length)
      this.#codes = grown(this.#codes, (this.#codes.length * 1.5 + codes.length) | 0)
    for (let at = 0; at + 1 < codes.length; at += 2) {
      const code = codes.readUInt16BE(at)
      this.#codes[end++] = code
      while (this.#withCode.length <= code) this.#withCode.push(new Postings())
    }
    this.#codeEnds[profile] = end
  }

  /** Reads what PostgreSQL sends of a tsvector: a count, and of each lexeme its text, a zero, a count, and positions with their weights. */
  #addWords(row: number, words: Buffer): void {
    let at = 4
    for (let left = words.readUInt32BE(0); left > 0; left--) {
      const end = words.indexOf(0, at)
      const lexeme = words.toString('utf8', at, end)
      const positions = words.readUInt16BE(end + 1)
      let weight = 0
      for (let n = 0; n < positions; n++) weight = Math.max(weight, words[end + 3 + n * 2]! >>> 6)
      let byWeight = this.#words.get(lexeme)
      if (!byWeight) this.#words.set(lexeme, (byWeight = [undefined, undefined, undefined, undefined]))
      ;(byWeight[weight] ??= new Postings()).add(row)
      at = end + 3 + positions * 2
    }
  }

  /** Where the row of an id is noted, or would be: the last part of a UUID is random enough to start looking from. */
  #slotOf(id: Uint32Array): number {
    const mask = this.#slots.length - 1
    let slot = id[3]! & mask
    while (this.#slots[slot] !== 0 && !this.#hasId(this.#slots[slot]! - 1, id)) slot = (slot + 1) & mask
    return slot
  }

  #rowOf(id: string): number {
    return this.#slots[this.#slotOf(numbersOf(id))]! - 1
  }

  #hasId(row: number, id: Uint32Array): boolean {
    const at = row * 4
    const ids = this.#ids
    return ids[at] === id[0] && ids[at + 1] === id[1] && ids[at + 2] === id[2] && ids[at + 3] === id[3]
  }

  #idOf(row: number): string {
    const hex = [0, 1, 2, 3].map((part) => this.#ids[row * 4 + part]!.toString(16).padStart(8, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** Notes the rows that live in a table of so many slots, a power of two. */
  #placeAll(slots: number): void {
    this.#slots = new Uint32Array(slots)
    for (const row of rowsIn(this.#alive)) this.#slots[this.#slotOf(this.#ids.subarray(row * 4, row * 4 + 4))] = row + 1
  }

  /** Sweeps out the rows that died, the order of the others kept. */
  #compact(): void {
    const kept = rowsIn(this.#alive)
    const becomes = new Uint32Array(this.#rows).fill(gone)
    for (const [row, former] of kept.entries()) {
      becomes[former] = row
      this.#ids.copyWithin(row * 4, former * 4, former * 4 + 4)
      this.#setPrice(row, this.#prices[former]!)
      this.#marks.copyWithin(row * 2, former * 2, former * 2 + 2)
    }
    this.#compactProfiles(kept)
    this.#rows = kept.length
    this.#dead = 0
    this.#alive = noBits(this.#prices.length)
    this.#late = noBits(this.#prices.length)
    for (let row = 0; row < this.#rows; row++) {
      setBit(this.#alive, row)
      this.#noteOrder(row)
    }
    const moved = (postings: Postings) => {
      const own = new Postings()
      for (const former of postings.rows()) if (becomes[former] !== gone) own.add(becomes[former]!)
      return own
    }
    const sweep = (all: Map<string, Postings>) => {
      for (const [name, postings] of all) {
        const own = moved(postings)
        if (own.size > 0) all.set(name, own)
        else all.delete(name)
      }
    }
    sweep(this.#categories)
    sweep(this.#statuses)
    this.#withCode = this.#withCode.map(moved)
    for (const [lexeme, byWeight] of this.#words) {
      const own = byWeight.map((postings) => postings && moved(postings))
      if (own.some((postings) => postings && postings.size > 0)) this.#words.set(lexeme, own)
      else this.#words.delete(lexeme)
    }
    this.#placeAll(this.#slots.length)
  }

  /** Gives these rows, in this order, their profiles, and forgets those that none of them has. */
  #compactProfiles(kept: Uint32Array): void {
    const former = this.#profileOf.slice()
    const names = [...this.#profiles.keys()]
    const becomes = new Uint32Array(names.length).fill(gone)
    this.#profiles.clear()
    for (const [row, from] of kept.entries()) {
      const profile = former[from]!
      if (becomes[profile] === gone) {
        becomes[profile] = this.#profiles.size
        this.#profiles.set(names[profile]!, becomes[profile])
        this.#addProfile(becomes[profile], Buffer.from(names[profile]!, 'latin1'))
      }
      this.#profileOf[row] = becomes[profile]!
    }
  }
}

const gone = 0xffffffff
const noWords = (rows: number) => (rows + 31) >>> 5

function compareIds(ids: Uint32Array, at: number, others: Uint32Array, otherAt: number): number {
  for (let part = 0; part < 4; part++) {
    const difference = ids[at + part]! - others[otherAt + part]!
    if (difference !== 0) return difference
  }
  return 0
}

function postingsOf(all: Map<string, Postings>, name: string): Postings {
  let postings = all.get(name)
  if (!postings) all.set(name, (postings = new Postings()))
  return postings
}

/** A UUID as four numbers that compare as it does. */
function numbersOf(id: string): Uint32Array {
  const hex = id.replaceAll('-', '')
  return Uint32Array.from([0, 8, 16, 24], (at) => Number.parseInt(hex.slice(at, at + 8), 16))
}

/** A number that is another one when the bytes are others (FNV-1a). */
function markOf(bytes: Buffer, start = 0x811c9dc5): number {
  let mark = start
  for (let at = 0; at < bytes.length; at++) mark = Math.imul(mark ^ bytes[at]!, 0x01000193)
  return mark >>> 0
}
