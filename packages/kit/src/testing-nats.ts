import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { natsUsers } from './nats-users.ts'
import { eventually } from './testing.ts'

/** Why tests with a real NATS do not run, or false when they can. */
export const noNats = spawnSync('nats-server', ['--version']).error ? 'nats-server is not installed' : false

export interface TestNats {
  urlOf: (name: string) => string
  stop: () => Promise<void>
  start: () => Promise<void>
}

/** A NATS server of this test's own, with these services as users; without any it is open to all. */
export async function testNats(names: readonly string[]): Promise<TestNats> {
  const folder = await mkdtemp(join(tmpdir(), 'nats-'))
  const conf = join(folder, 'nats.conf')
  const passwords = Object.fromEntries(names.map((name) => [name, crypto.randomUUID()]))
  let child: ChildProcess | undefined
  let port = -1

  async function start(): Promise<void> {
    const store = JSON.stringify(join(folder, 'data'))
    const head = `host: 127.0.0.1\nport: ${port}\nports_file_dir: ${JSON.stringify(folder)}\njetstream { store_dir: ${store}, max_file_store: 2GB }\n`
    await writeFile(conf, names.length > 0 ? head + natsUsers(passwords) : head)
    child = spawn('nats-server', ['-c', conf], { stdio: 'ignore' })
    await eventually('NATS', async () => {
      const file = (await readdir(folder)).find((name) => name.endsWith('.ports'))
      const ports = file && (JSON.parse((await readFile(join(folder, file), 'utf8')) || '{}') as { nats?: string[] })
      if (!ports || !ports.nats) return false
      port = Number(new URL(ports.nats[0]!).port)
      return true
    })
  }
  async function stop(): Promise<void> {
    if (!child || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
  await start()
  after(async () => {
    await stop()
    await rm(folder, { recursive: true })
  })
  return {
    urlOf: (name) => `nats://${passwords[name] ? `${name}:${passwords[name]}@` : ''}127.0.0.1:${port}`,
    stop,
    start
  }
}
