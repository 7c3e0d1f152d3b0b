import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { explain, Fault } from '../launcher/faults.ts'
import { importStones, paisePerDollar } from './catalogue.ts'
import { demoAccounts } from './demo.ts'
import { findGateway, openShop, signIn } from './shop.ts'

const usage = `Brings a file into the shop.

  npm run import -- stones FILE [options]

  stones FILE        CSV of round brilliants with the columns carat, cut, color, clarity, depth, table, price, x, y, z;
                     a file that was imported before adds nothing
  --currency INR     what the stones are sold in
  --fx ${paisePerDollar}          minor units of that currency for one unit of the file's prices (${paisePerDollar} paise are a demo rate for a dollar)
  --all              lists all rejected lines (at most 1,000), not only the first 20
  --url http://…     the gateway, when the platform is not one that runs in this folder
  --data .lumora     the data folder of the platform that runs here

  Signs in as the demo's administrator, or as LUMORA_EMAIL with LUMORA_PASSWORD.
  Exit codes: 0 the file was taken, though lines of it may be rejected; 1 it was not; 2 the command is wrong.
`

/** The command line is not one that this tool knows. */
class WrongUsage extends Error {}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      currency: { type: 'string', default: 'INR' },
      fx: { type: 'string', default: String(paisePerDollar) },
      all: { type: 'boolean', default: false },
      url: { type: 'string' },
      data: { type: 'string', default: '.lumora' },
      email: { type: 'string', default: process.env.LUMORA_EMAIL ?? demoAccounts.administrator.email },
      password: { type: 'string', default: process.env.LUMORA_PASSWORD ?? demoAccounts.administrator.password },
      help: { type: 'boolean', short: 'h', default: false }
    }
  })
  if (values.help) return undefined
  const [what, file, ...more] = positionals
  if (what !== 'stones' || file === undefined || more.length > 0)
    throw new WrongUsage('Say what to import: stones FILE.')
  if (!/^[A-Z]{3}$/.test(values.currency))
    throw new WrongUsage(`--currency takes three capitals, not "${values.currency}".`)
  if (!/^[1-9]\d{0,8}$/.test(values.fx)) throw new WrongUsage(`--fx takes a whole number, not "${values.fx}".`)
  return { ...values, file, fx: Number(values.fx) }
}

function checkFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new Fault(`There is no file ${file}.`)
  if (!found.isFile()) throw new Fault(`${file} is not a file.`)
}

async function run(): Promise<void> {
  const options = readOptions()
  if (!options) return void process.stdout.write(usage)
  const { file, currency, fx, all, url, data, email, password } = options
  checkFile(file)
  const shop = await signIn(openShop(findGateway(url, data)), email, password)
  const start = performance.now()
  const content = Readable.toWeb(createReadStream(file)) as unknown as ReadableStream
  const { imported, alreadyThere, rejectedCount, rejected } = await importStones(shop, content, currency, fx)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const lines = [
    `${imported} stones imported, ${alreadyThere} already there, ${rejectedCount} lines rejected, in ${seconds} s`
  ]
  const shown = all ? rejected : rejected.slice(0, 20)
  for (const { line, reason } of shown) lines.push(`  line ${line}: ${reason}`)
  if (rejectedCount > shown.length)
    lines.push(`  … and ${rejectedCount - shown.length} more${all ? '' : ' (--all lists them)'}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}

await run().catch((error: unknown) => {
  const isUsage = error instanceof WrongUsage || String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${isUsage ? `${(error as Error).message}\n\n${usage}` : explain(error)}\n`)
  process.exitCode = isUsage ? 2 : 1
})
