import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explain } from '../launcher/faults.ts'
import { backUp } from './backup.ts'
import { compose, edgeOf, say, verifyContainers } from './compose.ts'
import { demo } from './journeys.ts'
import { restore } from './restore.ts'

/** A second shop beside the first: its own containers, volumes, networks and ports. */
const drill = { COMPOSE_PROJECT_NAME: 'lumora-drill', HTTP_PORT: '0', HTTPS_PORT: '0', COMPOSE_PROFILES: '' }

/** Backs up the running shop, restores the backup into a second one, and shows that this one is whole and sells. */
export async function drillRestore(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lumora-backup-'))
  try {
    await backUp(folder)
    await restore(folder, drill)
    await verifyContainers(120, drill)
    await demo(await edgeOf(drill))
    await verifyContainers(120, drill)
    say('The restored shop holds every invariant and sells.')
  } finally {
    await compose(['down', '--volumes', '--remove-orphans', '--timeout', '5'], drill)
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  await drillRestore().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  })
}
