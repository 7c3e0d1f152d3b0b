import * as THREE from 'three'
import { ball, bezel, claws, egg, field, fine, pave, plate, recur, vec, wire, type Bench } from '../bench.ts'
import { chainAlong } from './links.ts'
import { medal } from './necklaces.ts'
import type { Jewel, Order } from './order.ts'
import { blossom } from './rings.ts'

const toViewer = vec(0, 0, 1)

/** Two coins: one lies, one leans on it. */
export function coin(bench: Bench, { netMg, draw, title }: Order): Jewel {
  const radius = Math.max(6, Math.cbrt(netMg / 19.3) * 1.45)
  face(bench, vec(0, 0, 0), radius, 8 + Math.floor(draw() * 5), title.includes('Diya'))
  return { rests: 'behind', from: vec(0.32, -0.42, 1), focus: { at: vec(0, 0, 1), radius: radius * 0.62 }, scaleMm: 10 }
}

function face(bench: Bench, at: THREE.Vector3, radius: number, petals: number, flame: boolean): void {
  const thick = radius * 0.14
  bench.metal(field(radius * 0.985, thick, 90), new THREE.Matrix4().makeTranslation(at))
  bench.metal(
    new THREE.TorusGeometry(radius * 0.955, radius * 0.04, fine(14), fine(160)).translate(at.x, at.y, at.z + thick / 2)
  )
  const reeds = 140
  for (let i = 0; i < reeds; i++) {
    const angle = (i / reeds) * Math.PI * 2
    bench.metal(
      recur(`reed ${radius.toFixed(3)}`, () =>
        new THREE.CylinderGeometry(radius * 0.014, radius * 0.014, thick, 6).rotateX(Math.PI / 2)
      ),
      new THREE.Matrix4().makeTranslation(
        at.x + Math.cos(angle) * radius * 0.99,
        at.y + Math.sin(angle) * radius * 0.99,
        at.z
      )
    )
  }
  const beads = 60
  for (let i = 0; i < beads; i++)
    bench.metal(
      ball(
        radius * 0.045,
        vec(
          at.x + Math.cos((i / beads) * Math.PI * 2) * radius * 0.85,
          at.y + Math.sin((i / beads) * Math.PI * 2) * radius * 0.85,
          at.z + thick / 2
        )
      )
    )
  for (const [reach, scale, turn] of [
    [0.52, 0.23, 0],
    [0.34, 0.17, 0.5],
    [0.18, 0.11, 0]
  ] as const)
    for (let i = 0; i < petals; i++) {
      const angle = ((i + turn) / petals) * Math.PI * 2
      bench.metal(
        egg(
          radius * scale,
          radius * scale * 0.46,
          radius * 0.05,
          new THREE.Matrix4().makeTranslation(radius * reach, 0, thick / 2 + radius * (0.03 + (0.55 - reach) * 0.1)),
          new THREE.Matrix4().makeRotationZ(angle),
          new THREE.Matrix4().makeTranslation(at)
        )
      )
    }
  if (flame) {
    const drop = new THREE.SphereGeometry(radius * 0.12, 24, 18).scale(0.7, 1.5, 0.6)
    bench.metal(drop.translate(at.x, at.y + radius * 0.06, at.z + thick / 2 + radius * 0.1))
  } else bench.metal(ball(radius * 0.2, vec(at.x, at.y, at.z + thick / 2 + radius * 0.05)))
}

export function cufflinks(bench: Bench, { stones, draw, motif }: Order): Jewel {
  const square = draw() < 0.5
  for (const side of [-1, 1]) {
    const at = vec(side * 11.5, side * 1.5, 0)
    const shape = new THREE.Shape()
    if (square) {
      const [h, r] = [6.8, 1.8]
      shape
        .moveTo(-h + r, -h)
        .lineTo(h - r, -h)
        .quadraticCurveTo(h, -h, h, -h + r)
        .lineTo(h, h - r)
        .quadraticCurveTo(h, h, h - r, h)
        .lineTo(-h + r, h)
        .quadraticCurveTo(-h, h, -h, h - r)
        .lineTo(-h, -h + r)
        .quadraticCurveTo(-h, -h, -h + r, -h)
    } else shape.absarc(0, 0, 7.6, 0, Math.PI * 2, false)
    const head = plate(shape, 2.2, 0.75)
    bench.metal(head.rotateZ(side * 0.12).translate(at.x, at.y, at.z))
    if (stones[0])
      bezel(
        bench,
        { cut: stones[0].cut, kind: stones[0].kind, mm: 5.4 },
        { at: at.clone().add(vec(0, 0, 2.1)), up: toViewer }
      )
    else blossom(bench, { at: at.clone().add(vec(0, 0, 2.15)), up: toViewer }, 4, 6 + Math.floor(draw() * 3), motif)
    bench.metal(wire(new THREE.LineCurve3(at, at.clone().add(vec(0, 0, -13))), 1.1, 4))
    bench.metal(new THREE.CapsuleGeometry(1.6, 11, 8, 24).rotateZ(0.6).translate(at.x, at.y, at.z - 13))
  }
  return { rests: 'behind', from: vec(0.42, 0.28, 1), focus: { at: vec(11.5, 1.5, 2), radius: 9 }, scaleMm: 10 }
}

/** A spray of leaves with a flower of stones. */
export function brooch(bench: Bench, { stones, draw, motif }: Order): Jewel {
  const gem = stones[0] ?? { cut: 'round' as const, kind: 'pearl', mm: 5, count: 3 }
  const stem = new THREE.CatmullRomCurve3([vec(-15, -18, 0), vec(-9, -6, 0.6), vec(-1, 3, 1), vec(6, 9, 1)])
  bench.metal(wire(stem, 0.75, 80))
  const leaves = 7 + Math.floor(draw() * 4)
  for (let i = 0; i < leaves; i++) {
    const place = 0.12 + (0.72 * i) / leaves
    const at = stem.getPointAt(place)
    const tangent = stem.getTangentAt(place)
    const side = i % 2 ? 1 : -1
    const turn = Math.atan2(tangent.y, tangent.x) + side * 0.85
    const long = 8.5 * (1 - place * 0.45)
    bench.metal(
      egg(
        long / 2,
        long * 0.17,
        0.55,
        new THREE.Matrix4().makeTranslation(long / 2, 0, 0.4),
        new THREE.Matrix4().makeRotationY(-0.15),
        new THREE.Matrix4().makeRotationZ(turn),
        new THREE.Matrix4().makeTranslation(at)
      )
    )
    const seats = Array.from({ length: 4 }, (_, k) => ({
      at: at
        .clone()
        .add(vec(Math.cos(turn) * long * (0.24 + k * 0.17), Math.sin(turn) * long * (0.24 + k * 0.17), 1.05)),
      up: toViewer
    }))
    if (side > 0) pave(bench, 'diamond', 1.25, seats)
  }
  const heart = vec(8.5, 11.5, 1.6)
  const petals = 6 + Math.floor(draw() * 3)
  for (let i = 0; i < petals; i++) {
    const angle = (i / petals) * Math.PI * 2
    const at = heart.clone().add(vec(Math.cos(angle) * 5.4, Math.sin(angle) * 5.4, 0))
    claws(
      bench,
      { cut: gem.kind === 'pearl' ? 'round' : gem.cut, kind: gem.kind, mm: Math.min(5.2, Math.max(3.6, gem.mm)) },
      { at, up: vec(Math.cos(angle) * 0.25, Math.sin(angle) * 0.25, 1), turn: -angle + Math.PI / 2 },
      { lift: 2, wireMm: 0.3 }
    )
  }
  claws(bench, { cut: 'round', kind: 'diamond', mm: 4 }, { at: heart, up: toViewer }, { lift: 2.6, wireMm: 0.3 })
  blossom(bench, { at: heart.clone().add(vec(0, 0, -0.8)), up: toViewer }, 6.5, petals, motif)
  return { rests: 'behind', from: vec(0.3, -0.2, 1), focus: { at: heart, radius: 10 }, scaleMm: 10 }
}

export function nosePin(bench: Bench, { title, stones, draw, motif }: Order): Jewel {
  const gem = stones[0]
  if (title.includes('Nath')) {
    const hoop = new THREE.TorusGeometry(13, 0.55, fine(16), fine(180), Math.PI * 1.9).rotateZ(Math.PI * 0.55)
    bench.metal(hoop)
    for (let i = 0; i < 9; i++) {
      const angle = -Math.PI * 0.88 + (i / 8) * Math.PI * 0.76
      const at = vec(Math.cos(angle) * 13, Math.sin(angle) * 13, 0)
      if (i % 2) bench.stone({ cut: 'round', kind: 'pearl', mm: 3.4 }, { at })
      else if (gem) bezel(bench, { cut: 'round', kind: gem.kind, mm: 3 }, { at: at.add(vec(0, 0, 0.2)), up: toViewer })
      else medal(bench, at, 2.2, 6)
    }
    chainAlong(bench, new THREE.CatmullRomCurve3([vec(-12, 5, 0), vec(-22, 10, 0), vec(-31, 19, 0)]), 'fine', 0.26)
    return { rests: 'behind', from: vec(0.25, -0.2, 1), focus: { at: vec(0, -11, 0), radius: 10 }, scaleMm: 10 }
  }
  const post = new THREE.CatmullRomCurve3([
    vec(0, 0, 0),
    vec(0, -0.2, -3.5),
    vec(0.4, -0.6, -6.5),
    vec(2.2, -1.2, -7.5)
  ])
  bench.metal(wire(post, 0.36, 40))
  if (!gem) blossom(bench, { at: vec(0, 0, 0), up: toViewer }, 2.3, 5 + Math.floor(draw() * 3), motif)
  else {
    claws(
      bench,
      { cut: 'round', kind: gem.kind, mm: 1.9 },
      { at: vec(0, 0, 0), up: toViewer },
      { lift: 1.1, wireMm: 0.2 }
    )
    for (let i = 0; i < 6; i++) {
      const angle = (i / 6) * Math.PI * 2
      claws(
        bench,
        { cut: 'round', kind: gem.kind, mm: 1.3 },
        {
          at: vec(Math.cos(angle) * 1.75, Math.sin(angle) * 1.75, -0.1),
          up: vec(Math.cos(angle) * 0.3, Math.sin(angle) * 0.3, 1)
        },
        { lift: 0.8, wireMm: 0.16 }
      )
    }
  }
  return { rests: 'behind', from: vec(0.85, 0.35, 1), focus: { at: vec(0, 0, 0.6), radius: 3.4 }, scaleMm: 5 }
}
