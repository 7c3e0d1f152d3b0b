import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Once } from '@lumora/kit/idempotency'
import { enqueue } from '@lumora/kit/jobs'
import { Problem } from '@lumora/kit/problem'
import type { Db } from '../models/designs.ts'
import { findRates } from '../models/rates.ts'
import {
  findImport,
  findImportState,
  findLines,
  findOtherRows,
  findRowsAfter,
  finishImport,
  saveImport,
  saveImportProgress,
  saveLines,
  saveReading,
  type ImportLine,
  type ImportState,
  type Progress
} from '../models/transfers.ts'
import type { NewDesign } from '../schemas/designs.ts'
import type { Rate } from '../schemas/rates.ts'
import type { CatalogueImport, Fault } from '../schemas/transfers.ts'
import { columnNames, fieldsOf, readRow, type CatalogueRow } from './columns.ts'
import { makeFacetsKnown, saveDesigns, variantRow } from './designs.ts'
import type { Upload } from './media.ts'
import { checkCertificates } from './pieces.ts'
import { csvLine, csvRecords, plainField } from './records.ts'

export interface Deps {
  db: Db
}

/** The job that takes the lines of an import in. */
export const importTask = 'import-catalogue'
export const maxImportBytes = 128 * 1024 * 1024

const designsAtOnce = 100
const linesAtOnce = 1000
const listed = 1000
const maxVariants = 100
/** A job that takes longer than 30 s may run twice, so it goes on in another one before. */
const sliceMs = 8000

/** The whole catalogue as CSV, a row for each variant on sale, as it is read: designs changed meanwhile are as before or after. */
export function exportCatalogue({ db }: Deps): Readable {
  async function* lines() {
    yield `\uFEFF${csvLine(columnNames)}`
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const rows = await findRowsAfter(db, after, 200)
      if (rows.length === 0) return
      const sold = rows.filter(({ variant }) => variant.sku !== null) as unknown as CatalogueRow[]
      yield sold.map((row) => csvLine(fieldsOf(row))).join('')
      after = rows.at(-1)!.designId
    }
  }
  return Readable.from(lines())
}

/** Reads a catalogue from CSV, keeps its good lines for a job, and tells the faults of the others. With `dryRun` that job changes nothing. */
export function startImport(
  { db }: Deps,
  once: Once,
  staffId: string,
  { file }: Upload,
  dryRun: boolean
): Promise<CatalogueImport> {
  return db.transaction().execute(async (tx) => {
    const id = await saveImport(tx, dryRun, staffId)
    const read = await readLines(createReadStream(file), (lines) => saveLines(tx, id, lines))
    const started = await saveReading(tx, id, read)
    if (started.status === 'running') await enqueue(tx, importTask, { importId: id })
    return once.answer(tx, 202, started)
  })
}

interface Reading {
  lines: number
  faultCount: number
  faults: Fault[]
}

async function readLines(
  chunks: AsyncIterable<Buffer>,
  keep: (lines: ImportLine[]) => Promise<void>
): Promise<Reading> {
  const result: Reading = { lines: 0, faultCount: 0, faults: [] }
  const refuse = (faults: Fault[]) => {
    result.faultCount += faults.length
    result.faults.push(...faults.slice(0, listed - result.faults.length))
  }
  const clashOf = watchClashes()
  let order: string[] | undefined
  let batch: ImportLine[] = []
  for await (const record of csvRecords(chunks)) {
    if (!order) {
      order = readHeader('fields' in record ? record.fields : [])
      continue
    }
    result.lines++
    const { line } = record
    const row = 'fault' in record ? [{ line, column: null, reason: record.fault }] : readRow(line, order, record.fields)
    const faults = Array.isArray(row) ? row : clashOf(line, row)
    if (faults.length > 0) {
      refuse(faults)
      continue
    }
    batch.push({ slug: (row as CatalogueRow).design.slug, line, row })
    if (batch.length === linesAtOnce) {
      await keep(batch)
      batch = []
    }
  }
  if (!order) throw new Problem(422, 'header-not-valid', `The file is empty. ${headerNeeded}`)
  if (batch.length > 0) await keep(batch)
  return result
}

const headerNeeded = 'Its first line must name the columns of an export, with commas between them, in any order.'

function readHeader(fields: readonly string[]): string[] {
  const given = fields.map((name) => plainField(name.trim()))
  const missing = columnNames.filter((name) => !given.includes(name))
  const extra = given.filter((name, index) => !columnNames.includes(name) || given.indexOf(name) !== index)
  if (missing.length > 0 || extra.length > 0)
    throw new Problem(422, 'header-not-valid', `The file is not a catalogue. ${headerNeeded}`, {
      missing,
      extra: extra.slice(0, 20).map((name) => name.slice(0, 40))
    })
  return given
}

/** Finds what a row says otherwise than an earlier one, or names again though it exists once. */
function watchClashes(): (line: number, row: CatalogueRow) => Fault[] {
  const firstLines = new Map<string, number>()
  const designs = new Map<string, { line: number; digest: string; variants: number }>()
  return (line, { design, variant }) => {
    const names: [string, string, string][] = [
      ['sku', 'The SKU', variant.sku],
      ...variant.pieces.flatMap(({ serial, huid }): [string, string, string][] => [
        ['pieces', 'The serial', serial],
        ...(huid === undefined ? [] : ([['pieces', 'The HUID', huid]] as [string, string, string][]))
      ])
    ]
    const faults = names.flatMap(([column, what, value]): Fault[] => {
      const first = firstLines.get(`${what} ${value}`)
      return first === undefined ? [] : [{ line, column, reason: `${what} ${value} stands in line ${first} already.` }]
    })
    const digest = createHash('sha256').update(JSON.stringify(design)).digest('base64')
    const known = designs.get(design.slug)
    if (known && known.digest !== digest)
      faults.push({ line, column: 'slug', reason: `It says otherwise of this design than line ${known.line}.` })
    if (known && known.variants >= maxVariants)
      faults.push({ line, column: 'slug', reason: `A design has at most ${maxVariants} variants.` })
    if (faults.length > 0) return faults
    for (const [, what, value] of names) firstLines.set(`${what} ${value}`, line)
    if (known) known.variants++
    else designs.set(design.slug, { line, digest, variants: 1 })
    return []
  }
}

export async function readImport({ db }: Deps, id: string): Promise<CatalogueImport> {
  const found = await findImport(db, id)
  if (!found) throw new Problem(404, 'not-found', 'There is no such import.')
  return found
}

interface Line extends CatalogueRow {
  line: number
}

/** Takes the next lines of an import in, and goes on in another job when there are more. What was done is not done again. */
export async function importCatalogue({ db }: Deps, { importId }: { importId: string }): Promise<void> {
  const end = Date.now() + sliceMs
  while (Date.now() < end) {
    const state = await findImportState(db, importId)
    if (!state) return
    const lines = await findLines(db, importId, state.afterSlug, designsAtOnce)
    if (lines.length === 0) return finishImport(db, importId)
    await takeLines(db, importId, state, lines)
  }
  await enqueue(db, importTask, { importId })
}

async function takeLines(db: Db, importId: string, state: ImportState, lines: ImportLine[]): Promise<void> {
  const rates = await findRates(db)
  const bySlug = Map.groupBy(lines, ({ slug }) => slug)
  const checked = [...bySlug].map(([slug, ofDesign]) => {
    const given = ofDesign.map(({ line, row }): Line => Object.assign(row as CatalogueRow, { line }))
    return { slug, ofDesign: check(given, rates) }
  })
  let fromSlug = state.afterSlug
  const attempt = async (rows: Line[], progress: Progress): Promise<Problem | undefined> => {
    const problem = await save(db, importId, state, fromSlug, rows, progress)
    if (!problem) fromSlug = progress.afterSlug
    return problem
  }

  const all = checked.flatMap(({ ofDesign }) => ofDesign.good)
  const together = await attempt(all, {
    afterSlug: checked.at(-1)!.slug,
    designs: checked.length,
    imported: all.length,
    faults: checked.flatMap(({ ofDesign }) => ofDesign.faults)
  })
  if (!together) return
  for (const { slug, ofDesign } of checked) {
    const { good, faults } = ofDesign
    const found = [...faults]
    let rows = good
    let problem = await attempt(rows, { afterSlug: slug, designs: 1, imported: rows.length, faults: found })
    if (!problem) continue
    const alone: (Problem | undefined)[] = []
    for (const row of rows) alone.push(await findProblem(db, state, [row]))
    rows = rows.filter((_, index) => !alone[index])
    found.push(...good.flatMap(({ line }, index) => (alone[index] ? [faultOf(line, alone[index])] : [])))
    problem = await attempt(rows, { afterSlug: slug, designs: 1, imported: rows.length, faults: found })
    if (!problem) continue
    found.push(...rows.map(({ line }) => faultOf(line, problem)))
    await attempt([], { afterSlug: slug, designs: 1, imported: 0, faults: found })
  }
}

/** Which lines can be priced by the rates in force, and what is wrong with the others. */
function check(lines: Line[], rates: readonly Rate[]): { good: Line[]; faults: Fault[] } {
  const faults: Fault[] = []
  const good = lines.filter(({ line, variant }) => {
    try {
      variantRow(variant, rates)
      checkCertificates(variant.pieces)
      return true
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      faults.push(faultOf(line, error))
      return false
    }
  })
  return { good, faults }
}

const columnOf: Record<string, string> = {
  'sku-taken': 'sku',
  'slug-taken': 'slug',
  'serial-taken': 'pieces',
  'huid-taken': 'pieces',
  'certificate-taken': 'pieces',
  'certificate-not-valid': 'pieces',
  'stock-of-pieces': 'oneOfAKind',
  'weights-not-valid': 'netMg',
  'rate-missing': 'purity',
  'purity-not-known': 'purity'
}
const faultOf = (line: number, { slug, message }: Problem): Fault => ({
  line,
  column: columnOf[slug] ?? null,
  reason: message
})

const undo = Symbol('undo')
const overtaken = Symbol('overtaken')

/** Saves designs and how far the import is, both or neither; in a dry run only the latter. Returns why the designs cannot be saved. */
async function save(
  db: Db,
  importId: string,
  state: ImportState,
  fromSlug: string,
  rows: Line[],
  progress: Progress
): Promise<Problem | undefined> {
  if (state.dryRun) {
    const problem = await findProblem(db, state, rows)
    if (problem) return problem
  }
  try {
    if (!state.dryRun && rows.length > 0) await makeFacetsKnown(db, await designsOf(db, rows))
    await db.transaction().execute(async (tx) => {
      if (!state.dryRun && rows.length > 0) await saveDesigns(tx, state.madeBy, await designsOf(tx, rows), false)
      if (!(await saveImportProgress(tx, importId, fromSlug, progress))) throw overtaken
    })
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return error
    if (error === overtaken) throw new Error('Another worker is at this import.', { cause: error })
    throw error
  }
  return undefined
}

/** Why these rows cannot be saved, found by saving them and taking that back; undefined when they can. */
async function findProblem(db: Db, { madeBy }: ImportState, rows: Line[]): Promise<Problem | undefined> {
  if (rows.length === 0) return undefined
  try {
    await db.transaction().execute(async (tx) => {
      await saveDesigns(tx, madeBy, await designsOf(tx, rows), false)
      throw undo
    })
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return error
    if (error !== undo) throw error
  }
  return undefined
}

/** The designs that rows are of, with their other variants as they are: a line that is missing, or left out, takes nothing off sale. */
async function designsOf(tx: Db, rows: Line[]): Promise<NewDesign[]> {
  const bySlug = Map.groupBy(rows, ({ design }) => design.slug)
  const others = await findOtherRows(
    tx,
    [...bySlug.keys()],
    rows.map(({ variant }) => variant.sku)
  )
  const othersBySlug = Map.groupBy(others as unknown as CatalogueRow[], ({ design }) => design.slug)
  return [...bySlug].map(([slug, ofDesign]) => {
    const all = [...ofDesign, ...(othersBySlug.get(slug) ?? [])]
    return Object.assign(ofDesign[0]!.design, { variants: all.map(({ variant }) => variant) })
  })
}
