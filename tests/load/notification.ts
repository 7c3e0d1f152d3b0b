import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { scopesOf } from '@lumora/contracts/scopes'
import { testDatabase } from '@lumora/kit/testing'
import { testIssuer } from '@lumora/kit/testing-processes'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { handOver, startService, type Running } from '../../services/notification/test/processes.ts'
import { confirmed } from '../../services/notification/test/shop.ts'

/**
 * What a message costs and whether any is lost: `node tests/load/notification.ts [events] [kills]` with TEST_DATABASE_URL.
 * The service is a process of its own, mails go to a real SMTP server in this one, which notes every Message-ID.
 */
const [events = 10_000, kills = 20] = process.argv.slice(2).map(Number)
const say = (line: string) => process.stdout.write(`${line}\n`)

const acceptedAt = new Map<string, number>()
const ids: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onData: (stream, session, done) => {
    let head = ''
    stream.on('data', (part: Buffer) => {
      if (head.length < 4096) head += String(part)
    })
    stream.on('end', () => {
      ids.push(/^Message-ID: (<.*>)/im.exec(head)![1]!)
      const { rcptTo } = session.envelope
      acceptedAt.set(rcptTo[0]!.address, performance.now())
      done(undefined)
    })
  }
})
server.on('error', () => {})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
const SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
const { db, url } = await testDatabase(new URL('../../services/notification/migrations/', import.meta.url))
const env = { ...(await testIssuer(scopesOf)), DATABASE_URL: url, SMTP_URL, LOG_LEVEL: 'info' }
let current: Running = await startService(env)

/** CPU that a process has used, in ms (a tick of /proc is 10 ms). */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
const until = async (check: () => boolean | Promise<boolean>) => {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 20))
}
const at = (list: number[], part: number) => list.toSorted((a, b) => a - b)[Math.floor(list.length * part)]!.toFixed(1)

/** In a test, so that what it opened is closed and its database dropped at the end. */
await test('figures', async () => {
  /** From handing an event over until the SMTP server has the mail, at 20 a second. */
  const taken: number[] = []
  for (let i = 0; i < 220; i++) {
    const data = confirmed({ userId: null })
    const begun = performance.now()
    void handOver(() => current, data)
    await until(() => acceptedAt.has(data.email))
    if (i >= 20) taken.push(acceptedAt.get(data.email)! - begun)
  }
  say(`event handed over to mail accepted, one by one: p50 ${at(taken, 0.5)} ms, p99 ${at(taken, 0.99)} ms`)

  /** Many at once: events a second, and the CPU of the service for each, from the event to the settled mail. */
  const many = 2000
  const before = { count: ids.length, cpu: cpuOf(current.pid), at: performance.now() }
  let left = many
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (left-- > 0) await handOver(() => current)
    })
  )
  const heardAt = performance.now()
  await until(() => ids.length >= before.count + many)
  const seconds = (performance.now() - before.at) / 1000
  say(
    `${many} events: heard in ${((heardAt - before.at) / 1000).toFixed(1)} s, all mails accepted after ${seconds.toFixed(1)} s: ` +
      `${(many / seconds).toFixed(0)} a second, ${((cpuOf(current.pid) - before.cpu) / many).toFixed(2)} ms CPU each`
  )

  /** All that is sent from a full queue, without events coming in. */
  await sql`update messages set "state" = 'waiting', "dueAt" = 'infinity', "sentAt" = null where "id" in (select "id" from messages limit 2000)`.execute(
    db
  )
  const queue = { count: ids.length, cpu: cpuOf(current.pid), at: performance.now() }
  await sql`update messages set "dueAt" = now() where "state" = 'waiting'`.execute(db)
  await sql`select pg_notify('messages', 'email')`.execute(db)
  await until(() => ids.length >= queue.count + 2000)
  const drained = (performance.now() - queue.at) / 1000
  say(
    `a queue of 2,000: ${(2000 / drained).toFixed(0)} a second on one connection, ${((cpuOf(current.pid) - queue.cpu) / 2000).toFixed(2)} ms CPU each`
  )

  /** Everything delivered while the process is killed again and again. */
  const start = ids.length
  left = events
  const handing = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (left-- > 0) await handOver(() => current)
    })
  )
  const sentIds = () => ids.slice(start)
  for (let kill = 1; kill <= kills; kill++) {
    await until(() => sentIds().length >= (events / (kills + 1)) * kill * 0.9)
    await current.kill()
    current = await startService(env)
  }
  await handing
  await until(() => new Set(sentIds()).size === events)
  await until(async () => {
    const { rows } = await sql<{
      open: number
    }>`select count(*) as "open" from messages where "state" <> 'sent'`.execute(db)
    return rows[0]!.open === 0
  })
  const unique = new Set(sentIds()).size
  say(`${events} events, ${kills} kills: ${events - unique} lost, ${sentIds().length - unique} came twice`)
  await current.kill()
  await new Promise<void>((done) => server.close(() => done()))
})
