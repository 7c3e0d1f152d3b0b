import { Type, type TSchema } from 'typebox'
import { Problem } from './problem.ts'

/** The query of every list: at most `limit` items after the place that `after` names. */
export const pageQuery = {
  after: Type.Optional(Type.String({ maxLength: 500, description: 'The `next` of the page before.' })),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 24 })
}

/** A page of a list; `next` is null on the last one. */
export const Page = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) })

type Key = string | number

/** The place after an item, by the values of the columns that order the list. */
export const placeAfter = (...keys: Key[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url')

type Kind = 'string' | 'number' | 'id'

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const isKind = (key: unknown, kind: Kind | undefined) =>
  kind === 'id' ? typeof key === 'string' && idShape.test(key) : typeof key === kind

/** The column values behind a place, or a 400 when it is not one that this list gave (`kinds`: what each column holds). */
export function readPlace(after: string, kinds: readonly Kind[]): Key[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(after, 'base64url').toString())
    if (Array.isArray(keys) && keys.length === kinds.length && keys.every((key, i) => isKind(key, kinds[i])))
      return keys as Key[]
  } catch {}
  throw new Problem(400, 'place-not-valid', 'Take `after` from the `next` of a page of this list.')
}

/** Cuts `limit + 1` rows to a page. */
export function pageOf<Row, Item = Row>(
  rows: Row[],
  limit: number,
  keysOf: (row: Row) => Key[],
  itemOf: (row: Row) => Item = (row) => row as unknown as Item
) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(itemOf),
    next: rows.length > limit && last !== undefined ? placeAfter(...keysOf(last)) : null
  }
}
