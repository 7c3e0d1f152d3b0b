import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const tool = (path: string, ...args: string[]) => [join(root, 'node_modules', path), ...args]

/** What must hold before anything is committed; each is one command that also runs alone. */
const checks: [name: string, args: string[]][] = [
  ['format', tool('oxfmt/bin/oxfmt', '--check', '.')],
  ['lint', tool('oxlint/bin/oxlint', '--type-aware', '--tsconfig', 'tsconfig.json', '.')],
  ['types', tool('typescript/bin/tsc', '--project', '.')],
  ['pages', tool('@react-router/dev/bin.cjs', 'typegen', 'apps/storefront')],
  ['types of pages', tool('typescript/bin/tsc', '--project', 'apps/storefront')],
  ['architecture', ['--test', 'tests/architecture.test.ts']],
  ['contracts', [join(root, 'tools/contracts.ts'), '--check']]
]

function run(args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

let failed = false
for (const [name, args] of checks) {
  const start = performance.now()
  const { code, output } = await run(args)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n${code === 0 ? '' : `${output}\n`}`)
  failed ||= code !== 0
}
process.exit(failed ? 1 : 0)
