import * as THREE from 'three'
import { TextGeometry } from 'three/examples/jsm/geometries/TextGeometry.js'
import { Font, type FontData } from 'three/examples/jsm/loaders/FontLoader.js'
import letters from 'three/examples/fonts/gentilis_bold.typeface.json' with { type: 'json' }
import { ball, bezel, claws, egg, field, fine, pave, plate, recur, smooth, vec, wire, type Bench } from '../bench.ts'
import { lengthOf } from '../gems.ts'
import { chainAlong, drape, lowest, type Pattern } from './links.ts'
import type { Jewel, Order } from './order.ts'
import { blossom } from './rings.ts'

const lying = (focus: Jewel['focus'], scaleMm: number): Jewel => ({
  rests: 'behind',
  from: vec(0.18, -0.3, 1),
  focus,
  scaleMm
})
const toViewer = vec(0, 0, 1)

/** Chains lie in a loop; anklets carry bells. */
export function chain(bench: Bench, { title, stones, netMg, draw }: Order): Jewel {
  const has = (word: string) => title.includes(word)
  const pattern: Pattern = has('Rope')
    ? 'rope'
    : has('Box')
      ? 'box'
      : has('Paperclip')
        ? 'paperclip'
        : has('Curb')
          ? 'curb'
          : has('Figaro')
            ? 'figaro'
            : 'cable'
  const anklet = has('Anklet')
  const gauge = anklet ? 0.5 : Math.min(1.05, 0.48 + netMg / 60_000)
  const points = anklet
    ? Array.from({ length: 40 }, (_, i) =>
        vec(Math.cos((i / 40) * Math.PI * 2) * 27, Math.sin((i / 40) * Math.PI * 2) * 22, 0)
      )
    : loop(draw)
  const curve = new THREE.CatmullRomCurve3(points, anklet)
  chainAlong(bench, curve, pattern, gauge)
  if (!anklet) {
    clasp(bench, curve)
    return lying({ at: curve.getPointAt(0.3), radius: 9 }, 20)
  }
  const count = 22
  for (let i = 0; i < count; i++) {
    const at = curve.getPointAt(i / count)
    const out = at.clone().normalize()
    bell(bench, at.clone().addScaledVector(out, 2.6), out)
    if (stones[0] && i % 2 === 0)
      bezel(
        bench,
        { cut: 'round', kind: stones[0].kind, mm: 2.4 },
        { at: at.clone().add(vec(0, 0, 0.4)), up: toViewer }
      )
  }
  return lying({ at: curve.getPointAt(0.75), radius: 11 }, 20)
}

/** A chain coiled twice. */
const loop = (draw: () => number): THREE.Vector3[] => {
  const lean = draw() * 0.7
  return Array.from({ length: 110 }, (_, i) => {
    const part = i / 109
    const t = part * Math.PI * 4.1 + lean
    const reach = 1 - 0.36 * part
    return vec(Math.sin(t) * 25 * reach + part * 4, Math.cos(t) * 22 * reach - part * 3, 2.2 * Math.sin(part * Math.PI))
  })
}

/** The ring and the lobster claw at the ends of a chain. */
function clasp(bench: Bench, curve: THREE.Curve<THREE.Vector3>): void {
  const [first, last] = [curve.getPointAt(0), curve.getPointAt(1)]
  bench.metal(new THREE.TorusGeometry(1.9, 0.42, 14, 48).translate(first.x, first.y, first.z))
  const way = curve.getTangentAt(1)
  const claw = new THREE.TorusGeometry(1.7, 0.62, 14, 40, Math.PI * 1.75)
    .scale(1.5, 1, 0.8)
    .rotateZ(Math.atan2(way.y, way.x))
  bench.metal(claw.translate(last.x + way.x * 2.4, last.y + way.y * 2.4, last.z))
}

/** A little bell that hangs along `way`. */
function bell(bench: Bench, at: THREE.Vector3, way: THREE.Vector3): void {
  bench.metal(ball(2.3, at))
  bench.metal(wire(new THREE.LineCurve3(at.clone().addScaledVector(way, -2.4), at), 0.28, 4))
  bench.metal(ball(0.7, at.clone().addScaledVector(way, 1.3)))
}

export function pendant(bench: Bench, order: Order): Jewel {
  const { title, stones } = order
  const has = (word: string) => title.includes(word)
  const bail = vec(0, 9, 0)
  const [centre] = stones
  let foot = -6
  if (has('Solitaire') || has('Halo')) foot = solitairePendant(bench, order)
  else if (has('Initial') || has('Monogram')) letter(bench, title, centre?.kind)
  else if (has('Cross')) cross(bench, centre?.kind)
  else if (has('Om ')) om(bench, centre)
  else medallion(bench, order)
  bench.metal(new THREE.TorusGeometry(1.35, 0.34, fine(14), fine(40)).translate(0, 8.6, 0))
  const hoop = new THREE.TorusGeometry(1.75, 0.55, fine(14), fine(44)).scale(0.75, 1.25, 1).rotateY(Math.PI / 2)
  bench.metal(hoop.translate(bail.x, bail.y + 2.4, 0.2))
  for (const side of [-1, 1]) {
    const curve = new THREE.CatmullRomCurve3([
      vec(0, 12.6, 0),
      vec(side * 5, 18.5, 0.1),
      vec(side * 12, 30, 0.1),
      vec(side * 19, 44, 0),
      vec(side * 26, 60, 0)
    ])
    chainAlong(bench, curve, 'fine', 0.24)
  }
  const low = Math.min(foot, has('Solitaire') || has('Halo') ? foot : -13)
  return {
    ...lying({ at: vec(0, (low + 9) / 2, 0.5), radius: (9 - low) * 0.52 }, 10),
    frame: { at: vec(0, (low + 22) / 2 - 1.5, 0), radius: (22 - low) * 0.56 },
    from: vec(0.24, -0.22, 1)
  }
}

function solitairePendant(bench: Bench, { title, stones, draw }: Order): number {
  const stone = stones[0] ?? { cut: 'round' as const, kind: 'diamond', mm: 6 }
  const mm = Math.max(5.5, stone.mm)
  const half = (mm * lengthOf[stone.cut]) / 2
  // A pear hangs by its point, which is farther from its middle than its round end.
  const isPear = stone.cut === 'pear'
  const middle = 7.4 - half - (isPear ? mm / 4 : 0) - (title.includes('Halo') ? 2 : 0.4)
  claws(
    bench,
    { ...stone, mm },
    { at: vec(0, middle, 0), up: toViewer, turn: isPear ? Math.PI : 0 },
    { lift: mm * 0.42, count: draw() < 0.5 ? 4 : 6 }
  )
  if (title.includes('Halo') || stones[1]) {
    const count = Math.round((Math.PI * (mm + 2) * (1 + lengthOf[stone.cut])) / 2 / 1.5)
    const seats = Array.from({ length: count }, (_, i) => {
      const angle = (i / count) * Math.PI * 2
      return {
        at: vec(Math.cos(angle) * (mm / 2 + 1.05), middle + Math.sin(angle) * (half + 1.05), mm * 0.28),
        up: toViewer
      }
    })
    const path = new THREE.CatmullRomCurve3(
      seats.map(({ at }) => at.clone().add(vec(0, 0, -0.45))),
      true
    )
    bench.metal(wire(path, 0.75, 200, true))
    pave(bench, 'diamond', 1.45, seats)
  }
  return middle - half
}

const font = new Font(letters as unknown as FontData)

function letter(bench: Bench, title: string, kind?: string): void {
  const text = title[0]!.toUpperCase()
  const form = new TextGeometry(text, {
    font,
    size: 15,
    depth: 1.1,
    curveSegments: fine(24),
    bevelEnabled: true,
    bevelSize: 0.35,
    bevelThickness: 0.4,
    bevelSegments: 5
  })
  form.computeBoundingBox()
  const { min, max } = form.boundingBox!
  form.translate(-(min.x + max.x) / 2, 8 - max.y, -0.4)
  bench.metal(smooth(form, 0.7))
  const wreath = new THREE.TorusGeometry(11.5, 0.5, fine(14), fine(140)).scale(1, 1, 1)
  const middle = 8 - (max.y - min.y) / 2
  bench.metal(wreath.translate(0, middle, 0))
  const count = 40
  if (kind)
    pave(
      bench,
      kind,
      1.3,
      Array.from({ length: count }, (_, i) => ({
        at: vec(Math.cos((i / count) * Math.PI * 2) * 11.5, middle + Math.sin((i / count) * Math.PI * 2) * 11.5, 0.45),
        up: toViewer
      }))
    )
  bench.metal(wire(new THREE.LineCurve3(vec(0, 8, 0), vec(0, middle + 11.5, 0)), 0.4, 2))
}

function cross(bench: Bench, kind?: string): void {
  const bar = (wide: number, high: number, y: number) => {
    const shape = new THREE.Shape()
    shape
      .moveTo(-wide / 2, y - high / 2)
      .lineTo(wide / 2, y - high / 2)
      .lineTo(wide / 2, y + high / 2)
      .lineTo(-wide / 2, y + high / 2)
      .closePath()
    return plate(shape, 1.6, 0.45)
  }
  bench.metal(bar(2.6, 19, -2))
  bench.metal(bar(12.5, 2.6, 1.2))
  for (const at of [vec(0, 8, 0.8), vec(0, -11.6, 0.8), vec(-6.4, 1.2, 0.8), vec(6.4, 1.2, 0.8)])
    bench.metal(ball(3, at))
  if (kind) bezel(bench, { cut: 'round', kind, mm: 3.4 }, { at: vec(0, 1.2, 1.2), up: toViewer })
}

/** The syllable as a bent wire, with its moon and dot, in a beaded ring. */
function om(bench: Bench, gem?: Order['stones'][number]): void {
  const strokes = [
    [
      [-4.6, 2.6],
      [-3.4, 4.6],
      [-1.2, 5],
      [0.6, 3.6],
      [-0.2, 1.6],
      [-1.8, 1]
    ],
    [
      [-1.8, 1],
      [0.6, 0.9],
      [2, -1],
      [1.4, -3.6],
      [-1.2, -4.8],
      [-3.8, -3.8],
      [-5, -1.8]
    ],
    [
      [1.2, 0.4],
      [3, -0.2],
      [4.2, 1.4],
      [5.8, 2],
      [6.2, 0.2],
      [5, -1.8],
      [3.6, -2.2]
    ],
    [
      [1.6, 5.6],
      [2.6, 4.5],
      [4, 4.1],
      [5.4, 4.7],
      [6.2, 5.9]
    ]
  ]
  const middle = -2.2
  strokes.forEach((points, i) => {
    const curve = new THREE.CatmullRomCurve3(points.map(([x = 0, y = 0]) => vec(x - 0.6, y + middle - 0.2, 0)))
    bench.metal(wire(curve, i === 3 ? 0.62 : 0.85, 90))
    for (const end of [0, 1]) bench.metal(ball(i === 3 ? 1.24 : 1.7, curve.getPointAt(end)))
  })
  const dot = vec(3.4, middle + 6.4, 0)
  if (gem) bezel(bench, { cut: 'round', kind: gem.kind, mm: 2 }, { at: dot, up: toViewer })
  else bench.metal(ball(1.9, dot))
  const radius = 9.6
  bench.metal(new THREE.TorusGeometry(radius, 0.6, fine(14), fine(140)).translate(0, middle + 0.4, 0))
  for (let i = 0; i < 60; i++) {
    const angle = (i / 60) * Math.PI * 2
    bench.metal(ball(0.8, vec(Math.cos(angle) * radius, middle + 0.4 + Math.sin(angle) * radius, 0.55)))
  }
  for (const side of [-1, 1])
    for (const high of [-0.32, 0.5]) {
      const out = vec(Math.cos(high) * side * radius, middle + 0.4 + Math.sin(high) * radius, 0)
      bench.metal(wire(new THREE.LineCurve3(vec(side * (high > 0 ? 4.6 : 4.2), out.y, 0), out), 0.34, 2))
    }
}

/** A round medal with a beaded rim and a lotus in relief. */
export function medal(bench: Bench, at: THREE.Vector3, radius: number, petals: number, kind?: string): void {
  bench.metal(field(radius, 1.1), new THREE.Matrix4().makeTranslation(at))
  const beads = Math.round(radius * 5.2)
  for (let i = 0; i < beads; i++) {
    const angle = (i / beads) * Math.PI * 2
    bench.metal(
      ball(
        radius * 0.105 + 0.16,
        vec(at.x + Math.cos(angle) * radius * 0.95, at.y + Math.sin(angle) * radius * 0.95, at.z + 0.6)
      )
    )
  }
  for (const [reach, count, turn] of [
    [0.78, petals, 0],
    [0.52, petals, 0.5]
  ] as const)
    for (let i = 0; i < count; i++) {
      const angle = ((i + turn) / count) * Math.PI * 2
      bench.metal(
        egg(
          radius * 0.27,
          radius * 0.125,
          radius * 0.09,
          new THREE.Matrix4().makeTranslation(radius * reach * 0.62, 0, 0.66 + (1 - reach) * radius * 0.1),
          new THREE.Matrix4().makeRotationZ(angle),
          new THREE.Matrix4().makeTranslation(at)
        )
      )
    }
  if (kind)
    bezel(bench, { cut: 'round', kind, mm: radius * 0.42 }, { at: at.clone().add(vec(0, 0, 0.7)), up: toViewer })
  else bench.metal(ball(radius * 0.36, at.clone().add(vec(0, 0, 0.7))))
}

function medallion(bench: Bench, { stones, draw }: Order): void {
  medal(bench, vec(0, -1.2, 0), 9, 7 + Math.floor(draw() * 5), stones[0]?.kind)
}

/** Necklaces and sets lie in a drape, richest at the lowest point. */
export function necklace(bench: Bench, order: Order): Jewel {
  const { title, stones, draw } = order
  const has = (word: string) => title.includes(word)
  const gem = stones[0]
  if (has('Mangalsutra')) return mangalsutra(bench, order)
  const long = has('Haram') || has('Temple')
  const choker = has('Choker') || has('Collar')
  const curve = choker ? drape(84, 80) : drape(80, long ? 116 : 98)
  const middle = lowest(curve)
  const coins = has('Coin')
  const parts = coins ? 25 : 23
  const petals = 6 + Math.floor(draw() * 3)
  for (let i = 0; i < parts; i++) {
    const off = (i - (parts - 1) / 2) / ((parts - 1) / 2)
    const place = middle + off * 0.36
    const at = curve.getPointAt(Math.min(0.999, Math.max(0.001, place)))
    const tangent = curve.getTangentAt(Math.min(0.999, Math.max(0.001, place)))
    const down = vec(tangent.y, -tangent.x, 0).multiplyScalar(tangent.x > 0 ? 1 : -1)
    const size = (1 - 0.45 * Math.abs(off)) * (choker ? 5.4 : 5.8)
    if (coins) medal(bench, at.clone().addScaledVector(down, size * 0.9), size, petals)
    else station(bench, at, down, size, gem, i, petals)
  }
  const rim = new THREE.CatmullRomCurve3(
    Array.from({ length: 80 }, (_, i) => curve.getPointAt(middle - 0.37 + (0.74 * i) / 79))
  )
  bench.metal(wire(rim, 0.9, 260))
  for (let i = 0; i <= 90; i++) bench.metal(ball(1.15, rim.getPointAt(i / 90).add(vec(0, 0, 0.75))))
  for (const [from, to] of [
    [0.001, middle - 0.36],
    [middle + 0.36, 0.999]
  ] as const)
    chainAlong(
      bench,
      new THREE.CatmullRomCurve3(Array.from({ length: 20 }, (_, i) => curve.getPointAt(from + ((to - from) * i) / 19))),
      'curb',
      0.62
    )
  const low = curve.getPointAt(middle)
  if (long || has('Set')) {
    medal(bench, low.clone().add(vec(0, -15, 0.6)), 11, petals + 2, gem?.kind)
    for (let i = -3; i <= 3; i++)
      drop(bench, low.clone().add(vec(i * 3.5, -26 + Math.abs(i) * 1.8, 0.4)), gem?.kind ?? 'pearl', 2.6)
  }
  if (has('Set'))
    for (const side of [-1, 1]) {
      const at = vec(side * 15.5, 12, 0)
      medal(bench, at, 7.4, petals, gem?.kind)
      drop(bench, at.clone().add(vec(0, -12.5, 0)), gem?.kind ?? 'pearl', 5)
      bench.metal(wire(new THREE.LineCurve3(at.clone().add(vec(0, -6, 0)), at.clone().add(vec(0, -9, 0))), 0.35, 2))
    }
  const hanging = long || has('Set')
  const radius = hanging ? 54 : 46
  return {
    ...lying({ at: low.clone().add(vec(0, hanging ? -10 : -2, 0)), radius: hanging ? 24 : 20 }, 20),
    frame: { at: low.clone().add(vec(0, radius - (hanging ? 38 : 20), 0)), radius }
  }
}

function station(
  bench: Bench,
  at: THREE.Vector3,
  down: THREE.Vector3,
  size: number,
  gem: Order['stones'][number] | undefined,
  i: number,
  petals: number
): void {
  const turn = Math.atan2(down.y, down.x) + Math.PI / 2
  if (i % 2 === 0) {
    if (gem && gem.kind !== 'pearl')
      bezel(
        bench,
        { cut: gem.cut === 'pear' || gem.cut === 'oval' ? gem.cut : 'round', kind: gem.kind, mm: size * 0.95 },
        { at: at.clone().addScaledVector(down, size * 0.75), up: toViewer, turn: -turn }
      )
    else blossom(bench, { at: at.clone().addScaledVector(down, size * 0.8), up: toViewer }, size * 0.95, petals)
    drop(
      bench,
      at.clone().addScaledVector(down, size * 1.75),
      gem?.kind === 'pearl' ? 'pearl' : 'gold',
      size * 0.5,
      down
    )
  } else {
    blossom(bench, { at: at.clone().addScaledVector(down, size * 0.45), up: toViewer }, size * 0.66, 5)
    drop(bench, at.clone().addScaledVector(down, size * 1.5), 'pearl', size * 0.52, down)
  }
}

/** A bead or pearl that hangs from a ring. */
function drop(bench: Bench, at: THREE.Vector3, kind: string, mm: number, way = vec(0, -1, 0)): void {
  const eye = at.clone().addScaledVector(way, -mm * 0.62)
  bench.metal(
    recur(`eye ${mm.toFixed(2)}`, () => new THREE.TorusGeometry(mm * 0.22, mm * 0.09, 10, 24)),
    new THREE.Matrix4().makeTranslation(eye)
  )
  if (kind === 'gold') bench.metal(ball(mm, at))
  else if (kind === 'pearl' || kind === 'diamond' || kind === 'cubic zirconia')
    bench.stone({ cut: 'round', kind: 'pearl', mm }, { at })
  else bezel(bench, { cut: 'round', kind, mm: mm * 0.8 }, { at, up: toViewer })
}

function mangalsutra(bench: Bench, { stones }: Order): Jewel {
  const curve = drape(74, 98)
  const length = curve.getLength()
  const middle = lowest(curve)
  const mm = 2.5
  for (let at = 0; at < length; at += mm) {
    const place = at / length
    const near = Math.abs(place - middle) < 0.045
    const point = curve.getPointAt(place)
    if (near) continue
    if (Math.round(at / mm) % 7 === 0) bench.metal(ball(mm * 1.05, point))
    else bench.bead(mm, point, '#151214')
  }
  const low = curve.getPointAt(middle)
  for (const side of [-1, 1]) {
    const dish = new THREE.SphereGeometry(4.6, fine(48), fine(24), 0, Math.PI * 2, 0, Math.PI / 2)
      .scale(1, 0.5, 1)
      .rotateX(Math.PI / 2)
    bench.metal(dish.translate(side * 4.9, low.y - 3.5, 0))
    bench.metal(new THREE.TorusGeometry(4.6, 0.5, 14, 72).translate(side * 4.9, low.y - 3.5, 0.2))
    for (let i = 0; i < 26; i++)
      bench.metal(
        ball(
          0.75,
          vec(
            side * 4.9 + Math.cos((i / 26) * Math.PI * 2) * 5.5,
            low.y - 3.5 + Math.sin((i / 26) * Math.PI * 2) * 5.5,
            0
          )
        )
      )
    if (stones[0])
      bezel(
        bench,
        { cut: 'round', kind: stones[0].kind, mm: 2.6 },
        { at: vec(side * 4.9, low.y - 3.5, 2.1), up: toViewer }
      )
  }
  bench.metal(
    wire(
      new THREE.CatmullRomCurve3([
        curve.getPointAt(middle - 0.045),
        vec(-4.9, low.y + 1.6, 0),
        vec(0, low.y - 0.6, 0),
        vec(4.9, low.y + 1.6, 0),
        curve.getPointAt(middle + 0.045)
      ]),
      0.6,
      60
    )
  )
  return {
    ...lying({ at: low.clone().add(vec(0, -2, 0)), radius: 16 }, 20),
    frame: { at: low.clone().add(vec(0, 26, 0)), radius: 42 }
  }
}
