import { createHash, randomBytes } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { natsUsers } from '../packages/kit/src/nats-users.ts'

/** npm run env: makes what Docker Compose needs beside this repository: .secrets, a file for each secret, and .env, the settings that are none. What is there stays, so it may run again after a service was added. */
const root = process.env.LUMORA_ROOT ?? join(import.meta.dirname, '..')
let made = 0

/** The secret of this name, made when there is none. The folder above keeps others out; containers read the file as whoever they are. */
function secret(path: string, make = () => randomBytes(32).toString('hex')): string {
  const file = join(root, '.secrets', path)
  if (existsSync(file)) return readFileSync(file, 'utf8')
  mkdirSync(join(file, '..'), { recursive: true })
  const value = make()
  writeFileSync(file, value, { mode: 0o444 })
  made++
  return value
}

mkdirSync(join(root, '.secrets'), { recursive: true, mode: 0o700 })
secret('postgres/POSTGRES_PASSWORD')
const clients: Record<string, string> = {}
const addClient = (name: string) => {
  clients[name] = createHash('sha256')
    .update(secret(`${name}/SERVICE_SECRET`))
    .digest('hex')
}

const services = globSync('services/*/package.json', { cwd: root }).sort()
for (const path of services) {
  const name = path.split('/')[1]!
  addClient(name)
  const password = secret(`postgres/databases/${name}`)
  secret(`${name}/DATABASE_URL`, () => `postgres://${name}:${password}@postgres:5432/${name}`)
  const { lumora } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { lumora?: { secrets?: string[] } }
  for (const own of lumora?.secrets ?? []) secret(`${name}/${own}`)
}
for (const name of ['gateway', 'operator']) addClient(name)
writeFileSync(join(root, '.secrets', 'auth', 'SERVICE_CLIENTS'), JSON.stringify(clients), { mode: 0o644 })

const passwords: Record<string, string> = {}
for (const name of [...services.map((path) => path.split('/')[1]!), 'gateway']) {
  const password = (passwords[name] = secret(`nats/${name}`))
  secret(`${name}/NATS_URL`, () => `nats://${name}:${password}@nats:4222`)
}
writeFileSync(join(root, '.secrets', 'nats', 'users.conf'), natsUsers(passwords), { mode: 0o644 })

const settings = join(root, '.env')
if (!existsSync(settings)) {
  writeFileSync(
    settings,
    '# Settings of the containers; secrets are files in .secrets. "demo" fills an empty shop with goods at each start.\nCOMPOSE_PROFILES=demo\n'
  )
}
process.stdout.write(`${made} secrets made in .secrets. Keep that folder: the databases are opened with it.\n`)
