import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

import { onOrphaned } from '../launcher/parent.ts'
import { startPostgres, type Postgres } from '../postgres.ts'

export interface Failure {
  file: string
  name: string
}

export interface Outcome {
  passed: number
  skipped: number
  failures: Failure[]
}

export interface Runs {
  /** Runs these files, each in a process of its own, prints what becomes of them, and counts it. */
  run: (files: string[], options?: { names?: string[]; atOnce?: number }) => Promise<Outcome>
  stop: () => Promise<void>
}

interface Event {
  name: string
  file?: string | undefined
  skip?: string | boolean | undefined
  todo?: string | boolean | undefined
  details: { type?: string | undefined; error?: Error }
}

/** What tests run on: a PostgreSQL of their own, or that of TEST_DATABASE_URL. It goes with this process, however that ends. */
export async function openRuns(): Promise<Runs> {
  const stopping = new AbortController()
  let folder: string | undefined
  let starting: Promise<Postgres> | undefined

  const stop = async () => {
    stopping.abort()
    const postgres = await starting?.catch(() => undefined)
    await postgres?.stop(1000)
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
  const interrupt = () => void stop().then(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt)
  onOrphaned(interrupt)

  process.env.NODE_COMPILE_CACHE ??= getCompileCacheDir() ?? ''
  if (!process.env.TEST_DATABASE_URL) {
    folder = mkdtempSync(join(tmpdir(), 'lumora-test-'))
    chmodSync(folder, 0o711)
    starting = startPostgres({
      dataDir: join(folder, 'postgres'),
      logFile: join(folder, 'postgres.log'),
      password: randomBytes(32).toString('hex'),
      durable: false,
      signal: stopping.signal
    })
    try {
      process.env.TEST_DATABASE_URL = (await starting).url
    } catch (error) {
      await stop()
      throw error
    }
  }
  return { run: (files, options) => runFiles(files, stopping.signal, options), stop }
}

async function runFiles(
  files: string[],
  signal: AbortSignal,
  { names = [], atOnce = 3 }: { names?: string[]; atOnce?: number } = {}
) {
  const timeout = Number(process.env.TEST_TIMEOUT_MS ?? 600_000)
  const narrowed = names.length > 0 && { testNamePatterns: names }
  const results = run({ files, concurrency: atOnce, timeout, signal, ...narrowed })
  const outcome: Outcome = { passed: 0, skipped: 0, failures: [] }
  const isSkipped = ({ skip, todo }: Event) => skip !== undefined || todo !== undefined
  results.on('test:pass', (event) => {
    if (isSkipped(event)) outcome.skipped++
    else if (isTest(event, 'passed')) outcome.passed++
  })
  results.on('test:fail', (event) => {
    if (isSkipped(event)) outcome.skipped++
    else if (isTest(event, 'failed')) outcome.failures.push({ file: event.file ?? event.name, name: event.name })
  })
  const report = results.compose(spec)
  report.pipe(process.stdout, { end: false })
  await new Promise((done) => report.once('end', done))
  return outcome
}

/** A suite counts only when it failed by itself; a file without tests is reported as one passed test, and is none. */
function isTest({ name, file, details }: Event, outcome: 'passed' | 'failed'): boolean {
  if (outcome === 'passed') return details.type !== 'suite' && name !== file
  const error = details.error as { failureType?: string } | undefined
  return details.type !== 'suite' || error?.failureType !== 'subtestsFailed'
}
