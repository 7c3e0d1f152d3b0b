import * as THREE from 'three'
import { ball, bandProfile, bezel, claws, field, fine, hoop, pave, smooth, vec, wire, type Bench } from '../bench.ts'
import { lengthOf } from '../gems.ts'
import type { Jewel, Order, Stones } from './order.ts'
import { blossom } from './rings.ts'

const toViewer = vec(0, 0, 1)

/** A pair of earrings, side by side. */
export function earrings(bench: Bench, order: Order): Jewel {
  const { title, size } = order
  const has = (word: string) => title.includes(word)
  const hoops = has('Hoop') || has('Huggie')
  const diameter = hoops ? (has('Huggie') ? 13 : has('Little') ? 11 : Number.parseInt(size ?? '20') || 20) : 0
  const half = hoops
    ? diameter * 0.62 + 2
    : has('Jhumka')
      ? 12
      : has('Chandbali')
        ? 15
        : has('Drop') || has('Dangler')
          ? 7
          : 6.2
  for (const side of [-1, 1]) {
    const at = vec(side * half, 0, 0)
    if (hoops) hoopEarring(bench, order, at, diameter, side)
    else if (has('Jhumka')) jhumka(bench, order, at)
    else if (has('Chandbali')) chandbali(bench, order, at)
    else if (has('Drop') || has('Dangler')) dangler(bench, order, at)
    else stud(bench, order, at)
  }
  const focus = {
    at: vec(half, has('Jhumka') ? -10 : has('Chandbali') ? -8 : has('Drop') || has('Dangler') ? -8 : 0, 0),
    radius: hoops ? diameter * 0.62 : has('Jhumka') || has('Chandbali') ? 14 : 8
  }
  return { rests: 'behind', from: hoops ? vec(0.5, -0.3, 1) : vec(0.12, -0.2, 1), focus, scaleMm: 10 }
}

const shown = (stones: Stones[]): Stones => stones[0] ?? { cut: 'round', kind: 'pearl', mm: 5, count: 2 }

function stud(bench: Bench, { title, stones, draw, motif }: Order, at: THREE.Vector3): void {
  bench.metal(wire(new THREE.LineCurve3(at.clone().add(vec(0, 0, -7)), at), 0.42, 4))
  if (stones.length === 0) return blossom(bench, { at, up: toViewer }, 4.4, 5 + Math.floor(draw() * 4), motif)
  const stone = shown(stones)
  const single = title.includes('Little') || (stone.count <= 2 && !title.includes('Cluster'))
  if (single)
    return claws(bench, { ...stone, mm: Math.max(4.4, Math.min(7.5, stone.mm)) }, { at, up: toViewer }, { lift: 2.2 })
  const mm = Math.max(1.9, Math.min(2.7, stone.mm * 1.2))
  claws(
    bench,
    { ...stone, cut: 'round', mm: mm * 1.5 },
    { at: at.clone().add(vec(0, 0, 0.5)), up: toViewer },
    { lift: 1.6, wireMm: 0.28 }
  )
  for (let i = 0; i < 8; i++) {
    const angle = (i / 8) * Math.PI * 2
    const seat = {
      at: at.clone().add(vec(Math.cos(angle) * mm * 1.34, Math.sin(angle) * mm * 1.34, 0)),
      up: vec(Math.cos(angle) * 0.3, Math.sin(angle) * 0.3, 1)
    }
    claws(bench, { ...stone, cut: 'round', mm }, seat, { lift: 1.3, wireMm: 0.24 })
  }
}

function hoopEarring(
  bench: Bench,
  { stones, draw, title }: Order,
  at: THREE.Vector3,
  diameter: number,
  side: number
): void {
  const thick = title.includes('Huggie') ? 2.2 : 1.5 + draw() * 1.1
  const turn = new THREE.Matrix4().makeRotationY(side * -0.35 + 0.2).setPosition(at)
  const form = hoop(bandProfile(diameter / 2 - thick, thick, title.includes('Huggie') ? 3 : thick * 1.1, 0.95, 0.9))
  bench.metal(form, turn)
  if (!stones[0]) return
  const count = Math.round(diameter * 0.75)
  const seats = Array.from({ length: count }, (_, i) => {
    const angle = -Math.PI * 0.92 + (i / (count - 1)) * Math.PI * 0.84
    const up = vec(Math.cos(angle), Math.sin(angle), 0)
    return {
      at: up
        .clone()
        .multiplyScalar(diameter / 2 - 0.05)
        .applyMatrix4(turn),
      up: up.transformDirection(turn)
    }
  })
  pave(bench, stones[0].kind, 1.45, seats)
}

/** A bell with a fringe of pearls under a flower. */
function jhumka(bench: Bench, { stones, draw, motif }: Order, at: THREE.Vector3): void {
  const gem = stones[0]
  flower(bench, at, 5.2, gem, 6 + Math.floor(draw() * 3), motif)
  bench.metal(wire(new THREE.LineCurve3(at.clone().add(vec(0, -5, 0)), at.clone().add(vec(0, -8, 0))), 0.5, 4))
  const crown = at.clone().add(vec(0, -8, 0))
  const profile = [
    [0, 0],
    [1.6, -0.2],
    [1.9, -1],
    [4.4, -2.2],
    [6.7, -4.6],
    [7.7, -7.6],
    [7.9, -8.6],
    [7.2, -8.6],
    [6.2, -5],
    [0, -2.4]
  ].map(([r, y]) => new THREE.Vector2(r, y))
  const dome = new THREE.LatheGeometry(new THREE.SplineCurve(profile).getPoints(fine(60)), fine(96))
  bench.metal(smooth(dome, 0.7).translate(crown.x, crown.y, crown.z))
  for (const [radius, y, mm, count] of [
    [7.95, -8.2, 0.9, 54],
    [6.75, -4.4, 0.7, 48],
    [4.5, -2.1, 0.6, 36]
  ] as const)
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * Math.PI * 2
      bench.metal(ball(mm, crown.clone().add(vec(Math.cos(angle) * radius, y, Math.sin(angle) * radius))))
    }
  if (gem)
    for (let i = 0; i < 12; i++) {
      const angle = (i / 12) * Math.PI * 2
      const up = vec(Math.cos(angle), 0.35, Math.sin(angle))
      bezel(
        bench,
        { cut: 'round', kind: gem.kind === 'pearl' ? 'ruby' : gem.kind, mm: 1.9 },
        { at: crown.clone().add(vec(Math.cos(angle) * 7.2, -6.3, Math.sin(angle) * 7.2)), up }
      )
    }
  for (let i = 0; i < 22; i++) {
    const angle = (i / 22) * Math.PI * 2
    const foot = crown.clone().add(vec(Math.cos(angle) * 7.4, -10.6, Math.sin(angle) * 7.4))
    bench.stone({ cut: 'round', kind: 'pearl', mm: 2.1 }, { at: foot })
    bench.metal(wire(new THREE.LineCurve3(foot.clone().add(vec(0, 2.2, 0)), foot), 0.22, 2))
  }
}

function flower(
  bench: Bench,
  at: THREE.Vector3,
  radius: number,
  gem: Stones | undefined,
  petals: number,
  motif: string
): void {
  bench.metal(field(radius, 1), new THREE.Matrix4().makeTranslation(at))
  for (let i = 0; i < 30; i++)
    bench.metal(
      ball(
        0.8,
        at.clone().add(vec(Math.cos((i / 30) * Math.PI * 2) * radius, Math.sin((i / 30) * Math.PI * 2) * radius, 0.35))
      )
    )
  if (!gem) return blossom(bench, { at: at.clone().add(vec(0, 0, 0.5)), up: toViewer }, radius * 0.85, petals, motif)
  bezel(
    bench,
    { cut: 'round', kind: gem.kind === 'pearl' ? 'ruby' : gem.kind, mm: radius * 0.7 },
    { at: at.clone().add(vec(0, 0, 0.5)), up: toViewer }
  )
  for (let i = 0; i < petals + 2; i++) {
    const angle = (i / (petals + 2)) * Math.PI * 2
    bezel(
      bench,
      { cut: 'round', kind: 'diamond', mm: radius * 0.26 },
      { at: at.clone().add(vec(Math.cos(angle) * radius * 0.7, Math.sin(angle) * radius * 0.7, 0.5)), up: toViewer }
    )
  }
}

/** A crescent with a fringe. */
function chandbali(bench: Bench, { stones, motif }: Order, at: THREE.Vector3): void {
  const gem = stones[0]
  flower(bench, at, 4.2, gem, 6, motif)
  const centre = at.clone().add(vec(0, -13, 0))
  const moon = new THREE.Shape()
  const [high, small] = [4.4, 8.2]
  // Where the two circles of the crescent meet.
  const y = (11 ** 2 - small ** 2 + high ** 2) / (2 * high)
  const x = Math.sqrt(11 ** 2 - y ** 2)
  moon.absarc(0, 0, 11, Math.PI - Math.atan2(y, x), Math.PI * 2 + Math.atan2(y, x), false)
  moon.absarc(0, high, small, Math.atan2(y - high, x), Math.PI - Math.atan2(y - high, x), true)
  const form = new THREE.ExtrudeGeometry(moon, {
    depth: 0.8,
    bevelSize: 0.35,
    bevelThickness: 0.35,
    bevelSegments: 4,
    curveSegments: fine(64)
  })
  bench.metal(smooth(form, 0.7).translate(centre.x, centre.y, centre.z - 0.4))
  for (let i = 0; i <= 64; i++) {
    const angle = Math.PI * (0.94 + (1.12 * i) / 64)
    bench.metal(ball(0.85, centre.clone().add(vec(Math.cos(angle) * 11, Math.sin(angle) * 11, 0.5))))
  }
  for (let i = 0; i <= 44; i++) {
    const angle = Math.PI * (1.02 + (0.96 * i) / 44)
    const at = centre.clone().add(vec(Math.cos(angle) * small, high + Math.sin(angle) * small, 0.5))
    bench.metal(ball(0.75, at))
  }
  for (let i = 0; i < 9; i++) {
    const angle = Math.PI * (1.2 + (0.6 * i) / 8)
    const at = centre.clone().add(vec(Math.cos(angle) * 6.4, Math.sin(angle) * 6.4 + 0.4, 0.35))
    blossom(bench, { at, up: toViewer }, i % 2 ? 0.85 : 1.25, 5, motif)
  }
  bench.metal(wire(new THREE.LineCurve3(at.clone().add(vec(0, -4, 0)), centre.clone().add(vec(0, 4, 0))), 0.4, 2))
  bezel(
    bench,
    { cut: 'pear', kind: gem?.kind === 'pearl' || !gem ? 'diamond' : gem.kind, mm: 3.4 },
    { at: centre.clone().add(vec(0, 1.5, 0.4)), up: toViewer }
  )
  for (let i = 0; i < 15; i++) {
    const angle = Math.PI * (1.02 + (0.96 * i) / 14)
    const way = vec(Math.cos(angle), Math.sin(angle), 0)
    bezel(
      bench,
      { cut: 'round', kind: i % 2 ? 'diamond' : gem && gem.kind !== 'pearl' ? gem.kind : 'diamond', mm: 1.7 },
      {
        at: centre
          .clone()
          .addScaledVector(way, 9.5)
          .add(vec(0, 0, 0.7)),
        up: toViewer
      }
    )
    bench.stone({ cut: 'round', kind: 'pearl', mm: 2.1 }, { at: centre.clone().addScaledVector(way, 12.9) })
    bench.metal(
      wire(
        new THREE.LineCurve3(centre.clone().addScaledVector(way, 11), centre.clone().addScaledVector(way, 13)),
        0.22,
        2
      )
    )
  }
}

function dangler(bench: Bench, { stones, draw, motif }: Order, at: THREE.Vector3): void {
  const stone = shown(stones)
  if (stone.kind === 'pearl') blossom(bench, { at, up: toViewer }, 2.8, 5, motif)
  else
    claws(
      bench,
      { cut: 'round', kind: stone.kind === 'diamond' ? 'diamond' : 'diamond', mm: 3.2 },
      { at, up: toViewer },
      { lift: 1.7, wireMm: 0.26 }
    )
  const links = 3 + Math.floor(draw() * 3)
  let y = -2.6
  for (let i = 0; i < links; i++) {
    const small = 1.7 + i * 0.18
    if (stone.count > 6) {
      claws(
        bench,
        { cut: 'round', kind: stone.kind, mm: small },
        { at: at.clone().add(vec(0, y, 0)), up: toViewer },
        { lift: 1.1, wireMm: 0.22 }
      )
      bench.metal(
        new THREE.TorusGeometry(0.55, 0.2, 10, 28).rotateY(0.9).translate(at.x, at.y + y + small / 2 + 0.42, at.z + 0.5)
      )
      y -= small + 0.85
    } else {
      bench.metal(
        new THREE.TorusGeometry(0.85, 0.24, 10, 28).rotateY(i % 2 ? 1.2 : 0.1).translate(at.x, at.y + y, at.z)
      )
      y -= 1.35
    }
  }
  const mm = Math.min(8, Math.max(5, stone.mm))
  const cut = stone.cut === 'round' && stone.kind !== 'pearl' ? ('pear' as const) : stone.cut
  const top = y + (stone.count > 6 ? 1.8 : 0.6)
  const half = (mm * lengthOf[cut]) / 2
  const foot = at.clone().add(vec(0, top - 1.1 - half, 0))
  bench.metal(new THREE.TorusGeometry(0.85, 0.26, 10, 28).rotateY(0.9).translate(at.x, at.y + top - 0.5, at.z + 0.6))
  claws(
    bench,
    { cut, kind: stone.kind, mm },
    { at: foot, up: toViewer, turn: cut === 'pear' ? Math.PI : 0 },
    { lift: mm * 0.4 }
  )
}
