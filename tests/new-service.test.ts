import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)
const leftOut = new Set(['node_modules', '.git', '.lumora', 'coverage'])

const copy = mkdtempSync(join(tmpdir(), 'lumora-copy-'))
after(() => rmSync(copy, { recursive: true, force: true }))

/** The project in a folder of its own; what npm installed is linked, not copied. */
function copyProject(): void {
  for (const name of readdirSync(root)) {
    if (!leftOut.has(name))
      cpSync(join(root, name), join(copy, name), { recursive: true, filter: (path) => !path.endsWith('/node_modules') })
  }
  for (const folder of ['.', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)]) {
    const modules = join(root, folder, 'node_modules')
    if (!existsSync(modules)) continue
    const { status } = spawnSync('cp', ['-al', modules, join(copy, folder)])
    if (status !== 0) cpSync(modules, join(copy, folder, 'node_modules'), { recursive: true, verbatimSymlinks: true })
  }
}

test(
  'npm run new-service -- wishlist wish wishes makes a service that is checked, tested, and known to the launcher and the gateway',
  { timeout: 240_000 },
  async () => {
    copyProject()
    const { NODE_TEST_CONTEXT: _context, ...inherited } = process.env
    const env = { ...inherited, LUMORA_ROOT: copy }
    const { stdout } = await run('npm', ['run', '--silent', 'new-service', '--', 'wishlist', 'wish', 'wishes'], {
      cwd: copy,
      env
    })
    assert.match(stdout, /services\/wishlist is made/)
    const text = (file: string) => readFileSync(join(copy, file), 'utf8')
    for (const file of [
      'Dockerfile',
      'compose.yaml',
      'README.md',
      'openapi.json',
      'migrations/001_wishes.sql',
      'src/routes/wishes.ts'
    ]) {
      assert.doesNotMatch(text(`services/wishlist/${file}`), /__/)
    }
    assert.match(text('gateway/proxy/src/routes.ts'), /wishlist: \[/)
    assert.match(text('compose.yaml'), /services\/wishlist\/compose\.yaml/)
    assert.match(text('gateway/proxy/openapi.json'), /"\/api\/v1\/wishes"/)
    assert.match(text('package-lock.json'), /"services\/wishlist"/)

    const check = spawnSync('npm', ['run', '--silent', 'check'], { cwd: copy, env, encoding: 'utf8' })
    assert.equal(check.status, 0, check.stdout + check.stderr)
    const tests = ['services/wishlist/test/wishes.test.ts', 'gateway/proxy/test/gateway.test.ts']
    const tested = spawnSync(process.execPath, ['--test', ...tests], { cwd: copy, env, encoding: 'utf8' })
    assert.equal(tested.status, 0, tested.stdout)
    assert.match(tested.stdout, /POST \/wishes by a signed-in user/)

    const again = spawnSync('npm', ['run', '--silent', 'new-service', '--', 'wishlist', 'wish', 'wishes'], {
      cwd: copy,
      env,
      encoding: 'utf8'
    })
    assert.equal(again.status, 1)
    assert.match(again.stderr, /exists already/)
  }
)

test('npm run new-service with words that cannot be names says how it is used', () => {
  for (const words of [
    [],
    ['Wish', 'wish', 'wishes'],
    ['wishlist', 'wish', 'wish'],
    ['../x', 'a', 'b'],
    ['order', 'order', 'orders']
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/new-service.ts'), ...words], {
      encoding: 'utf8'
    })
    assert.equal(status, 1)
    assert.match(stderr, /Usage: npm run new-service|exists already/)
  }
})
