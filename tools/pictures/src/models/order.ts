import type * as THREE from 'three'
import { alloyOf } from '../../../../apps/storefront/app/parts/turntable-alloys.ts'
import type { Alloy, Finish } from '../bench.ts'
import { widthOf, type Cut } from '../gems.ts'

/** What the catalogue says of a design, as far as it shows. */
export interface Design {
  slug: string
  title: string
  type: string
  attributes: { motif?: string; finish?: string; setting?: string }
  variants: {
    metal: string
    purity: string
    colour?: string | null
    size?: string | null
    netMg: number
    stones?: { kind: string; shape?: string; caratMct: number; count: number }[]
  }[]
}

export interface Stones {
  cut: Cut
  kind: string
  mm: number
  count: number
}

/** What is to be made. */
export interface Order {
  title: string
  motif: string
  size: string | null
  netMg: number
  stones: Stones[]
  draw: () => number
}

/** How what was made is looked at: standing ('below') or lying ('behind'), from where, and what is worth a second look. */
export interface Jewel {
  rests: 'below' | 'behind'
  from: THREE.Vector3
  focus: { at: THREE.Vector3; radius: number }
  /** What the picture shows of it, where that is not the whole: chains run out of the picture. */
  frame?: { at: THREE.Vector3; radius: number }
  scaleMm: number
}

const cuts = new Set<string>(['round', 'oval', 'cushion', 'pear', 'marquise', 'princess', 'emerald'])

export const stonesOf = (design: Design): Stones[] =>
  (design.variants[0]?.stones ?? []).map(({ kind, shape, caratMct, count }) => {
    const cut = (shape && cuts.has(shape) ? shape : 'round') as Cut
    return { cut, kind, mm: widthOf(caratMct, cut), count }
  })

/** The alloys that a design is sold in, each once, the first variant's first. */
export function alloysOf(design: Design): Alloy[] {
  return [...new Set(design.variants.map((variant) => alloyOf(variant) as Alloy))]
}

const finishes = new Set<string>(['polished', 'satin', 'hammered', 'antiqued', 'brushed', 'diamond-cut'])
export const finishOf = ({ attributes: { finish = '' } }: Design): Finish =>
  finishes.has(finish) ? (finish as Finish) : 'polished'
