import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { App } from '@lumora/kit/service'
import { describePages } from '../gateway/proxy/src/pages/pages.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const check = process.argv.includes('--check')
const changed: string[] = []

/** The generator needs the compiler's API of TypeScript 5, so it lives with its own in packages/contracts. */
const generator = join(root, 'packages/contracts/node_modules/openapi-typescript/dist/index.mjs')
const { default: openapiTS, astToString } = (await import(pathToFileURL(generator).href)) as {
  default: (schema: URL) => Promise<unknown>
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

put(join(root, 'gateway/proxy/openapi.json'), `${JSON.stringify(publicContract(), null, 2)}\n`)

interface Contract {
  paths: Record<string, Record<string, { operationId: string; tags?: string[]; responses: Record<string, unknown> }>>
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
        if (operation.responses.default) operation.responses.default = { $ref: '#/components/responses/Problem' }
      }
      paths[path] = operations
    }
  }
  Object.assign(paths, describePages(paths))
  const text = { type: 'string' }
  const problem = {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'instance'],
    properties: { type: text, title: text, status: { type: 'integer' }, detail: text, instance: text }
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
