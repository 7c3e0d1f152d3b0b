import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { demoDesigns, demoSeed } from '../../../tools/seed/demo.ts'
import { makeDesigns } from '../../../tools/seed/designs.ts'
import { alloyOf } from '../app/parts/turntable-alloys.ts'

const folder = join(import.meta.dirname, '..', 'public', 'pictures')
const designs = makeDesigns(demoSeed, 0, demoDesigns)
const kB = 1000

/** A file's bytes, where it has a size that such files have. */
function read(slug: string, name: string, least: number, most: number): Buffer {
  const path = join(folder, slug, name)
  const { size } = statSync(path)
  assert.ok(size >= least && size <= most, `${slug}/${name}: ${size} bytes`)
  return readFileSync(path)
}

test('Each demo design has pictures from all sides and in all its alloys, in both sizes, and one for mails', () => {
  for (const { slug, variants } of designs) {
    const files = readdirSync(join(folder, slug))
    const views = new Set(files.flatMap((file) => /^(.+)-(?:400|800)\.avif$/.exec(file)?.[1] ?? []))
    const [, ...otherAlloys] = new Set(variants.map(alloyOf))
    const wanted = ['front', 'turned', 'detail', 'scale', ...otherAlloys.map((alloy) => `front-${alloy}`)]
    assert.deepEqual([...views].sort(), wanted.sort(), slug)
    for (const view of views)
      for (const [width, most] of [
        [400, 25 * kB],
        [800, 60 * kB]
      ] as const) {
        const picture = read(slug, `${view}-${width}.avif`, 1 * kB, most)
        assert.equal(picture.toString('latin1', 4, 12), 'ftypavif', `${slug} ${view}`)
      }
    const preview = read(slug, 'preview.jpg', 8 * kB, 160 * kB)
    assert.equal(preview.readUInt16BE(0), 0xff_d8, slug)
  }
})

test('Each demo design has a model that can be seen in every alloy that it is sold in', () => {
  for (const { slug, variants } of designs) {
    const model = read(slug, 'model.glb', 2 * kB, 500 * kB)
    assert.equal(model.toString('latin1', 0, 4), 'glTF', slug)
    assert.equal(model.readUInt32LE(8), model.length, slug)
    const { extensions, extensionsRequired } = JSON.parse(model.toString('utf8', 20, 20 + model.readUInt32LE(12)))
    const worn = extensions.KHR_materials_variants.variants.map(({ name }: { name: string }) => name)
    assert.deepEqual(worn, [...new Set(variants.map(alloyOf))], slug)
    // Decoders of compressed models are WebAssembly, which the pages' policy does not let run.
    assert.deepEqual(extensionsRequired, ['KHR_mesh_quantization', 'EXT_mesh_gpu_instancing'], slug)
  }
})
