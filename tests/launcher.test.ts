import assert from 'node:assert/strict'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync
} from 'node:fs'
import { symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, afterEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'

import type { Running } from '../tools/launcher/folder.ts'
import { isAlive, send } from '../tools/launcher/pids.ts'
import { freePorts } from '../tools/launcher/ports.ts'
import type { Secrets } from '../tools/launcher/secrets.ts'

const project = resolve(import.meta.dirname, '..')
const temp = mkdtempSync(join(tmpdir(), 'lumora-launcher-'))
const root = join(temp, 'shop')
const data = join(temp, 'data')
const [port = 0, otherPort = 0] = await freePorts(2)
const launched: Launched[] = []

const server = `
import { createServer } from 'node:http'
if (process.env.SPOILT && import.meta.url.includes(process.env.SPOILT)) {
  process.stderr.write('The configuration is not usable:\\n  - QUOTE_SECRET is missing.\\n')
  process.exit(1)
}
createServer((request, response) => response.end(JSON.stringify(process.env))).listen(Number(process.env.PORT), process.env.HOST)
process.on('SIGTERM', () => process.env.STUBBORN || process.exit(0))
console.log('{"level":50,"msg":"low on gold","err":{"message":"the vault is empty"}}')
`
const build = `
import { writeFileSync } from 'node:fs'
if (process.env.SPOILT === 'pages') throw new Error('A page is torn.')
writeFileSync('built', process.env.ONLY_IF_STALE)
`
const demo = `
export const demoAccounts = {
  shopper: { email: 'shopper@example.com', password: 'shopper-password' },
  administrator: { email: 'admin@example.com', password: 'admin-password' }
}
export const seedDemo = async ({ gatewayUrl, serviceUrl, tokenUrl, secret }) =>
  process.env.NO_GOLD ? serviceUrl('mint') : [gatewayUrl, serviceUrl('auth'), tokenUrl, secret.length].join(' ')
`

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

chmodSync(temp, 0o711)
for (const folder of ['services/auth', 'services/ring-size', 'gateway/proxy', 'apps/storefront']) {
  write(`${folder}/src/server.ts`, server)
  write(`${folder}/package.json`, '{ "type": "module" }')
}
write('services/ring-size/package.json', '{ "type": "module", "lumora": { "secrets": ["QUOTE_SECRET"] } }')
write('services/ring-size/migrations/001_sizes.sql', 'create table sizes (id int);')
write('apps/storefront/build.ts', build)
write('tools/seed/demo.ts', demo)
write('tools/package.json', '{ "type": "module" }')
symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'))

interface Launched {
  child: ChildProcess
  output: () => string
  says: (text: string | RegExp) => Promise<void>
  ended: Promise<number | null>
}

function launch(args: string[], env: Record<string, string> = {}): Launched {
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...inherited } = process.env
  const preload = join(project, 'tools/node-version.cjs')
  const child = spawn(process.execPath, ['--require', preload, join(project, 'tools/start.ts'), ...args], {
    env: { ...inherited, LUMORA_ROOT: root, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc']
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk) => (output += chunk))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  let over = false
  void ended.then(() => (over = true))
  const says = async (text: string | RegExp) => {
    const found = () => (typeof text === 'string' ? output.includes(text) : text.test(output))
    while (!found() && !over) await sleep(10)
    assert.ok(found(), `"${text}" was not said:\n${output}`)
  }
  const one = { child, output: () => output, says, ended }
  launched.push(one)
  return one
}

const start = (...args: string[]) => launch(['--data', data, '--port', String(port), ...args])
const running = (): Running => JSON.parse(readFileSync(join(data, 'running.json'), 'utf8'))
const secrets = (): Secrets => JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8'))
const environment = async (url: string) => (await (await fetch(url)).json()) as Record<string, string | undefined>

/** The processes whose command line names the folder. */
function processesOf(folder: string): string[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n')
    return lines.filter((line) => line.includes(folder))
  }
  return globSync('/proc/[0-9]*/cmdline').flatMap((file) => {
    try {
      const command = readFileSync(file, 'utf8').replaceAll('\0', ' ')
      return command.includes(folder) ? [`${file} ${command}`] : []
    } catch {
      return []
    }
  })
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20)
}

function assertNothingLeft(): void {
  assert.deepEqual(processesOf(temp), [])
  assert.deepEqual(globSync('*/{launcher.lock,running.json}', { cwd: temp }), [])
}

async function interrupt({ child, ended }: Launched, signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
  child.kill(signal)
  return ended
}

afterEach(async () => {
  for (const { child, ended } of launched.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
})
after(() => rmSync(temp, { recursive: true, force: true }))

test('npm start [first time] makes databases and secrets, starts every service, fills the demo shop', async () => {
  const shop = start()
  await shop.says('Ctrl-C stops everything.')
  const gatewayUrl = `http://127.0.0.1:${port}`
  await shop.says(`Shop API   ${gatewayUrl}/api/v1`)
  await shop.says(`API docs   ${gatewayUrl}/api/docs`)
  await shop.says('✓ PostgreSQL 18')
  await shop.says('✓ Roles and databases')
  await shop.says('✓ auth, ring-size, gateway ready')
  await shop.says('✓ storefront ready')
  await shop.says(`Shop       ${gatewayUrl}/`)
  await shop.says('shopper@example.com   shopper-password')
  await shop.says('admin@example.com   admin-password')
  await shop.says('ring-size    error  low on gold  the vault is empty')

  const { services, postgres, ...rest } = running()
  assert.deepEqual(rest, { pid: shop.child.pid, gatewayUrl })
  assert.deepEqual(Object.keys(services), ['auth', 'ring-size', 'gateway', 'storefront'])
  assert.ok(isAlive(postgres?.pid ?? 0))
  const auth = services.auth?.url
  await shop.says(`✓ Demo shop: ${gatewayUrl} ${auth} ${auth}/internal/token 64`)

  const kept = secrets()
  assert.equal(statSync(join(data, 'secrets.json')).mode & 0o777, 0o600)
  const ringSize = await environment(services['ring-size']?.url as string)
  const { PORT, HOST, JWKS_URL, TOKEN_URL, SERVICE_SECRET, AUTH_URL, RING_SIZE_URL, QUOTE_SECRET } = ringSize
  assert.deepEqual(
    { PORT, HOST, JWKS_URL, TOKEN_URL, SERVICE_SECRET, AUTH_URL, RING_SIZE_URL, QUOTE_SECRET },
    {
      PORT: new URL(services['ring-size']?.url as string).port,
      HOST: '127.0.0.1',
      JWKS_URL: `${auth}/.well-known/jwks.json`,
      TOKEN_URL: `${auth}/internal/token`,
      SERVICE_SECRET: kept.clients['ring-size'],
      AUTH_URL: auth,
      RING_SIZE_URL: services['ring-size']?.url,
      QUOTE_SECRET: kept.services['ring-size']?.QUOTE_SECRET
    }
  )
  assert.equal(ringSize.SERVICE_CLIENTS, undefined)
  const gateway = await environment(gatewayUrl)
  assert.equal(gateway.DATABASE_URL, undefined)
  assert.equal(gateway.SERVICE_SECRET, kept.clients.gateway)
  assert.equal(gateway.STOREFRONT_URL, services.storefront?.url)
  assert.ok(existsSync(join(root, 'apps/storefront/built')))
  const pages = await environment(services.storefront?.url as string)
  assert.equal(pages.GATEWAY_URL, gatewayUrl)
  assert.equal(pages.NODE_ENV, 'production')
  for (const secret of ['DATABASE_URL', 'SERVICE_SECRET', 'SERVICE_CLIENTS']) assert.equal(pages[secret], undefined)
  const clients = JSON.parse((await environment(auth as string)).SERVICE_CLIENTS as string)
  const digest = (name: string) =>
    createHash('sha256')
      .update(kept.clients[name] as string)
      .digest('hex')
  const names = ['auth', 'ring-size', 'gateway', 'operator']
  assert.deepEqual(clients, Object.fromEntries(names.map((name) => [name, digest(name)])))

  const connect = async (url: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query('select current_user::text as role, to_regclass($1)::text as table', ['sizes'])
    await client.end()
    return rows[0]
  }
  const own = ringSize.DATABASE_URL as string
  assert.deepEqual(await connect(own), { role: 'ring-size', table: 'sizes' })
  for (const database of ['auth', 'postgres', 'template1']) {
    await assert.rejects(
      connect(own.replace(/[^/]+$/, database)),
      { code: '42501' },
      `ring-size connected to ${database}`
    )
  }

  assert.equal(await interrupt(shop), 0)
  assertNothingLeft()
})

const ownGroup = '/proc/self/autogroup'

test(
  'npm start puts the gateway before the others, for a system that shares processors among sessions too',
  { skip: !existsSync(ownGroup) && 'this system does not' },
  async () => {
    const shop = start()
    await shop.says('Ctrl-C stops everything.')
    const { services } = running()
    const niceOf = (name: string) =>
      Number(/nice (-?\d+)/.exec(readFileSync(`/proc/${services[name]!.pid}/autogroup`, 'utf8'))![1])
    // Who is not root may say so of one each tenth of a second.
    for (let i = 0; i < 50 && niceOf('gateway') >= niceOf('auth'); i++) await sleep(100)
    assert.ok(niceOf('gateway') < niceOf('auth'), `gateway ${niceOf('gateway')}, auth ${niceOf('auth')}`)
    assert.equal(await interrupt(shop), 0)
  }
)

test('npm start [while it runs, or with a port taken] says so and starts nothing', async () => {
  const shop = start()
  await shop.says('Ctrl-C stops everything.')
  assert.ok(!shop.output().includes('Demo shop'), 'it was seeded twice')
  await shop.says('admin@example.com')

  const second = launch(['--data', data, '--port', String(otherPort)])
  assert.equal(await second.ended, 1)
  await second.says(`already runs from this data folder, at http://127.0.0.1:${port} (process ${shop.child.pid})`)
  assert.ok(existsSync(join(data, 'running.json')))

  const elsewhere = launch(['--data', join(temp, 'elsewhere'), '--port', String(port)])
  assert.equal(await elsewhere.ended, 1)
  await elsewhere.says(`Port ${port} is taken by another program: stop that one, or choose another port with --port.`)
  assert.ok(!existsSync(join(temp, 'elsewhere', 'postgres')))

  assert.equal(await interrupt(shop, 'SIGTERM'), 0)
  assertNothingLeft()
})

test('kill -9 of a service, of PostgreSQL: each is started again', async () => {
  const shop = start()
  await shop.says('Ctrl-C stops everything.')
  const before = running()
  const pid = before.services.auth?.pid
  send(pid, 'SIGKILL')
  await shop.says('auth ended (SIGKILL): it is started again in 0.2 s')
  await until(() => ![pid, undefined].includes(running().services.auth?.pid))

  send(before.postgres?.pid, 'SIGKILL')
  await shop.says('PostgreSQL ended: it is started again in 0.2 s')
  await shop.says(`PostgreSQL runs again on port ${before.postgres?.port}`)
  await until(() => running().postgres?.pid !== before.postgres?.pid)
  assert.equal(await interrupt(shop), 0)
  assertNothingLeft()
})

test('kill -9 of the launcher ends everything, and the next start works', async () => {
  const shop = start()
  await shop.says('Ctrl-C stops everything.')
  await interrupt(shop, 'SIGKILL')
  const next = start()
  await next.says('Ctrl-C stops everything.')
  assert.equal(processesOf(temp).filter((command) => command.includes('server.ts')).length, 4)
  await interrupt(next, 'SIGKILL')
  await until(() => processesOf(temp).length === 0)
})

test('Ctrl-C [a service that does not stop] ends it all the same, and Ctrl-C twice at once', async () => {
  const stubborn = () => launch(['--data', data, '--port', String(port)], { STUBBORN: 'yes' })
  const shop = stubborn()
  await shop.says('Ctrl-C stops everything.')
  assert.equal(await interrupt(shop), 0)
  await shop.says('auth did not end within 4 s: it is killed')
  assertNothingLeft()

  const impatient = stubborn()
  await impatient.says('Ctrl-C stops everything.')
  impatient.child.kill('SIGINT')
  await impatient.says('Stopping …')
  await sleep(350) // what comes sooner is the same Ctrl-C, which npm passes on
  impatient.child.kill('SIGINT')
  assert.equal(await impatient.ended, 130)
  assert.ok(!impatient.output().includes('Stopped.'))
  await until(() => processesOf(temp).length === 0)
  assertNothingLeft()
})

test('npm start [a service with a bad configuration] shows what the service says, and ends', async () => {
  const shop = launch(['--data', data, '--port', String(port)], { SPOILT: 'ring-size' })
  assert.equal(await shop.ended, 1)
  await shop.says('ring-size      - QUOTE_SECRET is missing.')
  await shop.says(/ring-size does not start: what it says is above and in .*ring-size\.log/)
  assertNothingLeft()
})

test('npm start [pages that cannot be built] says so, and the rest runs', async () => {
  const shop = launch(['--data', data, '--port', String(port)], { SPOILT: 'pages' })
  await shop.says('Ctrl-C stops everything.')
  await shop.says('A page is torn.')
  await shop.says('The storefront cannot be built: what is wrong is above. The API runs without it.')
  assert.ok(!shop.output().includes(`http://127.0.0.1:${port}/\n`))
  assert.deepEqual(Object.keys(running().services), ['auth', 'ring-size', 'gateway'])
  assert.equal(await interrupt(shop), 0)
  assertNothingLeft()
})

test('npm start --watch builds the pages again when their sources change', async () => {
  const shop = start('--watch')
  await shop.says('✓ storefront ready')
  await shop.says('Ctrl-C stops everything.')
  const before = running().services.storefront?.pid
  appendFileSync(join(root, 'apps/storefront/src/server.ts'), '// changed\n')
  await shop.says('storefront changed: building it again')
  await until(() => ![before, undefined].includes(running().services.storefront?.pid))
  assert.equal(await interrupt(shop), 0)
  assertNothingLeft()
})

test('npm start --watch starts a service again when its files change', async () => {
  const shop = start('--watch', '--only', 'ring-size')
  await shop.says('✓ ring-size, gateway ready')
  await shop.says('Ctrl-C stops everything.')
  const pids = () => Object.values(running().services).map(({ pid }) => pid)
  const [ringSize, gateway] = pids()
  appendFileSync(join(root, 'services/ring-size/src/server.ts'), '// changed\n')
  await shop.says('ring-size changed: starting again')
  await until(() => ![ringSize, undefined].includes(pids()[0]))
  assert.equal(pids()[1], gateway)
  assert.equal(await interrupt(shop), 0)
  assertNothingLeft()
})

test('npm start [data of another PostgreSQL major, secrets lost] says so; --fresh starts anew, even when the demo fails', async () => {
  const versionFile = join(data, 'postgres', 'PG_VERSION')
  const version = readFileSync(versionFile, 'utf8')
  writeFileSync(versionFile, '16\n')
  const old = start()
  assert.equal(await old.ended, 1)
  await old.says(/data.postgres was made by PostgreSQL 16, and this is 18\.\d+: start the release that made it/)
  writeFileSync(versionFile, version)

  rmSync(join(data, 'secrets.json'))
  const keyless = start()
  assert.equal(await keyless.ended, 1)
  await keyless.says('secrets.json is missing, and without it the database beside it cannot be opened')

  const fresh = launch(['--data', data, '--port', String(port), '--fresh'], { NO_GOLD: 'yes' })
  await fresh.says(`✓ Removed the database in ${join(data, 'postgres')}`)
  await fresh.says('Ctrl-C stops everything.')
  await fresh.says(
    'The demo shop is not complete, and the next start goes on with it: The demo shop needs the service mint.'
  )
  assert.ok(!fresh.output().includes('example.com'))
  assert.equal(await interrupt(fresh), 0)
  assertNothingLeft()
})

test('Ctrl-C [at any moment of the first start] leaves nothing, and the next start works', async () => {
  const anew = () => launch(['--data', join(temp, 'anew'), '--port', String(port), '--no-demo'])
  for (const moment of [
    'launcher.lock',
    'postgres.unfinished/cluster/PG_VERSION',
    'postgres/postmaster.pid',
    'logs/migrations.log'
  ]) {
    const shop = anew()
    // The lock is of this start; the rest may be what the one before left unfinished.
    const there = (file: string) => existsSync(join(temp, 'anew', file))
    await until(() => (there('launcher.lock') && there(moment)) || shop.child.exitCode !== null)
    assert.equal(await interrupt(shop), 130, `interrupted at ${moment}:\n${shop.output()}`)
    assertNothingLeft()
  }
  const shop = anew()
  await shop.says('Ctrl-C stops everything.')
  assert.equal(await interrupt(shop), 0)
  assertNothingLeft()
})

test('npm start [what it does not know] answers with what it does', async () => {
  const cases: [string[], Record<string, string>, string][] = [
    [['--prot', '1'], {}, "Unknown option '--prot'.\n\nStarts Lumora Jewels"],
    [['--port', 'eighty'], {}, '--port takes a number from 1 to 65535, not "eighty".'],
    [['--only', 'ring-size,rings'], {}, 'There is no service "rings": --only knows auth, ring-size, gateway.'],
    [
      ['--data', join(root, 'node_modules/pg/package.json')],
      {},
      'cannot be made or written (EEXIST): choose another one with --data.'
    ],
    [[], { LUMORA_ROOT: tmpdir() }, `There is no service in ${tmpdir()}: run this from the project's folder.`],
    [[], { DATABASE_URL: 'mysql://host' }, 'DATABASE_URL is not the URL of a PostgreSQL'],
    [[], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/postgres' }, 'cannot be reached at 127.0.0.1:1']
  ]
  await Promise.all(
    cases.map(async ([args, env, sentence]) => {
      const given = args[0] === '--data' ? args : ['--data', join(temp, `unknown-${sentence.length}`), ...args]
      const shop = launch(given, env)
      assert.equal(await shop.ended, 1)
      await shop.says(sentence)
    })
  )
  const help = launch(['--help'])
  assert.equal(await help.ended, 0)
  await help.says('--only order,product')
})

test(
  'npm start [with DATABASE_URL] uses that PostgreSQL, and leaves it running',
  { skip: !process.env.TEST_DATABASE_URL },
  async () => {
    const url = process.env.TEST_DATABASE_URL as string
    const admin = new pg.Client({ connectionString: url })
    await admin.connect()
    try {
      const shop = launch(['--data', join(temp, 'external'), '--port', String(port)], { DATABASE_URL: url })
      await shop.says('Ctrl-C stops everything.')
      assert.ok(!existsSync(join(temp, 'external', 'postgres')))
      assert.equal(await interrupt(shop), 0)
      assertNothingLeft()
      const { rows } = await admin.query(
        "select datname from pg_database where datname in ('auth', 'ring-size') order by 1"
      )
      assert.deepEqual(rows, [{ datname: 'auth' }, { datname: 'ring-size' }])
    } finally {
      await admin.query('drop database if exists auth').catch(() => {})
      await admin.query('drop database if exists "ring-size"').catch(() => {})
      await admin.query('drop role if exists auth, "ring-size", "auth-sealed", "ring-size-sealed"').catch(() => {})
      await admin.end()
    }
  }
)
