import { parseArgs } from 'node:util'
import { explain, Fault } from '../launcher/faults.ts'
import { importDesigns, prepareCatalogue } from './catalogue.ts'
import { copyDesigns } from './copies.ts'
import { demoAccounts, demoSeed } from './demo.ts'
import { findGateway, openShop, signIn } from './shop.ts'

const usage = `Fills the shop's catalogue with made-up designs, always the same ones.

  npm run seed -- --designs 100000 [options]

  --designs 1000     how many
  --copies           makes the first 20,000 through the shop and the others as copies of those within the database, for
                     measurements; only of a platform that runs here
  --seed 1           which catalogue, 1 to 30; the demo's designs are the first of catalogue 1
  --url http://…     the gateway, when the platform is not one that runs in this folder
  --data .lumora     the data folder of the platform that runs here

  Signs in as the demo's administrator, or as LUMORA_EMAIL with LUMORA_PASSWORD.
`

function readOptions() {
  const { values } = parseArgs({
    options: {
      designs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(demoSeed) },
      url: { type: 'string' },
      data: { type: 'string', default: '.lumora' },
      email: { type: 'string', default: process.env.LUMORA_EMAIL ?? demoAccounts.administrator.email },
      password: { type: 'string', default: process.env.LUMORA_PASSWORD ?? demoAccounts.administrator.password },
      copies: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false }
    }
  })
  const wholeOf = (name: 'designs' | 'seed', max: number) => {
    const number = Number(values[name])
    if (!/^\d+$/.test(values[name]) || number < 1 || number > max)
      throw new Fault(`--${name} takes a number from 1 to ${max}, not "${values[name]}".`)
    return number
  }
  return { ...values, designs: wholeOf('designs', 1_600_000), seed: wholeOf('seed', 30) }
}

async function run(): Promise<void> {
  const { designs, seed, url, data, email, password, copies, help } = readOptions()
  if (help) return void process.stdout.write(usage)
  const shop = await signIn(openShop(findGateway(url, data)), email, password)
  await prepareCatalogue(shop)
  const start = performance.now()
  const line = (done: number) => {
    const seconds = (performance.now() - start) / 1000
    return `${done} of ${designs} designs in ${seconds.toFixed(1)} s, ${Math.round(done / seconds)} a second`
  }
  const { isTTY } = process.stdout
  const progress = (done: number) => {
    if (isTTY) process.stdout.write(`\r${line(done)}`)
    else if (done % 10_000 === 0 && done < designs) process.stdout.write(`${line(done)}\n`)
  }
  await importDesigns(shop, { seed, count: copies ? Math.min(designs, 20_000) : designs }, progress)
  if (copies) await copyDesigns(data, designs, progress)
  process.stdout.write(`${isTTY ? '\r' : ''}${line(designs)}\n`)
}

await run().catch((error: unknown) => {
  const isUsage = String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${isUsage ? `${(error as Error).message}\n\n${usage}` : explain(error)}\n`)
  process.exitCode = isUsage ? 2 : 1
})
