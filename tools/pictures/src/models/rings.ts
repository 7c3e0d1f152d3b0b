import * as THREE from 'three'
import {
  ball,
  bandProfile,
  bezel,
  claws,
  egg,
  fine,
  hoop,
  pave,
  smooth,
  vec,
  wire,
  type Bench,
  type Seat
} from '../bench.ts'
import { lengthOf } from '../gems.ts'
import type { Jewel, Order } from './order.ts'

const inner = 8.4

/** A place on the outside of a ring: `angle` from the top, `out` from its middle, `z` along the finger. */
const onRing = (angle: number, out: number, z = 0): Seat => ({
  at: vec(Math.sin(angle) * out, Math.cos(angle) * out, z),
  up: vec(Math.sin(angle), Math.cos(angle), 0)
})

/** Rings stand; the look is from the front, above, and a little aside. */
export function ring(bench: Bench, order: Order): Jewel {
  const { title, draw, stones } = order
  const [centre, accents] = stones
  const thick = 1.5 + draw() * 0.4
  const width = 1.9 + draw() * 0.5
  const has = (word: string) => title.includes(word)
  let top = inner + thick

  if (has('Twist')) twist(bench, accents ?? centre, draw)
  else if (has('Signet')) top = signet(bench, order)
  else if (has('Navaratna')) top = navaratna(bench)
  else if (has('Eternity')) eternity(bench, centre, has('Half'), thick)
  else if (has('Cocktail') || has('Cluster')) top = cluster(bench, order)
  else if (has('Band') || has('Milgrain')) band(bench, order)
  else if (has('Solitaire') || has('Halo') || has('Three-Stone')) top = solitaire(bench, order, thick, width)
  else everyday(bench, order, thick, width)
  return {
    rests: 'below',
    from: vec(0.62, 0.62, 1),
    focus: { at: vec(0, top - 0.4, 0), radius: 6.2 },
    scaleMm: 20
  }
}

function shank(bench: Bench, thick: number, width: number, taper = 0.22): void {
  const form = hoop(bandProfile(inner, thick, width, 0.75, 0.3))
  const points = form.attributes.position!
  for (let i = 0; i < points.count; i++) {
    const up = points.getY(i) / Math.hypot(points.getX(i), points.getY(i))
    points.setZ(i, points.getZ(i) * (1 - taper * Math.max(0, up) ** 2))
  }
  form.computeVertexNormals()
  bench.metal(smooth(form, 0.6))
}

function solitaire(bench: Bench, { title, stones, draw }: Order, thick: number, width: number): number {
  const [centre, accents] = stones
  const stone = {
    cut: centre?.cut ?? ('round' as const),
    kind: centre?.kind ?? 'diamond',
    mm: Math.max(4.2, (centre?.mm ?? 5) * 1.05)
  }
  shank(bench, thick, width)
  const base = inner + thick * 0.75
  const seat = { at: vec(0, base, 0) }
  claws(bench, stone, seat, { count: stone.cut === 'round' && draw() < 0.6 ? 6 : 4, lift: stone.mm * 0.56 })
  bench.metal(new THREE.CylinderGeometry(stone.mm * 0.16, stone.mm * 0.28, stone.mm * 0.2, 24).translate(0, base, 0))
  if (title.includes('Halo')) {
    const count = Math.round((Math.PI * (stone.mm + 1.7)) / 1.35)
    const ringAt = (angle: number) => {
      const half = (stone.mm + 1.75) / 2
      return vec(Math.cos(angle) * half, base + stone.mm * 0.5, Math.sin(angle) * half * lengthOf[stone.cut])
    }
    const path = new THREE.CatmullRomCurve3(
      Array.from({ length: 48 }, (_, i) => ringAt((i / 48) * Math.PI * 2)),
      true
    )
    bench.metal(smooth(wire(path, 0.62, 160, true).scale(1, 1, 1), 1).translate(0, -0.2, 0))
    pave(
      bench,
      'diamond',
      1.2,
      Array.from({ length: count }, (_, i) => ({ at: ringAt((i / count) * Math.PI * 2).add(vec(0, 0.35, 0)) }))
    )
  }
  if (title.includes('Three-Stone'))
    for (const side of [-1, 1])
      claws(bench, { ...stone, mm: stone.mm * 0.62 }, onRing(side * (stone.mm * 0.068), base - 0.1), {
        lift: stone.mm * 0.4
      })
  if (accents)
    pave(
      bench,
      accents.kind,
      1.35,
      [-1, 1].flatMap((side) =>
        Array.from({ length: 7 }, (_, i) =>
          onRing(side * (stone.mm * 0.052 + (title.includes('Three') ? 0.3 : 0.16) + i * 0.145), inner + thick - 0.12)
        )
      )
    )
  return base + stone.mm * 0.6
}

function band(bench: Bench, { title, stones, draw, size }: Order): void {
  const wide = (size?.startsWith('IN 1') || size?.startsWith('IN 2') ? 4 : 3) + draw() * 2.4
  bench.metal(hoop(bandProfile(inner, 1.75, wide, title.includes('Comfort') ? 0.85 : 0.45, 0.5)))
  if (title.includes('Milgrain'))
    for (const side of [-1, 1]) {
      const out = inner + 1.75 * (title.includes('Comfort') ? 0.6 : 0.86)
      for (let i = 0; i < 150; i++) {
        const { at } = onRing((i / 150) * Math.PI * 2, out, side * (wide / 2 - 0.36))
        bench.metal(ball(0.4, at))
      }
    }
  const accents = stones[0]
  if (accents)
    pave(
      bench,
      accents.kind,
      1.5,
      Array.from({ length: 13 }, (_, i) => onRing((i - 6) * 0.158, inner + 1.66))
    )
}

function eternity(bench: Bench, stone: Order['stones'][number] | undefined, half: boolean, thick: number): void {
  const mm = 2.5
  bench.metal(hoop(bandProfile(inner, thick * 0.8, 1.7, 0.3, 0.4)))
  const count = Math.floor((Math.PI * 2 * (inner + thick + 0.5)) / (mm * 1.04))
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * Math.PI * 2
    if (half && Math.cos(angle) < -0.15) continue
    claws(bench, { cut: 'round', kind: stone?.kind ?? 'diamond', mm }, onRing(angle, inner + thick * 0.55), {
      lift: 1.05,
      wireMm: 0.24
    })
  }
}

function everyday(bench: Bench, { stones, draw, motif }: Order, thick: number, width: number): void {
  shank(bench, thick * 0.92, width * 0.9, 0.1)
  const accents = stones[0]
  const out = inner + thick * 0.86
  if (accents)
    pave(
      bench,
      accents.kind,
      1.6,
      Array.from({ length: 9 }, (_, i) => onRing((i - 4) * 0.172, out + 0.05))
    )
  else blossom(bench, onRing(0, out), 2.6 + draw(), 5 + Math.floor(draw() * 4), motif)
}

/** A small flower of metal petals about a seat. */
export function blossom(bench: Bench, seat: Seat, radius: number, petals: number, motif = ''): void {
  const round = /River|Tide|Vine|Fern|Feather/.test(motif) ? 0.42 : 0.62
  const place = new THREE.Matrix4().compose(
    seat.at,
    new THREE.Quaternion().setFromUnitVectors(vec(0, 1, 0), (seat.up ?? vec(0, 1, 0)).clone().normalize()),
    vec(1, 1, 1)
  )
  for (let i = 0; i < petals; i++)
    bench.metal(
      egg(
        radius * 0.5,
        radius * 0.14,
        radius * 0.5 * round,
        new THREE.Matrix4().makeTranslation(radius * 0.52, radius * 0.08, 0),
        new THREE.Matrix4().makeRotationZ(0.16),
        new THREE.Matrix4().makeRotationY((i / petals) * Math.PI * 2)
      ),
      place
    )
  bench.metal(ball(radius * 0.52, vec(0, radius * 0.2, 0)), place)
}

function twist(bench: Bench, accents: Order['stones'][number] | undefined, draw: () => number): void {
  const turns = 5 + Math.floor(draw() * 4)
  for (const phase of [0, Math.PI]) {
    const points = Array.from({ length: 240 }, (_, i) => {
      const angle = (i / 240) * Math.PI * 2
      const swing = angle * turns + phase
      const out = inner + 1 + Math.cos(swing) * 0.52
      return vec(Math.sin(angle) * out, Math.cos(angle) * out, Math.sin(swing) * 0.95)
    })
    bench.metal(wire(new THREE.CatmullRomCurve3(points, true), 0.62, 480, true))
  }
  if (accents)
    for (const side of [-1, 0, 1])
      bezel(bench, { cut: 'round', kind: accents.kind, mm: 2 }, onRing(side * 0.32, inner + 1.5))
}

function signet(bench: Bench, { draw, motif, stones }: Order): number {
  const form = hoop(bandProfile(inner, 2, 4.2, 0.5, 0.4))
  const points = form.attributes.position!
  for (let i = 0; i < points.count; i++) {
    const [x, y] = [points.getX(i), points.getY(i)]
    const up = Math.max(0, y / Math.hypot(x, y))
    points.setZ(i, points.getZ(i) * (0.85 + 1.7 * up ** 3))
    if (Math.hypot(x, y) > inner + 0.8) {
      const flat = inner + 3
      if (y > 0 && up > 0.55) points.setY(i, y + (flat - y) * Math.min(1, (up - 0.55) * 3.2))
    }
  }
  form.computeVertexNormals()
  bench.metal(smooth(form, 0.5))
  const face = inner + 3
  const disc = new THREE.CylinderGeometry(5.2, 5.5, 0.7, 72).scale(1, 1, 0.92).translate(0, face, 0)
  bench.metal(smooth(disc, 0.5))
  if (stones[0]) bezel(bench, { cut: 'oval', kind: stones[0].kind, mm: 4.6 }, { at: vec(0, face + 0.3, 0) })
  else blossom(bench, { at: vec(0, face + 0.32, 0) }, 2.9, 6 + Math.floor(draw() * 3), motif)
  return face + 1
}

const nine = ['ruby', 'pearl', 'topaz', 'diamond', 'emerald', 'garnet', 'blue sapphire', 'citrine', 'amethyst']

function navaratna(bench: Bench): number {
  bench.metal(hoop(bandProfile(inner, 2, 4.4, 0.6, 0.4)))
  const face = inner + 2.6
  bench.metal(smooth(new THREE.CylinderGeometry(5.6, 4.6, 1.6, fine(64)).translate(0, face - 0.6, 0), 0.5))
  nine.forEach((kind, i) => {
    const angle = (i / 8) * Math.PI * 2
    const at = i === 8 ? vec(0, face + 0.2, 0) : vec(Math.cos(angle) * 3.7, face + 0.2, Math.sin(angle) * 3.7)
    bezel(
      bench,
      { cut: 'round', kind: i === 8 ? 'ruby' : kind === 'ruby' ? 'amethyst' : kind, mm: i === 8 ? 2.9 : 1.9 },
      { at }
    )
  })
  return face + 1
}

function cluster(bench: Bench, { stones, draw }: Order): number {
  const stone = stones[0] ?? { cut: 'oval' as const, kind: 'ruby', mm: 7 }
  const mm = Math.min(8.4, Math.max(5.6, stone.mm * 1.1))
  shank(bench, 1.9, 3, -0.25)
  const base = inner + 1.8
  claws(bench, { ...stone, mm }, { at: vec(0, base, 0), turn: Math.PI / 2 }, { lift: mm * 0.52, count: 4 })
  const count = 12 + Math.floor(draw() * 3) * 2
  const side = stone.kind === 'pearl' || stone.kind === 'cubic zirconia' ? stone.kind : 'diamond'
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * Math.PI * 2
    const at = vec(
      Math.cos(angle) * (mm * lengthOf[stone.cut] * 0.5 + 1.35),
      base + mm * 0.12,
      Math.sin(angle) * (mm * 0.5 + 1.35)
    )
    const up = vec(Math.cos(angle) * 0.35, 1, Math.sin(angle) * 0.35)
    claws(bench, { cut: 'round', kind: side, mm: 2.25 }, { at, up }, { lift: 1.25, wireMm: 0.24 })
  }
  for (const turn of [0, 1]) {
    const dish = new THREE.TorusGeometry(mm * 0.62 + turn * 0.5, 0.3, fine(12), fine(80))
      .rotateX(Math.PI / 2)
      .scale(lengthOf[stone.cut], 1, 1)
    bench.metal(dish.translate(0, base + 0.1 + turn * 0.9, 0))
  }
  return base + mm * 0.6
}
