import { Problem } from '@lumora/kit/problem'
import type { Chart, Conversion, SizeKind, SizeQuestion, SizeSystem } from '../schemas/sizes.ts'

/**
 * One way to write sizes of a kind. Between labels and measures stands a number on the system's own scale, of which the
 * labels in use are every `step`th from `first` to `last`.
 */
interface System {
  read: (text: string) => number | undefined
  write: (value: number) => string
  /** The measure in 0.01 mm, unrounded. */
  measure: (value: number) => number
  /** The value on the scale of a measure in 0.01 mm. */
  value: (hundredths: number) => number
  step: number
  first: number
  last: number
}

const inch = 2540
const tidy = (value: number) => String(Number(value.toFixed(4)))

const fractions: Record<string, number> = { '1/4': 0.25, '1/2': 0.5, '3/4': 0.75, '¼': 0.25, '½': 0.5, '¾': 0.75 }

/** "6", "6.25", "6 1/4" or "6¼". */
function readNumber(text: string): number | undefined {
  const [, whole, part] = /^(\d{1,4}(?:\.\d{1,4})?) ?(1\/4|1\/2|3\/4|[¼½¾])?$/.exec(text) ?? []
  if (whole === undefined || (part !== undefined && whole.includes('.'))) return undefined
  return Number(whole) + (part === undefined ? 0 : fractions[part]!)
}

/** "L" is 12, "L1/2" or "L½" is 12.5. */
function readLetter(text: string): number | undefined {
  const [, letter, half] = /^([A-Z]) ?(1\/2|½)?$/.exec(text.toUpperCase()) ?? []
  return letter === undefined ? undefined : letter.charCodeAt(0) - 64 + (half === undefined ? 0 : 0.5)
}

const writeLetter = (value: number) => String.fromCharCode(64 + Math.floor(value)) + (value % 1 === 0 ? '' : '1/2')

/** "2-6" is 2 and 6 sixteenths of an inch, and so is "2.6"; "2.10" is 2 and 10 sixteenths, not 2.1. The value is in sixteenths. */
function readSixteenths(text: string): number | undefined {
  const [, whole, part] = /^(\d)(?:[-./ ](\d{1,2}))?$/.exec(text) ?? []
  const sixteenths = Number(part ?? 0)
  return whole === undefined || sixteenths > 15 ? undefined : Number(whole) * 16 + sixteenths
}

/** A scale whose measure is `offset + perUnit × value`, in 0.01 mm. */
const linear = (offset: number, perUnit: number, range: [first: number, last: number, step: number]): System => ({
  read: readNumber,
  write: tidy,
  measure: (value) => offset + perUnit * value,
  value: (hundredths) => (hundredths - offset) / perUnit,
  first: range[0],
  last: range[1],
  step: range[2]
})

/** The Indian trade's ring sizes 1 to 30 as inner circumference in 0.1 mm; a table of custom, no standard (duhafinejewellery.com). */
const indianRings = [
  410, 417, 429, 441, 448, 461, 474, 480, 487, 500, 512, 519, 531, 544, 551, 563, 570, 583, 589, 602, 608, 621, 627,
  640, 646, 659, 672, 678, 691, 697
]

function nearestIndex(table: number[], tenths: number): number {
  let best = 0
  for (const [i, entry] of table.entries()) if (Math.abs(entry - tenths) < Math.abs(table[best]! - tenths)) best = i
  return best
}

const iso = linear(0, 100, [35, 85, 1])
/** The inner diameter in inches is 0.458 + 0.032 s. */
const american = linear(Math.PI * 0.458 * inch, Math.PI * 0.032 * inch, [0, 16, 0.25])
/** C = 36.25 mm + 1.25 mm a letter, A being 1. */
const british: System = { ...linear(3625, 125, [1, 26.5, 0.5]), read: readLetter, write: writeLetter }
/** C - 40 mm. */
const swiss = linear(4000, 100, [0, 40, 0.1])
/** The inner diameter in mm is (n + 38) / 3. */
const japanese = linear((Math.PI * 3800) / 3, (Math.PI * 100) / 3, [1, 35, 1])
const indian: System = {
  read: readNumber,
  write: tidy,
  measure: (value) => indianRings[value - 1]! * 10,
  value: (hundredths) => nearestIndex(indianRings, hundredths / 10) + 1,
  first: 1,
  last: indianRings.length,
  step: 1
}

const systems: Record<SizeKind, Partial<Record<SizeSystem, System>>> = {
  ring: {
    mm: linear(0, 100, [35, 85, 0.01]),
    diameter: linear(0, Math.PI * 100, [11, 27, 0.01]),
    iso,
    eu: iso,
    us: american,
    ca: american,
    uk: british,
    ie: british,
    au: british,
    jp: japanese,
    in: indian,
    ch: swiss,
    it: swiss,
    es: swiss,
    nl: swiss
  },
  bangle: {
    mm: linear(0, 100, [35, 90, 0.01]),
    inch: linear(0, inch, [1.4, 3.5, 0.01]),
    in: {
      ...linear(0, inch / 16, [24, 56, 1]),
      read: readSixteenths,
      write: (value) => `${Math.floor(value / 16)}-${value % 16}`
    }
  },
  chain: {
    mm: linear(0, 100, [100, 2000, 0.1]),
    cm: linear(0, 1000, [10, 200, 0.1]),
    inch: linear(0, inch, [4, 79, 0.01])
  }
}

/** In inches; other houses say rope from 32 on (glossaria.net). */
const chainNames: [name: string, from: number, to: number][] = [
  ['collar', 12, 13],
  ['choker', 14, 16],
  ['princess', 17, 19],
  ['matinee', 20, 24],
  ['opera', 28, 34],
  ['rope', 45, 79]
]

/** What a chain of this length in 0.01 mm is called, or null. */
export function chainName(hundredths: number): string | null {
  const inches = Math.round(hundredths / inch)
  return chainNames.find(([, from, to]) => inches >= from && inches <= to)?.[0] ?? null
}

function systemOf(kind: SizeKind, name: SizeSystem): System {
  const system = systems[kind][name]
  if (system) return system
  const known = Object.keys(systems[kind]).join(', ')
  throw new Problem(422, 'size-not-known', `A ${kind} is not measured in ${name}. Use one of ${known}.`)
}

/** The measure in 0.01 mm that a label of a system stands for, and the label as the house writes it; 422 when it stands for none. */
export function readSize(kind: SizeKind, name: SizeSystem, label: string): { label: string; hundredthsMm: number } {
  const system = systemOf(kind, name)
  const value = system.read(label.trim())
  const { first, last, step, write } = system
  const isTabled = system === indian
  if (value === undefined || value < first || value > last || (isTabled && value % step !== 0))
    throw new Problem(
      422,
      'size-not-known',
      `There is no ${kind} of size ${label} in ${name}: sizes go from ${write(first)} to ${write(last)}.`
    )
  return { label: write(value), hundredthsMm: Math.round(system.measure(value)) }
}

/** The label in use that is nearest to a measure in 0.01 mm, and by how much it is larger. */
export function writeSize(kind: SizeKind, name: SizeSystem, hundredthsMm: number) {
  const { first, last, step, write, measure, value } = systemOf(kind, name)
  const steps = Math.round((value(hundredthsMm) - first) / step)
  const found = Number((first + Math.min(Math.max(steps, 0), Math.round((last - first) / step)) * step).toFixed(4))
  const hundredths = Math.round(measure(found))
  return {
    system: name,
    label: write(found),
    hundredthsMm: hundredths,
    deltaMm: (hundredths - hundredthsMm) / 100,
    exact: hundredths === hundredthsMm
  }
}

/** A label off by more than so many 0.01 mm is told to be so. */
const tolerated = 30
const wideBandUm = 6000
const halfUsSize = (Math.PI * 0.032 * inch) / 2

/** The size in another system; what is not exact says by how much, and warns above 0.3 mm. */
export function convertSize(kind: SizeKind, { from, label, to, bandUm }: SizeQuestion): Conversion {
  const given = readSize(kind, from, label)
  const found = writeSize(kind, to, given.hundredthsMm)
  const off = Math.abs(found.hundredthsMm - given.hundredthsMm)
  const isWide = kind === 'ring' && bandUm !== undefined && bandUm >= wideBandUm
  return {
    kind,
    from: { system: from, ...given },
    to: found,
    name: kind === 'chain' ? chainName(given.hundredthsMm) : null,
    warning:
      off > tolerated
        ? `The nearest size, ${found.label}, is ${(off / 100).toFixed(2)} mm ${found.deltaMm > 0 ? 'larger' : 'smaller'}. Have it measured before you order.`
        : null,
    wideBandLabel: isWide ? writeSize(kind, to, given.hundredthsMm + halfUsSize).label : null
  }
}

const range = (first: number, last: number, step: number) =>
  Array.from({ length: Math.round((last - first) / step) + 1 }, (_, i) => first + i * step)

const charts: Record<SizeKind, { by: SizeSystem; values: number[]; shown: SizeSystem[] }> = {
  ring: { by: 'us', values: range(3, 13, 0.5), shown: ['us', 'iso', 'uk', 'jp', 'in', 'ch', 'diameter'] },
  bangle: { by: 'in', values: range(32, 48, 1), shown: ['in', 'mm', 'inch'] },
  chain: { by: 'inch', values: [...range(12, 24, 1), ...range(26, 36, 2), 45], shown: ['inch', 'cm', 'mm'] }
}

/** The sizes in use of a kind, each with its nearest label in every system. */
export function showChart(kind: SizeKind): Chart {
  const { by, values, shown } = charts[kind]
  const { measure } = systemOf(kind, by)
  return {
    kind,
    rows: values.map((value) => {
      const hundredthsMm = Math.round(measure(value))
      return {
        hundredthsMm,
        name: kind === 'chain' ? chainName(hundredthsMm) : null,
        labels: shown.map((system) => writeSize(kind, system, hundredthsMm))
      }
    })
  }
}
