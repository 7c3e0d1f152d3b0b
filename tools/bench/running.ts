import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { prepareEdge, startNginx, untilListening, whyNoEdge } from '../launcher/edge.ts'
import { Fault } from '../launcher/faults.ts'
import type { Running } from '../launcher/folder.ts'
import { freePorts } from '../launcher/ports.ts'

export const root = join(import.meta.dirname, '..', '..')
export const say = (line: string) => void process.stdout.write(`${line}\n`)

/** How busy the machine is besides: figures are to be read with it. */
export const sayLoad = () =>
  say(
    `Load of the machine: ${loadavg()
      .map((each) => each.toFixed(1))
      .join(', ')}`
  )

/** What runs in this data folder. Throws a Fault when nothing does. */
export function readRunning(data: string): Running {
  const file = join(resolve(root, data), 'running.json')
  if (!existsSync(file)) throw new Fault('The platform is not running here: start it with `npm start`.')
  return JSON.parse(readFileSync(file, 'utf8')) as Running
}

/** The processes of the platform by name. */
export const pidsOf = ({ services, postgres }: Running): Record<string, number> =>
  Object.fromEntries([
    ...Object.entries(services).flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid] as const])),
    ...(postgres ? [['postgres', postgres.pid] as const] : [])
  ])

/** An NGINX of this measurement's own, over plain HTTP, before these proxies; `files` are what it serves under /assets/. */
export async function openNginx(
  proxies: string[],
  files: Record<string, string> = {}
): Promise<{ url: string; pid: number; close: () => Promise<void> }> {
  const missing = whyNoEdge()
  if (missing !== undefined) throw new Fault(`${missing}: this measures it.`)
  const folder = mkdtempSync(join(tmpdir(), 'lumora-bench-'))
  chmodSync(folder, 0o711)
  mkdirSync(join(folder, 'files', 'assets'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'files', 'assets', name), text)
  const [port = 0] = await freePorts(1)
  const own = join(folder, 'nginx')
  const trusted = ['127.0.0.1']
  const edge = prepareEdge({ root, folder: own, port, tls: false, proxies, files: join(folder, 'files'), trusted })
  const nginx = startNginx(edge, 'ignore')
  await untilListening(port)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: nginx.pid!,
    close: async () => {
      nginx.kill('SIGTERM')
      await once(nginx, 'exit')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
