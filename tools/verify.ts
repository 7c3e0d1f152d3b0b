import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { explain } from './launcher/faults.ts'
import { databasesOf, openDatabases } from './verify/databases.ts'
import { invariants, type Finding } from './verify/invariants.ts'

export interface Verdict extends Finding {
  name: string
  promise: string
}

/** Checks every invariant over the services' databases, as often as needed until all hold, for at most `waitMs`: what is under way may end meanwhile. */
export async function verify(urls: Record<string, string>, waitMs: number): Promise<Verdict[]> {
  const { ask, close } = await openDatabases(urls)
  try {
    for (const end = Date.now() + waitMs; ; await wait(1000)) {
      const verdicts: Verdict[] = []
      for (const { name, promise, check } of invariants)
        verdicts.push({ name, promise, ...(await check(ask, Object.keys(urls))) })
      if (verdicts.every(({ broken }) => broken.length === 0) || Date.now() >= end) return verdicts
    }
  } finally {
    await close()
  }
}

/** A line for an invariant, and one for each of its first ten violations. */
export function lineOf({ name, promise, looked, broken }: Verdict): string {
  const mark = broken.length > 0 ? '✗' : looked === 0 ? '–' : '✓'
  const shown = broken.slice(0, 10).map((what) => `\n      ${what}`)
  const rest = broken.length > 10 ? `\n      and ${broken.length - 10} more` : ''
  const said = broken.length > 0 ? `, ${broken.length} violations` : looked === 0 ? ', so this shows nothing' : ''
  return `${mark} ${name.padEnd(4)} ${promise}: looked at ${looked} rows${said}${shown.join('')}${rest}`
}

/** The databases' addresses as they are told on the standard input; with EACH set, each service has a server of its own. */
async function toldUrls(): Promise<Record<string, string>> {
  const told = Object.entries(JSON.parse(await text(process.stdin)) as Record<string, string>)
  const hostOf = (name: string) => (process.env.EACH ? `${name}-postgres` : 'postgres')
  return Object.fromEntries(told.map(([name, url]) => [name, url.replace('@postgres:', `@${hostOf(name)}:`)]))
}

/** npm run verify -- [--data .lumora | --containers] [--wait 60]: exit code 1 when an invariant is violated and stays so for 60 s. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.lumora' },
      wait: { type: 'string', default: '60' },
      containers: { type: 'boolean', default: false },
      urls: { type: 'boolean', default: false }
    }
  })
  if (values.containers) return (await import('./containers/compose.ts')).verifyContainers(Number(values.wait))
  const urls = values.urls
    ? await toldUrls()
    : databasesOf(resolve(join(import.meta.dirname, '..'), values.data), process.env.DATABASE_URL)
  const verdicts = await verify(urls, Number(values.wait) * 1000)
  for (const verdict of verdicts) process.stdout.write(`${lineOf(verdict)}\n`)
  process.exitCode = verdicts.some(({ broken }) => broken.length > 0) ? 1 : 0
}

if (import.meta.main)
  await run().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  })
