import { createReadStream, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { explain, Fault } from '../launcher/faults.ts'
import { compose, ended, removeContainers, root, say, serversOf, start, type Settings } from './compose.ts'

/** Unpacks a file into a volume, which is emptied first, by a shell of the container that the volume is for. */
async function unpack(file: string, service: string, script: string, settings: Settings): Promise<void> {
  const args = ['compose', 'run', '--rm', '-T', '--no-deps', '--entrypoint', 'bash', service, '-ceu', script]
  const child = start(args, ['pipe', 'ignore', 'pipe'], settings)
  await Promise.all([pipeline(createReadStream(file), child.stdin!), ended(child, `Restoring ${file}`)])
}

const emptyDatabase = `data=\${PGDATA:-/var/lib/postgresql/data}
find /var/lib/postgresql -mindepth 1 -delete
mkdir -p "$data" && tar -xzf - -C "$data" && chmod 700 "$data" && chown -R postgres:postgres /var/lib/postgresql`
const emptyMedia = 'find /media -mindepth 1 -delete; tar -xf - -C /media'

/** Puts a backup in the place of what the volumes hold, and starts everything. What was there is gone. */
export async function restore(folder: string, settings: Settings = {}): Promise<void> {
  if (!existsSync(join(folder, 'backup.json'))) throw new Fault(`There is no backup in ${folder}.`)
  const begun = performance.now()
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`
  await removeContainers(settings)
  for (const server of await serversOf(settings))
    await unpack(join(folder, `${server}.tar.gz`), server, emptyDatabase, settings)
  await unpack(join(folder, 'media.tar'), 'product', emptyMedia, settings)
  say(`The volumes hold the backup after ${seconds()}.`)
  await compose(['up', '--detach', '--wait'], settings)
  say(`The restored shop is up after ${seconds()}.`)
}

if (import.meta.main) {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { yes: { type: 'boolean' } } })
    const [folder] = positionals
    if (folder === undefined || !values.yes)
      throw new Fault('Usage: npm run restore -- <folder> --yes   (what the shop holds now is lost)')
    await restore(resolve(root, folder))
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  }
}
