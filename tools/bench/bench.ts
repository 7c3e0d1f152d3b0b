import { parseArgs } from 'node:util'
import { explain, Fault } from '../launcher/faults.ts'
import { benchCart } from './cart.ts'
import { benchCatalogue } from './catalogue.ts'
import { benchCheckout } from './checkout.ts'
import { benchEdge } from './edge.ts'
import { benchOverload } from './overload.ts'
import { benchPages } from './pages.ts'
import { benchReprice } from './reprice.ts'
import { benchRestarts } from './restarts.ts'

const usage = `Measures a part of the platform that runs here, through the gateway, from this machine only. Takes half a minute; asserts nothing.

  npm run bench -- catalogue [options]
  npm run bench -- reprice [options]      raises the rate of 18 karat gold and lowers it again
  npm run bench -- cart [options]         puts stock into the demo shop and adds to carts
  npm run bench -- checkout [options]     puts stock into the demo shop and orders it

  npm run bench -- edge [options]         the same listing at the service, the proxy, NGINX, kept by NGINX, and as a file
  npm run bench -- pages [options]        the storefront's pages as the server renders them
  npm run bench -- overload [options]     three times what is normal
  npm run bench -- restarts [options]     every process restarted under load

  --data .lumora       the data folder of the running platform
  --seconds 5          how long each is measured
  --connections 16     how many requests are under way at once
`

export interface BenchOptions {
  data: string
  seconds: number
  connections: number
}

/** What can be measured. Each is a file beside this one. */
const benches: Record<string, (options: BenchOptions) => Promise<void>> = {
  cart: benchCart,
  catalogue: benchCatalogue,
  checkout: benchCheckout,
  edge: benchEdge,
  overload: benchOverload,
  pages: benchPages,
  reprice: benchReprice,
  restarts: benchRestarts
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string', default: '.lumora' },
      seconds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '16' },
      help: { type: 'boolean', short: 'h', default: false }
    }
  })
  if (values.help) return void process.stdout.write(usage)
  const wholeOf = (name: 'seconds' | 'connections', max: number) => {
    const number = Number(values[name])
    if (!/^\d+$/.test(values[name]) || number < 1 || number > max)
      throw new Fault(`--${name} takes a number from 1 to ${max}, not "${values[name]}".`)
    return number
  }
  const [name] = positionals
  const bench = name === undefined ? undefined : benches[name]
  if (!bench) throw new Fault(`Say what to measure: ${Object.keys(benches).join(', ')}.`)
  await bench({ data: values.data, seconds: wholeOf('seconds', 120), connections: wholeOf('connections', 128) })
}

await run().catch((error: unknown) => {
  const isUsage = String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${isUsage ? `${(error as Error).message}\n\n${usage}` : explain(error)}\n`)
  process.exitCode = isUsage ? 2 : 1
})
