import * as THREE from 'three'
import { fine, recur, vec, type Bench, type Part } from '../bench.ts'

/** A link as a wire bent to a stadium, `long` along x and `wide` along y. */
export function link(long: number, wide: number, gauge: number): Part {
  return recur(`link ${[long, wide, gauge].map((n) => n.toFixed(3)).join(' ')}`, () => bent(long, wide, gauge))
}

function bent(long: number, wide: number, gauge: number): THREE.BufferGeometry {
  const half = Math.max(0, (long - wide) / 2)
  const radius = wide / 2 - gauge
  const points: THREE.Vector3[] = []
  for (const side of [1, -1])
    for (let i = 0; i <= 14; i++) {
      const angle = -Math.PI / 2 + (i / 14) * Math.PI
      points.push(vec(side * (half + Math.cos(angle) * radius), side * Math.sin(angle) * radius, 0))
    }
  return new THREE.TubeGeometry(
    new THREE.CatmullRomCurve3(points, true, 'centripetal'),
    fine(48),
    gauge,
    fine(12),
    true
  )
}

export type Pattern = 'cable' | 'paperclip' | 'curb' | 'figaro' | 'box' | 'rope' | 'fine'

/** A chain along a curve, link by link. `gauge` is the wire's radius in mm. */
export function chainAlong(
  bench: Bench,
  curve: THREE.Curve<THREE.Vector3>,
  pattern: Pattern,
  gauge: number,
  up = vec(0, 0, 1)
): void {
  const length = curve.getLength()
  if (pattern === 'rope') return rope(bench, curve, gauge, length)
  const sizes: Record<Exclude<Pattern, 'rope'>, [long: number, wide: number]> = {
    cable: [6.2, 4.6],
    fine: [5.6, 3.8],
    paperclip: [15, 5],
    curb: [7.2, 5.4],
    figaro: [6.4, 4.9],
    box: [4.4, 4.4]
  }
  const [long, wide] = sizes[pattern]
  let at = 0
  for (let i = 0; at < length; i++) {
    const stretched = pattern === 'figaro' && i % 4 === 3 ? 1.75 : 1
    const size = long * gauge * stretched
    const pitch = size - gauge * (pattern === 'curb' || pattern === 'figaro' ? 2.7 : pattern === 'box' ? 2 : 2.35)
    const middle = Math.min(1, (at + pitch / 2) / length)
    const tangent = curve.getTangentAt(middle)
    const side = new THREE.Vector3().crossVectors(up, tangent).normalize()
    const normal = new THREE.Vector3().crossVectors(tangent, side)
    const roll = pattern === 'curb' || pattern === 'figaro' ? 0.62 : i % 2 === 0 ? 0.12 : Math.PI / 2 - 0.25
    const place = new THREE.Matrix4().makeBasis(tangent, side, normal).setPosition(curve.getPointAt(middle))
    const form =
      pattern === 'box'
        ? recur(`box ${gauge.toFixed(3)}`, () =>
            new THREE.TorusGeometry(wide * gauge * 0.36, gauge * 0.72, 4, 4).rotateZ(Math.PI / 4).scale(1, 1, 1.25)
          )
        : link(size, wide * gauge, gauge)
    bench.metal(form, place.multiply(new THREE.Matrix4().makeRotationX(roll)))
    at += pitch
  }
}

/** Rings that lean against each other. */
function rope(bench: Bench, curve: THREE.Curve<THREE.Vector3>, gauge: number, length: number): void {
  const ring = recur(`rope ${gauge.toFixed(3)}`, () =>
    new THREE.TorusGeometry(gauge * 1.45, gauge * 0.62, fine(12), fine(28)).rotateY(Math.PI / 2)
  )
  const pitch = gauge * 0.95
  const count = Math.floor(length / pitch)
  for (let i = 0; i < count; i++) {
    const place = i / count
    const way = curve.getTangentAt(place)
    const side = vec(0, 0, 1).cross(way).normalize()
    const over = new THREE.Vector3().crossVectors(way, side)
    const turned = new THREE.Matrix4()
      .makeBasis(way, side, over)
      .setPosition(curve.getPointAt(place))
      .multiply(new THREE.Matrix4().makeRotationZ(i % 2 ? 0.8 : 0.95))
    bench.metal(ring, turned)
  }
}

/** How a necklace of this width lies: half an ellipse `height` / 2 high, and strands that go on upwards, towards each other. */
export const drape = (width: number, height: number): THREE.CatmullRomCurve3 =>
  new THREE.CatmullRomCurve3(
    Array.from({ length: 72 }, (_, i) => {
      const angle = -Math.PI / 2 + (-1 + (2 * i) / 71) * 2.5
      const lower = Math.sin(angle) < 0
      return vec((Math.cos(angle) * width) / 2, Math.sin(angle) * (lower ? height * 0.5 : height * 0.66), 0)
    })
  )

/** The lowest point of a curve, as a place from 0 to 1. */
export const lowest = (curve: THREE.Curve<THREE.Vector3>): number => {
  let best = 0
  for (let i = 0; i <= 200; i++) if (curve.getPointAt(i / 200).y < curve.getPointAt(best).y) best = i / 200
  return best
}
