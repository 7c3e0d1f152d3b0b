import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

import { codeOf, Fault } from './faults.ts'
import { commandOf, isAlive } from './pids.ts'

export interface Lock {
  /** True when an earlier launcher died without letting go: its services may need a moment to notice. */
  tookOver: boolean
  release(): void
}

interface Holder {
  pid: number
  address: string
}

/** Takes the data folder for this launcher. Throws a Fault with the address when another launcher has it. */
export async function takeLock(file: string, address: string): Promise<Lock> {
  const mine = JSON.stringify({ pid: process.pid, address } satisfies Holder)
  let tookOver = false
  while (!create(file, mine)) {
    const holder = read(file)
    if (holder && holder.pid !== process.pid && isLauncher(holder.pid)) refuse(holder)
    rmSync(file, { force: true })
    tookOver = true
  }
  if (tookOver) {
    // Two launchers may have found the same stale lock: the last writer has it.
    await sleep(50)
    const holder = read(file)
    if (holder && holder.pid !== process.pid) refuse(holder)
  }
  return {
    tookOver,
    release() {
      if (read(file)?.pid === process.pid) rmSync(file, { force: true })
    }
  }
}

function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function isLauncher(pid: number): boolean {
  return isAlive(pid) && commandOf(pid).includes('start.ts')
}

function refuse(holder: Holder): never {
  throw new Fault(
    `Lumora Jewels already runs from this data folder, at ${holder.address} (process ${holder.pid}): ` +
      'stop it with Ctrl-C there, or choose another folder and port with --data and --port.'
  )
}
