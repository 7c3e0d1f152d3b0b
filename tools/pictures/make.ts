import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { makeDesigns } from '../seed/designs.ts'
import { openBrowser } from './render.ts'
import { scenes } from './scenes.ts'
import { alloysOf, type Design } from './src/models/order.ts'
import type { Placed } from './src/page.ts'

/** Makes the pictures and models of the first designs of a catalogue that are not there yet: every front first, since that is what a listing shows. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '180' },
    out: { type: 'string', default: join(import.meta.dirname, '..', '..', 'apps', 'storefront', 'public', 'pictures') }
  }
})
/** Drawn larger than shown, so that edges within stones are smooth. */
const pixels = 960
const widths = [400, 800]
/** A browser draws so many pictures, then another one does: what it holds grows. */
const turns = 120

const designs = makeDesigns(Number(values.seed), 0, Number(values.count)) as Design[]
const [first, others] = [(design: Design) => alloysOf(design)[0]!, (design: Design) => alloysOf(design).slice(1)]
const views = (...names: string[]) =>
  designs.flatMap((design) => names.map((name) => ({ design, alloy: first(design), view: name, name })))
const shots = [
  ...views('front'),
  ...views('model'),
  ...views('turned', 'detail'),
  ...designs.flatMap((design) =>
    others(design).map((alloy) => ({ design, alloy, view: 'front', name: `front-${alloy}` }))
  ),
  ...views('scale')
]
const isThere = ({ design, view, name }: (typeof shots)[number]) =>
  existsSync(join(values.out, design.slug, view === 'model' ? 'model.glb' : `${name}-${widths.at(-1)}.avif`))

/** Writes a whole file or none: what is there is taken as done. */
function put(path: string, data: Buffer): void {
  writeFileSync(`${path}.part`, data)
  renameSync(`${path}.part`, path)
}

for (const [name, { placed, from }] of Object.entries(scenes)) {
  const folder = join(values.out, name)
  if (existsSync(join(folder, 'front-800.avif'))) continue
  const { page, close } = await openBrowser()
  const text = await page.evaluate(([things, way, size]) => (globalThis as unknown as Page).scene(things, way, size), [
    placed,
    from,
    1200
  ] as const)
  await keep(folder, 'front', text)
  await close()
}

const begun = performance.now()
let made = 0
let failures = 0
while (made < shots.length) {
  if (isThere(shots[made]!)) {
    made++
    continue
  }
  const { page, close } = await openBrowser()
  try {
    const until = Math.min(shots.length, made + turns)
    for (; made < until; made++) if (!isThere(shots[made]!)) await make(page, shots[made]!)
  } catch (error) {
    // A browser may be killed for its memory: another one goes on where it was.
    if (++failures > 20) throw error
    process.stderr.write(`${String(error)}\n`)
  } finally {
    await close().catch(() => undefined)
  }
  const each = (performance.now() - begun) / 1000 / Math.max(1, made)
  process.stdout.write(`${made} of ${shots.length} pictures, ${each.toFixed(1)} s each\n`)
}

/** Draws one picture and keeps it in its sizes. */
async function make(
  page: Awaited<ReturnType<typeof openBrowser>>['page'],
  { design, alloy, view, name }: (typeof shots)[number]
): Promise<void> {
  const folder = join(values.out, design.slug)
  mkdirSync(folder, { recursive: true })
  if (view === 'model') {
    const text = await page.evaluate((one) => (globalThis as unknown as Page).model(one), design)
    return put(join(folder, 'model.glb'), Buffer.from(text, 'base64'))
  }
  const data = await page.evaluate(
    ([one, of, from, size]) => (globalThis as unknown as Page).picture(one, of, from, size),
    [design, alloy, view, pixels] as const
  )
  await keep(folder, name, data)
}

/** Keeps what was drawn in its sizes. */
async function keep(folder: string, name: string, data: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const drawn = sharp(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'))
  // Mail clients and link previews know no AVIF.
  if (name === 'front')
    put(join(folder, 'preview.jpg'), await drawn.clone().resize(800).jpeg({ quality: 78, mozjpeg: true }).toBuffer())
  for (const width of widths) {
    const small = drawn.clone().resize(width, width, { kernel: 'lanczos3' })
    put(join(folder, `${name}-${width}.avif`), await small.avif({ quality: 50, effort: 3 }).toBuffer())
  }
}

interface Page {
  model: (design: Design) => string
  scene: (placed: Placed[], from: [number, number, number], pixels: number) => string
  picture: (design: Design, alloy: string, view: string, pixels: number) => string
}
