import { randomBytes } from 'node:crypto'
import { globSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { natsUsers } from '@lumora/kit/nats-users'

/** node tools/nats-users.ts <folder>: makes a password for each service and the gateway at NATS, and writes `users.conf` for the server and `<service>.url` for each service there. */
const folder = process.argv[2]
if (!folder) {
  process.stderr.write('Usage: node tools/nats-users.ts <folder>, where users.conf and <service>.url are to be\n')
  process.exit(1)
}
const host = process.env.NATS_HOST ?? 'nats:4222'
const services = globSync('services/*/package.json', { cwd: join(import.meta.dirname, '..') }).sort()
const names = [...services.map((path) => path.split('/')[1]!), 'gateway']
const passwords = Object.fromEntries(names.map((name) => [name, randomBytes(24).toString('hex')] as const))
const write = (file: string, text: string) => writeFileSync(resolve(folder, file), text, { mode: 0o600 })
write('users.conf', natsUsers(passwords))
for (const [name, password] of Object.entries(passwords)) write(`${name}.url`, `nats://${name}:${password}@${host}`)
