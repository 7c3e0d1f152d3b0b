import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A program of its own: `node renditions.ts FILE FOLDER WIDTHS PIXELS` decodes one picture and leaves `<width>.<format>` in the folder.
 * What decoding takes of memory ends with it, and a picture that brings a decoder down does not bring the service down.
 */
const [file, folder, widths, maxPixels] = process.argv.slice(2) as [string, string, string, string]
const { default: sharp } = await import('sharp')
sharp.concurrency(1)
sharp.cache(false)

const all = widths.split(',').map(Number)
const { data, info } = await sharp(file, { limitInputPixels: Number(maxPixels), failOn: 'error', sequentialRead: true })
  .timeout({ seconds: 20 })
  .autoOrient()
  .resize({ width: all.at(-1)!, withoutEnlargement: true })
  .toColourspace('srgb')
  .raw()
  .toBuffer({ resolveWithObject: true })
const raw = { width: info.width, height: info.height, channels: info.channels }
for (const width of all) {
  // Made anew for each format: clones of one keep 60 MB more.
  const small = () => sharp(data, { raw }).resize({ width })
  await writeFile(join(folder, `${width}.avif`), await small().avif({ quality: 55, effort: 2 }).toBuffer())
  await writeFile(join(folder, `${width}.webp`), await small().webp({ quality: 78, effort: 3 }).toBuffer())
  await writeFile(
    join(folder, `${width}.jpg`),
    await small().flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true }).toBuffer()
  )
}
