import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const largestBytes = 20_000_000
const severities: Record<string, string> = {
  40: 'warn',
  50: 'error',
  60: 'fatal',
  warn: 'warn',
  error: 'error',
  fatal: 'fatal'
}

export interface Log {
  file: string
  /** Keeps a piece of output, and shows its warnings and errors. */
  write: (chunk: string) => void
}

/** Opens <folder>/<name>.log anew; the former one, and one that grew beyond 20 MB, stays as <name>.log.1. */
export function openLog(folder: string, name: string, show: (line: string) => void): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${name}.log`)
  let descriptor = openAnew(file)
  let size = 0
  let rest = ''
  let shownLast = ''

  return {
    file,
    write(chunk) {
      size += writeSync(descriptor, chunk)
      if (size > largestBytes) {
        closeSync(descriptor)
        descriptor = openAnew(file)
        size = 0
      }
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const text = shorten(line)
        if (text && text !== shownLast) show(`${name.padEnd(12)} ${text}`)
        if (text) shownLast = text
      }
    }
  }
}

/** The terminal's form of a log line: undefined for what is no warning; what is not JSON stays as it is. */
function shorten(line: string): string | undefined {
  if (!line.startsWith('{')) return line.trim() ? line : undefined
  const severity = severities[/"level":\s*"?(\w+)/.exec(line)?.[1] ?? '']
  if (!severity) return undefined
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } }
    return [severity, msg, err?.message !== msg && err?.message].filter(Boolean).join('  ')
  } catch {
    return line
  }
}

/** Sets the former log aside as <file>.1. */
export function setAside(file: string): void {
  if (existsSync(file)) renameSync(file, `${file}.1`)
}

function openAnew(file: string): number {
  setAside(file)
  return openSync(file, 'a', 0o600)
}
