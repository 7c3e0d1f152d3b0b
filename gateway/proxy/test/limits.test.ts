import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { testIssuer, startProcess } from '@lumora/kit/testing-processes'
import { freePorts } from '../../../tools/launcher/ports.ts'

const program = ['valkey-server', 'redis-server'].find((name) => !spawnSync(name, ['--version']).error)

test(
  'POST /auth/sessions of one address is counted by two processes of the gateway together, in the Valkey or Redis of LIMITS_URL',
  { skip: program === undefined ? 'neither Valkey nor Redis is on this machine' : false },
  async () => {
    const [port = 0] = await freePorts(1)
    const password = crypto.randomUUID()
    const options = ['--port', String(port), '--save', '', '--bind', '127.0.0.1', '--requirepass', password]
    const server = spawn(program!, options, { stdio: 'ignore' })
    after(() => void server.kill('SIGKILL'))
    const upstream = createServer((_request, answer) =>
      answer.writeHead(401, { 'content-type': 'application/problem+json' }).end('{}')
    )
    upstream.listen(0, '127.0.0.1')
    await once(upstream, 'listening')
    after(() => {
      upstream.closeAllConnections()
      upstream.close()
    })
    const auth = `http://127.0.0.1:${(upstream.address() as { port: number }).port}`
    const env = { ...(await testIssuer(() => [])), AUTH_URL: auth, LOG_LEVEL: 'info' }
    const limitsUrl = `redis://:${password}@127.0.0.1:${port}`
    const main = new URL('../src/server.ts', import.meta.url)
    const open = (url: string) => startProcess(main, { ...env, LIMITS_URL: url })
    const [one, two, wrong] = await Promise.all([
      open(limitsUrl),
      open(limitsUrl),
      open(limitsUrl.replace(password, 'x'))
    ])

    const signIn = async ({ url }: { url: string }) => {
      const body = JSON.stringify({ email: 'a@shop.example', password: 'wrong' })
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      const { status } = await fetch(`${url}/api/v1/auth/sessions`, { method: 'POST', headers, body })
      return status
    }
    // What was counted before a minute's end weighs less with each second after it, so that one more may pass.
    const leftMs = 60_000 - (Date.now() % 60_000)
    if (leftMs < 10_000) await sleep(leftMs)
    let passed = 0
    const count = (status: number) => {
      if (status === 401) passed++
      return status
    }
    while (count(await signIn(one)) === 503) await sleep(50)
    while (count(await signIn(two)) === 503) await sleep(50)
    const statuses = await Promise.all(Array.from({ length: 60 }, (_, i) => signIn(i % 2 ? one : two).then(count)))
    const late = statuses.filter((status) => status === 503).length
    assert.ok(passed <= 20 && passed >= 20 - late, `${passed} passed: ${statuses.join(' ')}`)
    assert.equal(statuses.filter((status) => ![401, 429, 503].includes(status)).length, 0, statuses.join(' '))
    assert.ok(statuses.filter((status) => status === 429).length >= 40 - late)
    assert.equal(await signIn(wrong), 503, 'what cannot be counted is refused')
  }
)
