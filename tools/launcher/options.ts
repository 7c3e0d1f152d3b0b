import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { Fault } from './faults.ts'

export interface Options {
  /** The project's folder, in which services/ and gateway/ lie. */
  root: string
  dataDir: string
  port: number
  only: string[] | undefined
  fresh: boolean
  demo: boolean
  watch: boolean
  /** Where NGINX listens for HTTPS; undefined for no NGINX. */
  edgePort: number | undefined
  /** URL of a PostgreSQL to use instead of the embedded one. */
  databaseUrl: string | undefined
}

export const usage = `Starts Lumora Jewels on this machine: PostgreSQL, every service and the gateway.

  npm start -- [options]

  --port 8080            the shop's port on 127.0.0.1
  --edge-port 8443       NGINX's port for HTTPS on 127.0.0.1, where it is installed; --port + 363 unless told
  --no-edge              without NGINX
  --only order,product   just these services and the gateway, without the demo shop
  --data .lumora         folder of the database, the logs and the secrets
  --fresh                removes that folder's database first
  --no-demo              an empty shop, without the demo's catalogue and accounts
  --watch                restarts a service when its files, the kit or the contracts change (npm run dev)
  --help                 this text

  DATABASE_URL=postgres://admin:password@host/postgres uses that PostgreSQL (17 or newer) instead of the embedded one.
  NGINX=/path/to/nginx uses that NGINX instead of the one in PATH.
`

/** Reads the command line; undefined when help is asked for. Throws a Fault that ends in the usage. */
export function readOptions(args: string[], root: string, databaseUrl: string | undefined): Options | undefined {
  const { values } = parse(args)
  if (values.help) return undefined
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65_535) {
    throw new Fault(`--port takes a number from 1 to 65535, not "${values.port}".`)
  }
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Fault(
      'DATABASE_URL is not the URL of a PostgreSQL, such as postgres://admin:password@host:5432/postgres.'
    )
  }
  const edgePort = Number(values['edge-port'] ?? port + 363)
  if (!Number.isInteger(edgePort) || edgePort < 1 || (edgePort > 65_535 && values['edge-port'] !== undefined)) {
    throw new Fault(`--edge-port takes a number from 1 to 65535, not "${values['edge-port']}".`)
  }
  return {
    root,
    dataDir: values.data ? resolve(values.data) : resolve(root, '.lumora'),
    port,
    only: values.only?.split(',').map((name) => name.trim()),
    fresh: values.fresh,
    demo: values.demo && !values.only,
    watch: values.watch,
    edgePort: values.edge && edgePort <= 65_535 ? edgePort : undefined,
    databaseUrl: databaseUrl || undefined
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      strict: true,
      allowNegative: true,
      options: {
        port: { type: 'string', default: '8080' },
        only: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: true },
        watch: { type: 'boolean', default: false },
        edge: { type: 'boolean', default: true },
        'edge-port': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false }
      }
    })
  } catch (error) {
    const [sentence] = (error as Error).message.split('. ')
    throw new Fault(`${sentence?.replace(/\.$/, '')}.\n\n${usage}`)
  }
}
