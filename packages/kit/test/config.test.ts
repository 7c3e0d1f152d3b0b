import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Type } from 'typebox'
import { databaseUrl, parseConfig, readConfig } from '../src/config.ts'

const good = {
  DATABASE_URL: 'postgres://order:secret@127.0.0.1/order',
  JWKS_URL: 'http://auth:3000/.well-known/jwks.json',
  TOKEN_URL: 'http://auth:3000/internal/token',
  SERVICE_SECRET: 's'.repeat(32)
}

test('readConfig takes what is given, converts it, and fills in the rest', () => {
  const config = readConfig(
    { ...databaseUrl, EXPIRY_SECONDS: Type.Integer({ default: 900 }) },
    { ...good, PORT: '4000', SIZE_CHART_URL: 'http://127.0.0.1:1' }
  )
  assert.equal(config.PORT, 4000)
  assert.equal(config.EXPIRY_SECONDS, 900)
  assert.equal(config.urlOf('product'), 'http://product:3000')
  assert.equal(config.urlOf('size-chart'), 'http://127.0.0.1:1')
})

test('parseConfig lists every fault at once and repeats no value', () => {
  const schema = Type.Object({
    ...databaseUrl,
    PORT: Type.Integer({ default: 3000 }),
    SECRET: Type.String({ minLength: 32 }),
    NAME: Type.String()
  })
  const { faults } = parseConfig(schema, { PORT: 'three thousand', SECRET: 'hunter2', DATABASE_URL: 'mysql://x' })
  assert.equal(faults.length, 4)
  for (const name of ['PORT', 'SECRET', 'NAME', 'DATABASE_URL'])
    assert.ok(
      faults.some((fault) => fault.startsWith(name)),
      name
    )
  assert.doesNotMatch(faults.join(), /hunter2|three thousand/)
})

test('a process with a bad configuration prints all faults and ends', () => {
  const config = new URL('../src/config.ts', import.meta.url).href
  const code = `import { readConfig, databaseUrl } from ${JSON.stringify(config)}; readConfig(databaseUrl); console.log('went on')`
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    env: { PATH: process.env.PATH!, PORT: '70000' },
    encoding: 'utf8'
  })
  assert.equal(status, 1)
  assert.equal(stdout, '')
  for (const name of ['PORT', 'DATABASE_URL', 'JWKS_URL', 'TOKEN_URL', 'SERVICE_SECRET'])
    assert.match(stderr, new RegExp(`- ${name} `))
})

test('readConfig takes secrets from the files of SECRETS_DIR, and a variable that is set before its file', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lumora-secrets-'))
  t.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'SERVICE_SECRET'), `${'f'.repeat(32)}\n`)
  writeFileSync(join(folder, 'PORT'), '4001')
  const { SERVICE_SECRET: _secret, ...rest } = good
  const config = readConfig(databaseUrl, { ...rest, PORT: '4000', SECRETS_DIR: folder })
  assert.equal(config.SERVICE_SECRET, 'f'.repeat(32))
  assert.equal(config.PORT, 4000)
})
