import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after } from 'node:test'
import { createInterface } from 'node:readline'
import { exportJWK } from 'jose'
import { fromService, keys } from './testing.ts'

/** An issuer of tokens over HTTP, for processes of services in tests: it gives each client what `scopesOf` says. */
export async function testIssuer(scopesOf: (caller: string, called: string) => string[]) {
  const publicKey = {
    ...(await exportJWK((await keys({ alg: 'EdDSA' }, {} as never)) as never)),
    kid: 'test',
    alg: 'EdDSA'
  }
  const server = createServer((request, response) => {
    const answer = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (request.method === 'GET') return void answer({ keys: [publicKey] })
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', async () => {
      const basic = Buffer.from((request.headers.authorization ?? '').slice('Basic '.length), 'base64')
      const caller = String(basic).split(':')[0]!
      const { audience } = JSON.parse(body) as { audience: string }
      const { authorization } = await fromService(caller, audience, ...scopesOf(caller, audience))
      answer({ token: authorization.slice('Bearer '.length), expiresIn: 300 })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  return { JWKS_URL: `${url}/jwks`, TOKEN_URL: `${url}/token` }
}

export interface TestProcess {
  url: string
  /** The signal that ended it, or null when it exited by itself. */
  ended: Promise<NodeJS.Signals | null>
  kill: () => void
}

/** Starts a service as a process of its own, on a port of its own, and waits until it listens, or is killed at a failpoint. */
export async function startProcess(server: URL, env: Record<string, string>): Promise<TestProcess> {
  const child = spawn(process.execPath, [server.pathname], {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: '0',
      DRAIN_MS: '0',
      SERVICE_SECRET: 'x'.repeat(32),
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      ...env
    },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const ended = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null)
  const kill = () => void child.kill('SIGKILL')
  after(async () => {
    kill()
    await ended
  })
  for await (const line of createInterface(child.stdout)) {
    const url = /Server listening at (http:[\w.:/]+)/.exec(line)?.[1]
    if (url === undefined) continue
    child.stdout.resume()
    return { url, ended, kill }
  }
  // What is due may take it to a failpoint before it listens.
  if ((await ended) === 'SIGKILL') return { url: '', ended, kill }
  throw new Error(`${server.pathname} ended before it listened.`)
}
