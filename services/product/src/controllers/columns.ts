import { matches } from '@lumora/kit/schemas'
import { NewDesign, NewVariant } from '../schemas/designs.ts'
import type { Fault } from '../schemas/transfers.ts'
import { plainField } from './records.ts'

const { properties: design } = NewDesign
const { properties: variant } = NewVariant
const { properties: making } = variant.making
const { properties: wastage } = variant.wastage

type Kind = 'text' | 'integer' | 'boolean' | 'list' | 'json'
interface Column {
  of: 'design' | 'variant' | 'making' | 'wastage'
  field: string
  kind: Kind
  schema: object
  needed?: true
}

/** What a row of the catalogue's CSV says, in the order of an export. An empty field leaves out what is not needed. */
const columns: Record<string, Column> = {
  slug: { of: 'design', field: 'slug', kind: 'text', schema: design.slug, needed: true },
  title: { of: 'design', field: 'title', kind: 'text', schema: design.title, needed: true },
  type: { of: 'design', field: 'type', kind: 'text', schema: design.type, needed: true },
  status: { of: 'design', field: 'status', kind: 'text', schema: design.status },
  description: { of: 'design', field: 'description', kind: 'text', schema: design.description },
  categories: { of: 'design', field: 'categories', kind: 'list', schema: design.categories },
  attributes: { of: 'design', field: 'attributes', kind: 'json', schema: design.attributes },
  imageUrl: { of: 'design', field: 'imageUrl', kind: 'text', schema: design.imageUrl },
  sku: { of: 'variant', field: 'sku', kind: 'text', schema: variant.sku, needed: true },
  metal: { of: 'variant', field: 'metal', kind: 'text', schema: variant.metal, needed: true },
  purity: { of: 'variant', field: 'purity', kind: 'text', schema: variant.purity, needed: true },
  colour: { of: 'variant', field: 'colour', kind: 'text', schema: variant.colour },
  size: { of: 'variant', field: 'size', kind: 'text', schema: variant.size },
  grossMg: { of: 'variant', field: 'grossMg', kind: 'integer', schema: variant.grossMg, needed: true },
  netMg: { of: 'variant', field: 'netMg', kind: 'integer', schema: variant.netMg, needed: true },
  stones: { of: 'variant', field: 'stones', kind: 'json', schema: variant.stones },
  makingKind: { of: 'making', field: 'kind', kind: 'text', schema: making.kind, needed: true },
  makingPermille: { of: 'making', field: 'permille', kind: 'integer', schema: making.permille },
  makingMinor: { of: 'making', field: 'minor', kind: 'integer', schema: making.minor },
  makingBasis: { of: 'making', field: 'basis', kind: 'text', schema: making.basis },
  makingMinMinor: { of: 'making', field: 'minMinor', kind: 'integer', schema: making.minMinor },
  wastageKind: { of: 'wastage', field: 'kind', kind: 'text', schema: wastage.kind },
  wastagePermille: { of: 'wastage', field: 'permille', kind: 'integer', schema: wastage.permille },
  wastageMg: { of: 'wastage', field: 'mg', kind: 'integer', schema: wastage.mg },
  wastageMinor: { of: 'wastage', field: 'minor', kind: 'integer', schema: wastage.minor },
  fees: { of: 'variant', field: 'fees', kind: 'json', schema: variant.fees },
  discounts: { of: 'variant', field: 'discounts', kind: 'json', schema: variant.discounts },
  fixedMinor: { of: 'variant', field: 'fixedMinor', kind: 'integer', schema: variant.fixedMinor },
  articles: { of: 'variant', field: 'articles', kind: 'integer', schema: variant.articles },
  leadTimeDays: { of: 'variant', field: 'leadTimeDays', kind: 'integer', schema: variant.leadTimeDays },
  onHand: { of: 'variant', field: 'onHand', kind: 'integer', schema: variant.onHand },
  oneOfAKind: { of: 'variant', field: 'oneOfAKind', kind: 'boolean', schema: variant.oneOfAKind },
  pieces: { of: 'variant', field: 'pieces', kind: 'json', schema: variant.pieces }
}
export const columnNames = Object.keys(columns)

export type DesignFields = Omit<NewDesign, 'variants'>
/** A row of the file: a variant, with what it says of its design. */
export interface CatalogueRow {
  design: DesignFields
  variant: NewVariant
}

/** The schema as it is for values from outside: closed, so that a word that is misspelt in a JSON field is a fault. */
function closed<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(closed) as T
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value as unknown)]))
  return (copy.type === 'object' && copy.properties ? { additionalProperties: false, ...copy } : copy) as T
}
const schemas = Object.fromEntries(columnNames.map((name) => [name, closed(columns[name]!.schema)]))

const expected: Record<Kind, string> = {
  text: 'text as it is allowed here',
  integer: 'a whole number as it is allowed here',
  boolean: 'true or false',
  list: 'slugs with blanks between them',
  json: 'JSON as the API takes it'
}

function parsed(kind: Kind, text: string): unknown {
  switch (kind) {
    case 'text':
      return text
    case 'integer':
      return /^-?[0-9]{1,16}$/.test(text) ? Number(text) : undefined
    case 'boolean':
      return { true: true, false: false }[text.toLowerCase()]
    case 'list':
      return text.split(/\s+/)
    case 'json':
      try {
        return JSON.parse(text) as unknown
      } catch {
        return undefined
      }
  }
}

const shown = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** The row that these fields say, or each fault of it. */
export function readRow(line: number, order: readonly string[], fields: readonly string[]): CatalogueRow | Fault[] {
  if (fields.length !== order.length)
    return [{ line, column: null, reason: `It has ${fields.length} fields instead of ${order.length}.` }]
  const faults: Fault[] = []
  const read: Record<Column['of'], Record<string, unknown>> = { design: {}, variant: {}, making: {}, wastage: {} }
  order.forEach((name, index) => {
    const { of, field, kind, needed } = columns[name]!
    const given = fields[index]!
    const text = kind === 'text' ? plainField(given) : plainField(given.trim())
    const refuse = (reason: string) => void faults.push({ line, column: name, reason })
    if (text.trim() === '') {
      if (needed) refuse('It is empty.')
      return
    }
    if (text.includes('\0') || text.includes('\uFFFD')) return refuse('It holds what is not text in UTF-8.')
    const value = parsed(kind, text)
    if (value === undefined || !matches(schemas[name] as never, value))
      return refuse(`${shown(text)} is not ${expected[kind]}.`)
    read[of][field] = value
  })
  if (faults.length > 0) return faults
  if (Object.keys(read.wastage).length > 0 && read.wastage.kind === undefined)
    return [{ line, column: 'wastageKind', reason: 'It is empty, but other fields say how much wastage there is.' }]
  const { design: ofDesign, variant: ofVariant, making: ofMaking, wastage: ofWastage } = read
  return {
    design: { categories: [], ...ofDesign } as unknown as DesignFields,
    variant: {
      stones: [],
      onHand: 0,
      oneOfAKind: false,
      pieces: [],
      colour: null,
      size: null,
      ...ofVariant,
      making: ofMaking,
      ...(ofWastage.kind === undefined ? {} : { wastage: ofWastage })
    } as unknown as NewVariant
  }
}

/** The fields of a row, in the order of the columns. */
export function fieldsOf({ design: ofDesign, variant: ofVariant }: CatalogueRow): string[] {
  const { making: ofMaking, wastage: ofWastage = {} } = ofVariant
  const read = { design: ofDesign, variant: ofVariant, making: ofMaking, wastage: ofWastage } as Record<
    Column['of'],
    Record<string, unknown>
  >
  return columnNames.map((name) => {
    const { of, field, kind } = columns[name]!
    const value = read[of][field]
    if (value === undefined || value === null) return ''
    if (kind === 'list') return (value as string[]).join(' ')
    if (kind === 'json') return isEmpty(value) ? '' : JSON.stringify(value)
    return kind === 'text' ? (value as string) : JSON.stringify(value)
  })
}

const isEmpty = (value: unknown) => Object.keys(value as object).length === 0
