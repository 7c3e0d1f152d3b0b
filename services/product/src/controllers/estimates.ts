/** How much of the box around it a diamond of a shape fills, in carats a cubic millimetre: PriceScope and GIA's tables. */
const diamondFactors: Record<string, number> = {
  round: 0.0061,
  oval: 0.0062,
  princess: 0.0083,
  pear: 0.00615,
  marquise: 0.00565
}
/** An emerald cut by how much longer than wide it is. */
const emeraldFactors: readonly (readonly [ratio: number, factor: number])[] = [
  [1.25, 0.008],
  [1.5, 0.0092],
  [2, 0.01],
  [2.5, 0.0106]
]
/** Of other gems, times the specific gravity: Dendritics' standard formula. */
const gemFactors: Record<string, number> = {
  round: 0.0018,
  oval: 0.002,
  emerald: 0.0025,
  pear: 0.0018,
  marquise: 0.0016,
  cabochon: 0.0027
}

export interface StoneMeasure {
  shape: string
  lengthMm: number
  widthMm: number
  depthMm: number
  /** Of a gem that is no diamond. */
  specificGravity?: number
}

/** What a set stone weighs, in thousandths of a carat, from what can be measured of it: an estimate, right to 5 to 10 %. Undefined for a shape that no table has. */
export function estimatedMct({ shape, lengthMm, widthMm, depthMm, specificGravity }: StoneMeasure): number | undefined {
  const box = lengthMm * widthMm * depthMm
  const factor =
    specificGravity !== undefined
      ? gemFactors[shape] && gemFactors[shape] * specificGravity
      : shape === 'emerald'
        ? nearestEmerald(lengthMm / widthMm)
        : diamondFactors[shape]
  return factor === undefined ? undefined : Math.round(box * factor * 1000)
}

/** The factor of the table's nearest ratio. */
const nearestEmerald = (ratio: number) =>
  emeraldFactors.reduce((best, one) => (Math.abs(one[0] - ratio) < Math.abs(best[0] - ratio) ? one : best))[1]
