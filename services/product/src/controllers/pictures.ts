import { execFile } from 'node:child_process'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Problem } from '@lumora/kit/problem'
import type { PictureHeader } from '../schemas/media.ts'

const maxPixels = 50_000_000
/** Of what cannot be decoded line by line (progressive, interlaced, WebP, AVIF): 25 megapixels are 100 MB of memory. */
const maxPixelsAtOnce = 25_000_000
const standardWidths = [320, 640, 960, 1440]
const maxWidth = 1440

const notValid = (why: string) => new Problem(422, 'picture-not-valid', why)

const damaged = (): never => {
  throw notValid('The picture is damaged: it cannot be decoded.')
}
const run = promisify(execFile)

/** libvips, loaded when the first picture comes: it costs 40 ms and 15 MB. One thread, as the database shares the machine. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/** What the bytes of a file say that it is, whatever it was called; undefined when it is no JPEG, PNG, WebP or AVIF. */
export function sniff(head: Buffer): PictureHeader['format'] | undefined {
  const at = (from: number, to: number) => head.toString('latin1', from, to)
  if (at(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'webp'
  if (at(4, 8) === 'ftyp') {
    const length = Math.min(head.readUInt32BE(0), head.length)
    const brands = at(8, 12) + at(16, Math.max(16, length))
    if (/^(?:.{4})*?avi[fs]/s.test(brands)) return 'avif'
  }
  return undefined
}

/** Reads what a picture is from its first bytes, without decoding it; 422 when it is none, or larger than is decoded here. */
export async function readHeader(file: string): Promise<PictureHeader> {
  const handle = await open(file)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0).finally(() => handle.close())
  const format = sniff(buffer.subarray(0, bytesRead))
  if (!format) throw notValid('Send a JPEG, PNG, WebP or AVIF picture: these bytes are none.')
  const sharp = await loadSharp()
  const header = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  const isSame = header && (header.format === format || (format === 'avif' && header.format === 'heif'))
  if (!isSame) throw notValid('The picture is damaged: it cannot be read.')
  const { width, height } = header.autoOrient
  const atOnce = format === 'webp' || format === 'avif' || header.isProgressive
  const most = atOnce ? maxPixelsAtOnce : maxPixels
  if (width * height > most)
    throw notValid(`It is ${width} × ${height} pixels; at most ${most / 1e6} megapixels of its kind are taken.`)
  if (height > 3 * width || width > 10 * height)
    throw notValid('It is more than 3 times as high as wide, or 10 times as wide as high.')
  return { format, width, height }
}

/** The widths that renditions of a picture have: never more than its own. */
export const widthsFor = (width: number): number[] => [
  ...standardWidths.filter((one) => one < width && one < maxWidth),
  Math.min(width, maxWidth)
]

const program = join(import.meta.dirname, 'renditions.ts')
/** More than the largest picture needs on a busy machine. */
const decodingMs = 60_000

/** One arena of glibc's: 135 MB for the whole program at 49 megapixels instead of 167. */
export const decoderEnvironment = { MALLOC_ARENA_MAX: '1' }

let queue: Promise<unknown> = Promise.resolve()

/** Runs one piece of work at a time, so that the memory of one picture is all that pictures take. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  const mine = queue.then(work)
  queue = mine.catch(() => {})
  return mine
}

/** Leaves the renditions of a picture in a folder as `<width>.<format>`, upright, in sRGB and without what else the file said (GPS above all); throws when the file cannot be decoded. */
export function makeFiles(file: string, folder: string, width: number): Promise<void> {
  return alone(async () => {
    const args = [program, file, folder, widthsFor(width).join(), String(maxPixels)]
    await run(process.execPath, args, { timeout: decodingMs, env: decoderEnvironment }).catch(damaged)
  })
}
