import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
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
import { join } from 'node:path'

/** npm run old-tests -- <commit> [service…]: runs the tests of an earlier version of the services on the migrations of this one. While a release is rolled out the old code runs on the new schema: what passes here goes on working then. */
const root = join(import.meta.dirname, '..')
const [commit, ...wanted] = process.argv.slice(2)
if (commit === undefined) {
  process.stderr.write('Usage: npm run old-tests -- <commit of the version that runs now> [service…]\n')
  process.exit(2)
}
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
const folder = mkdtempSync(join(tmpdir(), 'lumora-old-'))
const old = join(folder, 'lumora')
try {
  git('worktree', 'add', '--detach', old, commit)
  // Our own packages are the old ones; the others are those that are installed here.
  mkdirSync(join(old, 'node_modules', '@lumora'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@lumora') symlinkSync(join(root, 'node_modules', name), join(old, 'node_modules', name))
  for (const path of globSync('{packages,services,gateway,apps}/*/package.json', { cwd: old })) {
    const { name } = JSON.parse(readFileSync(join(old, path), 'utf8')) as { name: string }
    symlinkSync(join(old, path, '..'), join(old, 'node_modules', name))
  }
  const kept = globSync('{packages/kit,services/*}/migrations', { cwd: old }).filter((path) =>
    existsSync(join(root, path))
  )
  for (const path of kept) cpSync(join(root, path), join(old, path), { recursive: true })
  const services = kept.map((path) => path.split('/')[1]!).filter((name) => name !== 'kit')
  const chosen = wanted.length > 0 ? wanted : services
  const paths = chosen.flatMap((name) => globSync(`services/${name}/test/*.test.ts`, { cwd: old }))
  const tests = spawn(process.execPath, [join(old, 'tools', 'test.ts'), ...paths], { cwd: old, stdio: 'inherit' })
  // Whoever ends this early has the folder removed all the same.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => tests.kill(signal))
  const [status] = (await once(tests, 'exit')) as [number | null]
  process.exitCode = status ?? 1
} finally {
  git('worktree', 'remove', '--force', old)
  rmSync(folder, { recursive: true, force: true })
}
