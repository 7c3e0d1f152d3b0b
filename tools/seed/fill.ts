import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { explain } from '../launcher/faults.ts'
import { seedDemo } from './demo.ts'

/** For containers: fills the shop with the demo's goods and accounts, as the operator, whose secret is a file. Tries for a minute, as a service may just start. */
const secret = readFileSync('/run/secrets/SERVICE_SECRET', 'utf8').trim()
const serviceUrl = (name: string) => `http://${name}:3000`
for (let attempt = 1; ; attempt++) {
  try {
    const said = await seedDemo({
      gatewayUrl: serviceUrl('lumora-api-gateway'),
      serviceUrl,
      tokenUrl: `${serviceUrl('auth')}/internal/token`,
      secret
    })
    process.stdout.write(`${said}\n`)
    break
  } catch (error) {
    if (attempt === 20) {
      process.stderr.write(`${explain(error)}\n`)
      process.exit(1)
    }
    await wait(3000)
  }
}
