import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

import { explain, Fault } from './launcher/faults.ts'
import { onOrphaned } from './launcher/parent.ts'
import { startPostgres, type Postgres } from './postgres.ts'

const patterns = [
  'packages/*/test/**/*.test.ts',
  'services/*/test/**/*.test.ts',
  'gateway/*/test/**/*.test.ts',
  'apps/*/test/**/*.test.ts',
  'tests/*.test.ts',
  'tests/attacks/*.test.ts',
  'tests/gateway/*.test.ts'
]

interface Event {
  name: string
  file?: string | undefined
  skip?: string | boolean | undefined
  todo?: string | boolean | undefined
  details: { type?: string | undefined; error?: Error }
}

const stopping = new AbortController()
let folder: string | undefined
let starting: Promise<Postgres> | undefined

/** The test files: all of them, or those of the files and folders that are named. */
function findFiles(root: string, wanted: string[]): string[] {
  const files = wanted.length === 0 ? globSync(patterns, { cwd: root }) : wanted.flatMap(filesOf)
  if (files.length === 0) throw new Fault(`There is no test in ${wanted.join(', ') || root}.`)
  return [...new Set(files.map((file) => resolve(root, file)))].sort()
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) throw new Fault(`There is no file or folder ${path}.`)
  if (!statSync(path).isDirectory()) return [resolve(path)]
  const found = globSync('**/*.test.ts', { cwd: path, exclude: (name) => name === 'node_modules' })
  return found.map((file) => resolve(path, file))
}

async function databaseUrl(): Promise<string> {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL
  folder = mkdtempSync(join(tmpdir(), 'lumora-test-'))
  chmodSync(folder, 0o711)
  starting = startPostgres({
    dataDir: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    password: randomBytes(32).toString('hex'),
    durable: false,
    signal: stopping.signal
  })
  return (await starting).url
}

/** Runs the files, each in a process of its own, and prints the outcome. True when all went well. */
async function test(files: string[]): Promise<boolean> {
  const timeout = Number(process.env.TEST_TIMEOUT_MS ?? 600_000)
  const results = run({ files, concurrency: 3, timeout, signal: stopping.signal })
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const count = (event: Event, outcome: 'passed' | 'failed') => {
    if (event.skip !== undefined || event.todo !== undefined) counts.skipped++
    else if (isTest(event, outcome)) counts[outcome]++
  }
  results.on('test:pass', (event) => count(event, 'passed'))
  results.on('test:fail', (event) => count(event, 'failed'))
  const report = results.compose(spec)
  report.pipe(process.stdout, { end: false })
  await new Promise((done) => report.once('end', done))
  const { passed, failed, skipped } = counts
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`)
  return failed === 0 && passed > 0
}

/** A suite counts only when it failed by itself; a file without tests is reported as one passed test, and is none. */
function isTest({ name, file, details }: Event, outcome: 'passed' | 'failed'): boolean {
  if (outcome === 'passed') return details.type !== 'suite' && name !== file
  const error = details.error as { failureType?: string } | undefined
  return details.type !== 'suite' || error?.failureType !== 'subtestsFailed'
}

async function stop(): Promise<void> {
  stopping.abort()
  const postgres = await starting?.catch(() => undefined)
  await postgres?.stop(1000)
  if (folder) rmSync(folder, { recursive: true, force: true })
}

const interrupt = () => void stop().then(() => process.exit(130))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt)
onOrphaned(interrupt)

try {
  const files = findFiles(resolve(import.meta.dirname, '..'), process.argv.slice(2))
  process.env.NODE_COMPILE_CACHE ??= getCompileCacheDir() ?? ''
  process.env.TEST_DATABASE_URL = await databaseUrl()
  process.exitCode = (await test(files)) ? 0 : 1
} catch (error) {
  if (!stopping.signal.aborted) process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
await stop()
