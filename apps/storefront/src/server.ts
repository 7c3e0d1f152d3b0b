import { createServer } from 'node:http'
import { join } from 'node:path'
import { createRequestListener } from '@react-router/node'
import type { ServerBuild } from 'react-router'

import { sendFile } from './files.ts'

const root = join(import.meta.dirname, '..')
const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST ?? '0.0.0.0'
const drainMs = Number(process.env.DRAIN_MS ?? 3000)
const client = join(root, 'build', 'client')

const build = (await import(join(root, 'build', 'server', 'index.js'))) as unknown as ServerBuild
const render = createRequestListener({ build, mode: 'production' })
let isStopping = false

const server = createServer((request, response) => {
  const path = (request.url ?? '/').split('?')[0]!
  if (path === '/livez' || path === '/readyz') {
    const isReady = path === '/livez' || !isStopping
    response.writeHead(isReady ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    return response.end(JSON.stringify({ status: isReady ? 'ok' : 'stopping' }))
  }
  if (isStopping) response.setHeader('connection', 'close')
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead && sendFile(client, path, request, response)) return undefined
  return render(request, response)
})
// Longer than whoever stands in front keeps a connection, so that none is closed while a request is on its way.
server.keepAliveTimeout = 75_000
server.headersTimeout = 10_000
server.requestTimeout = 15_000
server.listen(port, host, () => console.log(JSON.stringify({ level: 'info', msg: `listening on ${host}:${port}` })))

/** Says that it is not ready, goes on for DRAIN_MS, then finishes what it has and ends. */
function stop(): void {
  if (isStopping) return
  isStopping = true
  setTimeout(() => {
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), 10_000).unref()
  }, drainMs)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
