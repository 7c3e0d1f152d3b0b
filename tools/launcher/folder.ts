import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Accounts } from './demo.ts'
import { codeOf, Fault } from './faults.ts'

/** running.json of the data folder: what runs at this moment, for the other tools. It is there while everything is up. */
export interface Running {
  pid: number
  gatewayUrl: string
  /** NGINX before the gateway, with a certificate that only this machine made. */
  edge: { url: string; pid: number | undefined } | undefined
  services: Record<string, { url: string; pid: number | undefined }>
  postgres: { port: number; pid: number } | undefined
}

/** state.json of the data folder: what the launcher did with this folder's database. */
export interface State {
  seededAt?: string
  accounts?: Accounts
}

/** Makes a folder that others may pass through, as PostgreSQL must, but not look into. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Fault(
      `The folder ${folder} cannot be made or written (${codeOf(error)}): choose another one with --data.`
    )
  }
}

/** Writes a file whole, so that whoever reads it meanwhile sees the one before. */
function replaceFile(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}

/** Tells the other tools what runs. */
export function saveRunning(dataDir: string, running: Running): void {
  replaceFile(join(dataDir, 'running.json'), running)
}

/** Tells the other tools that nothing runs. */
export function removeRunning(dataDir: string): void {
  rmSync(join(dataDir, 'running.json'), { force: true })
}

/** The state of the folder's database; empty for a new one. */
export function readState(dataDir: string): State {
  const file = join(dataDir, 'state.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : {}
}

/** Keeps the state for the next start. */
export function saveState(dataDir: string, state: State): void {
  replaceFile(join(dataDir, 'state.json'), state)
}

/** Forgets the state, together with the database. */
export function removeState(dataDir: string): void {
  rmSync(join(dataDir, 'state.json'), { force: true })
}
