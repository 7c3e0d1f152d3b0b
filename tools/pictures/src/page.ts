import * as THREE from 'three'
import { colours, drawsOf, openBench, setFineness, type Alloy } from './bench.ts'
import type { Cut } from './gems.ts'
import { toGlb } from './glb.ts'
import { makeJewel } from './models/jewels.ts'
import { alloysOf, finishOf, stonesOf, type Design, type Jewel } from './models/order.ts'
import { draw, openStudio, outlineOf, type Studio } from './studio.ts'

export type View = 'front' | 'detail' | 'turned' | 'scale'

let studio: Studio | undefined
let latest: { slug: string; group: THREE.Group; jewel: Jewel } | undefined

/** The model of a design in its first alloy; the latest one is kept, for its other views. */
function modelOf(design: Design): { group: THREE.Group; jewel: Jewel } {
  if (latest?.slug === design.slug) return latest
  latest?.group.traverse((part) => {
    if (part.userData.of === 'metal' && !(part as THREE.InstancedMesh).isInstancedMesh)
      (part as THREE.Mesh).geometry.dispose()
  })
  const bench = openBench(alloysOf(design)[0]!, finishOf(design))
  const [first] = design.variants
  const jewel = makeJewel(bench, {
    type: design.type,
    title: design.title,
    motif: design.attributes.motif ?? '',
    size: first?.size ?? null,
    netMg: first?.netMg ?? 4000,
    stones: stonesOf(design),
    draw: drawsOf(design.slug)
  })
  latest = { slug: design.slug, group: bench.finish(), jewel }
  return latest
}

/** Draws a design in one alloy from one side, as a PNG. */
function picture(design: Design, alloy: Alloy, view: View, pixels: number): string {
  studio ??= openStudio(pixels)
  const { group, jewel } = modelOf(design)
  wear(group, alloy)
  const { rests, focus, frame } = jewel
  const from = view === 'scale' ? new THREE.Vector3(0, 0, 1) : jewel.from.clone()
  if (view === 'turned') from.applyAxisAngle(new THREE.Vector3(0, 1, 0), rests === 'below' ? -1.15 : 0.5)
  const perMm = draw(studio, group, {
    from,
    rests,
    ...(view === 'detail' ? { close: focus } : frame && { close: frame })
  })
  if (view !== 'scale') return studio.renderer.domElement.toDataURL('image/png')
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = pixels
  const brush = canvas.getContext('2d', { willReadFrequently: true })!
  brush.drawImage(studio.renderer.domElement, 0, 0)
  rule(brush, pixels, perMm * pixels, jewel.scaleMm)
  return canvas.toDataURL('image/png')
}

/** A rule with a tick at each millimetre, below the jewel. */
function rule(brush: CanvasRenderingContext2D, pixels: number, perMm: number, mm: number): void {
  const [left, y] = [(pixels - mm * perMm) / 2, pixels * 0.945]
  brush.strokeStyle = brush.fillStyle = '#3a322a'
  brush.lineWidth = pixels / 500
  brush.beginPath()
  brush.moveTo(left, y)
  brush.lineTo(left + mm * perMm, y)
  for (let i = 0; i <= mm; i++) {
    const high = pixels * (i % 10 === 0 ? 0.02 : i % 5 === 0 ? 0.014 : 0.008)
    brush.moveTo(left + i * perMm, y)
    brush.lineTo(left + i * perMm, y - high)
  }
  brush.stroke()
  brush.font = `${pixels * 0.022}px sans-serif`
  brush.textAlign = 'center'
  brush.fillText(`${mm} mm`, pixels / 2, y + pixels * 0.03)
}

/** What stands on the ground of a scene: where (x and z in mm), turned by so much about the vertical. */
export interface Placed {
  at: [number, number]
  turn: number
  design?: Design
  alloy?: Alloy
  stone?: { cut: Cut; kind: string; mm: number }
}

/** Draws several jewels and loose stones together, as a PNG. */
function scene(placed: Placed[], from: [number, number, number], pixels: number): string {
  studio ??= openStudio(pixels)
  const all = new THREE.Group()
  for (const { at, turn, design, alloy, stone } of placed) {
    const spot = new THREE.Group()
    if (design) {
      latest = undefined
      const { group } = modelOf(design)
      if (alloy) wear(group, alloy)
      spot.add(group)
    } else if (stone) {
      const bench = openBench('platinum', 'polished')
      // A loose stone lies on its edge and its point.
      bench.stone(stone, { at: new THREE.Vector3(), up: new THREE.Vector3(Math.sin(0.72), Math.cos(0.72), 0) })
      spot.add(bench.finish())
    }
    spot.rotation.y = turn
    spot.updateMatrixWorld(true)
    spot.position.set(at[0], -Math.min(...outlineOf(spot).map(({ y }) => y)), at[1])
    all.add(spot)
  }
  latest = undefined
  draw(studio, all, { from: new THREE.Vector3(...from), rests: 'below', floor: 0 })
  return studio.renderer.domElement.toDataURL('image/png')
}

function wear(group: THREE.Group, alloy: Alloy): void {
  group.traverse((part) => {
    if (part.userData.of === 'metal')
      ((part as THREE.Mesh).material as THREE.MeshStandardMaterial).color.set(colours[alloy])
  })
}

/** A design as a binary glTF, in base64. */
function model(design: Design): string {
  latest = undefined
  setFineness(0.5)
  const { group, jewel } = modelOf(design)
  const bytes = toGlb(group, jewel, alloysOf(design), finishOf(design))
  let text = ''
  latest = undefined
  setFineness(1)
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(text)
}

Object.assign(globalThis, { picture, model, scene })
