import { Problem } from '@lumora/kit/problem'
import type { Condition, DesignQuery, Rule } from '../schemas/collections.ts'

type Field = keyof Condition

/**
 * The query of a listing of designs that means the same as the rule; a 422 when no single one does. A listing asks for all of its
 * fields, and for any of the values of one: so `all` names a field once, and the conditions of an `any` are of one field.
 */
export function queryOf({ all, any }: Rule): DesignQuery {
  const conditions = all ?? [joined(any!)]
  const fields = conditions.map(fieldOf)
  const twice = fields.find((field, index) => fields.indexOf(field) < index)
  if (twice) throw notListable(`${twice} stands twice in all: put its values into one condition.`)
  return Object.assign({}, ...conditions.map(asQuery)) as DesignQuery
}

/** The category that a rule names, or null; a rule that can be listed names at most one. */
export const categoryIn = (rule: Rule): string | null =>
  (rule.all ?? rule.any)!.find(({ category }) => category !== undefined)?.category ?? null

/** The rule with its category under another slug. */
export function withCategory({ all, any }: Rule, slug: string | null): Rule {
  const named = (conditions: Condition[]) =>
    conditions.map((one) => (one.category !== undefined && slug !== null ? { category: slug } : one))
  return all ? { all: named(all) } : { any: named(any!) }
}

const fieldOf = (condition: Condition) => Object.keys(condition)[0] as Field
const notListable = (detail: string) => new Problem(422, 'rule-not-listable', detail)

/** One condition that holds where any of these does. */
function joined(conditions: Condition[]): Condition {
  const field = fieldOf(conditions[0]!)
  const other = conditions.find((one) => fieldOf(one) !== field)
  if (other)
    throw notListable(`any is of one field, here of ${field} and ${fieldOf(other)}: make a collection of each.`)
  const values = conditions.map((one) => one[field])
  if (field === 'price') return { price: joinedPrices(conditions.map(({ price }) => price!)) }
  if (Array.isArray(values[0])) return { [field]: atMost20(field, [...new Set((values as string[][]).flat())]) }
  if (new Set(values).size > 1)
    throw notListable(`Designs are listed of one ${field} at a time: name one that holds both.`)
  return conditions[0]!
}

function atMost20(field: Field, values: string[]): string[] {
  if (values.length > 20) throw notListable(`At most 20 values of ${field} can be asked for at once.`)
  return values
}

type Range = NonNullable<Condition['price']>

/** One range out of several that touch or overlap. */
function joinedPrices(ranges: Range[]): Range {
  const sorted = ranges
    .map(({ minMinor = 0, maxMinor = Infinity }) => ({ min: minMinor, max: maxMinor }))
    .toSorted((a, b) => a.min - b.min)
  let max = sorted[0]!.max
  for (const range of sorted) {
    if (range.min > max + 1) throw notListable('The prices of any leave a gap: make a collection of each range.')
    max = Math.max(max, range.max)
  }
  return { ...(sorted[0]!.min > 0 ? { minMinor: sorted[0]!.min } : {}), ...(max < Infinity ? { maxMinor: max } : {}) }
}

function asQuery(condition: Condition): DesignQuery {
  const { price, ...rest } = condition
  if (!price) return rest
  const { minMinor, maxMinor } = price
  if (minMinor !== undefined && maxMinor !== undefined && minMinor > maxMinor)
    throw notListable('The lowest price is above the highest.')
  return {
    ...(minMinor === undefined ? {} : { minPriceMinor: minMinor }),
    ...(maxMinor === undefined ? {} : { maxPriceMinor: maxMinor })
  }
}
