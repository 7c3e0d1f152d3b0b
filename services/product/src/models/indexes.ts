import { grown, hasBit, intersect, noBits, Postings, rowsIn, setBit, subtract, unite, type Bits } from './bitsets.ts'
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
  #ids = new Uint32Array(4 * 1024)
  #prices = new Float64Array(1024)
  #bands = new Uint8Array(1024)
  #marks = new Uint32Array(2 * 1024)
  #codeEnds = new Uint32Array(1024)
  #codes = new Uint16Array(16 * 1024)
  #slots = new Uint32Array(4096)
  #words = new Map<string, (Postings | undefined)[]>()
  #categories = new Map<string, Postings>()
  #statuses = new Map<string, Postings>()
  #withCode: Postings[] = []
  #keys = new Float64Array(0)
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

  /** Forgets a design. */
  remove(id: string): void {
    const row = this.#rowOf(id)
    if (row >= 0) this.#bury(row)
  }

  /** The designs that a wish finds, a page of them, and, when they are to be counted, how many there are of each kind. */
  find(wish: Wish, areCounted: boolean): { page: FoundPage; counts: Counts | null } {
    const base = this.#baseOf(wish)
    const filters = new Map<string, Bits>()
    for (const [facet, codes] of wish.codes)
      filters.set(facet, this.#withAny(codes.map((code) => this.#withCode[code])))
    if (wish.price) filters.set('price', this.#withPrice(base, wish.price))
    const all = base.slice()
    for (const bits of filters.values()) intersect(all, bits)
    const rows = rowsIn(all, this.#roomFor('rows'))
    return { page: this.#pageOf(rows, wish), counts: areCounted ? this.#countsOf(rows, base, filters) : null }
  }

  /** The ids of what has the words of a wish, whatever its other filters say: the newest rows, at most `limit`. */
  findIds(wish: Wish, limit: number): string[] {
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
      const others = this.#alive.slice(0, noWords(this.#rows))
      return hasPhrase(wanted.of) ? others : subtract(others, this.#matching(wanted.of))
    }
    const [first, ...others] = wanted.of.map((each) => this.#matching(each))
    const combine = wanted.kind === 'or' ? unite : intersect
    return others.reduce(combine, first ?? noBits(this.#rows))
  }

  #withAny(those: readonly (Postings | undefined)[]): Bits {
    const bits = noBits(this.#rows)
    for (const postings of those) postings?.uniteInto(bits)
    return bits
  }

  #withIds(ids: readonly string[]): Bits {
    const bits = noBits(this.#rows)
    for (const id of ids) {
      const row = this.#rowOf(id)
      if (row >= 0) setBit(bits, row)
    }
    return bits
  }

  #withPrice(base: Bits, { min, max }: { min: number; max: number }): Bits {
    const bits = noBits(this.#rows)
    const rows = rowsIn(base, this.#roomFor('others'))
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n]!
      const price = this.#prices[row]!
      if (price >= min && price <= max) setBit(bits, row)
    }
    return bits
  }

  #pageOf(rows: Uint32Array, { sort, place, limit, words }: Wish): FoundPage {
    const isDescending = sort !== 'price'
    const keys = this.#keysOf(rows, sort, words)
    const after = place && { key: place.length > 1 ? Number(place[0]) : 0, id: numbersOf(String(place.at(-1))) }
    const ids = this.#ids
    const best: { row: number; key: number }[] = []
    /** Whether a row comes before one with this key and id. */
    function isBefore(row: number, key: number, otherKey: number, otherIds: Uint32Array, at: number): boolean {
      if (key !== otherKey) return key < otherKey !== isDescending
      for (let part = 0; part < 4; part++) {
        const own = ids[row * 4 + part]!
        const other = otherIds[at + part]!
        if (own !== other) return own < other !== isDescending
      }
      return false
    }
    // From the last, as what was made later most often has a later row.
    for (let n = rows.length - 1; n >= 0; n--) {
      const row = rows[n]!
      const key = keys[n]!
      const worst = best[limit]
      if (worst && !isBefore(row, key, worst.key, ids, worst.row * 4)) continue
      if (after && (isBefore(row, key, after.key, after.id, 0) || this.#hasId(row, after.id))) continue
      let at = best.length
      while (at > 0 && isBefore(row, key, best[at - 1]!.key, ids, best[at - 1]!.row * 4)) at--
      best.splice(at, 0, { row, key })
      if (best.length > limit + 1) best.pop()
    }
    const shown = best.slice(0, limit)
    const last = best.length > limit ? shown.at(-1) : undefined
    return {
      ids: shown.map(({ row }) => this.#idOf(row)),
      last: last ? { key: last.key, id: this.#idOf(last.row) } : null
    }
  }

  /** What these rows are ordered by before their ids, which are ordered by when they were made. */
  #keysOf(rows: Uint32Array, sort: Wish['sort'], words: Wish['words']): Float64Array {
    if (this.#keys.length < rows.length) this.#keys = new Float64Array(this.#prices.length)
    const keys = this.#keys
    keys.fill(0, 0, rows.length)
    if (sort === 'price' || sort === '-price') for (let n = 0; n < rows.length; n++) keys[n] = this.#prices[rows[n]!]!
    if (sort !== 'relevance' || !words) return keys
    for (const lexemes of groupsIn(words)) {
      const seen = noBits(this.#rows)
      for (let weight = weightOf.length - 1; weight >= 0; weight--) {
        const postings = lexemes.flatMap((lexeme) => this.#words.get(lexeme)?.[weight] ?? [])
        if (postings.length === 0) continue
        const own = subtract(this.#withAny(postings), seen)
        for (let n = 0; n < rows.length; n++) if (hasBit(own, rows[n]!)) keys[n]! += weightOf[weight]!
        unite(seen, own)
      }
    }
    return keys
  }

  #countsOf(rows: Uint32Array, base: Bits, filters: ReadonlyMap<string, Bits>): Counts {
    const codes = this.#countCodes(rows, new Uint32Array(this.#withCode.length))
    const inBands = this.#countBands(rows, new Uint32Array(priceBands.length + 1))
    const byFacet = new Map<string, Uint32Array>()
    for (const [own, bits] of filters) {
      const missing = subtract(base.slice(), bits)
      for (const [facet, others] of filters) if (facet !== own) intersect(missing, others)
      const more = rowsIn(missing, this.#roomFor('others'))
      if (own === 'price') this.#countBands(more, inBands)
      else byFacet.set(own, this.#countCodes(more, codes.slice()))
    }
    return { total: rows.length, byFacet, codes, bands: inBands }
  }

  #countCodes(rows: Uint32Array, counts: Uint32Array): Uint32Array {
    const codes = this.#codes
    const ends = this.#codeEnds
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n]!
      const end = ends[row]!
      for (let at = row === 0 ? 0 : ends[row - 1]!; at < end; at++) counts[codes[at]!]!++
    }
    return counts
  }

  #countBands(rows: Uint32Array, counts: Uint32Array): Uint32Array {
    for (let n = 0; n < rows.length; n++) counts[this.#bands[rows[n]!]!]!++
    return counts
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
      this.#ids = grown(this.#ids, 4 * room)
      this.#prices = grown(this.#prices, room)
      this.#bands = grown(this.#bands, room)
      this.#marks = grown(this.#marks, 2 * room)
      this.#codeEnds = grown(this.#codeEnds, room)
    }
    setBit(this.#alive, row)
    this.#ids.set(id, row * 4)
    this.#slots[slot] = row + 1
    if (this.#rows * 2 > this.#slots.length) this.#placeAll(this.#slots.length * 2)
    return row
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
    let end = row === 0 ? 0 : this.#codeEnds[row - 1]!
    if (end + codes.length > this.#codes.length)
      this.#codes = grown(this.#codes, (this.#codes.length * 1.5 + codes.length) | 0)
    for (let at = 0; at + 1 < codes.length; at += 2) {
      const code = codes.readUInt16BE(at)
      this.#codes[end++] = code
      while (this.#withCode.length <= code) this.#withCode.push(new Postings())
      this.#withCode[code]!.add(row)
    }
    this.#codeEnds[row] = end
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
    let end = 0
    for (const [row, former] of kept.entries()) {
      const [from, to] = [former === 0 ? 0 : this.#codeEnds[former - 1]!, this.#codeEnds[former]!]
      this.#codes.copyWithin(end, from, to)
      end += to - from
      this.#codeEnds[row] = end
    }
    this.#rows = kept.length
    this.#dead = 0
    this.#alive = noBits(this.#prices.length)
    for (let row = 0; row < this.#rows; row++) setBit(this.#alive, row)
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
}

const gone = 0xffffffff
const noWords = (rows: number) => (rows + 31) >>> 5

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
