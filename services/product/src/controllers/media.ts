import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Once } from '@lumora/kit/idempotency'
import { enqueue } from '@lumora/kit/jobs'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { stale } from '@lumora/kit/versions'
import { lockDesign, saveChangedDesign, saveChanges, type Db } from '../models/designs.ts'
import {
  countUploads,
  deleteMedium,
  findDesignMedia,
  findMedia,
  findMedium,
  findUnused,
  forgetUploads,
  hasMedium,
  keepMedia,
  saveDesignMedia,
  saveMedium,
  saveOutcome,
  saveUpload
} from '../models/media.ts'
import type { DesignMedia, Medium, Picture } from '../schemas/media.ts'
import { makeFiles, readHeader, widthsFor } from './pictures.ts'
import type { Kept, Storage } from './storages.ts'

export interface Deps {
  db: Db
  media: {
    storage: Storage
    /** Folder of this machine for what is being uploaded or decoded. */
    incoming: string
    /** How many pictures a member of staff may send within 24 hours. */
    perDay: number
  }
}

/** The job that makes the renditions of a picture. */
export const renditionsTask = 'make-renditions'
export const maxUploadBytes = 20 * 1024 * 1024

/** A file that came in and lies in a folder of this machine, under a name that says nothing, until it has been dealt with. */
export class Upload {
  readonly file: string
  readonly hash: string
  readonly bytes: number

  constructor(file: string, hash: string, bytes: number) {
    this.file = file
    this.hash = hash
    this.bytes = bytes
  }

  /** What tells it from another upload, for the Idempotency-Key. */
  toJSON(): object {
    return { hash: this.hash, bytes: this.bytes }
  }
}

/** Takes a body in, never more of it than 20 MB unless told; 413 when there is more, told when it has been read so that the sender hears it. */
export async function receiveUpload(
  { media: { incoming } }: Deps,
  body: Readable,
  most = maxUploadBytes
): Promise<Upload> {
  await mkdir(incoming, { recursive: true })
  const file = join(incoming, `${randomUUID()}.upload`)
  const hash = createHash('sha256')
  let bytes = 0
  async function* bounded(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > 4 * most) break
      if (bytes > most) continue
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(body, bounded, createWriteStream(file, { mode: 0o600 }))
    if (bytes > most)
      throw new Problem(413, 'body-too-large', `The file is larger than ${most / 2 ** 20} MB. Send a smaller one.`)
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
  return new Upload(file, hash.digest('hex').slice(0, 40), bytes)
}

/** Takes a picture in, and has its renditions made by a job. The same bytes again are the same picture. */
export async function addMedium(
  { db, media: { storage, perDay } }: Deps,
  once: Once,
  staffId: string,
  { file, hash, bytes }: Upload,
  keep: boolean
): Promise<Medium> {
  if ((await countUploads(db, staffId)) >= perDay) throw overQuota(perDay)
  const header = await readHeader(file)
  if (!(await hasMedium(db, hash))) await storage.put(`${hash}/original`, file, `image/${header.format}`)
  return db.transaction().execute(async (tx) => {
    if (!(await saveUpload(tx, staffId, perDay))) throw overQuota(perDay)
    const { medium, due } = await saveMedium(tx, { ...header, hash, bytes, kept: keep, uploadedBy: staffId })
    if (due) await enqueue(tx, renditionsTask, { mediaId: medium.id }, { key: `renditions-${medium.id}` })
    return once.answer(tx, 201, medium)
  })
}

const overQuota = (perDay: number) =>
  new Problem(429, 'media-quota-reached', `You sent ${perDay} pictures within 24 hours. Send more later.`, {
    retryAfter: 3600
  })

/** Makes the renditions of a picture, and says that it is ready, or why it cannot be shown. Again, it makes the same. */
export async function makeRenditions(
  { db, media: { storage, incoming } }: Deps,
  { mediaId }: { mediaId: string }
): Promise<void> {
  const medium = await findMedium(db, mediaId)
  if (medium?.status !== 'processing') return
  const original = await storage.get(`${medium.hash}/original`)
  if (!original) return saveOutcome(db, mediaId, [], 'What was sent is lost. Send it again.')
  await mkdir(incoming, { recursive: true })
  const file = join(incoming, `${randomUUID()}.decoding`)
  try {
    await pipeline(original.stream, createWriteStream(file, { mode: 0o600 }))
    const folder = `${file}-renditions`
    await mkdir(folder)
    await makeFiles(file, folder, medium.width)
    for (const name of await readdir(folder))
      await storage.put(`${medium.hash}/${name}`, join(folder, name), typeOf[name.split('.')[1]!]!)
    await saveOutcome(db, mediaId, widthsFor(medium.width), null)
  } catch (error) {
    if (!(error instanceof Problem) || error.slug !== 'picture-not-valid') throw error
    await saveOutcome(db, mediaId, [], error.message)
  } finally {
    await rm(file, { force: true })
    await rm(`${file}-renditions`, { recursive: true, force: true })
  }
}

/** The media types of renditions by the ends of their names. */
export const typeOf: Record<string, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

/** A rendition by its address; what was sent is never given out. 404 for whatever is not the name of a rendition. */
export async function readRendition(
  { media: { storage } }: Deps,
  hash: string,
  file: string
): Promise<Kept & { type: string }> {
  const type = typeOf[/^[1-9][0-9]{0,3}\.(avif|webp|jpg)$/.exec(file)?.[1] ?? '']
  if (!/^[0-9a-f]{40}$/.test(hash) || !type) throw notThere()
  const kept = await storage.get(`${hash}/${file}`)
  if (!kept) throw notThere()
  return { ...kept, type }
}

const notThere = () => new Problem(404, 'not-found', 'There is no such picture.')

export async function readMedium({ db }: Deps, id: string): Promise<Medium> {
  const medium = await findMedium(db, id)
  if (!medium) throw notThere()
  return medium
}

/** A page of the pictures that were sent, the newest first. */
export async function listMedia(
  { db }: Deps,
  { status, after, limit }: { status?: string; after?: string; limit: number }
) {
  const place = after === undefined ? null : (readPlace(after, ['id'])[0] as string)
  return pageOf(await findMedia(db, status, place, limit + 1), limit, ({ id }) => [id])
}

/** Removes a picture that nothing shows, with its renditions. */
export async function removeMedium(deps: Deps, id: string): Promise<void> {
  if (await forget(deps, id)) return
  await readMedium(deps, id)
  throw new Problem(
    409,
    'media-in-use',
    'A design or a piece shows this picture, or it is kept: take it out there first.'
  )
}

/** The job that removes the files of a picture that is not there any more. */
export const removalTask = 'remove-renditions'

export async function removeRenditions({ db, media: { storage } }: Deps, { hash }: { hash: string }): Promise<void> {
  if (!(await hasMedium(db, hash))) await storage.removeFolder(hash)
}

function forget({ db }: Deps, id: string): Promise<boolean> {
  return db
    .transaction()
    .execute(async (tx) => {
      const hash = await deleteMedium(tx, id)
      if (hash !== undefined) await enqueue(tx, removalTask, { hash })
      return hash !== undefined
    })
    .catch((error: { code?: string }) => {
      if (error.code === '23503') return false
      throw error
    })
}

const dayMs = 86_400_000

/** Forgets pictures that nothing has shown for 30 days, and what uploads that were cut off left behind. */
export async function forgetUnusedMedia(deps: Deps): Promise<void> {
  for (const id of await findUnused(deps.db, 200)) await forget(deps, id)
  await forgetUploads(deps.db)
  const { incoming } = deps.media
  for (const name of await readdir(incoming).catch(() => [])) {
    const file = join(incoming, name)
    const found = await stat(file).catch(() => undefined)
    if (found && /\.(upload|decoding|half|decoding-renditions)$/.test(name) && found.mtimeMs < Date.now() - dayMs)
      await rm(file, { recursive: true, force: true })
  }
}

/** Gives a design its pictures, in order, if it is still of this version; its card shows the first. */
export function setDesignMedia(
  { db }: Deps,
  staffId: string,
  slug: string,
  version: number,
  { items }: DesignMedia
): Promise<{ items: Picture[]; version: number }> {
  const wanted = items.toSorted((a, b) => a.position - b.position)
  const ids = wanted.map(({ mediaId }) => mediaId)
  if (new Set(ids).size < ids.length) throw new Problem(422, 'named-twice', 'A picture stands in the request twice.')
  return db.transaction().execute(async (tx) => {
    const before = await lockDesign(tx, slug)
    if (!before) throw new Problem(404, 'not-found', 'There is no such design.')
    if (before.version !== version) throw stale()
    const ready = await keepMedia(tx, ids)
    const notReady = ids.filter((id) => !ready.has(id))
    if (notReady.length > 0)
      throw new Problem(
        422,
        'media-not-ready',
        `These pictures are not there, or not ready yet: ${notReady.join(', ')}.`,
        {
          media: notReady
        }
      )
    const pictures = wanted.map(({ mediaId, alt }): Picture => ({ ...ready.get(mediaId)!, alt }))
    const had = await findDesignMedia(tx, before.id)
    const has = wanted.map(({ mediaId, alt }) => ({ mediaId, alt }))
    const imageUrl = pictures[0] ? smallUrl(pictures[0]) : null
    const { images: _, ...doc } = JSON.parse(before.doc) as Record<string, unknown>
    await saveDesignMedia(tx, before.id, has)
    await saveChangedDesign(tx, {
      ...before,
      imageUrl,
      card: JSON.stringify({ ...(JSON.parse(before.card) as object), imageUrl }),
      doc: JSON.stringify({ ...doc, imageUrl, ...(pictures.length > 0 ? { images: pictures } : {}) })
    })
    const changes = { media: { from: had, to: has } }
    await saveChanges(tx, [{ designId: before.id, version: version + 1, kind: 'changed', changes, madeBy: staffId }])
    return { items: pictures, version: version + 1 }
  })
}

/** The address of a rendition for cards: the widest of at most 640 pixels. */
const smallUrl = ({ url, widths }: Picture) => `${url}/${widths.findLast((width) => width <= 640) ?? widths[0]}.jpg`
