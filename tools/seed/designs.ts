import type { paths } from '@lumora/contracts/product'
import { pathOf } from './categories.ts'

export type SeedDesign =
  paths['/api/v1/designs/import']['put']['requestBody']['content']['application/json']['designs'][number]
type SeedVariant = SeedDesign['variants'][number]
type SeedStone = NonNullable<SeedVariant['stones']>[number]
type SeedPiece = NonNullable<SeedVariant['pieces']>[number]

interface Alloy {
  metal: SeedVariant['metal']
  purity: string
  colour: NonNullable<SeedVariant['colour']> | null
  name: string
  /** Weight of the same shape against 22 karat gold, in per cent. */
  density: number
}

const yellow22: Alloy = { metal: 'gold', purity: '22K', colour: 'yellow', name: '22 karat gold', density: 100 }
const yellow18: Alloy = { metal: 'gold', purity: '18K', colour: 'yellow', name: '18 karat gold', density: 87 }
const white18: Alloy = { metal: 'gold', purity: '18K', colour: 'white', name: '18 karat white gold', density: 88 }
const rose18: Alloy = { metal: 'gold', purity: '18K', colour: 'rose', name: '18 karat rose gold', density: 86 }
const yellow14: Alloy = { metal: 'gold', purity: '14K', colour: 'yellow', name: '14 karat gold', density: 75 }
const white14: Alloy = { metal: 'gold', purity: '14K', colour: 'white', name: '14 karat white gold', density: 76 }
const rose14: Alloy = { metal: 'gold', purity: '14K', colour: 'rose', name: '14 karat rose gold', density: 75 }
const platinum: Alloy = { metal: 'platinum', purity: '950', colour: 'white', name: 'platinum 950', density: 115 }
const silver: Alloy = { metal: 'silver', purity: '925', colour: 'white', name: 'sterling silver', density: 58 }
const fineGold: Alloy = { metal: 'gold', purity: '24K', colour: 'yellow', name: '24 karat gold', density: 100 }
const fineSilver: Alloy = { metal: 'silver', purity: '999', colour: 'white', name: 'fine silver', density: 60 }

const fine: Alloy[] = [yellow18, white18, rose18, yellow14, white14, rose14, platinum]
const goldenOnly: Alloy[] = [yellow22, yellow18]
const everyday: Alloy[] = [yellow22, yellow18, rose18, yellow14, rose14, silver]

type Setting = 'none' | 'solitaire' | 'accents' | 'gems'

/** What designs of a kind have in common. Weights are in milligrams of 22 karat gold. */
interface Kind {
  type: SeedDesign['type']
  category: string
  also?: string[]
  nouns: string[]
  mg: [number, number]
  alloys: Alloy[]
  settings: Setting[]
  sizes: (string | null)[]
  wearer?: string
}

const womensRings = [8, 9, 10, 11, 12, 13, 14, 15, 16].map((size) => `IN ${size}`)
const mensRings = [17, 18, 19, 20, 21, 22, 24, 26].map((size) => `IN ${size}`)
const bangles = ['2-2', '2-4', '2-6', '2-8', '2-10']
const chains = ['16 in', '18 in', '20 in', '22 in', '24 in']
const bracelets = ['6.5 in', '7 in', '7.5 in']
const oneSize = [null]

const kinds: Kind[] = [
  {
    type: 'ring',
    category: 'engagement-rings',
    nouns: ['Solitaire Ring', 'Halo Ring', 'Three-Stone Ring'],
    mg: [2400, 4800],
    alloys: fine,
    settings: ['solitaire'],
    sizes: womensRings
  },
  {
    type: 'ring',
    category: 'wedding-bands',
    nouns: ['Band', 'Comfort Band', 'Milgrain Band'],
    mg: [2800, 7500],
    alloys: fine,
    settings: ['none', 'none', 'accents'],
    sizes: [...womensRings, ...mensRings]
  },
  {
    type: 'ring',
    category: 'eternity-rings',
    nouns: ['Eternity Ring', 'Half-Eternity Ring'],
    mg: [2000, 3800],
    alloys: fine,
    settings: ['accents'],
    sizes: womensRings
  },
  {
    type: 'ring',
    category: 'cocktail-rings',
    nouns: ['Cocktail Ring', 'Cluster Ring'],
    mg: [5200, 11_000],
    alloys: [yellow22, yellow18, white18],
    settings: ['gems'],
    sizes: womensRings
  },
  {
    type: 'ring',
    category: 'everyday-rings',
    nouns: ['Ring', 'Stacking Ring', 'Twist Ring'],
    mg: [1200, 3000],
    alloys: everyday,
    settings: ['none', 'accents'],
    sizes: womensRings
  },
  {
    type: 'necklace',
    category: 'chokers',
    nouns: ['Choker', 'Collar'],
    mg: [18_000, 46_000],
    alloys: goldenOnly,
    settings: ['gems', 'none'],
    sizes: ['14 in', '16 in']
  },
  {
    type: 'necklace',
    category: 'temple-necklaces',
    nouns: ['Temple Necklace', 'Coin Necklace', 'Long Haram'],
    mg: [24_000, 68_000],
    alloys: [yellow22],
    settings: ['gems', 'none'],
    sizes: ['18 in', '28 in']
  },
  {
    type: 'necklace',
    category: 'mangalsutras',
    nouns: ['Mangalsutra'],
    mg: [4500, 18_000],
    alloys: goldenOnly,
    settings: ['none', 'accents'],
    sizes: ['18 in', '24 in', '30 in']
  },
  {
    type: 'set',
    category: 'bridal-sets',
    nouns: ['Bridal Set', 'Necklace Set'],
    mg: [38_000, 92_000],
    alloys: [yellow22],
    settings: ['gems'],
    sizes: oneSize
  },
  {
    type: 'earrings',
    category: 'studs',
    nouns: ['Studs', 'Cluster Studs'],
    mg: [1400, 3600],
    alloys: fine,
    settings: ['accents', 'solitaire'],
    sizes: oneSize
  },
  {
    type: 'earrings',
    category: 'hoops',
    nouns: ['Hoops', 'Huggies'],
    mg: [1800, 6200],
    alloys: everyday,
    settings: ['none', 'accents'],
    sizes: ['12 mm', '20 mm', '32 mm']
  },
  {
    type: 'earrings',
    category: 'jhumkas',
    nouns: ['Jhumkas', 'Chandbalis'],
    mg: [6500, 21_000],
    alloys: [yellow22, silver],
    settings: ['gems', 'none'],
    sizes: oneSize
  },
  {
    type: 'earrings',
    category: 'drop-earrings',
    nouns: ['Drops', 'Danglers'],
    mg: [2600, 7400],
    alloys: fine,
    settings: ['accents', 'gems'],
    sizes: oneSize
  },
  {
    type: 'bracelet',
    category: 'tennis-bracelets',
    nouns: ['Tennis Bracelet'],
    mg: [8000, 15_000],
    alloys: fine,
    settings: ['accents'],
    sizes: bracelets
  },
  {
    type: 'bracelet',
    category: 'chain-bracelets',
    nouns: ['Chain Bracelet', 'Charm Bracelet'],
    mg: [2800, 9500],
    alloys: everyday,
    settings: ['none', 'accents'],
    sizes: bracelets
  },
  {
    type: 'bracelet',
    category: 'cuffs',
    nouns: ['Cuff', 'Open Cuff'],
    mg: [9000, 26_000],
    alloys: everyday,
    settings: ['none', 'gems'],
    sizes: ['S', 'M', 'L']
  },
  {
    type: 'bangle',
    category: 'plain-bangles',
    nouns: ['Bangle', 'Pair of Bangles'],
    mg: [8000, 24_000],
    alloys: goldenOnly,
    settings: ['none'],
    sizes: bangles
  },
  {
    type: 'bangle',
    category: 'kadas',
    nouns: ['Kada', 'Antique Kada'],
    mg: [18_000, 42_000],
    alloys: [yellow22],
    settings: ['none', 'gems'],
    sizes: bangles
  },
  {
    type: 'bangle',
    category: 'stone-bangles',
    nouns: ['Diamond Bangle', 'Stone Bangle'],
    mg: [10_000, 22_000],
    alloys: [yellow18, white18, rose18],
    settings: ['accents', 'gems'],
    sizes: bangles
  },
  {
    type: 'pendant',
    category: 'solitaire-pendants',
    nouns: ['Solitaire Pendant', 'Halo Pendant'],
    mg: [900, 2200],
    alloys: fine,
    settings: ['solitaire'],
    sizes: oneSize
  },
  {
    type: 'pendant',
    category: 'initial-pendants',
    nouns: ['Initial Pendant', 'Monogram'],
    mg: [800, 2600],
    alloys: everyday,
    settings: ['none', 'accents'],
    sizes: oneSize
  },
  {
    type: 'pendant',
    category: 'religious-pendants',
    nouns: ['Ganesha Pendant', 'Lakshmi Pendant', 'Om Pendant', 'Cross Pendant'],
    mg: [1500, 6000],
    alloys: goldenOnly,
    settings: ['none', 'gems'],
    sizes: oneSize
  },
  {
    type: 'chain',
    category: 'rope-chains',
    nouns: ['Rope Chain'],
    mg: [5000, 22_000],
    alloys: everyday,
    settings: ['none'],
    sizes: chains
  },
  {
    type: 'chain',
    category: 'box-chains',
    nouns: ['Box Chain'],
    mg: [3500, 16_000],
    alloys: everyday,
    settings: ['none'],
    sizes: chains
  },
  {
    type: 'chain',
    category: 'cable-chains',
    nouns: ['Cable Chain', 'Paperclip Chain'],
    mg: [3000, 14_000],
    alloys: everyday,
    settings: ['none'],
    sizes: chains
  },
  {
    type: 'anklet',
    category: 'anklets',
    nouns: ['Anklet', 'Pair of Anklets'],
    mg: [9000, 38_000],
    alloys: [silver, silver, yellow22],
    settings: ['none', 'gems'],
    sizes: ['9 in', '9.5 in', '10 in', '10.5 in']
  },
  {
    type: 'brooch',
    category: 'brooches',
    nouns: ['Brooch', 'Sari Pin'],
    mg: [4500, 14_000],
    alloys: [yellow18, white18, silver],
    settings: ['gems', 'accents'],
    sizes: oneSize
  },
  {
    type: 'nose-pin',
    category: 'nose-pins',
    nouns: ['Nose Pin', 'Nath'],
    mg: [250, 1400],
    alloys: [yellow22, yellow18, white18, rose18],
    settings: ['accents', 'none'],
    sizes: oneSize
  },
  {
    type: 'ring',
    category: 'mens-rings',
    also: ['rings'],
    nouns: ['Signet Ring', 'Navaratna Ring', 'Band for Him'],
    mg: [6000, 15_000],
    alloys: [yellow22, yellow18, white18, platinum],
    settings: ['none', 'gems', 'solitaire'],
    sizes: mensRings,
    wearer: 'men'
  },
  {
    type: 'chain',
    category: 'mens-chains',
    also: ['chains'],
    nouns: ['Curb Chain', 'Figaro Chain'],
    mg: [14_000, 48_000],
    alloys: [yellow22, yellow18, silver],
    settings: ['none'],
    sizes: ['20 in', '22 in', '24 in'],
    wearer: 'men'
  },
  {
    type: 'bracelet',
    category: 'mens-bracelets',
    also: ['bracelets'],
    nouns: ['Link Bracelet', 'Kada for Him'],
    mg: [12_000, 36_000],
    alloys: [yellow22, yellow18, silver],
    settings: ['none'],
    sizes: ['8 in', '8.5 in'],
    wearer: 'men'
  },
  {
    type: 'cufflinks',
    category: 'cufflinks',
    nouns: ['Cufflinks'],
    mg: [7000, 16_000],
    alloys: [yellow18, white18, silver],
    settings: ['none', 'gems'],
    sizes: oneSize,
    wearer: 'men'
  },
  {
    type: 'earrings',
    category: 'childrens-earrings',
    also: ['earrings'],
    nouns: ['Little Studs', 'Little Hoops'],
    mg: [600, 1600],
    alloys: [yellow22, yellow18, silver],
    settings: ['none', 'gems'],
    sizes: oneSize,
    wearer: 'children'
  },
  {
    type: 'bangle',
    category: 'childrens-bangles',
    also: ['bangles'],
    nouns: ['Nazariya Bangle', 'First Bangle'],
    mg: [3000, 8000],
    alloys: [yellow22, silver],
    settings: ['none'],
    sizes: ['1-4', '1-6', '1-8'],
    wearer: 'children'
  },
  {
    type: 'coin',
    category: 'gold-coins',
    nouns: ['Lakshmi Coin', 'Lotus Coin'],
    mg: [1000, 20_000],
    alloys: [fineGold],
    settings: ['none'],
    sizes: oneSize,
    wearer: 'everyone'
  },
  {
    type: 'coin',
    category: 'silver-coins',
    nouns: ['Ganesha Coin', 'Diya Coin'],
    mg: [16_000, 160_000],
    alloys: [fineSilver],
    settings: ['none'],
    sizes: oneSize,
    wearer: 'everyone'
  }
]

const motifs = [
  'Marigold',
  'Lotus',
  'Jasmine',
  'Peacock',
  'Banyan',
  'Monsoon',
  'Mehndi',
  'Paisley',
  'Kamal',
  'Surya',
  'Chandra',
  'Tara',
  'Vine',
  'Fern',
  'Magnolia',
  'Camellia',
  'Plumeria',
  'Almond Blossom',
  'Pomegranate',
  'Mango Leaf',
  'Swan',
  'Sparrow',
  'Butterfly',
  'Dragonfly',
  'River',
  'Tide',
  'Dune',
  'Horizon',
  'Lattice',
  'Jaali',
  'Arch',
  'Fluted',
  'Braided',
  'Knot',
  'Ribbon',
  'Feather',
  'Petal',
  'Dewdrop',
  'Ember',
  'Aurora',
  'Eclipse',
  'Comet',
  'Constellation',
  'Meridian',
  'Rosette',
  'Filigree',
  'Meenakari',
  'Kundan',
  'Rawa',
  'Nakshi'
]
const characters = [
  'Classic',
  'Slender',
  'Bold',
  'Antique',
  'Modern',
  'Royal',
  'Delicate',
  'Sculpted',
  'Heirloom',
  'Quiet',
  'Radiant',
  'Grand',
  'Little',
  'Twin',
  'Open',
  'Woven'
]
const finishes = ['polished', 'satin', 'hammered', 'antiqued', 'brushed', 'diamond-cut']
const occasions = ['engagement', 'wedding', 'anniversary', 'festival', 'everyday', 'gift']
const gems = [
  { kind: 'ruby', shape: 'oval', minorPerCarat: 4_500_000 },
  { kind: 'emerald', shape: 'emerald', minorPerCarat: 5_200_000 },
  { kind: 'blue sapphire', shape: 'cushion', minorPerCarat: 4_800_000 },
  { kind: 'garnet', shape: 'pear', minorPerCarat: 180_000 },
  { kind: 'amethyst', shape: 'oval', minorPerCarat: 150_000 },
  { kind: 'tourmaline', shape: 'cushion', minorPerCarat: 900_000 },
  { kind: 'pearl', shape: 'round', minorPerCarat: 120_000 },
  { kind: 'cubic zirconia', shape: 'round', minorPerCarat: 9000 }
]
const clarities = ['IF', 'VVS1', 'VVS2', 'VS1', 'VS2', 'SI1']

/** Draws from a sequence that its seed fixes (mulberry32). */
function drawsOf(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    whole,
    chance: (percent: number) => next() * 100 < percent,
    one: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!,
    some: <T>(items: readonly T[], count: number): T[] => {
      const left = [...items]
      return Array.from(
        { length: Math.min(count, left.length) },
        () => left.splice(Math.floor(next() * left.length), 1)[0]!
      )
    }
  }
}
type Draws = ReturnType<typeof drawsOf>

const piecesADesign = 32
const huids = 36 ** 6

/** A number that no other piece of the same catalogue has, spread over `range` (the factor shares no divisor with 6 or 10, so none repeats). */
const spread = (seed: number, index: number, nth: number, range: number) =>
  ((seed * 67_108_864 + index * piecesADesign + nth) * 1_000_003) % range

/** The design at `index` of the catalogue that `seed` (1 to 30) stands for: always the same one. */
export function makeDesign(seed: number, index: number): SeedDesign {
  const kind = kinds[index % kinds.length]!
  const draws = drawsOf(seed * 1_000_003 + index * 7919)
  const code = `${seed.toString(36)}${index.toString(36).padStart(4, '0')}`
  const motif = draws.one(motifs)
  const title = [draws.chance(55) ? draws.one(characters) : '', motif, draws.one(kind.nouns)].filter(Boolean).join(' ')
  const setting = draws.one(kind.settings)
  const finish = draws.one(finishes)
  const occasion = draws.one(occasions)
  const alloys = draws.some(kind.alloys, kind.alloys.length > 1 ? draws.whole(1, 2) : 1)
  const baseMg = draws.whole(...kind.mg)
  const stones = stonesOf(draws, setting, alloys[0]!)
  const oneOfAKind = draws.chance(setting === 'solitaire' || kind.type === 'set' ? 30 : 5)
  const sizes = oneOfAKind ? [draws.one(kind.sizes)] : inOrder(kind.sizes, draws.some(kind.sizes, draws.whole(1, 3)))
  const pieces = { made: 0 }
  const variants = alloys.flatMap((alloy, alloyAt) =>
    sizes.map((size, sizeAt) => {
      const sku = `LJ-${code}-${alloyAt}${sizeAt}`.toUpperCase()
      const weights = weightsOf(baseMg, alloy, sizeAt, stones)
      const certify = (nth: number) => piecesOf(draws, seed, index, pieces, nth, sku, alloy, setting === 'solitaire')
      return variantOf(
        draws,
        { sku, alloy, size, ...weights, stones, setting },
        oneOfAKind ? certify(draws.whole(1, 2)) : null
      )
    })
  )
  return {
    slug: `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${code}`,
    title,
    type: kind.type,
    description: describe(draws, { title, finish, occasion, alloys, stones, kind }),
    categories: [...new Set([...pathOf(kind.category), ...(kind.also ?? [])])],
    attributes: { motif, finish, occasion, wearer: kind.wearer ?? 'women', setting },
    variants
  }
}

/** The first `count` designs of a catalogue from `start` on. */
export const makeDesigns = (seed: number, start: number, count: number): SeedDesign[] =>
  Array.from({ length: count }, (_, nth) => makeDesign(seed, start + nth))

const inOrder = <T>(all: readonly T[], some: T[]): T[] => all.filter((item) => some.includes(item))

function stonesOf(draws: Draws, setting: Setting, alloy: Alloy): SeedStone[] {
  const precious = alloy.metal !== 'silver'
  const grades = { colour: draws.one(['D', 'E', 'F', 'G', 'H']), clarity: draws.one(clarities) }
  const accents = (count: number): SeedStone =>
    precious
      ? {
          kind: 'diamond',
          shape: 'round',
          caratMct: draws.whole(5, 25),
          count,
          ...grades,
          minorPerCarat: 6_500_000,
          settingMinorEach: 9000
        }
      : {
          kind: 'cubic zirconia',
          shape: 'round',
          caratMct: draws.whole(5, 25),
          count,
          minorPerCarat: 9000,
          settingMinorEach: 1500
        }
  if (setting === 'solitaire') {
    const caratMct = draws.whole(30, 150) * 10
    const centre: SeedStone = {
      kind: 'diamond',
      shape: draws.one(['round', 'round', 'oval', 'princess', 'cushion', 'emerald', 'pear']),
      caratMct,
      count: 1,
      ...grades,
      minorPerCarat: 9_000_000 + caratMct * 9000,
      settingMinorEach: 150_000
    }
    return draws.chance(50) ? [centre, accents(draws.whole(8, 28))] : [centre]
  }
  if (setting === 'accents') return [accents(draws.whole(6, 48))]
  if (setting === 'gems') {
    const gem = draws.one(precious ? gems : gems.slice(3))
    return [{ ...gem, caratMct: draws.whole(20, 120) * 10, count: draws.whole(1, 9), settingMinorEach: 40_000 }]
  }
  return []
}

/** Net weight by metal and size; gross adds the stones, of which 5 thousandths of a carat weigh 1 mg. */
function weightsOf(baseMg: number, { density }: Alloy, sizeAt: number, stones: SeedStone[]) {
  const netMg = Math.round((baseMg * density * (100 + 4 * sizeAt)) / 10_000)
  const stonesMct = stones.reduce((sum, { caratMct, count }) => sum + caratMct * count, 0)
  return { netMg, grossMg: netMg + Math.ceil(stonesMct / 5) }
}

interface VariantInput {
  sku: string
  alloy: Alloy
  size: string | null
  netMg: number
  grossMg: number
  stones: SeedStone[]
  setting: Setting
}

function variantOf(draws: Draws, input: VariantInput, pieces: SeedPiece[] | null): SeedVariant {
  const { sku, alloy, size, netMg, grossMg, stones, setting } = input
  const studded = setting !== 'none' && alloy.metal !== 'silver'
  return {
    sku,
    metal: alloy.metal,
    purity: alloy.purity,
    colour: alloy.colour,
    size,
    grossMg,
    netMg,
    stones,
    making: studded
      ? { kind: 'per-gram', minor: draws.whole(90, 180) * 1000, basis: 'net', minMinor: 150_000 }
      : { kind: 'percent', permille: draws.whole(40, 180), minMinor: 30_000 },
    fees: [
      { name: 'hallmark', minor: 4500 },
      ...(setting === 'solitaire' ? [{ name: 'certificate', minor: 120_000 }] : [])
    ],
    ...(draws.chance(8) ? { discounts: [{ component: 'making' as const, permille: draws.one([100, 150, 250]) }] } : {}),
    onHand: pieces ? 0 : draws.chance(12) ? 0 : draws.whole(1, 12),
    oneOfAKind: pieces !== null,
    pieces: pieces ?? []
  }
}

function piecesOf(
  draws: Draws,
  seed: number,
  index: number,
  counter: { made: number },
  count: number,
  sku: string,
  { metal }: Alloy,
  certified: boolean
): SeedPiece[] {
  return Array.from({ length: count }, (_, at) => {
    const nth = counter.made++
    const number = String(1_000_000_000 + spread(seed, index, nth, 9_000_000_000))
    const certificates: SeedPiece['certificates'] = draws.chance(60)
      ? [{ lab: 'GIA', number, scheme: 'GIA_4C', origin: 'NATURAL' }]
      : [{ lab: 'IGI', number, scheme: 'IGI_4C', origin: 'NATURAL' }]
    const huid = spread(seed, index, nth, huids).toString(36).toUpperCase().padStart(6, '0')
    return {
      serial: `${sku}-${String.fromCharCode(65 + at)}`,
      ...(metal === 'gold' || metal === 'silver' ? { huid } : {}),
      certificates: certified ? certificates : []
    }
  })
}

interface Described {
  title: string
  finish: string
  occasion: string
  alloys: Alloy[]
  stones: SeedStone[]
  kind: Kind
}

function describe(draws: Draws, { title, finish, occasion, alloys, stones, kind }: Described): string {
  const metals = alloys.map(({ name }) => name).join(' and ')
  const [stone] = stones
  const sentences = [
    draws.one([
      `${title}, made in ${metals} with a ${finish} surface.`,
      `Our bench makes it in ${metals}, ${finish} by hand.`,
      `In ${metals}, ${finish} where it shows and smooth where it touches.`
    ]),
    stone
      ? `Set with ${stone.count > 1 ? `${stone.count} ${cutOf(stone)} ${plural(stone.kind)}` : `one ${cutOf(stone)} ${stone.kind}`}.`
      : '',
    draws.one([
      occasion === 'everyday'
        ? 'Light enough for every day.'
        : `Chosen most often as ${/^[aeiou]/.test(occasion) ? 'an' : 'a'} ${occasion} piece.`,
      kind.sizes.length > 1 ? 'Comes in several sizes; ask us to measure.' : 'Comes in its own box, with its papers.'
    ])
  ]
  return sentences.filter(Boolean).join(' ')
}

const plural = (kind: string) =>
  kind.endsWith('zirconia') ? kind : kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`

const cutOf = ({ shape }: SeedStone) => (['emerald', 'princess', 'cushion'].includes(shape) ? `${shape}-cut` : shape)
