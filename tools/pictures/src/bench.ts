import * as THREE from 'three'
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js'
import { gemMaterial, wearMetal } from '../../../apps/storefront/app/parts/turntable-surfaces.ts'
import { gemOf, lengthOf, optics, type Cut } from './gems.ts'

export type Alloy =
  | 'yellow-22'
  | 'yellow-18'
  | 'yellow-14'
  | 'white'
  | 'rose'
  | 'platinum'
  | 'silver'
  | 'fine-gold'
  | 'fine-silver'
export type Finish = 'polished' | 'satin' | 'hammered' | 'antiqued' | 'brushed' | 'diamond-cut'

/** Reflectance of alloys (sRGB), between that measured of pure gold and what it looks like after several reflections; alloys chosen by eye. */
export const colours: Record<Alloy, string> = {
  'fine-gold': '#fdcd6e',
  'yellow-22': '#f9cd80',
  'yellow-18': '#f4d398',
  'yellow-14': '#efdab0',
  white: '#ebe7df',
  rose: '#f0c6b0',
  platinum: '#e2e2e1',
  silver: '#f4f3f0',
  'fine-silver': '#f8f8f6'
}
export const roughness: Record<Finish, number> = {
  polished: 0.07,
  satin: 0.19,
  hammered: 0.1,
  antiqued: 0.16,
  brushed: 0.22,
  'diamond-cut': 0.05
}

/** Where something is set: its place, which way its top looks, and a turn about that. */
export interface Seat {
  at: THREE.Vector3
  up?: THREE.Vector3
  turn?: number
}

export const vec = (x: number, y: number, z: number) => new THREE.Vector3(x, y, z)

/** The matrix that puts what stands on the origin with its top along y into a seat. */
export function matrixOf({ at, up = vec(0, 1, 0), turn = 0 }: Seat, scale = 1): THREE.Matrix4 {
  const lean = new THREE.Quaternion().setFromUnitVectors(vec(0, 1, 0), up.clone().normalize())
  const spin = new THREE.Quaternion().setFromAxisAngle(vec(0, 1, 0), turn)
  return new THREE.Matrix4().compose(at, lean.multiply(spin), vec(scale, scale, scale))
}

/** A form that recurs, and one of its places. */
export interface Part {
  form: THREE.BufferGeometry
  place: THREE.Matrix4
}

/** Where a jewel is put together: metal, stones, pearls and beads, each kind gathered into one mesh. */
export interface Bench {
  metal: (what: THREE.BufferGeometry | Part, place?: THREE.Matrix4) => void
  /** A stone of this width; `kind` pearl gives a pearl. */
  stone: (stone: { cut: Cut; kind: string; mm: number }, seat: Seat) => void
  bead: (mm: number, at: THREE.Vector3, colour: string) => void
  finish: () => THREE.Group
}

/** An empty bench for work in this alloy with this surface. */
export function openBench(alloy: Alloy, finish: Finish): Bench {
  const metals: THREE.BufferGeometry[] = []
  const parts = new Map<THREE.BufferGeometry, THREE.Matrix4[]>()
  const stones = new Map<string, { cut: Cut; kind: string; mm: number; places: THREE.Matrix4[] }>()
  const round = new Map<string, { colour: string; places: THREE.Matrix4[] }>()

  const gather = (colour: string, at: THREE.Vector3, mm: number) => {
    const known = round.get(colour) ?? { colour, places: [] }
    known.places.push(new THREE.Matrix4().compose(at, new THREE.Quaternion(), vec(mm, mm, mm)))
    round.set(colour, known)
  }
  return {
    metal: (what, place) => {
      if ('form' in what) {
        const at = place ? place.clone().multiply(what.place) : what.place
        const known = parts.get(what.form)
        if (known) known.push(at)
        else parts.set(what.form, [at])
        return
      }
      const geometry = what
      const plain = geometry.index ? geometry.toNonIndexed() : geometry.clone()
      for (const name of Object.keys(plain.attributes))
        if (name !== 'position' && name !== 'normal') plain.deleteAttribute(name)
      if (!plain.attributes.normal) plain.computeVertexNormals()
      metals.push(place ? plain.applyMatrix4(place) : plain)
    },
    stone: ({ cut, kind, mm }, seat) => {
      if (kind === 'pearl') return gather('pearl', seat.at.clone(), mm)
      const key = `${cut} ${kind} ${mm.toFixed(1)}`
      const known = stones.get(key) ?? { cut, kind, mm, places: [] }
      known.places.push(matrixOf(seat, mm))
      stones.set(key, known)
    },
    bead: (mm, at, colour) => gather(colour, at, mm),
    finish: () => {
      const group = new THREE.Group()
      const metal = metalOf(alloy, finish)
      const add = (mesh: THREE.Mesh, says: Says) => group.add(Object.assign(mesh, { userData: says }))
      if (metals.length > 0) add(new THREE.Mesh(mergeGeometries(metals), metal), { of: 'metal' })
      for (const [form, places] of parts) add(instances(form, metal, places), { of: 'metal' })
      for (const { cut, kind, mm, places } of stones.values())
        add(
          instances(gemOf(cut).geometry, gemMaterial(gemOf(cut).planes, optics[kind] ?? optics.diamond!, mm), places),
          {
            of: 'stone',
            cut,
            kind,
            mm
          }
        )
      for (const { colour, places } of round.values())
        add(instances(bead, colour === 'pearl' ? pearl() : enamel(colour), places), { of: 'bead', colour })
      return group
    }
  }
}

/** What a mesh of a finished jewel is made of. */
export type Says =
  | { of: 'metal' }
  | { of: 'stone'; cut: Cut; kind: string; mm: number }
  | { of: 'bead'; colour: string }

const bead = new THREE.SphereGeometry(0.5, 40, 28)

function instances(geometry: THREE.BufferGeometry, material: THREE.Material, places: THREE.Matrix4[]) {
  const mesh = new THREE.InstancedMesh(geometry, material, places.length)
  places.forEach((place, index) => mesh.setMatrixAt(index, place))
  return mesh
}

/** A metal with its surface. */
export const metalOf = (alloy: Alloy, finish: Finish): THREE.MeshStandardMaterial =>
  wearMetal(
    new THREE.MeshStandardMaterial({
      color: colours[alloy],
      metalness: 1,
      roughness: roughness[finish],
      envMapIntensity: finish === 'antiqued' ? 0.9 : 1.05
    }),
    finish === 'hammered'
  )
const pearl = () =>
  new THREE.MeshPhysicalMaterial({
    color: '#f6ecdf',
    roughness: 0.22,
    clearcoat: 0.7,
    clearcoatRoughness: 0.12,
    sheen: 0.6,
    sheenColor: new THREE.Color('#ffdce0'),
    iridescence: 0.35,
    iridescenceIOR: 1.6
  })
const enamel = (colour: string) =>
  new THREE.MeshPhysicalMaterial({ color: colour, roughness: 0.18, clearcoat: 1, clearcoatRoughness: 0.05 })

// Forms

let fineness = 1

/** How finely round forms are cut up: 1 for pictures, less for what is sent to browsers. */
export function setFineness(to: number): void {
  if (to !== fineness) recurring.clear()
  fineness = to
}
/** So many, by the fineness. */
export const fine = (count: number) => Math.max(6, Math.round(count * fineness))

/** A hoop about the z axis whose cross-section is `profile`: points of (radius, z), closed. */
export function hoop(profile: THREE.Vector2[], segments = 220, arc = Math.PI * 2, start = 0): THREE.BufferGeometry {
  const turned = new THREE.LatheGeometry(profile, fine(segments), start, arc)
  turned.rotateX(Math.PI / 2)
  return smooth(turned, 0.6)
}

/** The cross-section of a band: inner radius, thickness, width along z; `dome` 0 is flat, 1 is half round; `comfort` rounds the inside. */
export function bandProfile(inner: number, thick: number, width: number, dome = 0.7, comfort = 0.25): THREE.Vector2[] {
  const points: THREE.Vector2[] = []
  const steps = fine(28)
  const edge = 0.14 * Math.min(thick, width)
  for (let i = 0; i <= steps; i++) {
    const t = -1 + (2 * i) / steps
    points.push(
      new THREE.Vector2(
        inner + edge + (thick - edge) * (1 - dome + dome * Math.sqrt(Math.max(0, 1 - t * t * 0.985))),
        (t * width) / 2
      )
    )
  }
  for (let i = steps; i >= 0; i--) {
    const t = -1 + (2 * i) / steps
    points.push(new THREE.Vector2(inner + comfort * thick * 0.5 * t * t, (t * width) / 2))
  }
  points.push(points[0]!.clone())
  return points
}

/** Normals made anew so that edges sharper than `angle` (radians) stay sharp. */
export function smooth(geometry: THREE.BufferGeometry, angle: number): THREE.BufferGeometry {
  return toCreased(geometry, angle)
}

function toCreased(geometry: THREE.BufferGeometry, crease: number): THREE.BufferGeometry {
  const plain = geometry.index ? geometry.toNonIndexed() : geometry
  const position = plain.attributes.position!
  const limit = Math.cos(crease)
  const faces: THREE.Vector3[] = []
  const byPoint = new Map<string, number[]>()
  const [a, b, c] = [new THREE.Vector3(), new THREE.Vector3(), new THREE.Vector3()]
  const key = (i: number) =>
    `${Math.round(position.getX(i) * 1e4)},${Math.round(position.getY(i) * 1e4)},${Math.round(position.getZ(i) * 1e4)}`
  for (let i = 0; i < position.count; i += 3) {
    a.fromBufferAttribute(position, i)
    b.fromBufferAttribute(position, i + 1)
    c.fromBufferAttribute(position, i + 2)
    faces.push(new THREE.Vector3().crossVectors(b.clone().sub(a), c.clone().sub(a)))
    for (let k = 0; k < 3; k++) {
      const name = key(i + k)
      const known = byPoint.get(name)
      if (known) known.push(i / 3)
      else byPoint.set(name, [i / 3])
    }
  }
  const units = faces.map((face) => face.clone().normalize())
  const normals = new Float32Array(position.count * 3)
  for (let i = 0; i < position.count; i++) {
    const own = Math.floor(i / 3)
    const sum = new THREE.Vector3()
    for (const other of byPoint.get(key(i))!) if (units[other]!.dot(units[own]!) >= limit) sum.add(faces[other]!)
    sum.normalize()
    normals.set([sum.x, sum.y, sum.z], i * 3)
  }
  plain.setAttribute('normal', new THREE.BufferAttribute(normals, 3))
  return plain
}

/** A wire along a curve. */
export const wire = (curve: THREE.Curve<THREE.Vector3>, radius: number, segments = 120, closed = false) =>
  new THREE.TubeGeometry(curve, segments < 10 ? segments : fine(segments), radius, fine(14), closed)

const unitBall = new THREE.SphereGeometry(1, 26, 18)
const smallBall = new THREE.SphereGeometry(1, 16, 12)

/** A ball of this width. */
export const ball = (mm: number, at: THREE.Vector3): Part => ({
  form: mm < 1.3 ? smallBall : unitBall,
  place: new THREE.Matrix4().makeScale(mm / 2, mm / 2, mm / 2).setPosition(at)
})

/** An egg whose half axes are x, y and z, moved and turned by `steps`, the first one first. */
export const egg = (x: number, y: number, z: number, ...steps: THREE.Matrix4[]): Part => ({
  form: unitBall,
  place: steps.reduce((place, step) => place.premultiply(step), new THREE.Matrix4().makeScale(x, y, z))
})

const recurring = new Map<string, THREE.BufferGeometry>()

/** A form that is made once for what it is called by. */
export function recur(name: string, make: () => THREE.BufferGeometry): Part {
  const form = recurring.get(name) ?? make()
  recurring.set(name, form)
  return { form, place: new THREE.Matrix4() }
}

/** A round plate that faces z, a little domed, with the lines of an engine-turned sun; its back is at -thick / 2. */
export function field(radius: number, thick: number, rays = 72): Part {
  const { form, place } = recur(`field ${(thick / radius).toFixed(3)} ${rays}`, () => sunlit(1, thick / radius, rays))
  return { form, place: place.makeScale(radius, radius, radius) }
}

function sunlit(radius: number, thick: number, rays: number): THREE.BufferGeometry {
  const rings = 7
  const positions: number[] = []
  const index: number[] = []
  const around = rays * (fineness < 1 ? 2 : 4)
  for (let r = 0; r <= rings; r++)
    for (let i = 0; i < around; i++) {
      const [part, angle] = [r / rings, (i / around) * Math.PI * 2]
      const groove = 0.014 * Math.sin((i / around) * rays * Math.PI * 2 + 0.9)
      const high =
        thick / 2 + radius * (0.05 * (1 - part * part) + groove * Math.min(1, part * 1.5) * (part < 0.92 ? 1 : 0))
      positions.push(Math.cos(angle) * radius * part, Math.sin(angle) * radius * part, high)
    }
  for (let r = 0; r < rings; r++)
    for (let i = 0; i < around; i++) {
      const [a, b] = [r * around + i, r * around + ((i + 1) % around)]
      index.push(a, a + around, b, b, a + around, b + around)
    }
  const face = new THREE.BufferGeometry()
  face.setAttribute('position', new THREE.Float32BufferAttribute(positions, 3))
  face.setIndex(index)
  face.computeVertexNormals()
  const edge = new THREE.CylinderGeometry(radius, radius, thick, 96, 1, true).rotateX(Math.PI / 2)
  edge.deleteAttribute('uv')
  const back = new THREE.CircleGeometry(radius, 96).rotateY(Math.PI).translate(0, 0, -thick / 2)
  back.deleteAttribute('uv')
  return mergeGeometries([face, edge, back])
}

/** A flat form with rounded edges, `thick` along z. */
export function plate(shape: THREE.Shape, thick: number, bevel = 0.25): THREE.BufferGeometry {
  const form = new THREE.ExtrudeGeometry(shape, {
    depth: Math.max(0.01, thick - 2 * bevel),
    bevelSize: bevel,
    bevelThickness: bevel,
    bevelSegments: fineness < 1 ? 3 : 5,
    curveSegments: fine(40)
  })
  form.translate(0, 0, bevel)
  return smooth(form, 0.7)
}

/** A stone of `mm` with its claws and gallery, standing on the seat; its girdle is `lift` above it. */
export function claws(
  bench: Bench,
  { cut, kind, mm }: { cut: Cut; kind: string; mm: number },
  seat: Seat,
  { count = 4, lift = mm * 0.5, wireMm = Math.max(0.3, mm * 0.062) } = {}
): void {
  const place = matrixOf(seat)
  bench.stone({ cut, kind, mm }, { ...seat, at: vec(0, lift, 0).applyMatrix4(place) })
  if (kind === 'pearl') {
    bench.metal(new THREE.CylinderGeometry(mm * 0.2, mm * 0.3, lift * 0.7, 24).translate(0, lift * 0.2, 0), place)
    return
  }
  const long = lengthOf[cut]
  const square = cut === 'princess' || cut === 'emerald' || cut === 'cushion'
  const name = `claws ${cut} ${count} ${[mm, lift, wireMm].map((n) => n.toFixed(2)).join(' ')}`
  const form = recur(name, () => {
    const pieces: THREE.BufferGeometry[] = []
    for (let i = 0; i < count; i++) {
      const angle = (2 * Math.PI * i) / count + (square || count === 4 ? Math.PI / 4 : Math.PI / 2)
      let [x, z] = [Math.cos(angle) * 0.5 * mm, Math.sin(angle) * 0.5 * mm * long]
      if (square) {
        x *= cut === 'princess' ? 1.36 : 1.24
        z *= cut === 'princess' ? 1.36 : 1.24
      }
      if (cut === 'pear' && z > 0) [x, z] = [x * 0.62, z * 1.06]
      const reach = (part: number, y: number) => vec(x * part, y, z * part)
      const curve = new THREE.CatmullRomCurve3([
        reach(0.42, -lift * 0.12),
        reach(0.72, lift * 0.4),
        reach(1.03, lift * 0.92),
        reach(1.04, lift + mm * 0.05),
        reach(0.9, lift + mm * 0.1)
      ])
      const tip = reach(0.9, lift + mm * 0.1)
      pieces.push(new THREE.TubeGeometry(curve, fine(16), wireMm, fine(12)))
      pieces.push(new THREE.SphereGeometry(wireMm * 1.08, fine(16), fine(12)).translate(tip.x, tip.y, tip.z))
    }
    const gallery = new THREE.TorusGeometry(mm * 0.33, wireMm * 0.85, fine(10), fine(40))
      .rotateX(Math.PI / 2)
      .scale(1, 1, long)
    pieces.push(gallery.translate(0, lift * 0.34, 0))
    return mergeGeometries(pieces)
  })
  bench.metal(form, place)
}

/** A stone sunk into a rim of metal. */
export function bezel(bench: Bench, { cut, kind, mm }: { cut: Cut; kind: string; mm: number }, seat: Seat): void {
  const place = matrixOf(seat)
  bench.stone({ cut, kind, mm }, { ...seat, at: vec(0, mm * 0.24, 0).applyMatrix4(place) })
  const rim = Math.max(0.28, mm * 0.1)
  const form = recur(`bezel ${cut} ${mm.toFixed(2)}`, () => {
    const profile = [
      [mm * 0.36, 0],
      [mm * 0.5 + rim, 0],
      [mm * 0.5 + rim, mm * 0.22],
      [mm * 0.5 + rim * 0.6, mm * 0.31],
      [mm * 0.485, mm * 0.27],
      [mm * 0.485, mm * 0.18],
      [mm * 0.36, 0]
    ].map(([r, y]) => new THREE.Vector2(r, y))
    return smooth(new THREE.LatheGeometry(profile, fine(48)), 0.6).scale(1, 1, lengthOf[cut])
  })
  bench.metal(form, place)
}

/** Small round stones side by side along seats, each held by beads of metal. */
export function pave(bench: Bench, kind: string, mm: number, seats: Seat[]): void {
  for (const seat of seats) {
    const place = matrixOf(seat)
    bench.stone({ cut: 'round', kind, mm: mm * 0.94 }, { ...seat, at: vec(0, mm * 0.1, 0).applyMatrix4(place) })
    for (const side of [-1, 1])
      for (const end of [-1, 1]) bench.metal(ball(mm * 0.2, vec(side * mm * 0.44, mm * 0.14, end * mm * 0.42)), place)
  }
}

/** Numbers from 0 to 1 that are always the same for a name. */
export function drawsOf(name: string): () => number {
  let state = 2166136261
  for (const char of name) state = Math.imul(state ^ char.charCodeAt(0), 16777619)
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822507)
    state = Math.imul(state ^ (state >>> 13), 3266489909)
    return ((state ^= state >>> 16) >>> 0) / 4294967296
  }
}
