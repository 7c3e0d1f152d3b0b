import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

import { openRuns, type Failure } from './testing/runs.ts'

/** npm run old-tests -- [commit] [service…]: runs the tests of an earlier version of the services on the migrations of this one. While a release is rolled out the old code runs on the new schema: what passes here goes on working then. */
const root = join(import.meta.dirname, '..')
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })

interface Known {
  /** The version that runs, where no other is named. */
  commit: string
  /** Tests that fail on the new schema, by what was decided, and why. */
  differences: Record<string, string>
}

const known = JSON.parse(readFileSync(join(import.meta.dirname, 'old-tests.json'), 'utf8')) as Known
const words = process.argv.slice(2)
const isService = (word: string) => existsSync(join(root, 'services', word, 'package.json'))
const commit = words[0] === undefined || isService(words[0]) ? known.commit : words.shift()!
const stranger = words.find((word) => !isService(word))
const isCommit =
  spawnSync('git', ['rev-parse', '--verify', '--quiet', `${commit}^{commit}`], { cwd: root }).status === 0
if (stranger !== undefined || !isCommit) {
  process.stderr.write(`There is no ${isCommit ? `service ${stranger}` : `commit ${commit}`}.\n`)
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'lumora-old-'))
const old = join(folder, 'lumora')
// However this ends, the folder goes.
process.on('exit', () => {
  if (existsSync(old)) git('worktree', 'remove', '--force', old)
  rmSync(folder, { recursive: true, force: true })
})
git('worktree', 'add', '--detach', old, commit)
const runs = await openRuns()

// Our own packages are the old ones; the others are those that are installed here.
mkdirSync(join(old, 'node_modules', '@lumora'), { recursive: true })
for (const name of readdirSync(join(root, 'node_modules')))
  if (name !== '@lumora' && name !== '.cache')
    symlinkSync(join(root, 'node_modules', name), join(old, 'node_modules', name))
for (const path of globSync('{packages,services,gateway,apps}/*/package.json', { cwd: old })) {
  const { name } = JSON.parse(readFileSync(join(old, path), 'utf8')) as { name: string }
  symlinkSync(join(old, path, '..'), join(old, 'node_modules', name))
}
const kept = globSync('{packages/kit,services/*}/migrations', { cwd: old }).filter((path) =>
  existsSync(join(root, path))
)
for (const path of kept) {
  rmSync(join(old, path), { recursive: true })
  cpSync(join(root, path), join(old, path), { recursive: true })
}

const services = kept.map((path) => path.split('/')[1]!).filter((name) => name !== 'kit')
const table: string[] = []
const faults: Failure[] = []
for (const service of services.filter((name) => words.length === 0 || words.includes(name))) {
  const files = globSync(`services/${service}/test/*.test.ts`, { cwd: old }).sort()
  const { passed, failures } = await runs.run(files.map((file) => join(old, file)))
  const named = failures.map(({ file, name }) => ({ file: relative(old, file), name }))
  const unexpected = named.filter(({ name }) => known.differences[name] === undefined)
  faults.push(...unexpected)
  const differences = named.filter(({ name }) => known.differences[name] !== undefined)
  table.push(`${service}: ${passed} passed, ${unexpected.length} failed, ${differences.length} known to differ`)
  for (const { name } of differences) table.push(`  ≠ ${name}\n    ${known.differences[name]}`)
  for (const { file, name } of unexpected) table.push(`  ✖ ${file}: ${name}`)
}
await runs.stop()
process.stdout.write(`\nThe tests of ${commit} on the migrations of now:\n${table.join('\n')}\n`)
process.exitCode = faults.length === 0 ? 0 : 1
