import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

import { codeOf } from './faults.ts'

/** Whether a process of this id lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Sends a signal to a process that may be gone already. */
export function send(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

/** The command line of a process, or '' when it is gone. Ids are used again, so an id alone proves nothing. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Whether this process is the PostgreSQL of that data folder: a postmaster works in its data folder. */
export function servesFolder(pid: number, dataDir: string): boolean {
  if (!isAlive(pid) || !commandOf(pid).includes('postgres')) return false
  if (process.platform !== 'linux') return commandOf(pid).includes(dataDir)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === dataDir
  } catch {
    return commandOf(pid).includes(dataDir)
  }
}
