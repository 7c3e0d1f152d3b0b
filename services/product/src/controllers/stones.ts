import { createHash } from 'node:crypto'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { parse } from 'csv-parse'
import type { Db } from '../models/designs.ts'
import {
  countStones,
  findStone,
  findStones,
  saveStoneKinds,
  saveStoneRows,
  sortColumn,
  type StoneCount,
  type StoneKind,
  type StoneRow
} from '../models/stones.ts'
import { caratBands } from '../schemas/designs.ts'
import {
  stoneClarities,
  stoneColours,
  stoneCuts,
  type Stone,
  type StoneFacet,
  type StoneFacets,
  type StoneImport,
  type StoneQuery
} from '../schemas/stones.ts'
import { estimatedMct } from './estimates.ts'
import { halfUp, priceOfStone, times, whole } from './prices.ts'

export interface Deps {
  db: Db
}

/** A page of the loose stones that are not sold, with counts by shape, grades and weight when they are asked for. */
export async function listStones({ db }: Deps, query: StoneQuery) {
  const place = query.after === undefined ? null : readPlace(query.after, ['number', 'id'])
  const rows = await findStones(db, query, place, query.limit + 1)
  const by = sortColumn(query.sort)
  const page = pageOf(rows, query.limit, (stone) => [stone[by], stone.pieceId])
  return query.facets ? { ...page, facets: facetsOf(await countStones(db, query)) } : page
}

/** The counts by facet, each in the order of its scale. */
function facetsOf(counts: StoneCount[]): StoneFacets {
  const valuesOf = (facet: StoneFacet, scale: readonly string[] = []) =>
    counts
      .filter((one) => one.facet === facet && one.count > 0)
      .sort((a, b) => scale.indexOf(a.value) - scale.indexOf(b.value) || b.count - a.count)
      .map(({ value, count }) => ({ value, count }))
  return {
    total: counts.reduce((sum, { facet, found }) => (facet === 'shape' ? sum + found : sum), 0),
    shape: valuesOf('shape'),
    cut: valuesOf('cut', stoneCuts),
    colour: valuesOf('colour', stoneColours),
    clarity: valuesOf('clarity', stoneClarities),
    carat: valuesOf('carat', caratBands)
  }
}

/** A loose stone, also when it is sold. */
export async function readStone({ db }: Deps, pieceId: string): Promise<Stone> {
  const stone = await findStone(db, pieceId)
  if (!stone) throw new Problem(404, 'not-found', 'There is no such stone.')
  return stone
}

const names = ['carat', 'cut', 'color', 'clarity', 'depth', 'table', 'price', 'x', 'y', 'z'] as const
type Name = (typeof names)[number]

const atOnce = 1000
const listed = 1000
const maxLineBytes = 1000

interface ImportOptions {
  currency: string
  /** Minor units of that currency for one unit of the prices in the file. */
  fxMinorPerUnit: number
  maxBytes: number
}

/**
 * Brings the stones of a CSV file into stock, 1,000 rows a statement. A row that is not a possible stone, or repeats
 * another, is told with its line and reason and stops no other row. A file that was imported before adds nothing.
 */
export async function importStones(
  { db }: Deps,
  file: Readable,
  { currency, fxMinorPerUnit, maxBytes }: ImportOptions
): Promise<StoneImport> {
  const result: StoneImport = { imported: 0, alreadyThere: 0, rejectedCount: 0, rejected: [] }
  const reject = (line: number, reason: string) => {
    result.rejectedCount++
    if (result.rejected.length < listed) result.rejected.push({ line, reason })
  }
  const parser = parse({ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true })
  const reading = pipeline(file, spool(maxBytes), (source) => singleLines(source, maxBytes, reject), parser)
  reading.catch(() => {})

  const kinds = new Map<string, string>()
  const linesOf = new Map<string, number>()
  let batch: ReadStone[] = []
  let order: Name[] | undefined
  const save = async () => {
    if (batch.length === 0) return
    const added = await saveStones(db, batch, kinds, currency, fxMinorPerUnit)
    result.imported += added
    result.alreadyThere += batch.length - added
    batch = []
  }
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    if (!order) {
      order = readHeader(record)
      continue
    }
    const stone = readStoneRow(record, order)
    const content = typeof stone === 'string' ? record.join('\n') : stone.serial
    const first = linesOf.get(content)
    if (first !== undefined) {
      reject(info.lines, `It repeats line ${first} exactly.`)
      continue
    }
    linesOf.set(content, info.lines)
    if (typeof stone === 'string') {
      reject(info.lines, stone)
      continue
    }
    batch.push(stone)
    if (batch.length === atOnce) await save()
  }
  await reading
  if (!order) throw new Problem(422, 'header-not-valid', `The file is empty. ${headerNeeded}`)
  await save()
  result.rejected.sort((a, b) => a.line - b.line)
  return result
}

/** Takes the file in as fast as it comes, so that the sender is never slowed down into a timeout by the database. */
const spool = (maxBytes: number) =>
  new PassThrough({ readableHighWaterMark: maxBytes, writableHighWaterMark: maxBytes })

/**
 * Passes on the lines that a row can be made of: one that is too long, or whose quotes do not close, is rejected and left
 * empty, so that it neither swallows the rows after it nor changes their numbers.
 */
async function* singleLines(
  source: AsyncIterable<Buffer>,
  maxBytes: number,
  reject: (line: number, reason: string) => void
): AsyncGenerator<Buffer> {
  let line = 1
  let bytes = 0
  let kept: Buffer[] = []
  let length = 0
  const take = (part: Buffer) => {
    length += part.length
    if (length <= maxLineBytes) kept.push(part)
  }
  const finish = (): Buffer => {
    const text = Buffer.concat(kept)
    const tooLong = length > maxLineBytes
    const open = !tooLong && text.reduce((count, byte) => (byte === quote ? count + 1 : count), 0) % 2 === 1
    if (tooLong) reject(line, `It is longer than ${maxLineBytes} bytes.`)
    else if (open) reject(line, 'It has a quotation mark that is not closed.')
    kept = []
    length = 0
    line++
    return tooLong || open ? Buffer.alloc(0) : text
  }
  for await (const chunk of source) {
    bytes += chunk.length
    if (bytes > maxBytes)
      throw new Problem(413, 'body-too-large', 'The file is larger than this route takes. Split it.')
    const out: Buffer[] = []
    let from = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      take(chunk.subarray(from, end))
      out.push(finish(), lineEnd)
      from = end + 1
    }
    take(Buffer.from(chunk.subarray(from)))
    if (out.length > 0) yield Buffer.concat(out)
  }
  if (length > 0) yield finish()
}

const newline = 10
const quote = 34
const lineEnd = Buffer.from('\n')

const headerNeeded = `Its first line must name the columns ${names.join(', ')}, in any order.`

function readHeader(record: string[]): Name[] {
  const given = record.map((name) => name.trim().toLowerCase())
  const missing = names.filter((name) => !given.includes(name))
  const extra = given.filter((name, index) => !names.includes(name as Name) || given.indexOf(name) !== index)
  if (missing.length > 0 || extra.length > 0)
    throw new Problem(422, 'header-not-valid', `The file is not one of stones. ${headerNeeded}`, {
      missing,
      extra: extra.slice(0, 20).map(shown)
    })
  return given as Name[]
}

interface ReadStone extends Omit<StoneRow, 'variantId' | 'totalMinor' | 'currency' | 'breakdown'> {
  priceHundredths: number
}

/** The stone that a row describes, or why it describes none. */
function readStoneRow(record: string[], order: Name[]): ReadStone | string {
  if (record.length !== order.length)
    return `It has ${record.length} ${record.length === 1 ? 'column' : 'columns'} instead of ${order.length}.`
  const values = Object.fromEntries(order.map((name, index) => [name, record[index]!.trim()])) as Record<Name, string>
  const cut = stoneCuts.find((known) => known.toLowerCase() === values.cut.toLowerCase())
  const colour = values.color.toUpperCase()
  const clarity = values.clarity.toUpperCase()
  if (!cut) return `The cut ${shown(values.cut)} is not known.`
  if (!stoneColours.includes(colour)) return `The color ${shown(values.color)} is not a grade from D to Z.`
  if (!stoneClarities.includes(clarity)) return `The clarity ${shown(values.clarity)} is not a GIA grade.`
  const numbers = {} as Record<keyof typeof decimals, number>
  for (const name of Object.keys(decimals) as (keyof typeof decimals)[]) {
    const { digits, max } = decimals[name]
    const number = scaled(values[name], digits)
    if (number === undefined)
      return `The ${name} ${shown(values[name])} is not a number with at most ${digits} decimals.`
    if (number === 0) return `The ${name} is 0, which no stone has.`
    if (number > max * 10 ** digits) return `The ${name} ${shown(values[name])} is more than ${max}.`
    numbers[name] = number
  }
  const { carat: caratMct, depth, table, price, x, y, z } = numbers
  const impossible = impossibleSize(caratMct, x, y, z, depth)
  if (impossible) return impossible
  const content = ['round', caratMct, cut, colour, clarity, depth, table, price, x, y, z].join(' ')
  return {
    serial: `RB-${createHash('sha256').update(content).digest('hex').slice(0, 20).toUpperCase()}`,
    title: `Round brilliant diamond, ${(caratMct / 1000).toFixed(2)} ct, ${colour}, ${clarity}, ${cut} cut`,
    shape: 'round',
    caratMct,
    cut,
    colour,
    clarity,
    depthPermille: depth,
    tablePermille: table,
    lengthUm: x,
    widthUm: y,
    heightUm: z,
    priceHundredths: price
  }
}

/** What is read as a whole number of which unit, and the most that is believed. */
const decimals = {
  carat: { digits: 3, max: 100 },
  depth: { digits: 1, max: 100 },
  table: { digits: 1, max: 100 },
  price: { digits: 2, max: 100_000_000 },
  x: { digits: 3, max: 100 },
  y: { digits: 3, max: 100 },
  z: { digits: 3, max: 100 }
} as const

/** The decimal text as a whole number of 10^-digits; undefined when it is not exactly one. */
function scaled(text: string, digits: number): number | undefined {
  const [, units, rest = ''] = /^([0-9]{1,9})(?:\.([0-9]+))?$/.exec(text) ?? []
  const decimal = rest.replace(/0+$/, '')
  if (units === undefined || decimal.length > digits) return undefined
  return Number(units + decimal.padEnd(digits, '0'))
}

/**
 * Why a round brilliant of this weight cannot have these measurements (mm/1000, depth in permille), if it cannot: by the
 * weight that such a stone is estimated at, and as its depth is its height by its width.
 */
function impossibleSize(caratMct: number, x: number, y: number, z: number, depth: number): string | undefined {
  const width = (x + y) / 2
  const measured = (z / width) * 1000
  if (Math.abs(measured - depth) > 50)
    return `The sizes cannot be right: z is ${(measured / 10).toFixed(1)} % of the width, but depth says ${depth / 10} %.`
  const estimate = estimatedMct({ shape: 'round', lengthMm: width / 1000, widthMm: width / 1000, depthMm: z / 1000 })!
  if (caratMct < estimate * 0.7 || caratMct > estimate * 1.4)
    return `The sizes cannot be right: a round stone of x, y and z weighs about ${(estimate / 1000).toFixed(2)} ct, not ${caratMct / 1000} ct.`
  return undefined
}

const shown = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)

const kindOf = ({ shape, colour, clarity, cut }: Omit<StoneKind, 'sku'>): StoneKind => ({
  sku: ['DIA', shape, colour, clarity, cut].join('-').toUpperCase().replaceAll(' ', '-'),
  shape,
  colour,
  clarity,
  cut
})

async function saveStones(
  db: Db,
  stones: ReadStone[],
  kinds: Map<string, string>,
  currency: string,
  fxMinorPerUnit: number
): Promise<number> {
  const unknown = new Map(
    stones.map(kindOf).flatMap((kind) => (kinds.has(kind.sku) ? [] : [[kind.sku, kind] as const]))
  )
  if (unknown.size > 0) {
    const saved = await saveStoneKinds(db, [...unknown.values()], currency)
    for (const sku of unknown.keys()) {
      const id = saved.get(sku)
      if (!id) throw new Problem(409, 'sku-taken', `The SKU ${sku} belongs to a design that is not of loose stones.`)
      kinds.set(sku, id)
    }
  }
  const rows = stones.map(({ priceHundredths, ...stone }): StoneRow => {
    const minor = halfUp(times(whole(priceHundredths), fxMinorPerUnit, 100))
    const { totalMinor, breakdown } = priceOfStone(minor)
    return { ...stone, variantId: kinds.get(kindOf(stone).sku)!, totalMinor, breakdown, currency }
  })
  return saveStoneRows(db, rows)
}
