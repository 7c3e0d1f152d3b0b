import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '../launcher/faults.ts'
import { freePorts } from '../launcher/ports.ts'
import type { Secrets } from '../launcher/secrets.ts'
import type { BenchOptions } from './bench.ts'
import { openNginx, readRunning, root, say, sayLoad } from './running.ts'

/** Restarts two proxies behind NGINX one after the other, then each service, all under load of reads and writes, and counts what failed. */
export async function benchRestarts({ data, connections }: BenchOptions): Promise<void> {
  const running = readRunning(data)
  const secrets = JSON.parse(readFileSync(join(resolve(root, data), 'secrets.json'), 'utf8')) as Secrets
  const ports = await freePorts(2)
  const open = async (port: number) => {
    const peers = Object.entries(running.services).map(([name, { url }]) => [`${name.toUpperCase()}_URL`, url])
    const proxy = spawn(process.execPath, [join(root, 'gateway/proxy/src/server.ts')], {
      env: {
        PATH: process.env.PATH,
        ...Object.fromEntries(peers),
        HOST: '127.0.0.1',
        PORT: String(port),
        DRAIN_MS: '1500',
        LOG_LEVEL: 'error',
        JWKS_URL: `${running.services.auth!.url}/.well-known/jwks.json`,
        TOKEN_URL: `${running.services.auth!.url}/internal/token`,
        SERVICE_SECRET: secrets.clients.gateway,
        TRUSTED_CLIENTS: '127.0.0.1',
        TRUSTED_PROXIES: '127.0.0.1'
      },
      stdio: ['ignore', 'ignore', 'inherit']
    })
    await untilReady(`http://127.0.0.1:${port}`)
    return proxy
  }
  const proxies = await Promise.all(ports.map(open))
  const nginx = await openNginx(ports.map((port) => `127.0.0.1:${port}`))
  const counts = { requests: 0, failed: new Map<string, number>(), slowestMs: 0 }
  let going = true
  const worker = async (index: number) => {
    for (let i = index; going; i++) {
      const begun = performance.now()
      const outcome = await one(nginx.url, i)
      counts.requests++
      counts.slowestMs = Math.max(counts.slowestMs, performance.now() - begun)
      if (outcome !== undefined) counts.failed.set(outcome, (counts.failed.get(outcome) ?? 0) + 1)
      await sleep(10)
    }
  }
  sayLoad()
  const workers = Array.from({ length: Math.min(connections, 16) }, (_, index) => worker(index))
  const tell = (what: string) => {
    const failed = [...counts.failed].map(([outcome, count]) => `${count} × ${outcome}`)
    say(
      `${what}: ${counts.requests} requests, ${failed.length === 0 ? '0 failed' : `failed: ${failed.join('; ')}`}, the slowest ${counts.slowestMs.toFixed(0)} ms`
    )
    counts.requests = counts.slowestMs = 0
    counts.failed.clear()
  }
  try {
    await sleep(3000)
    tell('nothing restarted')
    for (let round = 0; round < 8; round++) {
      const index = round % 2
      const gone = once(proxies[index]!, 'exit')
      proxies[index]!.kill('SIGTERM')
      await gone
      proxies[index] = await open(ports[index]!)
      await sleep(1200)
    }
    tell('each proxy restarted four times')
    for (const [name, { url, pid }] of Object.entries(readRunning(data).services)) {
      if (name === 'gateway') continue
      process.kill(pid!, 'SIGTERM')
      await sleep(300)
      await untilReady(url)
      await sleep(700)
      tell(`${name} restarted`)
    }
  } finally {
    going = false
    await Promise.all(workers)
    await nginx.close()
    for (const proxy of proxies) proxy.kill('SIGTERM')
    sayLoad()
  }
}

async function untilReady(url: string): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if ((await fetch(`${url}/readyz`).catch(() => null))?.ok) return
    await sleep(50)
  }
  throw new Fault(`${url} does not become ready.`)
}

/** A read or a write of one service after the other; undefined when it was answered as it should be. */
async function one(url: string, i: number): Promise<string | undefined> {
  const id = '01990000-0000-7000-8000-000000000000'
  const cases: [method: string, path: string, status: number][] = [
    ['GET', '/designs?limit=24', 200],
    ['GET', '/categories', 200],
    ['POST', '/carts', 201],
    ['GET', `/orders/${id}`, 404],
    ['GET', '/users/me', 401],
    ['GET', '/messages', 401],
    ['GET', '/payments/exceptions', 401],
    ['GET', '/auth/sessions', 401],
    ['PUT', '/exchange-rates', 401],
    ['DELETE', `/alerts/${id}`, 401]
  ]
  const [method, path, expected] = cases[i % cases.length]!
  const isWrite = method === 'POST' || method === 'PUT'
  const write = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  try {
    const reply = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie: 'seen=1', ...(isWrite ? write : {}) },
      ...(isWrite ? { body: '{}' } : {}),
      signal: AbortSignal.timeout(15_000)
    })
    const text = await reply.text()
    return reply.status === expected ? undefined : `${method} ${path} ${reply.status} ${text.slice(0, 120)}`
  } catch (error) {
    return `${method} ${path} ${(error as Error).message}`
  }
}
