import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { makeDesigns } from '../seed/designs.ts'
import { openBrowser } from './render.ts'
import { alloysOf, type Design } from './src/models/order.ts'

/** Makes the pictures of the first designs of a catalogue that are not there yet: each alloy from the front, the first one also turned, close and with a rule. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '180' },
    out: { type: 'string', default: join(import.meta.dirname, '..', '..', 'apps', 'storefront', 'public', 'pictures') }
  }
})
/** Drawn at twice the largest width, so that edges are smooth. */
const pixels = 1600
const widths = [400, 800]
const views = ['turned', 'detail', 'scale'] as const

const designs = makeDesigns(Number(values.seed), 0, Number(values.count)) as Design[]
const { page, close } = await openBrowser()
const begun = performance.now()
let made = 0
for (const design of designs) {
  const folder = join(values.out, design.slug)
  const alloys = alloysOf(design)
  const shots = [
    ...alloys.map((alloy) => ({ alloy, view: 'front' })),
    ...views.map((view) => ({ alloy: alloys[0]!, view }))
  ]
  for (const { alloy, view } of shots) {
    const name = `${alloy}-${view}`
    if (existsSync(join(folder, `${name}-${widths.at(-1)}.avif`))) continue
    mkdirSync(folder, { recursive: true })
    const data = await page.evaluate(
      ([one, of, from, size]) => (globalThis as unknown as Page).picture(one, of, from, size),
      [design, alloy, view, pixels] as const
    )
    const drawn = sharp(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'))
    for (const width of widths) {
      const small = drawn.clone().resize(width, width, { kernel: 'lanczos3' })
      writeFileSync(join(folder, `${name}-${width}.avif`), await small.avif({ quality: 52, effort: 4 }).toBuffer())
    }
    // Mail clients and link previews know no AVIF.
    if (view === 'front' && alloy === alloys[0])
      writeFileSync(
        join(folder, 'preview.jpg'),
        await drawn.clone().resize(600, 600).jpeg({ quality: 76, mozjpeg: true }).toBuffer()
      )
    made++
  }
  process.stdout.write(
    `${design.slug}: ${made} pictures, ${((performance.now() - begun) / 1000 / Math.max(1, made)).toFixed(1)} s each\n`
  )
}
await close()

interface Page {
  picture: (design: Design, alloy: string, view: string, pixels: number) => string
}
