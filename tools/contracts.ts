import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App } from '@lumora/kit/service'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const check = process.argv.includes('--check')
const changed: string[] = []

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
  const generator = join(root, 'packages/contracts/node_modules/openapi-typescript/bin/cli.js')
  const types = execFileSync(process.execPath, [generator, openapi], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore']
  })
  put(join(root, 'packages/contracts/src', `${name}.d.ts`), types)
}

if (changed.length > 0)
  console.log(`${check ? 'Not up to date (run npm run contracts)' : 'Written'}: ${changed.join(', ')}`)
if (check && changed.length > 0) process.exit(1)
