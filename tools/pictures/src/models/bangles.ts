import * as THREE from 'three'
import { ball, bandProfile, bezel, claws, hoop, vec, wire, type Bench, type Seat } from '../bench.ts'
import { chainAlong, type Pattern } from './links.ts'
import type { Jewel, Order } from './order.ts'
import { medal } from './necklaces.ts'
import { blossom } from './rings.ts'

const around = (angle: number, out: number, z = 0): Seat => ({
  at: vec(Math.sin(angle) * out, Math.cos(angle) * out, z),
  up: vec(Math.sin(angle), Math.cos(angle), 0)
})
const standing = (radius: number, out: number): Jewel => ({
  rests: 'below',
  from: vec(0.75, 0.5, 1),
  focus: { at: vec(Math.sin(0.35) * out, Math.cos(0.35) * out - 1, 1), radius },
  scaleMm: 20
})

/** Inner radius in mm of an Indian bangle size: a and b sixteenths of an inch across. */
const radiusOf = (size: string | null): number => {
  const [a = 2, b = 6] = (size ?? '2-6').split('-').map(Number)
  return ((a + b / 16) * 25.4) / 2
}

export function bangle(bench: Bench, order: Order): Jewel {
  const { title, size, stones, draw, motif } = order
  const has = (word: string) => title.includes(word)
  const inner = radiusOf(size)
  const gem = stones[0]
  if (has('Kada')) {
    const [thick, wide] = [4.6, 8 + draw() * 3]
    bench.metal(hoop(bandProfile(inner, thick, wide, 0.55, 0.3), 300))
    ornaments(bench, inner + thick * 0.96, wide, gem?.kind, motif, 18 + Math.floor(draw() * 6))
  } else if (has('Diamond') || has('Stone')) {
    bench.metal(hoop(bandProfile(inner, 2.3, 3.6, 0.5, 0.4), 300))
    const kind = gem?.kind ?? 'diamond'
    const mm = gem && gem.count < 12 ? 4.2 : 2.5
    const count = Math.floor((2.4 * (inner + 2.3)) / (mm * 1.12))
    for (let i = 0; i < count; i++)
      claws(
        bench,
        { cut: mm > 3 ? (gem?.cut ?? 'round') : 'round', kind, mm },
        around((i - (count - 1) / 2) * ((mm * 1.12) / (inner + 2.3)), inner + 2.05),
        { lift: mm * 0.42, wireMm: 0.26 }
      )
  } else {
    const pair = has('Pair')
    for (const z of pair ? [-3.4, 3.4] : [0]) {
      const form = hoop(bandProfile(inner, 2.6, 4.2, 0.95, 0.8), 300)
      bench.metal(form.translate(0, 0, z))
      const ridges = 64 + Math.floor(draw() * 20)
      if (draw() < 0.7)
        for (let i = 0; i < ridges; i++) bench.metal(ball(0.9, around((i / ridges) * Math.PI * 2, inner + 2.62, z).at))
    }
    if (has('Nazariya')) for (let i = 0; i < 14; i++) bench.bead(3, around((i - 6.5) * 0.13, inner + 3.6).at, '#17130f')
  }
  return standing(16, inner + 3)
}

function ornaments(
  bench: Bench,
  out: number,
  wide: number,
  kind: string | undefined,
  motif: string,
  count: number
): void {
  for (let i = 0; i < count; i++) {
    const seat = around((i / count) * Math.PI * 2, out)
    if (kind && i % 2 === 0)
      bezel(bench, { cut: 'round', kind: kind === 'pearl' ? 'ruby' : kind, mm: wide * 0.36 }, seat)
    else blossom(bench, seat, wide * 0.3, 6, motif)
  }
  const beads = count * 7
  for (const side of [-1, 1])
    for (let i = 0; i < beads; i++)
      bench.metal(ball(0.95, around((i / beads) * Math.PI * 2, out - 0.5, side * (wide / 2 - 0.5)).at))
}

/** Bracelets lie in an oval, cuffs stand. */
export function bracelet(bench: Bench, order: Order): Jewel {
  const { title, stones, draw, netMg, motif } = order
  const has = (word: string) => title.includes(word)
  if (has('Kada for Him')) return bangle(bench, { ...order, title: 'Kada', size: '2-10', stones: [] })
  if (has('Cuff')) return cuff(bench, order)
  const points = Array.from({ length: 60 }, (_, i) => {
    const angle = (i / 60) * Math.PI * 2
    return vec(Math.cos(angle) * 29, Math.sin(angle) * 22 + Math.cos(angle * 2 + draw() * 0.01) * 1.2, 0)
  })
  const curve = new THREE.CatmullRomCurve3(points, true)
  const length = curve.getLength()
  if (has('Tennis')) {
    const mm = 3.3
    const count = Math.floor(length / (mm * 1.03))
    for (let i = 0; i < count; i++) {
      const place = i / count
      const tangent = curve.getTangentAt(place)
      const seat = { at: curve.getPointAt(place), up: vec(0, 0, 1), turn: -Math.atan2(tangent.y, tangent.x) }
      claws(bench, { cut: 'round', kind: stones[0]?.kind ?? 'diamond', mm }, seat, { lift: 1.4, wireMm: 0.3 })
    }
    bench.metal(wire(curve, 0.42, 300, true).translate(0, 0, 0.35))
    return { rests: 'behind', from: vec(0.3, -0.55, 1), focus: { at: curve.getPointAt(0.75), radius: 9 }, scaleMm: 20 }
  }
  const pattern: Pattern = has('Link') ? 'curb' : draw() < 0.5 ? 'cable' : 'paperclip'
  chainAlong(bench, curve, pattern, has('Link') ? 1.15 : Math.min(1, 0.6 + netMg / 30_000))
  const charms = has('Charm') ? 7 : stones[0] ? 5 : 0
  for (let i = 0; i < charms; i++) {
    const at = curve.getPointAt(0.5 + (i + 0.5) / (charms * 2))
    const out = at.clone().normalize()
    if (has('Charm')) {
      bench.metal(new THREE.TorusGeometry(1, 0.26, 10, 28).translate(at.x + out.x * 1.6, at.y + out.y * 1.6, 0))
      if (i % 3 === 0) medal(bench, at.clone().addScaledVector(out, 5.6), 3.6, 6, stones[0]?.kind)
      else if (i % 3 === 1) blossom(bench, { at: at.clone().addScaledVector(out, 5), up: vec(0, 0, 1) }, 3.2, 5, motif)
      else bench.stone({ cut: 'round', kind: 'pearl', mm: 4.4 }, { at: at.clone().addScaledVector(out, 4.8) })
    } else
      bezel(
        bench,
        { cut: 'round', kind: stones[0]!.kind, mm: 3.2 },
        { at: at.clone().add(vec(0, 0, 0.9)), up: vec(0, 0, 1) }
      )
  }
  return { rests: 'behind', from: vec(0.24, -0.42, 1), focus: { at: curve.getPointAt(0.75), radius: 12 }, scaleMm: 20 }
}

function cuff(bench: Bench, { stones, draw, title, motif }: Order): Jewel {
  const [inner, thick, wide] = [27, 1.9, 9 + draw() * 9]
  const open = title.includes('Open')
  const gap = open ? 0.55 : 0.42
  // A hoop begins below, where the opening is.
  const form = hoop(bandProfile(inner, thick, wide, 0.25, 0.3), 260, Math.PI * 2 - gap * 2, gap)
  bench.metal(form.scale(1.08, 0.94, 1))
  for (const side of [-1, 1]) {
    const at = vec(
      Math.sin(side * (Math.PI - gap)) * (inner + thick / 2) * 1.08,
      Math.cos(Math.PI - gap) * (inner + thick / 2) * 0.94,
      0
    )
    const end = new THREE.CapsuleGeometry(thick * 0.62, wide - thick, 10, 24).rotateX(Math.PI / 2)
    bench.metal(end.translate(at.x, at.y, at.z))
  }
  const gem = stones[0]
  const seatAt = (angle: number, z = 0): Seat => ({
    at: vec(Math.sin(angle) * (inner + thick) * 1.08, Math.cos(angle) * (inner + thick) * 0.94, z),
    up: vec(Math.sin(angle), Math.cos(angle), 0)
  })
  if (gem)
    for (let i = -2; i <= 2; i++)
      bezel(
        bench,
        { cut: i === 0 ? gem.cut : 'round', kind: gem.kind, mm: i === 0 ? Math.min(8, wide * 0.55) : wide * 0.26 },
        seatAt(i * 0.24)
      )
  else for (let i = -4; i <= 4; i++) blossom(bench, seatAt(i * 0.21), wide * 0.25 * (1 - Math.abs(i) * 0.07), 6, motif)
  return standing(15, inner + thick)
}
