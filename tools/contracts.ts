import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { App } from '@lumora/kit/service'
import { describePages } from '../gateway/proxy/src/pages/pages.ts'
import { exampleOf, type JsonSchema } from './examples.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const check = process.argv.includes('--check')
const changed: string[] = []

/** The generator needs the compiler's API of TypeScript 5, so it lives with its own in packages/contracts. */
const generator = join(root, 'packages/contracts/node_modules/openapi-typescript/dist/index.mjs')
const { default: openapiTS, astToString } = (await import(pathToFileURL(generator).href)) as {
  default: (schema: URL | string) => Promise<unknown>
  astToString: (ast: unknown) => string
}
const generated = '// Generated from the service’s openapi.json by `npm run contracts`.\n'

/** Writes a generated file, or with --check only says that it would change. */
function put(path: string, text: string): void {
  let before = ''
  try {
    before = readFileSync(path, 'utf8')
  } catch {}
  if (before === text) return
  changed.push(path.slice(root.length + 1))
  if (!check) writeFileSync(path, text)
}

/** services/<name>/openapi.json from the routes, with no database and no network; then the types of it in packages/contracts. */
for (const file of globSync('services/*/src/app.ts', { cwd: root }).sort()) {
  const name = file.split('/')[1]!
  if (only.length > 0 && !only.includes(name)) continue
  const { buildApp } = (await import(join(root, file))) as { buildApp: (deps: object) => App }
  const app = buildApp({ keys: async () => new Uint8Array(), describe: true })
  await app.ready()
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
  await app.close()
  const openapi = join(root, 'services', name, 'openapi.json')
  put(openapi, text)
  const types = generated + astToString(await openapiTS(pathToFileURL(openapi)))
  put(join(root, 'packages/contracts/src', `${name}.d.ts`), types)
}

const problems = readProblems()
put(join(root, 'gateway/proxy/problems.json'), `${JSON.stringify(problems, null, 2)}\n`)
const merged = publicContract()
put(join(root, 'gateway/proxy/openapi.json'), `${JSON.stringify(merged, null, 2)}\n`)
await putClient()

/** What packages/client knows of the gateway: its types, in which the key of a write may be left out, and the routes that take one. */
async function putClient(): Promise<void> {
  const once: string[] = []
  const contract = structuredClone(merged)
  for (const [path, operations] of Object.entries(contract.paths)) {
    for (const [method, { parameters = [] }] of Object.entries(operations)) {
      const key = parameters.find(({ in: place, name }) => place === 'header' && name === 'idempotency-key')
      if (!key) continue
      key.required = false
      once.push(`${method.toUpperCase()} ${path}`)
    }
  }
  const home = join(root, 'packages/client/src')
  put(
    join(home, 'gateway.d.ts'),
    generated.replace('service’s', 'gateway’s') + astToString(await openapiTS(JSON.stringify(contract)))
  )
  const lines = once.sort().map((route) => `  '${route}'`)
  put(
    join(home, 'once-routes.ts'),
    `${generated.replace('service’s', 'gateway’s')}/** The routes that make something, and take an idempotency key. */\nexport const onceRoutes: ReadonlySet<string> = new Set([\n${lines.join(',\n')}\n])\n`
  )
}

interface Explained {
  status: string
  means: string
  todo: string
}

/** What docs/problems.md explains, by slug. A slug in several tables is told by its first. */
function readProblems(): Record<string, Explained> {
  const found: Record<string, Explained> = {}
  for (const line of readFileSync(join(root, 'docs/problems.md'), 'utf8').split('\n')) {
    const [, slug, status, means, todo] = /^\| `([a-z0-9-]+)` \| (.+?) \| (.+) \| (.+) \|$/.exec(line) ?? []
    if (slug) found[slug] ??= { status: status!, means: means!, todo: todo! }
  }
  return found
}

interface Operation {
  operationId: string
  tags?: string[]
  parameters?: { in: string; name: string; required?: boolean }[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}

type Content = Record<string, { schema: JsonSchema; example?: unknown }>

interface Contract {
  paths: Record<string, Record<string, Operation>>
}

/** Shows what each operation is sent and answers with. */
function giveExamples({ operationId, requestBody, responses }: Operation): void {
  const give = (content: Content | undefined, isSent: boolean) => {
    const json = content?.['application/json']
    if (json) json.example = exampleOf(json.schema, operationId, isSent)
  }
  give(requestBody?.content, true)
  for (const { content } of Object.values(responses)) give(content, false)
}

/** Shows a page as what its parts answer by themselves. */
function showParts(page: Content[string], paths: Contract['paths']): void {
  const shown = Object.entries(page.schema.properties!).map(([name, part]) => {
    const $ref = part.$ref ?? part.anyOf?.[0]?.$ref ?? ''
    const [, path = ''] = /^#\/paths\/(.+)\/get\//.exec($ref) ?? []
    const read = paths[path.replaceAll('~1', '/')]?.get
    return [name, read?.responses['200']?.content?.['application/json']?.example ?? {}] as const
  })
  page.example = Object.fromEntries(shown)
}

/** The contract of the gateway: every public path of every service, tagged by service, the problem answer said once. */
function publicContract() {
  const paths: Contract['paths'] = {}
  const owners = new Map<string, string>()
  for (const file of globSync('services/*/openapi.json', { cwd: root }).sort()) {
    const service = file.split('/')[1]!
    const contract = JSON.parse(readFileSync(join(root, file), 'utf8')) as Contract
    for (const [path, operations] of Object.entries(contract.paths)) {
      if (!path.startsWith('/api/')) continue
      for (const operation of Object.values(operations)) {
        const other = owners.get(operation.operationId)
        if (other) throw new Error(`${operation.operationId} stands twice: in ${other} and in ${service}.`)
        owners.set(operation.operationId, service)
        operation.tags = [service]
        if (operation.responses.default)
          Object.assign(operation.responses, { default: { $ref: '#/components/responses/Problem' } })
        giveExamples(operation)
      }
      paths[path] = operations
    }
  }
  const pages = describePages(paths) as Contract['paths']
  Object.assign(paths, pages)
  for (const { get } of Object.values(pages)) showParts(get!.responses['200']!.content!['application/json']!, paths)
  const text = { type: 'string' }
  const problem = {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'instance'],
    properties: {
      type: { $ref: '#/components/schemas/ProblemType' },
      title: text,
      status: { type: 'integer' },
      detail: { type: 'string', description: 'Says what to do.' },
      instance: { type: 'string', description: 'The request id.' }
    },
    examples: [
      {
        type: '/problems/input-not-valid',
        title: 'input not valid',
        status: 400,
        detail: '#/email must match format "email".',
        instance: '5f0c2f6e-7a53-4b0b-9a54-0f6a4ac1a2f7',
        errors: [{ pointer: '#/email', detail: 'must match format "email"' }]
      },
      {
        type: '/problems/too-many-requests',
        title: 'too many requests',
        status: 429,
        detail: 'Too many requests in a short time. Wait before you go on.',
        instance: '5f0c2f6e-7a53-4b0b-9a54-0f6a4ac1a2f8',
        retryAfter: 12,
        limit: 'sign-in'
      }
    ]
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lumora Jewels',
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'The shop’s public API. Sign in for a session: browsers hold it as a cookie, other clients send it as a bearer token. Errors are RFC 9457 problems. Money is in integer minor units.'
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: {
        ProblemType: {
          description: 'Leads to a page that says what it means and what to do.',
          oneOf: Object.entries(problems).map(([slug, { status, means, todo }]) => ({
            const: `/problems/${slug}`,
            title: status,
            description: `${means}: ${todo}`
          }))
        }
      },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      responses: {
        Problem: {
          description: 'What went wrong, and what to do.',
          content: { 'application/problem+json': { schema: problem } }
        }
      }
    }
  }
}

if (changed.length > 0)
  console.log(`${check ? 'Not up to date (run npm run contracts)' : 'Written'}: ${changed.join(', ')}`)
if (check && changed.length > 0) process.exit(1)
