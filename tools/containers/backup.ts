import { createWriteStream, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { explain } from '../launcher/faults.ts'
import { ended, root, say, serversOf, start, type Settings } from './compose.ts'

/** Writes what `docker compose …` prints to a file; its size in bytes. */
async function save(file: string, args: string[], settings: Settings): Promise<number> {
  const child = start(['compose', ...args], ['ignore', 'pipe', 'pipe'], settings)
  await Promise.all([pipeline(child.stdout!, createWriteStream(file, { mode: 0o600 })), ended(child, `Saving ${file}`)])
  return statSync(file).size
}

/**
 * Copies each server of PostgreSQL whole, as it is at one moment, and then the pictures, while the shop goes on. One server
 * is one moment of all services; with a server for each, their moments lie seconds apart.
 */
export async function backUp(folder: string, settings: Settings = {}): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const begun = performance.now()
  const sizes: Record<string, number> = {}
  for (const server of await serversOf(settings)) {
    const copy = ['pg_basebackup', '-U', 'postgres', '-D', '-', '-Ft', '-X', 'fetch', '-c', 'fast', '-Z', '1']
    sizes[server] = await save(join(folder, `${server}.tar.gz`), ['exec', '-T', server, ...copy], settings)
  }
  // Pictures are named by what is in them and never change, so those taken later only add to what the databases name.
  const media = ['run', '--rm', '-T', '--no-deps', '--entrypoint', 'tar', 'product', '-C', '/media', '-cf', '-', '.']
  sizes.media = await save(join(folder, 'media.tar'), media, settings)
  writeFileSync(
    join(folder, 'backup.json'),
    `${JSON.stringify({ takenAt: new Date().toISOString(), sizes }, null, 2)}\n`
  )
  const megabytes = Object.entries(sizes).map(([name, size]) => `${name} ${(size / 1e6).toFixed(1)} MB`)
  say(`Backed up to ${folder} in ${((performance.now() - begun) / 1000).toFixed(1)} s: ${megabytes.join(', ')}.`)
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { to: { type: 'string' } } })
    const name = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
    await backUp(resolve(root, values.to ?? join('backups', name)))
    say('Keep .secrets with it, in another place: without KEY_SECRET and its like what is encrypted stays so.')
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  }
}
