import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { createRequestListener } from '@react-router/node'
import type { ServerBuild } from 'react-router'

const root = join(import.meta.dirname, '..')
const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST ?? '127.0.0.1'
const client = join(root, 'build', 'client')

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.glb': 'model/gltf-binary'
}

/** The built file at this path, if there is one; nothing outside the folder, and no folders. */
function fileAt(path: string): string | undefined {
  if (!/^\/[\w./-]+$/.test(path) || path.includes('..')) return undefined
  const file = normalize(join(client, path))
  if (!file.startsWith(client) || !types[extname(file)] || !existsSync(file)) return undefined
  return statSync(file).isFile() ? file : undefined
}

function sendFile(file: string, path: string, response: ServerResponse): void {
  const { size, mtimeMs } = statSync(file)
  response.writeHead(200, {
    'content-type': types[extname(file)]!,
    'content-length': size,
    'x-content-type-options': 'nosniff',
    'cache-control': /^\/(assets|pictures)\//.test(path)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=3600',
    etag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
  })
  createReadStream(file).pipe(response)
}

const build = (await import(join(root, 'build', 'server', 'index.js'))) as unknown as ServerBuild
const render = createRequestListener({ build, mode: 'production' })
let stopping = false

const server = createServer((request, response) => {
  const path = (request.url ?? '/').split('?')[0]!
  if (path === '/livez' || path === '/readyz') {
    response.writeHead(path === '/readyz' && stopping ? 503 : 200, { 'content-type': 'application/json' })
    return response.end(JSON.stringify({ status: stopping ? 'stopping' : 'ok' }))
  }
  if (stopping) response.setHeader('connection', 'close')
  const file = request.method === 'GET' || request.method === 'HEAD' ? fileAt(path) : undefined
  if (file) return sendFile(file, path, response)
  return render(request, response)
})
server.keepAliveTimeout = 65_000
server.headersTimeout = 10_000
server.requestTimeout = 15_000
server.listen(port, host)

process.on('SIGTERM', () => {
  stopping = true
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 20_000).unref()
})
