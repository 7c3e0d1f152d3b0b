import * as THREE from 'three'
import { drawsOf, openBench, type Alloy } from './bench.ts'
import { makeJewel } from './models/jewels.ts'
import { alloysOf, finishOf, stonesOf, type Design, type Jewel } from './models/order.ts'
import { draw, openStudio, type Studio } from './studio.ts'

export type View = 'front' | 'detail' | 'turned' | 'scale'

let studio: Studio | undefined

function make(design: Design, alloy: Alloy): { group: THREE.Group; jewel: Jewel } {
  const bench = openBench(alloy, finishOf(design))
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
  return { group: bench.finish(), jewel }
}

/** Draws a design in one alloy from one side, as a PNG. */
function picture(design: Design, alloy: Alloy, view: View, pixels: number): string {
  studio ??= openStudio(pixels)
  const { group, jewel } = make(design, alloy)
  const { rests, focus } = jewel
  const from = view === 'scale' ? new THREE.Vector3(0, 0, 1) : jewel.from.clone()
  if (view === 'turned') from.applyAxisAngle(new THREE.Vector3(0, 1, 0), rests === 'below' ? -1.15 : 0.5)
  const perMm = draw(studio, group, { from, rests, ...(view === 'detail' && { close: focus }) })
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = pixels
  const brush = canvas.getContext('2d')!
  brush.drawImage(studio.renderer.domElement, 0, 0)
  if (view === 'scale') rule(brush, pixels, perMm * pixels, jewel.scaleMm)
  const data = canvas.toDataURL('image/png')
  group.traverse((part) => {
    const mesh = part as THREE.Mesh
    mesh.geometry?.dispose()
  })
  return data
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

Object.assign(globalThis, { picture, alloys: alloysOf })
