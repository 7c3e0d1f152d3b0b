import { existsSync, globSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Log } from './logs.ts'
import { send } from './pids.ts'
import { startProgram } from './processes.ts'

/** What people see: pages that know nothing of the shop but the gateway's address. */
export interface App {
  /** Its folder's name; `<NAME>_URL` tells the gateway where it is. */
  name: string
  folder: string
}

/** Finds the apps by their src/server.ts. */
export function findApps(root: string): App[] {
  return globSync('apps/*/src/server.ts', { cwd: root })
    .sort()
    .map((file) => ({ name: file.split(/[\\/]/)[1] as string, folder: join(root, dirname(dirname(file))) }))
}

/** Builds the app, when its sources are newer than what was built. False when that fails: its log says why. */
export async function buildApp({ name, folder }: App, log: Log, signal: AbortSignal): Promise<boolean> {
  const file = join(folder, 'build.ts')
  if (!existsSync(file)) return true
  signal.throwIfAborted()
  const env = { ...process.env, ONLY_IF_STALE: 'yes', NODE_ENV: 'production' }
  const child = startProgram({ name, file, cwd: folder, env, log })
  // What it started ends with it: both are one process group.
  const kill = () => send(child.pid && -child.pid, 'SIGKILL')
  signal.addEventListener('abort', kill)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  signal.removeEventListener('abort', kill)
  return code === 0
}

/** What an app finds in its environment: no secret, no database. */
export function appEnvironment(app: App, addresses: Record<string, string>, compileCache: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...inherited } = process.env
  return {
    DRAIN_MS: '0',
    ...inherited,
    NODE_ENV: 'production',
    GATEWAY_URL: addresses.gateway,
    HOST: '127.0.0.1',
    PORT: new URL(addresses[app.name] as string).port,
    NODE_COMPILE_CACHE: compileCache
  }
}
