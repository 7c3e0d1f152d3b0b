import { spawn } from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Builds the pages into build/, made elsewhere and moved there whole. ONLY_IF_STALE does nothing while no source is newer. */
const root = import.meta.dirname
const target = join(root, 'build')
const sources = [
  'app',
  'package.json',
  'build.ts',
  'vite.config.ts',
  'react-router.config.ts',
  '../../packages/client/src',
  '../../package-lock.json'
]

/** The latest change below the paths; a folder's own time tells what was removed from it. */
function changedAt(paths: string[]): number {
  const timeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const times = paths.flatMap((path) =>
    ['.', ...globSync('**/*', { cwd: join(root, path) })].map((file) => timeOf(join(root, path, file)))
  )
  return Math.max(...times)
}

function builtAt(): number {
  const file = join(target, 'server', 'index.js')
  return existsSync(file) ? statSync(file).mtimeMs : 0
}

async function bundle(folder: string): Promise<void> {
  const command = join(root, '..', '..', 'node_modules', '@react-router', 'dev', 'bin.cjs')
  const env = { ...process.env, NODE_ENV: 'production', STOREFRONT_BUILD: relative(root, folder) }
  const child = spawn(process.execPath, [command, 'build', root, '--logLevel', 'warn'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error('The pages cannot be built: what is wrong is above.')
}

/** Puts x.br and x.gz beside what is text and is fetched by browsers. */
async function compress(folder: string): Promise<void> {
  const files = globSync('**/*.{js,css,svg}', { cwd: folder }).map((file) => join(folder, file))
  await Promise.all(
    files.map(async (file) => {
      const text = readFileSync(file)
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
      writeFileSync(`${file}.br`, await promisify(brotliCompress)(text, { params }))
      writeFileSync(`${file}.gz`, await promisify(gzip)(text, { level: 9 }))
    })
  )
}

/** What is in public/ is seen through links, so that thousands of pictures are not copied at each build. */
function linkPublic(client: string): void {
  for (const name of readdirSync(join(root, 'public')))
    symlinkSync(join('..', '..', 'public', name), join(client, name))
}

/** What builds left that were ended before they were done. */
function removeLeftOver(): void {
  for (const path of globSync('unfinished-*', { cwd: target }).map((name) => join(target, name)))
    if (Date.now() - statSync(path).mtimeMs > 600_000) rmSync(path, { recursive: true, force: true })
}

async function build(): Promise<void> {
  const startedAt = Date.now()
  const folder = join(target, `unfinished-${process.pid}`)
  removeLeftOver()
  mkdirSync(folder, { recursive: true })
  try {
    await bundle(folder)
    await compress(join(folder, 'client'))
    linkPublic(join(folder, 'client'))
    // What changed while it was being built is newer than it.
    utimesSync(join(folder, 'server', 'index.js'), startedAt / 1000, startedAt / 1000)
    for (const part of ['client', 'server']) {
      const [old, made] = [join(folder, `old-${part}`), join(folder, part)]
      if (existsSync(join(target, part))) renameSync(join(target, part), old)
      renameSync(made, join(target, part))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(JSON.stringify({ level: 'info', msg: `built in ${Date.now() - startedAt} ms` }))
}

if (!process.env.ONLY_IF_STALE || changedAt(sources) > builtAt()) await build()
