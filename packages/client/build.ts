import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** npm run build -w packages/client: dist/ is the package for others, JavaScript with its types; `npm publish packages/client/dist`. */
const home = import.meta.dirname
const dist = join(home, 'dist')
rmSync(dist, { recursive: true, force: true })
const tsc = join(home, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc')
const { status } = spawnSync(process.execPath, [tsc, '--project', join(home, 'tsconfig.json')], { stdio: 'inherit' })
if (status !== 0) process.exit(1)
copyFileSync(join(home, 'src', 'gateway.d.ts'), join(dist, 'gateway.d.ts'))
copyFileSync(join(home, 'README.md'), join(dist, 'README.md'))
const { name, version, license, type } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Record<
  string,
  unknown
>
const manifest = {
  name,
  version,
  license,
  type,
  description: 'A typed client of the Lumora Jewels API.',
  exports: { '.': { types: './client.d.ts', default: './client.js' } },
  sideEffects: false,
  engines: { node: '>=20' }
}
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
