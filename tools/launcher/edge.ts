import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { Fault } from './faults.ts'
import { commandOf, send } from './pids.ts'

export interface EdgeOptions {
  /** The project's folder, in which the template lies. */
  root: string
  /** Where its configuration, its certificate, its cache and its pid go. */
  folder: string
  port: number
  /** False for plain HTTP, as measurements want it. */
  tls: boolean
  /** host:port of each gateway proxy. */
  proxies: string[]
  /** The folder whose assets/ is served. */
  files: string
  /** The folder by which the proxies purge what is kept; one of its own, and so no purging, unless told. */
  kept?: string
  /** Addresses and networks that are not limited. */
  trusted: string[]
  /** Where a line for each request goes. */
  accessLog?: string
  errorLog?: string
}

/** The NGINX that runs as the edge, also in tests and measurements: `NGINX=/path/to/nginx` chooses another than the one in PATH. */
const nginxProgram = process.env.NGINX || 'nginx'

/** The version of the NGINX on this machine, such as 1.22.1; undefined when there is none. */
export function nginxVersion(): string | undefined {
  return /nginx\/([\d.]+)/.exec(spawnSync(nginxProgram, ['-v'], { encoding: 'utf8' }).stderr ?? '')?.[1]
}

/** Whether there is all that an edge needs: NGINX, and OpenSSL for its certificate. Otherwise the sentence that says what is not. */
export function whyNoEdge(): string | undefined {
  if (nginxVersion() === undefined) return 'NGINX is not installed'
  if (spawnSync('openssl', ['version']).status !== 0) return 'OpenSSL is not installed'
  return undefined
}

export interface Edge {
  /** The path of NGINX's configuration. */
  conf: string
  /** The folder whose only folder NGINX stands in, and the proxies rename. */
  kept: string
}

/** Starts NGINX as a child of this process. */
export function startNginx({ conf, kept }: Edge, stdio: 'ignore' | 'inherit'): ChildProcess {
  const place = readdirSync(kept, { withFileTypes: true }).find((entry) => entry.isDirectory())!
  return spawn(nginxProgram, ['-p', './', '-c', conf, '-g', 'daemon off;'], { cwd: join(kept, place.name), stdio })
}

/** Writes what NGINX reads, from the template that the container uses too. */
export function prepareEdge(options: EdgeOptions): Edge {
  const { root, folder, port, tls, proxies, files, trusted } = options
  const [major = 0, minor = 0, patch = 0] = (nginxVersion() ?? '').split('.').map(Number)
  const hasHttp2Line = major > 1 || minor > 25 || (minor === 25 && patch >= 1)
  for (const part of ['', 'cache', 'body', 'proxy', 'unused'])
    mkdirSync(join(folder, part), { recursive: true, mode: 0o711 })
  const kept = options.kept ?? join(folder, 'kept')
  mkdirSync(kept, { recursive: true, mode: 0o711 })
  if (readdirSync(kept).length === 0) mkdirSync(join(kept, '0'), { mode: 0o711 })
  if (tls) makeCertificate(folder)
  const listen = (more: string) =>
    tls
      ? `listen 127.0.0.1:${port} ssl${hasHttp2Line ? '' : ' http2'}${more};${hasHttp2Line ? ' http2 on;' : ''}`
      : `listen 127.0.0.1:${port}${more};`
  const values: Record<string, string> = {
    EDGE_WORKERS: String(Math.min(availableParallelism(), 4)),
    EDGE_DIR: folder,
    EDGE_ERROR_LOG: options.errorLog ?? join(folder, 'error.log'),
    EDGE_ACCESS_LOG: options.accessLog ?? join(folder, 'access.log'),
    EDGE_TRUSTED: trusted.map((network) => `${network} 1;`).join(' '),
    EDGE_RESOLVER: '',
    EDGE_UPSTREAMS: proxies
      .map((address) => `server ${address} max_fails=1 fail_timeout=1s; server ${address} max_fails=0 backup;`)
      .join(' '),
    EDGE_COMPRESSION: hasModule('brotli')
      ? 'brotli on; brotli_comp_level 4; brotli_min_length 1000; brotli_static on;'
      : '',
    EDGE_TLS: tls ? tlsLines(join(folder, 'edge.crt'), join(folder, 'edge.key')) : '',
    EDGE_LISTEN_DEFAULT: listen(' default_server'),
    // Each server says it: the name that the client sends decides which one offers HTTP/2.
    EDGE_LISTEN: listen(''),
    EDGE_HOSTS: 'localhost 127.0.0.1',
    EDGE_STATIC: files,
    EDGE_REDIRECT: ''
  }
  const template = readFileSync(join(root, 'gateway', 'nginx', 'nginx.conf.template'), 'utf8')
  const text = template
    .split('\n')
    .map((line) =>
      line.startsWith('#') ? line : line.replaceAll(/\$\{(EDGE_\w+)\}/g, (_, name: string) => values[name]!)
    )
    .join('\n')
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, text)
  const { status, stderr } = spawnSync(nginxProgram, ['-t', '-q', '-p', './', '-c', file], { encoding: 'utf8' })
  if (status !== 0) throw new Fault(`NGINX does not take ${file}: ${stderr}`)
  return { conf: file, kept }
}

const hasModule = (name: string): boolean =>
  (spawnSync(nginxProgram, ['-V'], { encoding: 'utf8' }).stderr ?? '').includes(name)

/** TLS 1.2 and 1.3 with forward secrecy and authenticated encryption only. */
const tlsLines = (certificate: string, key: string) => `ssl_certificate ${certificate};
  ssl_certificate_key ${key};
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;
  ssl_prefer_server_ciphers off;
  ssl_session_cache shared:tls:10m;
  ssl_session_timeout 1d;
  ssl_session_tickets off;`

/** A certificate for this machine alone, which no browser knows; made once. */
function makeCertificate(folder: string): void {
  const [key, certificate] = [join(folder, 'edge.key'), join(folder, 'edge.crt')]
  if (existsSync(certificate)) return
  const made = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=localhost'
  const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  execFileSync('openssl', [...made.split(' '), ...names, '-keyout', key, '-out', certificate], { stdio: 'ignore' })
}

/** Ends the NGINX that an earlier launcher left in this folder when it was killed. */
export async function endLeftOver(folder: string): Promise<void> {
  const file = join(folder, 'nginx.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (!pid || !commandOf(pid).includes(join(folder, 'nginx.conf'))) return
  send(pid, 'SIGTERM')
  for (let i = 0; i < 50 && commandOf(pid) !== ''; i++) await sleep(50)
  rmSync(file, { force: true })
}

/** Waits until somebody listens at the port. Rejects after 5 s. */
export async function untilListening(port: number): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
    if (isOpen) return
    await sleep(50)
  }
  throw new Fault(`NGINX does not listen on port ${port}.`)
}
