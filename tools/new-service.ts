import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = process.env.LUMORA_ROOT ?? join(import.meta.dirname, '..')
const [service = '', resource = '', resources = ''] = process.argv.slice(2)

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

if (![service, resource, resources].every((word) => /^[a-z]{2,30}$/.test(word)) || resource === resources) {
  stop(
    'Usage: npm run new-service -- <service> <resource> <resources>   (lower-case letters; for example: wishlist wish wishes)'
  )
}
const home = join(root, 'services', service)
if (existsSync(home)) stop(`services/${service} exists already.`)

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)
const words: [string, string][] = [
  ['__service__', service],
  ['__SERVICE__', service.toUpperCase()],
  ['__resources__', resources],
  ['__resource__', resource],
  ['__Resources__', capital(resources)],
  ['__Resource__', capital(resource)]
]
const fill = (text: string) => words.reduce((filled, [mark, word]) => filled.replaceAll(mark, word), text)

cpSync(join(root, 'templates/service'), home, { recursive: true })
for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const path = join(entry.parentPath, entry.name)
  writeFileSync(path, fill(readFileSync(path, 'utf8')))
  if (fill(entry.name) !== entry.name) renameSync(path, join(entry.parentPath, fill(entry.name)))
}

/** Puts a line into a file, before the line that marks the end of the list that it belongs to. */
function addLine(file: string, before: RegExp, line: string): void {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  const place = text.search(before)
  if (place < 0) stop(`${file} has no place for the new service: the mark ${String(before)} is missing.`)
  writeFileSync(path, text.slice(0, place) + line + text.slice(place))
}

/** Gives the service a server of PostgreSQL and a network of its own in the overlay: what is there for `user` is there for it, too. */
function addServer(file: string): void {
  const text = readFileSync(join(root, file), 'utf8')
  const [block] = text.match(/ {2}user-postgres:\n {4}extends[^]*?\n(?=\n)/) ?? stop(`${file} has no server for user.`)
  const as = (lines: string) => lines.replaceAll('user', service)
  writeFileSync(
    join(root, file),
    text
      .replaceAll(/\[auth-data, [^\]]*/g, (there) => `${there}, ${service}-data`)
      .replaceAll(
        / {6}user-postgres: \{.*\n| {2}user-data: \{.*\n| {2}user-postgres:\n(?! )/g,
        (there) => there + as(there)
      )
      .replace(block, `${block}\n${as(block)}`)
  )
}

const url = `/api/v1/${resources}`
const jobs = `/api/v1/operations/${service}/failed-jobs`
const rows = [`GET ${jobs}`, `POST ${jobs}/:jobId/retry`, `GET ${url}`, `POST ${url}`]
addLine(
  'gateway/proxy/src/routes.ts',
  /\n\}\n\n\/\*\* Routes that take/,
  `,\n  ${service}: [\n${rows.map((row) => `    '${row}'`).join(',\n')}\n  ]`
)
addLine('compose.yaml', /\n  - deploy\/postgres/, `\n  - services/${service}/compose.yaml`)
addLine(
  'compose.nats.yaml',
  /\n {2}lumora-api-gateway:/,
  `\n  ${service}:\n    environment: { EVENT_BUS: nats }\n    depends_on: { nats: { condition: service_started } }`
)
addLine('compose.replicas.yaml', /\n\n {2}# Counts only/, `\n  ${service}:\n    deploy: { replicas: 3 }`)
addServer('compose.databases.yaml')
addLine('compose.observability.yaml', /\n {2}lumora-api-gateway: /, `\n  ${service}: *traced`)
addLine('deploy/observability/prometheus.yaml', /, lumora-api-gateway\]/, `, ${service}`)
addLine(
  'deploy/observability/alerts.yaml',
  / or absent\(up\{job="lumora",service="gateway"/,
  ` or absent(up{job="lumora",service="${service}"})`
)

const npm = (...args: string[]) => execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
npm('install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund')
execFileSync(
  process.execPath,
  [join(root, 'node_modules/oxfmt/bin/oxfmt'), home, join(root, 'gateway/proxy/src/routes.ts')],
  { cwd: root }
)
execFileSync(process.execPath, [join(root, 'tools/contracts.ts'), service], { cwd: root, stdio: 'inherit' })

process.stdout
  .write(`services/${service} is made: it starts with npm start, is tested by npm test, and answers at ${url} through the gateway.
Next: its tables in migrations/, its shapes in schemas/, its rules in models/ and controllers/, its words in README.md.
`)
