import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const files = (pattern: string) => globSync(pattern, { cwd: root }).sort()
const services = files('services/*/package.json').map((path) => path.split('/')[1]!)

/** What a file imports; `own:x` is in the same service. */
function importsOf(file: string): string[] {
  const home = file.split('/').slice(0, 2).join('/')
  const text = read(file)
  const statement = /^(?:import\b[^'"(]*|export\b[^'"(=]*\bfrom )'([^']+)'/gm
  const found = [...text.matchAll(statement), ...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, from]) => from!)
  return found.map((from) =>
    from.startsWith('.') ? normalize(join(dirname(file), from)).replace(`${home}/src/`, 'own:') : from
  )
}

/** What a file may import, by the folder that it lies in. */
const allowed: Record<string, RegExp> = {
  schemas: /^(typebox$|@lumora\/kit\/pages$|own:schemas\/)/,
  models: /^(kysely$|node:|@lumora\/kit\/|own:(schemas|models)\/)/,
  clients: /^(@lumora\/(kit|contracts)\/|own:schemas\/)/,
  controllers:
    /^(?!kysely$|fastify|pg$)(node:|@lumora\/kit\/(?!service$|testing$)|own:(schemas|models|clients|controllers)\/|[\w@])/,
  routes: /^(typebox$|node:|@lumora\/kit\/|own:(schemas|controllers|routes)\/)/
}

test('a file in a folder of a service imports only what that folder may', () => {
  for (const file of files('services/*/src/*/*.ts')) {
    const folder = file.split('/')[3]!
    assert.ok(allowed[folder], `${file}: ${folder}/ is not one of the folders that a service has`)
    for (const from of importsOf(file)) assert.match(from, allowed[folder], `${file} may not import ${from}`)
  }
})

test('no service imports another, and the kit imports no service and knows none by name', () => {
  for (const file of files('{services,packages,gateway}/**/*.ts').filter((path) => !path.includes('node_modules'))) {
    for (const from of importsOf(file)) {
      assert.doesNotMatch(from, /^@lumora\/(?!kit|contracts)/, `${file} imports ${from}`)
      const foreign = /^services\/(\w+)/.exec(from)?.[1]
      assert.ok(foreign === undefined || file.startsWith(`services/${foreign}/`), `${file} imports ${from}`)
    }
  }
  for (const file of files('packages/kit/src/*.ts')) {
    for (const service of services)
      assert.doesNotMatch(read(file), new RegExp(`(?<!\\.on\\()['"\`/@]${service}['"\`/:]`), `${file} names ${service}`)
  }
})

test('fastify is imported by the kit only, kysely by the kit and models, and process.env is read by the kit only', () => {
  for (const file of files('{services,gateway}/**/src/**/*.ts').filter((path) => !path.includes('node_modules'))) {
    assert.ok(!importsOf(file).includes('fastify'), `${file} imports fastify`)
    if (!file.includes('/models/')) assert.ok(!importsOf(file).includes('kysely'), `${file} imports kysely`)
    assert.doesNotMatch(read(file), /process\.env/, `${file} reads the environment`)
  }
})

test('models hold the only SQL', () => {
  for (const file of files('services/*/src/{controllers,routes,schemas,clients}/*.ts')) {
    assert.doesNotMatch(read(file), /\bsql`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/, `${file} holds SQL`)
  }
})

test('every service is whole', () => {
  assert.ok(services.length >= 8)
  const compose = read('compose.yaml')
  const gateway = read('gateway/proxy/src/routes.ts')
  for (const service of services) {
    const home = `services/${service}`
    for (const part of [
      'Dockerfile',
      'compose.yaml',
      'README.md',
      'openapi.json',
      'src/app.ts',
      'src/server.ts',
      'src/config.ts',
      'src/tasks.ts'
    ]) {
      assert.ok(existsSync(join(root, home, part)), `${home}/${part} is missing`)
    }
    assert.ok(files(`${home}/migrations/001_*.sql`).length === 1, `${home} has no first migration`)
    assert.ok(files(`${home}/test/*.test.ts`).length > 0, `${home} has no test`)
    assert.ok(compose.includes(`- ${home}/compose.yaml`), `compose.yaml does not include ${service}`)
    assert.ok(gateway.includes(`\n  ${service}: [`), `the gateway has no row for ${service}`)
    assert.equal((JSON.parse(read(`${home}/package.json`)) as { name: string }).name, `@lumora/${service}`)
  }
})

test('files are named as the house names them', () => {
  for (const file of files('{services,packages,gateway,tools,tests}/**/*.ts').filter(
    (path) => !path.includes('node_modules')
  )) {
    assert.doesNotMatch(file, /\/(index|utils?|helpers?|types|common|misc)\.ts$/, file)
    assert.match(file.split('/').at(-1)!, /^[a-z0-9-]+(\.test|\.contract|\.d)?\.ts$/, file)
  }
  for (const service of services) {
    const numbers = files(`services/${service}/migrations/*.sql`).map((path) => path.split('/').at(-1)!.slice(0, 4))
    assert.deepEqual(
      numbers,
      numbers.map((_, i) => `${String(i + 1).padStart(3, '0')}_`),
      `migrations of ${service}`
    )
  }
})

test('every problem that the code can answer with is explained in docs/problems.md', () => {
  const explained = read('docs/problems.md')
  const slugs = new Set<string>()
  for (const file of files('{services,packages,gateway}/**/src/**/*.ts').filter(
    (path) => !path.includes('node_modules')
  )) {
    for (const [, slug] of read(file).matchAll(/new Problem\(\s*[\w.]+,\s*'([a-z-]+)'/g)) slugs.add(slug!)
  }
  assert.ok(slugs.size > 10)
  for (const slug of slugs) assert.ok(explained.includes(`\`${slug}\``), `docs/problems.md does not explain ${slug}`)
})

test('every dependency is pinned exactly, and the lockfile says nowhere where it comes from', () => {
  for (const file of [
    'package.json',
    ...files('{apps,packages,services,gateway,templates}/*/package.json'),
    'tools/package.json'
  ]) {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(file)) as Record<string, Record<string, string>>
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      assert.match(
        version,
        name.startsWith('@lumora/') ? /^\*$/ : /^\d+\.\d+\.\d+(-[\w.]+)?$/,
        `${file}: ${name}@${version}`
      )
    }
  }
  assert.doesNotMatch(read('package-lock.json'), /"resolved": "http/)
})
