import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { explain, Fault } from './launcher/faults.ts'
import type { Running } from './launcher/folder.ts'
import type { Secrets } from './launcher/secrets.ts'
import { openShop, type Shop } from './seed/shop.ts'

const root = join(import.meta.dirname, '..')

function read(file: string): unknown {
  if (!existsSync(file))
    throw new Fault(
      `There is no ${file}: start the platform with \`npm start\`, or set AUTH_URL and OPERATOR_SECRET for one that runs elsewhere.`
    )
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** The auth service, asked as the operator: of the platform that runs here, or of the one at AUTH_URL. */
async function openAuth(data: string): Promise<Shop> {
  const file = (name: string) => join(resolve(root, data), name)
  const { AUTH_URL, OPERATOR_SECRET } = process.env
  const url = AUTH_URL ?? (read(file('running.json')) as Running).services.auth!.url
  const secret = OPERATOR_SECRET ?? (read(file('secrets.json')) as Pick<Secrets, 'clients'>).clients.operator
  const authorization = `Basic ${Buffer.from(`operator:${secret}`).toString('base64')}`
  const { token } = await openShop(url, { authorization }).ask<{ token: string }>('POST', '/internal/token', {
    body: { audience: 'auth' }
  })
  return openShop(url, { authorization: `Bearer ${token}` })
}

/** Runs a command of the operator's and prints the sentence that it ends with; a sentence that is not good ends in exit code 1. */
export async function operate(work: (auth: Shop) => Promise<{ good: boolean; said: string }>): Promise<void> {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string', default: '.lumora' } } })
    const { good, said } = await work(await openAuth(values.data))
    process.stdout.write(`${said}\n`)
    process.exitCode = good ? 0 : 1
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  }
}
