import { createHash, randomBytes } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** npm run env: writes .env for Docker Compose, each secret made anew. An .env that is there is left alone. */
const root = join(import.meta.dirname, '..')
const file = join(root, '.env')
if (existsSync(file)) {
  process.stdout.write(
    '.env is there already. Remove it to have its secrets made anew; the databases must then be made anew too.\n'
  )
  process.exit(0)
}

const secret = () => randomBytes(32).toString('hex')
const lines = [
  `POSTGRES_PASSWORD=${secret()}`,
  'JWKS_URL=http://auth:3000/.well-known/jwks.json',
  'TOKEN_URL=http://auth:3000/internal/token'
]
const clients: Record<string, string> = {}

function addClient(name: string): void {
  const own = secret()
  clients[name] = createHash('sha256').update(own).digest('hex')
  lines.push(`${name.toUpperCase()}_SECRET=${own}`)
}

for (const path of globSync('services/*/package.json', { cwd: root }).sort()) {
  const name = path.split('/')[1]!
  addClient(name)
  lines.push(`${name.toUpperCase()}_DATABASE_PASSWORD=${secret()}`)
  const { lumora } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { lumora?: { secrets?: string[] } }
  for (const own of lumora?.secrets ?? []) lines.push(`${own}=${secret()}`)
}
for (const name of ['gateway', 'operator']) addClient(name)
lines.push(`SERVICE_CLIENTS=${JSON.stringify(clients)}`)
writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
process.stdout.write('.env is written. It holds secrets: keep it out of version control.\n')
