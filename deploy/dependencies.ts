import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** For images: copies of node_modules, which `npm ci` made for all, what one workspace needs. node deploy/dependencies.ts @lumora/order /chosen */
const [workspace = '', target = ''] = process.argv.slice(2)
const root = process.cwd()
const taken = new Set<string>()

interface Manifest {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

/** Where a package is found from a folder, as Node.js looks for it. */
function find(name: string, from: string): string | undefined {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(place)) return place
  }
  return undefined
}

function take(name: string, from: string, isNeeded: boolean): void {
  const place = find(name, from)
  if (place === undefined) {
    if (isNeeded) throw new Error(`${name} is not installed for ${from}.`)
    return
  }
  if (taken.has(place)) return
  taken.add(place)
  const copy = join(target, relative(root, place))
  mkdirSync(dirname(copy), { recursive: true })
  if (lstatSync(place).isSymbolicLink()) {
    symlinkSync(readlinkSync(place), copy)
    return follow(resolve(dirname(place), readlinkSync(place)))
  }
  const nested = join(place, 'node_modules')
  cpSync(place, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path !== nested && !/\.(map|md|d\.[cm]?ts)$/.test(path)
  })
  follow(place)
}

function follow(folder: string): void {
  const {
    dependencies,
    optionalDependencies,
    peerDependencies,
    peerDependenciesMeta = {}
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  for (const name of Object.keys(dependencies ?? {})) take(name, folder, optionalDependencies?.[name] === undefined)
  for (const name of Object.keys(optionalDependencies ?? {})) take(name, folder, false)
  for (const name of Object.keys(peerDependencies ?? {})) {
    if (!peerDependenciesMeta[name]?.optional) take(name, folder, false)
  }
}

take(workspace, root, true)
