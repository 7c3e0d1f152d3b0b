import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scopesOf } from '@lumora/contracts/scopes'
import { eventually, testDatabase } from '@lumora/kit/testing'
import { testIssuer } from '@lumora/kit/testing-processes'
import { sql } from 'kysely'
import type { Tables } from '../src/models/messages.ts'
import { handOver, startService, type Running } from './processes.ts'
import { confirmed } from './shop.ts'
import { openSink } from './smtp-sink.ts'

const migrations = new URL('../migrations/', import.meta.url)
const issuer = await testIssuer(scopesOf)

test('300 events, the process killed 4 times among them: none is lost, and at most one mail a kill comes twice', async () => {
  const { db, url } = await testDatabase<Tables>(migrations)
  const sink = await openSink()
  const env = { ...issuer, DATABASE_URL: url, SMTP_URL: sink.url, LOG_LEVEL: 'info' }
  let current: Running = await startService(env)
  const events = 300
  let left = events
  const handing = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (left-- > 0) await handOver(() => current)
    })
  )
  const kills = 4
  for (let kill = 1; kill <= kills; kill++) {
    await eventually('some are sent', () => sink.ids.length >= kill * 40, 40_000)
    await current.kill()
    current = await startService(env)
  }
  await handing
  await eventually('all are sent', () => new Set(sink.ids).size === events, 60_000)
  await eventually(
    'all are settled',
    async () => {
      const { rows } = await sql<{
        open: number
      }>`select count(*) as "open" from messages where "state" <> 'sent'`.execute(db)
      return rows[0]!.open === 0
    },
    60_000
  )
  await current.kill()
  const { rows } = await sql<{ count: number }>`select count(*) as "count" from messages`.execute(db)
  assert.equal(rows[0]!.count, events)
  assert.ok(sink.ids.length - events <= kills, `${sink.ids.length - events} came twice`)
})

test('A71: no e-mail, name or token of a person gets into the log, also when mails cannot be sent', async () => {
  const { url } = await testDatabase<Tables>(migrations)
  const sink = await openSink()
  const canaries = {
    email: 'canary.pii.7131@example.com',
    name: 'Canaria Pii-7131',
    token: 'canary-token-7131_'.repeat(3).slice(0, 43)
  }
  sink.behave({ rcpt: (address) => ({ responseCode: 450, message: `${address} ${canaries.name} later` }) })
  const running = await startService({ ...issuer, DATABASE_URL: url, SMTP_URL: sink.url, LOG_LEVEL: 'trace' })
  const userId = crypto.randomUUID()
  const person = { userId, email: canaries.email, name: canaries.name }
  await handOver(
    () => running,
    { ...person, link: `https://shop.example/reset#${canaries.token}` },
    'auth.password-reset-requested'
  )
  await handOver(() => running, confirmed(person))
  await handOver(() => running, confirmed({ ...person, email: `no e-mail ${canaries.email}` }))
  await fetch(`${running.url}/api/v1/messages/all?recipient=${canaries.email}`)
  await fetch(`${running.url}/api/v1/unsubscribe/${canaries.token}.${canaries.token}`)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await running.kill()
  assert.ok(running.lines.length > 5)
  for (const canary of Object.values(canaries))
    for (const line of running.lines) assert.ok(!line.includes(canary), line)
})
