import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '@lumora/kit/testing'
import { sql } from 'kysely'
import type { Outcome } from '../src/controllers/deliveries.ts'
import { smtpProvider } from '../src/controllers/smtp.ts'
import { confirmed, openShop } from './shop.ts'
import { openSilence, openSink } from './smtp-sink.ts'

const canaries = {
  email: 'canary.pii.7131@example.com',
  name: 'Canaria Pii-7131',
  token: 'canary-token-7131_'.repeat(3).slice(0, 43),
  phone: '+919871317131'
}

test('A71: no e-mail, name, token or number of a person gets into failed jobs, the outbox or what is noted of a try', async () => {
  const sink = await openSink()
  sink.behave({
    rcpt: (address) => ({ responseCode: 550, message: `5.1.1 <${address}>: ${canaries.name} has left` }),
    data: () => ({ responseCode: 451, message: `${canaries.email} later` })
  })
  const silence = await openSilence()
  const sms = {
    send: async (): Promise<Outcome> => {
      throw new Error(`no route to ${canaries.phone}`)
    }
  }
  for (const url of [sink.url, silence.url, 'smtp://127.0.0.1:1']) {
    const smtp = smtpProvider({ url, from: 'Lumora Jewels <shop@lumora.example>', connections: 1, timeoutMs: 200 })
    const shop = await openShop({ email: smtp, sms })
    const { hear, db, call, app } = shop
    const userId = crypto.randomUUID()
    const person = { userId, email: canaries.email, name: canaries.name }
    await hear('auth.registered', person)
    await hear('user.changed', { userId, name: canaries.name, locale: 'en', groups: [], phone: canaries.phone })
    await hear('auth.password-reset-requested', {
      ...person,
      link: `https://shop.example/account/reset#${canaries.token}`
    })
    await hear('order.delivered', { ...confirmed(person), shipmentId: crypto.randomUUID() })
    await hear('order.confirmed', { ...confirmed(person), email: `not an e-mail ${canaries.email}` })
    await app.inject({
      method: 'POST',
      url: '/api/v1/suppressions',
      headers: shop.desk,
      payload: { email: `${canaries.email} x` }
    })
    await call('GET', `/messages/all?recipient=${encodeURIComponent(canaries.email)}`)
    await eventually('mails were tried', async () => {
      const { rows } = await sql<{
        tried: number
      }>`select count(*) as "tried" from deliveries d join messages m on m."id" = d."messageId" where "channel" = 'email'`.execute(
        db
      )
      return rows[0]!.tried > 0
    })
    smtp.close()
    const { rows } = await sql<{ text: string }>`
      select d::text as "text" from deliveries d union all select o::text from outbox o union all select "reason" from messages
      union all select j::text from graphile_worker._private_jobs j`.execute(db)
    const failed = (await call('GET', '/operations/notification/failed-jobs')).body
    const metrics = (await app.inject('/metrics')).body
    for (const canary of Object.values(canaries)) {
      for (const { text } of rows) assert.ok(!text?.includes(canary), `${canary} in ${text}`)
      assert.ok(!failed.includes(canary) && !metrics.includes(canary))
    }
  }
})

test('What a mailed link lets its holder do is forgotten when the mail is sent', async () => {
  const sink = await openSink()
  const smtp = smtpProvider({ url: sink.url, from: 'Lumora Jewels <shop@lumora.example>', connections: 1 })
  const { hear, db } = await openShop({ email: smtp })
  const userId = crypto.randomUUID()
  const link = `https://shop.example/account/reset-password#${canaries.token}`
  await hear('auth.password-reset-requested', { userId, email: canaries.email, name: 'Asha', link })
  const isSent = async () => {
    const { rows } = await sql<{ state: string }>`select "state" from messages`.execute(db)
    return rows[0]?.state === 'sent'
  }
  await eventually('it is sent', isSent)
  smtp.close()
  assert.ok(sink.mails[0]!.text!.includes(link))
  const { rows } = await sql<{ text: string }>`select m::text as "text" from messages m`.execute(db)
  assert.ok(!rows[0]!.text.includes(canaries.token) && rows[0]!.text.includes('reset-password#…'))
})
