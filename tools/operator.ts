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

/** A service, asked as the operator: of the platform that runs here, or of the one whose auth is at AUTH_URL (and the service at `<NAME>_URL`). */
export async function openService(name: string, data: string): Promise<Shop> {
  const file = (one: string) => join(resolve(root, data), one)
  const { AUTH_URL, OPERATOR_SECRET } = process.env
  const urlOf = (service: string) =>
    process.env[`${service.toUpperCase()}_URL`] ??
    (read(file('running.json')) as Running).services[service]?.url ??
    raise(`${service} does not run here.`)
  const secret = OPERATOR_SECRET ?? (read(file('secrets.json')) as Pick<Secrets, 'clients'>).clients.operator
  const authorization = `Basic ${Buffer.from(`operator:${secret}`).toString('base64')}`
  const auth = openShop(AUTH_URL ?? urlOf('auth'), { authorization })
  const { token } = await auth.ask<{ token: string }>('POST', '/internal/token', { body: { audience: name } })
  return openShop(urlOf(name), { authorization: `Bearer ${token}` })
}

function raise(message: string): never {
  throw new Fault(message)
}

/** What a command of the operator's found: whether it is as it should be, and a sentence that says so. */
export interface Verdict {
  good: boolean
  said: string
}

/** Runs a command of the operator's at a service and prints the sentence that it ends with; a sentence that is not good ends in exit code 1. `flag` is one that the command may be given. */
export async function operate(
  service: string,
  work: (asked: Shop, isFlagged: boolean) => Promise<Verdict>,
  flag?: string
): Promise<void> {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string', default: '.lumora' },
        ...(flag ? { [flag]: { type: 'boolean' as const } } : {})
      }
    })
    const flags = values as Record<string, unknown>
    const { good, said } = await work(await openService(service, values.data), flag ? flags[flag] === true : false)
    process.stdout.write(`${said}\n`)
    process.exitCode = good ? 0 : 1
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  }
}
