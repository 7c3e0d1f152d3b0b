import { createReadStream, openAsBlob } from 'node:fs'
import { mkdir, rename, rm, stat, copyFile } from 'node:fs/promises'
import { createHash, randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { Problem } from '@lumora/kit/problem'
import { AwsClient } from 'aws4fetch'

/** A kept file, to be read once. */
export interface Kept {
  stream: Readable
  bytes: number
}

/** Where files are kept by name: words of lower case, digits, `.` and `-`, with `/` between them. */
export interface Storage {
  /** Keeps a copy of a file. */
  put: (name: string, file: string, type: string) => Promise<void>
  get: (name: string) => Promise<Kept | undefined>
  /** Removes all whose names begin with the name of this folder. */
  removeFolder: (name: string) => Promise<void>
}

const nameShape = /^[a-z0-9][a-z0-9-]*(?:[./][a-z0-9-]+)*$/

function checked(name: string): string {
  if (!nameShape.test(name)) throw new Error(`${JSON.stringify(name)} is not the name of a kept file.`)
  return name
}

/** Keeps files in a folder of this machine. A file is there as a whole or not at all. */
export function openDiskStorage(folder: string): Storage {
  const place = (name: string) => join(folder, ...checked(name).split('/'))
  return {
    put: async (name, from) => {
      const file = place(name)
      const half = join(folder, `${randomUUID()}.half`)
      await mkdir(dirname(file), { recursive: true })
      try {
        await copyFile(from, half)
        await rename(half, file)
      } catch (error) {
        await rm(half, { force: true })
        throw error
      }
    },
    get: async (name) => {
      const file = place(name)
      const found = await stat(file).catch(() => undefined)
      return found?.isFile() ? { stream: createReadStream(file), bytes: found.size } : undefined
    },
    removeFolder: (name) => rm(place(name), { recursive: true, force: true })
  }
}

export interface S3Options {
  /** `https://s3.eu-central-1.amazonaws.com`, or any server that speaks the same. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Keeps files in a bucket of an S3-compatible store; each call takes at most 10 s, and is tried twice more when the store is busy. */
export function openS3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Options): Storage {
  const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2, initRetryMs: 100 })
  const root = `${endpoint.replace(/\/$/, '')}/${bucket}`
  const call = async (path: string, init: RequestInit & { method: string }) => {
    const answer = await aws.fetch(`${root}${path}`, { ...init, signal: AbortSignal.timeout(10_000) }).catch(() => {
      throw unavailable()
    })
    if (answer.ok || answer.status === 404) return answer
    await answer.body?.cancel()
    throw unavailable(answer.status)
  }
  const empty = createHash('sha256').digest('hex')
  return {
    put: async (name, file, type) => {
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
      const headers = { 'content-type': type, 'x-amz-content-sha256': hash.digest('hex') }
      const answer = await call(`/${checked(name)}`, { method: 'PUT', headers, body: await openAsBlob(file) })
      await answer.body?.cancel()
      if (!answer.ok) throw unavailable(answer.status)
    },
    get: async (name) => {
      const answer = await call(`/${checked(name)}`, { method: 'GET', headers: { 'x-amz-content-sha256': empty } })
      if (answer.ok && answer.body)
        return {
          stream: Readable.fromWeb(answer.body as never),
          bytes: Number(answer.headers.get('content-length'))
        }
      await answer.body?.cancel()
      return undefined
    },
    removeFolder: async (folder) => {
      const headers = { 'x-amz-content-sha256': empty }
      const prefix = encodeURIComponent(`${checked(folder)}/`)
      const list = await call(`?list-type=2&prefix=${prefix}`, { method: 'GET', headers })
      for (const [, name] of (await list.text()).matchAll(/<Key>([^<]+)<\/Key>/g)) {
        const gone = await call(`/${checked(name!)}`, { method: 'DELETE', headers })
        await gone.body?.cancel()
      }
    }
  }
}

const unavailable = (status?: number) =>
  new Problem(
    503,
    'storage-unavailable',
    `The store of pictures does not answer${status === undefined ? '' : ` as it should (${status})`}. Try again in a moment.`,
    { retryAfter: 2 }
  )
