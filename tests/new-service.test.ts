import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)
const leftOut = new Set(['node_modules', '.git', '.lumora', '.secrets', 'backups', 'coverage', 'public', 'build'])

const copy = mkdtempSync(join(tmpdir(), 'lumora-copy-'))
after(() => rmSync(copy, { recursive: true, force: true }))

/** The project in a folder of its own; what npm installed is linked, not copied. */
function copyProject(): void {
  for (const name of readdirSync(root)) {
    if (!leftOut.has(name))
      cpSync(join(root, name), join(copy, name), { recursive: true, filter: (path) => !leftOut.has(basename(path)) })
  }
  for (const folder of ['.', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)]) {
    const modules = join(root, folder, 'node_modules')
    if (!existsSync(modules)) continue
    const { status } = spawnSync('cp', ['-al', modules, join(copy, folder)])
    if (status !== 0) cpSync(modules, join(copy, folder, 'node_modules'), { recursive: true, verbatimSymlinks: true })
  }
}

/** Docker Compose itself reads all overlays together, where it is installed (no engine is needed): the service has its part in each. */
function checkOverlays(env: NodeJS.ProcessEnv): void {
  if (spawnSync('docker', ['compose', 'version']).status !== 0) return
  const laid = ['', '.replicas', '.databases', '.nats', '.observability'].flatMap((name) => [
    '-f',
    `compose${name}.yaml`
  ])
  const args = ['compose', '--profile', 'tools', ...laid, 'config', '--format', 'json']
  const { status, stdout, stderr } = spawnSync('docker', args, { cwd: copy, env, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  const { services } = JSON.parse(stdout)
  assert.equal(services.wishlist.deploy.replicas, 3)
  assert.equal(services.wishlist.environment.EVENT_BUS, 'nats')
  assert.match(services.wishlist.environment.OTEL_EXPORTER_OTLP_ENDPOINT, /:4318$/)
  assert.deepEqual(Object.keys(services['wishlist-postgres'].networks), ['wishlist-data'])
  assert.deepEqual(Object.keys(services.wishlist.networks), ['default', 'wishlist-data'])
  assert.deepEqual(Object.keys(services['wishlist-migrations'].networks), ['wishlist-data'])
  assert.ok('wishlist-postgres' in services.databases.depends_on)
  for (const name of ['databases', 'verify']) assert.ok('wishlist-data' in services[name].networks)
  assert.ok(!('wishlist-data' in services.user.networks))
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

    for (const overlay of ['replicas', 'databases', 'nats', 'observability'])
      assert.match(text(`compose.${overlay}.yaml`), /^ {2}wishlist:/m, overlay)
    checkOverlays(env)

    writeFileSync(
      join(copy, 'tsconfig.new.json'),
      '{ "extends": "./tsconfig.json", "include": ["services/wishlist/*", "gateway/proxy/src"] }'
    )
    // What `npm run check` does, for what is new: the rest is as it was.
    for (const [tool, ...args] of [
      ['oxfmt/bin/oxfmt', '--check', 'services/wishlist', 'gateway/proxy/src'],
      ['oxlint/bin/oxlint', '--type-aware', '--tsconfig', 'tsconfig.json', 'services/wishlist'],
      ['typescript/bin/tsc', '--project', 'tsconfig.new.json']
    ]) {
      const checked = spawnSync(process.execPath, [join(copy, 'node_modules', tool!), ...args], {
        cwd: copy,
        env,
        encoding: 'utf8'
      })
      assert.equal(checked.status, 0, checked.stdout + checked.stderr)
    }
    const tests = ['services/wishlist/test/wishes.test.ts', 'tests/architecture.test.ts']
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
