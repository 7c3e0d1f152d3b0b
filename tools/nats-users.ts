import { randomBytes } from 'node:crypto'
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { natsUsers } from '@lumora/kit/nats-users'

/** node tools/nats-users.ts [.secrets]: makes a password at NATS for each service and the gateway: `nats/users.conf` for the server, and `<service>/NATS_URL` for each. What is there is left alone. */
const root = join(import.meta.dirname, '..')
const folder = resolve(root, process.argv[2] ?? '.secrets')
const host = process.env.NATS_HOST ?? 'nats:4222'
const conf = join(folder, 'nats', 'users.conf')
if (existsSync(conf)) {
  process.stdout.write(`${conf} is there already. Remove it to have all passwords made anew.\n`)
  process.exit(0)
}

function write(place: string, file: string, text: string): void {
  mkdirSync(join(folder, place), { recursive: true, mode: 0o755 })
  writeFileSync(join(folder, place, file), text, { mode: 0o444 })
}
const services = globSync('services/*/package.json', { cwd: root }).sort()
const names = [...services.map((path) => path.split('/')[1]!), 'gateway']
const passwords = Object.fromEntries(names.map((name) => [name, randomBytes(24).toString('hex')] as const))
for (const [name, password] of Object.entries(passwords)) write(name, 'NATS_URL', `nats://${name}:${password}@${host}`)
write('nats', 'users.conf', natsUsers(passwords))
process.stdout.write(`${conf} is written, and a NATS_URL for ${names.join(', ')}.\n`)
