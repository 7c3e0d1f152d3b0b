/** What `count` of `units` equal units, after the first `from`, have of an amount: largest remainders, so that all units together have exactly it. */
export function shareOf(amountMinor: number, units: number, from: number, count: number): number {
  const upTo = (unit: number) => unit * Math.floor(amountMinor / units) + Math.min(unit, amountMinor % units)
  return upTo(from + count) - upTo(from)
}
