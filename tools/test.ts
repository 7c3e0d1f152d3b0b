import { existsSync, globSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

import { explain, Fault } from './launcher/faults.ts'
import { openRuns } from './testing/runs.ts'

const all = [
  'tests/*.test.ts',
  'tests/{attacks,gateway}/*.test.ts',
  '{apps,gateway,packages,services}/*/test/**/*.test.ts'
]

/** What takes long by what it does: whole platforms, some with a browser or with their parts killed, processes killed at each point of their work, walks, times compared. */
const long = [
  'tests/platform.test.ts',
  'tests/gateway/matrix.test.ts',
  'apps/storefront/test/{buying,looking,pages}.test.ts',
  'tests/{launcher,observability,new-service}.test.ts',
  'tests/attacks/access.test.ts',
  'services/*/test/{crashes,kills,timings,walks}.test.ts'
]

/** The test files: those of the files and folders that are named, else all that are quick, or all that are long. */
function findFiles(root: string, wanted: string[], isLong: boolean): string[] {
  const found = (places: string[]) => places.flatMap((place) => globSync(place, { cwd: root }).sort())
  const longOnes = found(long)
  const files =
    wanted.length > 0
      ? wanted.flatMap(filesOf)
      : isLong
        ? longOnes
        : found(all).filter((file) => !longOnes.includes(file))
  if (files.length === 0) throw new Fault(`There is no test in ${wanted.join(', ') || root}.`)
  return mix([...new Set(files)]).map((file) => resolve(root, file))
}

/** Tests of services compute, and others wait for much of their time: mixed they keep the processors busy from first to last. */
function mix(files: string[]): string[] {
  const [computing, waiting] = [true, false].map((of) => files.filter((file) => /\bservices\b/.test(file) === of))
  const spread = (some: string[]) => some.map((file, index) => ({ file, place: (index + 0.5) / some.length }))
  return [...spread(computing!), ...spread(waiting!)].sort((a, b) => a.place - b.place).map(({ file }) => file)
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) throw new Fault(`There is no file or folder ${path}.`)
  if (!statSync(path).isDirectory()) return [resolve(path)]
  const found = globSync('**/*.test.ts', { cwd: path, exclude: (name) => name === 'node_modules' })
  return found.map((file) => resolve(path, file)).sort()
}

/** npm test: all that is quick. npm run test:long: the rest. npm test -- <file or folder…> [--test-name-pattern=…]: these, long or not. */
const pattern = '--test-name-pattern='
const words = process.argv.slice(2)
const isFlag = (word: string) => word.startsWith('--')
const names = words.filter((word) => word.startsWith(pattern)).map((word) => word.slice(pattern.length))
const isLong = words.includes('--long')
try {
  const wanted = words.filter((word) => !isFlag(word))
  const files = findFiles(resolve(import.meta.dirname, '..'), wanted, isLong)
  // A platform has a dozen processes: two at once is what two processors bear.
  const atOnce = isLong || wanted.length > 0 ? 2 : 3
  const runs = await openRuns()
  const { passed, skipped, failures } = await runs.run(files, { names, atOnce })
  await runs.stop()
  process.stdout.write(`\n${passed} passed, ${failures.length} failed${skipped ? `, ${skipped} skipped` : ''}\n`)
  process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
