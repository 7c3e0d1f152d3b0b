import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '../launcher/faults.ts'

export const root = join(import.meta.dirname, '..', '..')
export const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Another project than the shop's own, such as a drill's: settings that `docker compose` reads from its environment. */
export type Settings = Record<string, string>

/** Starts `docker …` in the project's folder. */
export function start(args: string[], stdio: StdioOptions, settings: Settings = {}): ChildProcess {
  return spawn('docker', args, { cwd: root, stdio, env: { ...process.env, ...settings } })
}

/** Resolves when the command has ended well. Throws a Fault with what it said otherwise. */
export async function ended(child: ChildProcess, what: string): Promise<void> {
  const said = child.stderr ? text(child.stderr) : Promise.resolve('')
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Fault(`${what} failed: ${(await said).trim().split('\n').slice(-15).join('\n')}`)
}

/** What `docker …` prints. Throws a Fault with what it said when it fails. */
export async function docker(args: string[], settings: Settings = {}, input?: string): Promise<string> {
  const child = start(args, [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'], settings)
  child.stdin?.end(input)
  const printed = text(child.stdout!)
  await ended(child, `docker ${args.slice(0, 6).join(' ')}`)
  return (await printed).trim()
}

/** What `docker compose …` prints. */
export const compose = (args: string[], settings: Settings = {}, input?: string): Promise<string> =>
  docker(['compose', ...args], settings, input)

const lines = (printed: string): string[] => printed.split('\n').filter((line) => line !== '')

/** The ids of a service's containers, running ones only. */
export const containersOf = async (service: string, settings: Settings = {}): Promise<string[]> =>
  lines(await compose(['ps', '--quiet', service], settings))

/** The servers of PostgreSQL: one for all services, or one for each of them. */
export const serversOf = async (settings: Settings = {}): Promise<string[]> =>
  lines(await compose(['config', '--services'], settings)).filter((name) => /^([a-z]+-)?postgres$/.test(name))

/** The shop's own services, by their folders. */
export const services = (): string[] =>
  globSync('services/*/src/server.ts', { cwd: root })
    .map((path) => path.split('/')[1]!)
    .sort()

/** Waits until a container says that it is healthy, for at most 5 minutes. */
export async function untilHealthy(id: string): Promise<void> {
  for (const end = Date.now() + 300_000; Date.now() < end; await sleep(300)) {
    const state = await docker(['inspect', '--format', '{{.State.Status}} {{.State.Health.Status}}', id])
    if (state === 'running healthy') return
    if (/^(exited|dead)/.test(state)) throw new Fault(`The container ${id} ended: see docker logs ${id}.`)
  }
  throw new Fault(`The container ${id} did not become healthy within 5 minutes.`)
}

/** Ends and removes every container of the shop, whichever file or command it is of. Volumes and networks stay: `down` fails over a network while a busy engine still counts an endpoint of one that is gone. */
export async function removeContainers(settings: Settings = {}): Promise<void> {
  const { name } = JSON.parse(await compose(['config', '--format', 'json'], settings)) as { name: string }
  const ids = lines(await docker(['ps', '--all', '--quiet', '--filter', `label=com.docker.compose.project=${name}`]))
  if (ids.length === 0) return
  await docker(['stop', '--time', '60', ...ids])
  await docker(['rm', '--force', ...ids])
}

/** Where the edge is reached from this machine, and the certificate that it shows. */
export async function edgeOf(settings: Settings = {}): Promise<{ url: string; certificate: string }> {
  const port = (await compose(['port', 'lumora-api-edge', '8443'], settings)).split(':').at(-1)!
  const certificate = await compose(['exec', '-T', 'lumora-api-edge', 'cat', '/certificates/edge.crt'], settings)
  return { url: `https://localhost:${port}`, certificate }
}

/** The databases' addresses inside their network, by the names of the services. */
export const databaseUrls = (): Record<string, string> =>
  Object.fromEntries(
    services().map((name) => [name, readFileSync(join(root, '.secrets', name, 'DATABASE_URL'), 'utf8').trim()])
  )

/** Checks every invariant from inside the databases' network; prints the verdicts. Throws a Fault when one is broken. */
export async function verifyContainers(waitSeconds = 60, settings: Settings = {}): Promise<void> {
  const args = ['compose', 'run', '--rm', '-T', '--no-deps', 'verify', 'node', 'tools/verify.ts', '--urls']
  const child = start([...args, '--wait', String(waitSeconds)], ['pipe', 'inherit', 'pipe'], settings)
  child.stdin!.end(JSON.stringify(databaseUrls()))
  await ended(child, 'npm run verify')
}
