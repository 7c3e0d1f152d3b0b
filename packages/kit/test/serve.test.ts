import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { test } from 'node:test'

const kit = (file: string) => JSON.stringify(new URL(`../src/${file}.ts`, import.meta.url).href)
const program = `
import { buildService } from ${kit('service')}
import { serve } from ${kit('serve')}
const app = buildService({ name: 'slow', keys: async () => new Uint8Array() })
app.get('/slow', { config: { access: 'anyone' }, schema: { hide: true } }, () => new Promise((resolve) => setTimeout(resolve, 700, { done: true })))
await serve(app, { PORT: 0, HOST: '127.0.0.1', DRAIN_MS: 300 }, [async () => console.log('closed')])
console.log(app.server.address().port)
`

interface Answer {
  status: number
  connection: string | undefined
}
const ask = (port: number, path: string, agent: Agent) =>
  new Promise<Answer>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent }, (answer) => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode!, connection: answer.headers.connection }))
    }).on('error', reject)
  })

test('SIGTERM: not ready, what is under way is finished, connections are closed, exit 0', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const agent = new Agent({ keepAlive: true })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  await once(child.stdout, 'data')
  const port = Number(output)
  assert.equal((await ask(port, '/readyz', agent)).status, 200)
  const slow = ask(port, '/slow', agent)
  await new Promise((resolve) => setTimeout(resolve, 100))
  child.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 100))
  const unready = await ask(port, '/readyz', agent)
  assert.deepEqual(unready, { status: 503, connection: 'close' })
  assert.equal((await slow).status, 200)
  const [code] = await once(child, 'exit')
  assert.equal(code, 0)
  assert.match(output, /closed/)
  agent.destroy()
})
