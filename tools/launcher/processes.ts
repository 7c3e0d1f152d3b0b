import { spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Log } from './logs.ts'

const preload = new URL('child.ts', import.meta.url).href

export interface Program {
  name: string
  file: string
  cwd: string
  env: NodeJS.ProcessEnv
  log: Log
}

export interface Supervised {
  name: string
  pid(): number | undefined
  /** How often it ended by itself since it was last known to be well. */
  failures(): number
  /** Ends it in peace and starts it at once. */
  restart(): Promise<void>
  /** Asks it to drain, and kills what is left of it after patienceMs. */
  stop(patienceMs: number): Promise<void>
  kill(): void
}

const isRoot = process.getuid?.() === 0

/**
 * Where all share a machine the gateway comes first, so that what it refuses does not wait for what the others are busy with;
 * who may not put it first has the others give way. Linux shares processors among sessions before it looks at the priority of a
 * process, and each program has a session of its own (so has each connection of PostgreSQL): without the second line the
 * gateway waited for a processor two thirds of the time in which it was late.
 */
function favour(name: string, pid: number): void {
  const isFirst = name === 'gateway' || name === 'edge'
  if (isFirst !== isRoot) return
  const priority = isRoot ? -10 : 5
  try {
    setPriority(pid, priority)
  } catch {
    // It has ended already.
  }
  favourSession(pid, priority)
}

function favourSession(pid: number, priority: number): void {
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(priority))
  } catch (error) {
    // Who is not root may set one each tenth of a second. Otherwise it has ended already, or the system knows no such groups.
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') setTimeout(favourSession, 110, pid, priority).unref()
  }
}

/** Starts a Node.js program in a process group of its own; it ends when this process does. */
export function startProgram({ name, file, cwd, env, log }: Program): ChildProcess {
  const child = spawn(process.execPath, ['--import', preload, file], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc']
  })
  if (child.pid !== undefined) favour(name, child.pid)
  child.on('error', (error) => log.write(`${error.message}\n`))
  child.stdout?.setEncoding('utf8').on('data', log.write)
  child.stderr?.setEncoding('utf8').on('data', log.write)
  return child
}

/** Keeps a program running: one that ends is started again after 0.2 s, doubling to 10 s; 30 s of life start that anew. */
export function supervise(program: Program, say: (line: string) => void, changed: () => void): Supervised {
  let child: ChildProcess | undefined
  let failures = 0
  let ended = false
  let restarting = false
  let pause: NodeJS.Timeout | undefined

  const start = () => {
    const startedAt = performance.now()
    child = startProgram(program)
    changed()
    child.once('exit', (code, signal) => {
      child = undefined
      if (ended || restarting) return
      failures = performance.now() - startedAt > 30_000 ? 1 : failures + 1
      const delayMs = Math.min(200 * 2 ** (failures - 1), 10_000)
      say(`${program.name} ended (${signal ?? `code ${code}`}): it is started again in ${delayMs / 1000} s`)
      pause = setTimeout(start, delayMs)
    })
  }
  const end = async (patienceMs: number) => {
    clearTimeout(pause)
    const leaving = child
    if (!leaving?.pid) return
    const gone = new Promise<void>((resolve) => leaving.once('exit', () => resolve()))
    leaving.kill('SIGTERM')
    const timer = setTimeout(() => {
      say(`${program.name} did not end within ${patienceMs / 1000} s: it is killed`)
      leaving.kill('SIGKILL')
    }, patienceMs)
    await gone
    clearTimeout(timer)
  }
  start()

  return {
    name: program.name,
    pid: () => child?.pid,
    failures: () => failures,
    async restart() {
      if (ended || restarting) return
      restarting = true
      await end(4000)
      restarting = false
      if (!ended) start()
    },
    stop(patienceMs) {
      ended = true
      return end(patienceMs)
    },
    kill() {
      ended = true
      clearTimeout(pause)
      child?.kill('SIGKILL')
    }
  }
}

/** Waits until GET /readyz answers 200. Rejects when `hopeless` says why it never will, or the signal comes. */
export async function untilReady(url: string, hopeless: () => Error | undefined, signal: AbortSignal): Promise<void> {
  while (!(await isReady(url))) {
    const reason = hopeless()
    if (reason) throw reason
    await sleep(40, undefined, { signal })
  }
}

function isReady(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(`${url}/readyz`, { agent: false, timeout: 2000 }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(false))
  })
}
