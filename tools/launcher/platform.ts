import { existsSync, type FSWatcher } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { removePostgres, startPostgres, type Postgres } from '../postgres.ts'
import { appEnvironment, buildApp, findApps, type App } from './apps.ts'
import { ensureDatabases } from './databases.ts'
import type { Seeded, Seeding } from './demo.ts'
import { databaseOf, environmentOf, type Addresses } from './environment.ts'
import { endLeftOver, prepareEdge, untilListening, whyNoEdge } from './edge.ts'
import { explain, Fault } from './faults.ts'
import { makeFolder, readState, removeRunning, removeState, saveRunning, saveState } from './folder.ts'
import { takeLock, type Lock } from './lock.ts'
import { openLog, setAside, type Log } from './logs.ts'
import type { Migrating } from './migrations.ts'
import type { Options } from './options.ts'
import { claimPort, freePorts } from './ports.ts'
import { supervise, untilReady, type Supervised } from './processes.ts'
import type { Screen } from './screen.ts'
import { readSecrets, type Secrets } from './secrets.ts'
import { chooseServices, findServices, type Service } from './services.ts'
import { runTask } from './tasks.ts'
import { watchApp, watchSources } from './watching.ts'

export interface Platform {
  /** Resolves when everything is up. Rejects with a Fault where a person has to put something right. */
  start(): Promise<void>
  /** Ends everything within 5 s, in whatever state it is. */
  stop(): Promise<void>
  /** Ends everything at once, without draining. */
  kill(): void
  isUp(): boolean
  /** Where NGINX listens, or why it does not; undefined when it was not wanted. */
  edge(): { url: string } | { missing: string } | undefined
  /** The names of the apps that run. */
  apps(): string[]
}

/** The shop on this machine, made of the processes that one launcher starts, watches and ends. */
export function createPlatform(options: Options, screen: Screen): Platform {
  const { root, dataDir } = options
  const inData = (name: string) => join(dataDir, name)
  const folders = {
    postgres: inData('postgres'),
    logs: inData('logs'),
    compileCache: process.env.NODE_COMPILE_CACHE || inData('compile-cache')
  }
  const postgresLog = join(folders.logs, 'postgres.log')
  const gatewayUrl = `http://127.0.0.1:${options.port}`
  const stopping = new AbortController()
  const supervised: Supervised[] = []
  let lock: Lock | undefined
  let starting: Promise<Postgres> | undefined
  let postgres: Postgres | undefined
  let watchers: FSWatcher[] = []
  let addresses: Addresses
  let up = false
  const apps: Supervised[] = []
  let edge: { url: string; process: Supervised } | { missing: string } | undefined

  const say = (line: string) => {
    if (!stopping.signal.aborted) screen.say(line)
  }

  async function start(): Promise<void> {
    const all = findServices(root)
    const services = chooseServices(all, options.only)
    const pages = options.only ? [] : findApps(root)
    makeFolder(dataDir)
    lock = await takeLock(inData('launcher.lock'), gatewayUrl)
    removeRunning(dataDir)
    await claimPort(options.port, lock.tookOver ? 5000 : 0)
    makeFolder(folders.logs)
    if (options.fresh) await removeDatabase()
    const embedded = !options.databaseUrl
    const secrets = readSecrets(inData('secrets.json'), all, embedded && existsSync(folders.postgres))

    const built = pages.map((app) => buildApp(app, log(app.name), stopping.signal))
    // Waited for below; a start that ends before says why by itself.
    for (const each of built) each.catch(() => {})
    const serverUrl = options.databaseUrl ?? (await startDatabase(secrets))
    addresses = {
      serverUrl,
      services: await assignAddresses(all, pages),
      compileCache: folders.compileCache,
      files: dataDir
    }
    await prepareDatabases(services, secrets)
    if (options.watch) {
      watchers = watchSources(root, services, (changed) => void restart(changed, secrets))
      for (const app of pages) watchers.push(...watchApp(app.folder, () => void rebuild(app)))
    }
    await startServices(services, all, secrets)
    await seed(secrets)
    for (const [index, app] of pages.entries()) await startApp(app, built[index] as Promise<boolean>)
    await startEdge()
    up = true
    writeRunning()
  }

  async function removeDatabase(): Promise<void> {
    if (options.databaseUrl) {
      throw new Fault(
        '--fresh removes the embedded database only: drop the databases of DATABASE_URL there, and start without it.'
      )
    }
    const done = screen.step('Removing the database')
    await removePostgres(folders.postgres)
    removeState(dataDir)
    done(`Removed the database in ${folders.postgres}`)
  }

  async function startDatabase(secrets: Secrets): Promise<string> {
    const done = screen.step('PostgreSQL')
    setAside(postgresLog)
    postgres = await launchPostgres(secrets)
    done(`PostgreSQL ${postgres.version} on port ${postgres.port}`)
    void keepPostgres(secrets)
    return postgres.url
  }

  function launchPostgres(secrets: Secrets): Promise<Postgres> {
    stopping.signal.throwIfAborted()
    starting = startPostgres({
      dataDir: folders.postgres,
      password: secrets.postgres,
      logFile: postgresLog,
      signal: stopping.signal,
      ...(postgres && { port: postgres.port })
    })
    return starting
  }

  /** Starts PostgreSQL again whenever it ends by itself; the services find it at the same port. */
  async function keepPostgres(secrets: Secrets): Promise<void> {
    let delayMs = 200
    for (let startedAt = performance.now(); postgres; delayMs = Math.min(delayMs * 2, 10_000)) {
      await postgres.exited
      if (stopping.signal.aborted) return
      if (performance.now() - startedAt > 30_000) delayMs = 200
      say(`PostgreSQL ended: it is started again in ${delayMs / 1000} s`)
      await sleep(delayMs)
      startedAt = performance.now()
      try {
        postgres = await launchPostgres(secrets)
        say(`PostgreSQL runs again on port ${postgres.port}`)
        if (up) writeRunning()
      } catch (error) {
        say(explain(error))
      }
    }
  }

  async function assignAddresses(all: Service[], pages: App[]): Promise<Record<string, string>> {
    const known = [...all, ...pages]
    const ports = await freePorts(known.length)
    return Object.fromEntries(
      known.map(({ name }, index) => [name, name === 'gateway' ? gatewayUrl : `http://127.0.0.1:${ports[index]}`])
    )
  }

  async function prepareDatabases(services: Service[], secrets: Secrets): Promise<void> {
    const owners = services.filter(({ hasDatabase }) => hasDatabase)
    const roles = owners.map(({ name }) => ({ name, password: secrets.databases[name] as string }))
    const rolesReady = screen.step('Roles and databases')
    await ensureDatabases(addresses.serverUrl, roles, !postgres)
    rolesReady()
    const migrated = screen.step('Migrations')
    const applied = await migrate(owners, secrets)
    migrated(applied ? `Migrations: ${applied} applied` : 'Migrations: nothing to apply')
  }

  function migrate(services: Service[], secrets: Secrets): Promise<number> {
    const databases: Migrating[] = services.map((service) => ({
      name: service.name,
      url: databaseOf(service, secrets, addresses.serverUrl),
      folder: join(service.folder, 'migrations')
    }))
    return runTask<number>('migrations', { databases }, taskEnvironment(), log('migrations'), stopping.signal)
  }

  async function startServices(services: Service[], all: Service[], secrets: Secrets): Promise<void> {
    const done = screen.step(`${services.length} services`)
    stopping.signal.throwIfAborted()
    const giveUp = Date.now() + 60_000
    for (const service of services) {
      const program = {
        name: service.name,
        file: join(service.folder, 'src', 'server.ts'),
        cwd: root,
        env: environmentOf(service, all, secrets, addresses),
        log: log(service.name)
      }
      supervised.push(supervise(program, screen.say, () => up && writeRunning()))
    }
    await Promise.all(
      supervised.map((each) => {
        const hopeless = () => {
          if (options.watch || (each.failures() < 3 && Date.now() < giveUp)) return undefined
          return new Fault(
            `${each.name} does not start: what it says is above and in ${join(folders.logs, `${each.name}.log`)}.`
          )
        }
        return untilReady(addresses.services[each.name] as string, hopeless, stopping.signal)
      })
    )
    done(`${services.map(({ name }) => name).join(', ')} ready`)
  }

  async function seed(secrets: Secrets): Promise<void> {
    const module = join(root, 'tools', 'seed', 'demo.ts')
    if (!options.demo || !existsSync(module) || readState(dataDir).seededAt) return
    const done = screen.step('Demo shop')
    const seeding: Seeding = {
      module: pathToFileURL(module).href,
      gatewayUrl,
      tokenUrl: `${addresses.services.auth}/internal/token`,
      secret: secrets.clients.operator as string,
      serviceUrls: addresses.services
    }
    try {
      const { summary, accounts } = await runTask<Seeded>(
        'demo',
        seeding,
        taskEnvironment(),
        log('demo'),
        stopping.signal
      )
      saveState(dataDir, { seededAt: new Date().toISOString(), accounts })
      done(`Demo shop: ${summary}`)
    } catch (error) {
      stopping.signal.throwIfAborted()
      screen.drop()
      say(`The demo shop is not complete, and the next start goes on with it: ${explain(error)}`)
    }
  }

  /** Pages are shown once they are built. The shop's API runs without them, so what keeps them from it is only told. */
  async function startApp(app: App, built: Promise<boolean>): Promise<void> {
    const done = screen.step(app.name)
    try {
      if (!(await built)) throw new Fault(`The ${app.name} cannot be built: what is wrong is above.`)
      stopping.signal.throwIfAborted()
      const { services, compileCache } = addresses
      const program = {
        name: app.name,
        file: join(app.folder, 'src', 'server.ts'),
        cwd: app.folder,
        env: appEnvironment(app, services, compileCache),
        log: log(app.name)
      }
      const process = supervise(program, screen.say, () => up && writeRunning())
      apps.push(process)
      const hopeless = () =>
        process.failures() < 3 || options.watch ? undefined : new Fault(`The ${app.name} does not start.`)
      await untilReady(services[app.name] as string, hopeless, stopping.signal)
      done(`${app.name} ready`)
    } catch (error) {
      stopping.signal.throwIfAborted()
      screen.drop()
      say(`${explain(error)} The API runs without it.`)
    }
  }

  async function rebuild(app: App): Promise<void> {
    say(`${app.name} changed: building it again`)
    const isBuilt = await buildApp(app, log(app.name), stopping.signal).catch(() => false)
    if (isBuilt) await apps.find(({ name }) => name === app.name)?.restart()
  }

  /** NGINX before the gateway. The shop runs without it too, so what keeps it from starting is only told. */
  async function startEdge(): Promise<void> {
    const { edgePort: port } = options
    if (port === undefined || !existsSync(join(root, 'gateway', 'nginx'))) return
    const folder = inData('nginx')
    try {
      const missing = whyNoEdge()
      if (missing !== undefined) return void (edge = { missing })
      await endLeftOver(folder)
      await claimPort(port, 0)
      const done = screen.step('NGINX')
      const { conf, kept } = prepareEdge({
        root,
        folder,
        port,
        tls: true,
        proxies: [new URL(gatewayUrl).host],
        files: join(root, 'apps', 'storefront', 'build', 'client'),
        kept: inData('kept'),
        trusted: ['127.0.0.1']
      })
      const file = fileURLToPath(new URL('edge-process.ts', import.meta.url))
      const env = { ...process.env, EDGE_CONF: conf, EDGE_KEPT: kept, NODE_COMPILE_CACHE: folders.compileCache }
      const program = { name: 'edge', file, cwd: root, env, log: log('edge') }
      edge = { url: `https://127.0.0.1:${port}`, process: supervise(program, screen.say, () => up && writeRunning()) }
      await untilListening(port)
      done(`NGINX on port ${port}`)
    } catch (error) {
      screen.drop()
      edge = { missing: explain(error).replace(/\.$/, '') }
    }
  }

  async function restart(changed: Service[], secrets: Secrets): Promise<void> {
    say(`${changed.map(({ name }) => name).join(', ')} changed: starting again`)
    try {
      await migrate(
        changed.filter(({ hasDatabase }) => hasDatabase),
        secrets
      )
    } catch (error) {
      say(explain(error))
    }
    const names = new Set(changed.map(({ name }) => name))
    await Promise.all(supervised.filter(({ name }) => names.has(name)).map((each) => each.restart()))
  }

  function writeRunning(): void {
    const services = [...supervised, ...apps].map((each) => [
      each.name,
      { url: addresses.services[each.name] as string, pid: each.pid() }
    ])
    saveRunning(dataDir, {
      pid: process.pid,
      gatewayUrl,
      edge: edge && 'process' in edge ? { url: edge.url, pid: edge.process.pid() } : undefined,
      services: Object.fromEntries(services),
      postgres: postgres && { port: postgres.port, pid: postgres.pid }
    })
  }

  async function stop(): Promise<void> {
    const startedAt = performance.now()
    stopping.abort()
    for (const watcher of watchers) watcher.close()
    if (lock) removeRunning(dataDir)
    if (edge && 'process' in edge) await edge.process.stop(2000)
    await Promise.all([...supervised, ...apps].map((each) => each.stop(4000)))
    const server = await starting?.catch(() => undefined)
    await server?.stop(Math.max(500, 4800 - (performance.now() - startedAt)))
    lock?.release()
  }

  function kill(): void {
    stopping.abort()
    for (const each of [...supervised, ...apps]) each.kill()
    if (edge && 'process' in edge) edge.process.stop(500).catch(() => {})
    postgres?.kill()
    if (lock) removeRunning(dataDir)
    lock?.release()
  }

  const log = (name: string): Log => openLog(folders.logs, name, say)
  const taskEnvironment = () => ({ ...process.env, NODE_COMPILE_CACHE: folders.compileCache })
  return { start, stop, kill, isUp: () => up, edge: () => edge, apps: () => apps.map(({ name }) => name) }
}
