import { createReadStream, statSync, type Stats } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.glb': 'model/gltf-binary'
}
const codings = [
  ['br', '.br'],
  ['gzip', '.gz']
] as const

const stat = (file: string): Stats | undefined => {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? found : undefined
}

/** Answers with the built file at this path, compressed where that was made; false when there is none. Nothing outside the folder. */
export function sendFile(folder: string, path: string, request: IncomingMessage, response: ServerResponse): boolean {
  const type = types[extname(path)]
  if (type === undefined || !/^\/[\w./-]+$/.test(path) || path.includes('..')) return false
  const file = join(folder, path)
  const found = stat(file)
  if (!found) return false
  const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`
  response.setHeader('content-type', type)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('vary', 'accept-encoding')
  response.setHeader('etag', etag)
  response.setHeader('cache-control', cacheOf(path))
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end()
    return true
  }
  const accepted = request.headers['accept-encoding']?.toString() ?? ''
  const coding = codings.find(([name, suffix]) => accepted.includes(name) && stat(file + suffix))
  if (coding) response.setHeader('content-encoding', coding[0])
  const sent = file + (coding?.[1] ?? '')
  response.writeHead(200, { 'content-length': stat(sent)?.size ?? found.size })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(sent)
      .on('error', () => response.destroy())
      .pipe(response)
  return true
}

/** Names in /assets/ change with what they hold; pictures seldom do, and are asked for again after a day. */
function cacheOf(path: string): string {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable'
  return path.startsWith('/pictures/') ? 'public, max-age=86400' : 'public, max-age=3600'
}
