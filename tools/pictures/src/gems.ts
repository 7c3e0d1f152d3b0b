import * as THREE from 'three'
import { planesAtMost, type Optics } from '../../../apps/storefront/app/parts/turntable-surfaces.ts'

/** A facet as the plane `normal · point = offset`; a gem is what lies inside all of its planes. Girdle width is 1, the girdle lies at y = 0. */
export interface Facet {
  normal: THREE.Vector3
  offset: number
}

export type Cut = 'round' | 'oval' | 'cushion' | 'pear' | 'marquise' | 'princess' | 'emerald'

/** How far an outline reaches in a direction (its support function), for outlines of width 1. */
type Outline = (angle: number) => number

const superellipse =
  (length: number, power: number): Outline =>
  (angle) => {
    const dual = power / (power - 1)
    const [c, s] = [Math.abs(Math.cos(angle)) * 0.5, Math.abs(Math.sin(angle)) * 0.5 * length]
    return (c ** dual + s ** dual) ** (1 / dual)
  }
const ellipse =
  (length: number): Outline =>
  (angle) =>
    Math.hypot(0.5 * Math.cos(angle), 0.5 * length * Math.sin(angle))
/** The lens of two arcs: width 1, `length` long. */
const lens = (length: number): Outline => {
  const half = length / 2
  const radius = (half * half + 0.25) / 1
  const shift = radius - 0.5
  return (angle) => {
    const [c, s] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
    const reach = radius - shift * c
    return radius * s > half + 1e-9 || Math.atan2(s, c) > Math.asin(Math.min(1, half / radius)) ? half * s : reach
  }
}
/** Round at one end and pointed at the other (+z). */
const drop = (length: number): Outline => {
  const tip = length - 0.5
  return (angle) => Math.max(0.5, tip * Math.sin(angle))
}
const cutRectangle = (length: number, corner: number): Outline => {
  const points: [number, number][] = []
  const [x, z] = [0.5, length / 2]
  for (const [i, j] of [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1]
  ] as const)
    points.push([i * (x - corner), j * z], [i * x, j * (z - corner)])
  return (angle) => Math.max(...points.map(([px, pz]) => px * Math.cos(angle) + pz * Math.sin(angle)))
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** A facet that slopes by `slope` degrees from the horizontal, through the outline moved in by `inset` at height `y`. */
function sloped(outline: Outline, angle: number, slope: number, y: number, inset = 0): Facet {
  const tilt = radians(Math.abs(slope))
  const up = slope > 0 ? Math.cos(tilt) : -Math.cos(tilt)
  const normal = new THREE.Vector3(Math.cos(angle) * Math.sin(tilt), up, Math.sin(angle) * Math.sin(tilt))
  return { normal, offset: (outline(angle) - inset) * Math.sin(tilt) + y * up }
}

const flat = (up: 1 | -1, y: number): Facet => ({ normal: new THREE.Vector3(0, up, 0), offset: y * up })
const wall = (outline: Outline, angle: number): Facet => ({
  normal: new THREE.Vector3(Math.cos(angle), 0, Math.sin(angle)),
  offset: outline(angle)
})

/** The 57 facets of a brilliant over an outline: table, 8 bezels, 8 stars, 16 upper halves, 8 mains, 16 lower halves. Angles of the ideal round. */
function brilliant(outline: Outline, { table = 0.56, crown = 34.5, pavilion = 40.75, halves = 8 } = {}): Facet[] {
  const girdle = 0.012
  const height = 0.5 * (1 - table) * Math.tan(radians(crown))
  const facets: Facet[] = [flat(1, height + girdle)]
  const step = (2 * Math.PI) / halves
  for (let i = 0; i < halves; i++) {
    const main = i * step
    const between = main + step / 2
    facets.push(sloped(outline, main, crown, girdle))
    const star = sloped(outline, between, 21, 0)
    const reach = outline(between) * table * 1.02
    star.offset = reach * Math.sin(radians(21)) + (height + girdle) * Math.cos(radians(21))
    facets.push(star)
    facets.push(sloped(outline, main, -pavilion, -girdle))
    for (const side of [-1, 1]) {
      const near = main + side * step * 0.27
      facets.push(sloped(outline, near, crown + 6.5, girdle), sloped(outline, near, -(pavilion + 1.4), -girdle))
    }
  }
  for (let i = 0; i < 48; i++) facets.push(wall(outline, (i * Math.PI) / 24))
  return facets
}

/** A step cut: rows of long facets that are parallel to the sides. */
function steps(outline: Outline, angles: number[]): Facet[] {
  const girdle = 0.015
  const facets: Facet[] = [flat(1, 0.16 + girdle), flat(-1, -0.48)]
  for (const angle of angles) {
    facets.push(wall(outline, angle))
    facets.push(sloped(outline, angle, 47, girdle), sloped(outline, angle, 38, girdle + 0.06, 0.056))
    facets.push(sloped(outline, angle, 28, girdle + 0.115, 0.127))
    facets.push(sloped(outline, angle, -56, -girdle), sloped(outline, angle, -45, -girdle - 0.18, 0.125))
    facets.push(sloped(outline, angle, -34, -girdle - 0.34, 0.285))
  }
  return facets
}

function princess(): Facet[] {
  const outline = cutRectangle(1, 0.004)
  const girdle = 0.012
  const facets: Facet[] = [flat(1, 0.11 + girdle)]
  for (let side = 0; side < 4; side++) {
    const angle = (side * Math.PI) / 2
    facets.push(wall(outline, angle), sloped(outline, angle, 35, girdle), sloped(outline, angle, -58, -girdle))
    for (const turn of [-0.42, 0.42])
      facets.push(sloped(outline, angle + turn, 29, girdle), sloped(outline, angle + turn, -49, -girdle, 0.02))
    for (const turn of [-0.2, 0.2]) facets.push(sloped(outline, angle + turn, -54, -girdle, 0.004))
    facets.push(sloped(outline, angle + Math.PI / 4, 24, girdle), sloped(outline, angle + Math.PI / 4, -44, -girdle))
  }
  return facets
}

const eighths = Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 4)

/** How long a cut is for its width. */
export const lengthOf: Record<Cut, number> = {
  round: 1,
  oval: 1.35,
  cushion: 1.08,
  pear: 1.5,
  marquise: 1.9,
  princess: 1,
  emerald: 1.4
}

/** The facets of a cut, its width along x being 1 and its length along z. */
export function facetsOf(cut: Cut): Facet[] {
  const length = lengthOf[cut]
  switch (cut) {
    case 'round':
      return brilliant(ellipse(1))
    case 'oval':
      return brilliant(ellipse(length), { pavilion: 42, halves: 8 })
    case 'cushion':
      return brilliant(superellipse(length, 3.2), { table: 0.58, crown: 33, pavilion: 41.5 })
    case 'pear':
      return brilliant(drop(length), { table: 0.56, pavilion: 43, halves: 10 })
    case 'marquise':
      return brilliant(lens(length), { table: 0.56, pavilion: 44, halves: 10 })
    case 'princess':
      return princess()
    case 'emerald':
      return steps(cutRectangle(length, 0.16), eighths)
  }
}

export interface Gem {
  geometry: THREE.BufferGeometry
  /** The planes of its facets, for tracing light within it. */
  planes: THREE.Vector4[]
}

const made = new Map<Cut, Gem>()

/** The solid within the facets of a cut, and its planes; those that touch nothing are left out. */
export function gemOf(cut: Cut): Gem {
  const known = made.get(cut)
  if (known) return known
  const facets = facetsOf(cut)
  const corners: THREE.Vector3[] = []
  const determinant = new THREE.Matrix3()
  for (let a = 0; a < facets.length; a++)
    for (let b = a + 1; b < facets.length; b++)
      for (let c = b + 1; c < facets.length; c++) {
        const [p, q, r] = [facets[a]!, facets[b]!, facets[c]!]
        const m = determinant.set(
          p.normal.x,
          p.normal.y,
          p.normal.z,
          q.normal.x,
          q.normal.y,
          q.normal.z,
          r.normal.x,
          r.normal.y,
          r.normal.z
        )
        if (Math.abs(m.determinant()) < 1e-7) continue
        const point = new THREE.Vector3(p.offset, q.offset, r.offset).applyMatrix3(m.invert())
        if (facets.some(({ normal, offset }) => normal.dot(point) > offset + 1e-6)) continue
        if (!corners.some((known) => known.distanceToSquared(point) < 1e-9)) corners.push(point)
      }
  const positions: number[] = []
  const normals: number[] = []
  const planes: THREE.Vector4[] = []
  for (const { normal, offset } of facets) {
    const on = corners.filter((point) => Math.abs(normal.dot(point) - offset) < 2e-5)
    if (on.length < 3) continue
    const centre = on.reduce((sum, point) => sum.add(point), new THREE.Vector3()).divideScalar(on.length)
    const u = on[0]!.clone().sub(centre).normalize()
    const v = new THREE.Vector3().crossVectors(normal, u)
    const turn = (point: THREE.Vector3) =>
      Math.atan2(v.dot(point.clone().sub(centre)), u.dot(point.clone().sub(centre)))
    on.sort((one, other) => turn(one) - turn(other))
    for (let i = 1; i + 1 < on.length; i++)
      for (const point of [on[0]!, on[i]!, on[i + 1]!]) {
        positions.push(point.x, point.y, point.z)
        normals.push(normal.x, normal.y, normal.z)
      }
    planes.push(new THREE.Vector4(normal.x, normal.y, normal.z, offset))
  }
  if (planes.length > planesAtMost) throw new Error(`${cut} has ${planes.length} facets`)
  const geometry = new THREE.BufferGeometry()
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(positions, 3))
  geometry.setAttribute('normal', new THREE.Float32BufferAttribute(normals, 3))
  const gem = { geometry, planes }
  made.set(cut, gem)
  return gem
}

/** Refractive indices and dispersion (B–G) by the usual gemmological tables; absorption is chosen by eye. */
export const optics: Record<string, Optics> = {
  diamond: { index: 2.417, spread: 0.044, absorption: [0.004, 0.004, 0.005] },
  'cubic zirconia': { index: 2.16, spread: 0.06, absorption: [0.004, 0.004, 0.005] },
  ruby: { index: 1.766, spread: 0.018, absorption: [0.05, 1.5, 1.05] },
  emerald: { index: 1.58, spread: 0.014, absorption: [1.25, 0.1, 0.75] },
  'blue sapphire': { index: 1.766, spread: 0.018, absorption: [1.25, 0.7, 0.06] },
  garnet: { index: 1.76, spread: 0.022, absorption: [0.12, 1.9, 1.7] },
  amethyst: { index: 1.548, spread: 0.013, absorption: [0.42, 0.95, 0.14] },
  tourmaline: { index: 1.63, spread: 0.017, absorption: [0.08, 0.95, 0.5] },
  topaz: { index: 1.62, spread: 0.014, absorption: [0.5, 0.14, 0.06] },
  citrine: { index: 1.55, spread: 0.013, absorption: [0.03, 0.3, 1.3] }
}

/** How wide a round stone of so many thousandths of a carat is, in mm: 6.5 mm at one carat (diamond), by the cube root. */
export const widthOf = (caratMct: number, cut: Cut): number =>
  (6.5 * Math.cbrt(caratMct / 1000)) / Math.cbrt(lengthOf[cut])
