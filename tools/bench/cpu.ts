import { readdirSync, readFileSync } from 'node:fs'

/** The user and system time of a process in clock ticks, that of its children which have ended, and its parent; undefined when it has ended. */
function statOf(pid: number | string): { ticks: number; ended: number; parent: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number) as [number, number, number, number]
    return { ticks: user + system, ended: endedUser + endedSystem, parent: Number(fields[1]) }
  } catch {
    return undefined
  }
}

const msPerTick = 10

/** CPU milliseconds that all of the machine's processors were busy for so far, and those of this process with its children that have ended; undefined elsewhere than on Linux. */
export function cpuOfMachine(): { all: number; own: number } | undefined {
  if (process.platform !== 'linux') return undefined
  const [user, nice, system, , , interrupts, softInterrupts] = readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)[0]!
    .split(/\s+/)
    .slice(1)
    .map(Number) as [number, number, number, number, number, number, number]
  const { ticks, ended } = statOf('self')!
  return {
    all: (user + nice + system + interrupts + softInterrupts) * msPerTick,
    own: (ticks + ended) * msPerTick
  }
}

/** CPU milliseconds used so far by these processes, by name; those of `postgres` and `nginx` include their children. Undefined where there is no /proc (elsewhere than on Linux). */
export function cpuOf(pids: Record<string, number>): Record<string, number> | undefined {
  if (process.platform !== 'linux') return undefined
  const used: Record<string, number> = {}
  for (const [name, pid] of Object.entries(pids)) used[name] = (statOf(pid)?.ticks ?? 0) * msPerTick
  for (const name of ['postgres', 'nginx']) {
    if (pids[name] === undefined) continue
    used[name] = used[name]! + (statOf(pids[name])?.ended ?? 0) * msPerTick
    for (const entry of readdirSync('/proc')) {
      const stat = /^\d+$/.test(entry) ? statOf(entry) : undefined
      if (stat?.parent === pids[name]) used[name] = used[name] + stat.ticks * msPerTick
    }
  }
  return used
}
