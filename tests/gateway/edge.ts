import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { request as requestTls } from 'node:https'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { connect as connectTls } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { fakePeer, keys, testPeer } from '@lumora/kit/testing'
import { buildApp } from '../../gateway/proxy/src/app.ts'
import { openPurging } from '../../gateway/proxy/src/purging.ts'
import { routes } from '../../gateway/proxy/src/routes.ts'
import { steadyPressure } from '../../gateway/proxy/src/shedding.ts'
import { openSessions } from '../../gateway/proxy/src/sessions.ts'
import { prepareEdge, startNginx, untilListening, whyNoEdge } from '../../tools/launcher/edge.ts'
import { freePorts } from '../../tools/launcher/ports.ts'

const root = join(import.meta.dirname, '..', '..')

/** Why tests through NGINX cannot run here, or false when they can. */
const missing = whyNoEdge()
export const skip: string | false =
  missing === undefined ? false : `${missing}, so this was not tested (apt-get install nginx openssl)`

export interface Seen {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: string
}

type Listener = (incoming: IncomingMessage, answer: ServerResponse, body: string) => void

const plain: Listener = (_incoming, answer) =>
  void answer.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}')

/** NGINX, a proxy and one server that stands for every service and, where there is one, the storefront, all real and on ports of their own. */
export async function openEdge({
  listener = plain,
  trusted = ['127.0.0.1'],
  proxies: count = 1,
  hasSite = false
}: { listener?: Listener; trusted?: string[]; proxies?: number; hasSite?: boolean } = {}) {
  const seen: Seen[] = []
  const service = createServer({ requestTimeout: 0 }, async (incoming, answer) => {
    let body = ''
    try {
      for await (const chunk of incoming) body += String(chunk)
    } catch {
      return
    }
    seen.push({ method: incoming.method!, url: incoming.url!, headers: incoming.headers, body })
    listener(incoming, answer, body)
  })
  service.listen(0, '127.0.0.1')
  await once(service, 'listening')
  const serviceUrl = `http://127.0.0.1:${(service.address() as { port: number }).port}`
  const auth = await fakePeer(new URL(`file://${root}/services/auth/openapi.json`), {
    'POST /internal/sessions/exchange': ({ body }) => ({
      status: body.token.startsWith('valid') ? 200 : 401,
      body: body.token.startsWith('valid')
        ? { token: 'aaa.bbb.ccc', expiresIn: 300, userId: crypto.randomUUID(), staff: false }
        : { type: '/problems/session-not-valid', detail: 'no' }
    })
  })
  const sessions = openSessions(testPeer('gateway', 'auth', auth.url, 'sessions'))
  const folder = mkdtempSync(join(tmpdir(), 'lumora-edge-'))
  chmodSync(folder, 0o711)
  const kept = join(folder, 'kept')
  const purging = openPurging(kept)
  const openProxy = async (own = 0) => {
    const app = buildApp({
      routes,
      urlOf: () => serviceUrl,
      sessions,
      keys,
      purging,
      ...(hasSite ? { siteUrl: serviceUrl } : {}),
      trustProxy: ['127.0.0.1'],
      trustedClients: trusted,
      // The tests share the proxies' process, and what starts others holds it up.
      pressure: steadyPressure(0)
    })
    await app.listen({ port: own, host: '127.0.0.1' })
    return { app, port: (app.server.address() as { port: number }).port }
  }
  const proxies = await Promise.all(Array.from({ length: count }, () => openProxy()))
  const files = join(folder, 'files')
  mkdirSync(join(files, 'assets'), { recursive: true })
  for (const [name, text] of Object.entries({ 'app.js': 'run()\n'.repeat(500), 'app.js.map': '{}', '.env': 'A=1' }))
    writeFileSync(join(files, 'assets', name), text)
  mkdirSync(join(files, 'pictures'))
  writeFileSync(join(files, 'pictures', 'lotus.avif'), 'picture')
  writeFileSync(join(files, 'assets', 'app.js.gz'), gzipSync('packed before'))
  const [port = 0] = await freePorts(1)
  const edge = prepareEdge({
    root,
    folder: join(folder, 'nginx'),
    port,
    tls: true,
    proxies: proxies.map((proxy) => `127.0.0.1:${proxy.port}`),
    files,
    kept,
    trusted
  })
  const nginx = startNginx(edge, 'ignore')
  await untilListening(port)
  after(async () => {
    nginx.kill('SIGTERM')
    if (nginx.exitCode === null) await once(nginx, 'exit')
    service.closeAllConnections()
    service.close()
    await Promise.all(proxies.map(({ app }) => app.close()))
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    port,
    proxyPort: proxies[0]!.port,
    proxies,
    /** Ends a proxy as SIGTERM does, and opens another at its port. */
    restart: async (index: number) => {
      const { app, port: own } = proxies[index]!
      await app.close()
      proxies[index] = await openProxy(own)
    },
    service,
    seen,
    nginx,
    logs: () => readFileSync(join(folder, 'nginx', 'access.log'), 'utf8'),
    ask: (method: string, path: string, headers: Record<string, string> = {}, body?: string | Buffer) =>
      ask(port, method, path, headers, body)
  }
}

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: string
  ms: number
}

/** One request over TLS on a connection of its own, with path and headers exactly as given. */
export function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer
): Promise<Reply> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const outgoing = requestTls(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...length, ...headers },
        rejectUnauthorized: false,
        agent: false
      },
      (answer) => {
        let text = ''
        answer.on('data', (chunk) => (text += String(chunk)))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({ status: answer.statusCode!, headers: answer.headers, body: text, ms: performance.now() - start })
        )
      }
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** A connection to NGINX (TLS) or, plain, to the proxy. */
export function openSocket(port: number, tls: boolean): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket: Socket = tls
      ? connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => resolve(socket))
      : connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })
}

/** Sends bytes as they are and collects what comes until the connection ends, or nothing more comes for `quietMs`. */
export async function sendRaw(
  port: number,
  raw: string | Buffer,
  { tls = true, quietMs = 400 } = {}
): Promise<{ text: string; isClosed: boolean }> {
  const socket = await openSocket(port, tls)
  return new Promise((resolve) => {
    let text = ''
    let timer: NodeJS.Timeout
    const done = (isClosed: boolean) => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ text, isClosed })
    }
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(done, quietMs, false)
    }
    socket.removeAllListeners('error')
    socket.on('error', () => done(true))
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      wait()
    })
    socket.on('end', () => done(true))
    socket.on('close', () => done(true))
    socket.write(raw)
    wait()
  })
}
