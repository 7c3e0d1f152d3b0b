import type { TSchema } from 'typebox'
import { Type } from 'typebox'
import { sql, type RawBuilder } from 'kysely'
import { createClient, type Peer } from './client.ts'
import type { Database } from './database.ts'
import type { Task } from './jobs.ts'
import { Problem } from './problem.ts'
import { matches } from './schemas.ts'
import type { App } from './app.ts'

/** The payload of every topic; the event catalogue adds its entries to this interface. */
export interface Topics {}
export type Topic = keyof Topics

/** What the catalogue says of a topic: its payload, which services hear it, and whether the payload is to be forgotten once they have. */
export type Catalogue = Record<string, { data: TSchema; heardBy: readonly string[]; secret?: boolean }>

/** CloudEvents 1.0, with the version of the thing the event is about. */
const Envelope = Type.Object({
  specversion: Type.Literal('1.0'),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ maxLength: 100 }),
  type: Type.String({ maxLength: 100 }),
  subject: Type.String({ maxLength: 200 }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Literal('application/json'),
  aggregateversion: Type.Integer({ minimum: 0 }),
  data: Type.Unknown()
})

export interface Event<Data = unknown> {
  specversion: '1.0'
  id: string
  source: string
  type: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  aggregateversion: number
  data: Data
}

/** Carries events between services, at least once. */
export interface EventBus {
  /** Hands the event to each of `to`, and returns those that have taken it for good. */
  send: (event: Event, to: readonly string[]) => Promise<string[]>
  /** Has `take` called for each event meant for this service, until `take` resolves. */
  receive: (take: (event: Event) => Promise<void>) => Promise<void>
  close: () => Promise<void>
}

const relayTask = 'relay-event'

/** Records an event in the caller's own transaction, so it is sent if and only if the change commits. `version` is that of the subject. */
export async function publish<T extends Topic>(
  tx: Database,
  topic: T,
  subject: string,
  version: number,
  data: Topics[T]
): Promise<void> {
  const { event, sent } = eventOf(topic, { subject, version, from: sql`(select) as made`, data })
  await sql`with ${event} select ${sent}`.execute(tx)
}

/** The same as parts of one statement of the caller's own, for the row in `from`: `with …, ${event} select …, ${sent} from …`. Nothing is recorded when `from` has no row. */
export function eventOf<T extends Topic>(
  topic: T,
  {
    subject,
    version,
    from,
    data
  }: { subject: string; version: number | RawBuilder<number>; from: RawBuilder<unknown>; data: Topics[T] }
): { event: RawBuilder<unknown>; sent: RawBuilder<unknown> } {
  return {
    event: sql`event as (insert into outbox ("topic", "subject", "version", "data")
      select ${topic}, ${subject}, ${version}, ${JSON.stringify(data)}::jsonb from ${from} returning "id")`,
    sent: sql`(select (graphile_worker.add_job(${relayTask}, payload := json_build_object('id', event."id"))).id from event) as "sent"`
  }
}

/** The task that carries recorded events to those who hear them. Who has taken one is noted, so a retry goes only to the others. */
export function relayTasks({
  db,
  bus,
  catalogue,
  source
}: {
  db: Database
  bus: EventBus
  catalogue: Catalogue
  source: string
}): Record<string, Task> {
  return {
    [relayTask]: async ({ id }: { id: string }) => {
      const row = await db
        .selectFrom('outbox')
        .select(['id', 'topic', 'subject', 'version', 'data', 'occurredAt', 'deliveredTo'])
        .where('id', '=', id)
        .where('doneAt', 'is', null)
        .executeTakeFirst()
      if (!row) return
      const due = (catalogue[row.topic]?.heardBy ?? []).filter((name) => !row.deliveredTo.includes(name))
      const event: Event = {
        specversion: '1.0',
        id: row.id,
        source,
        type: row.topic,
        subject: row.subject,
        time: row.occurredAt,
        datacontenttype: 'application/json',
        aggregateversion: row.version,
        data: row.data
      }
      const taken = due.length > 0 ? await bus.send(event, due) : []
      const missing = due.filter((name) => !taken.includes(name))
      const done = missing.length === 0
      await sql`update outbox set "deliveredTo" = "deliveredTo" || ${taken}::text[], "doneAt" = ${done ? sql`now()` : null},
          "data" = ${done && catalogue[row.topic]?.secret ? sql`'{}'::jsonb` : sql`"data"`}
        where "id" = ${id}`.execute(db)
      if (missing.length > 0) throw new Error(`${row.topic} ${id} not taken by ${missing.join(', ')}`)
    }
  }
}

/** What a service does on hearing a topic, in the transaction that also notes the event as taken. */
export type Hearing<Tables = any> = { [T in Topic]?: (tx: Database<Tables>, event: Event<Topics[T]>) => Promise<void> }

/** Takes an event once: a repeated one is dropped, and one that fails leaves no trace. */
export function takeOnce(db: Database, hearing: Hearing): (event: Event) => Promise<void> {
  return async (event) => {
    const hear = hearing[event.type as Topic] as ((tx: Database, event: Event) => Promise<void>) | undefined
    if (!hear) return
    await db.transaction().execute(async (tx) => {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('inbox')
        .values({ eventId: event.id })
        .onConflict((clash) => clash.column('eventId').doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows) await hear(tx, event)
    })
  }
}

interface HttpBusOptions {
  app: App
  catalogue: Catalogue
  /** How a subscriber is reached. */
  peer: (name: string) => Peer
}

interface EventPaths {
  '/internal/events': {
    post: { requestBody: { content: { 'application/json': Event } }; responses: { 204: { content?: never } } }
  }
}

/** Events by HTTP: each is POSTed to each subscriber's internal route with the sender's service token. A service may speak only of its own topics. */
export function httpBus({ app, catalogue, peer }: HttpBusOptions): EventBus {
  let take: ((event: Event) => Promise<void>) | undefined
  const clients = new Map<string, ReturnType<typeof createClient<EventPaths>>>()
  const clientOf = (name: string) => {
    if (!clients.has(name)) clients.set(name, createClient<EventPaths>(peer(name)))
    return clients.get(name)!
  }

  app.post(
    '/internal/events',
    {
      config: { access: { service: 'events' } },
      schema: { operationId: 'takeEvent', body: Envelope, response: { 204: Type.Null() } }
    },
    async ({ body, caller }, reply) => {
      if (caller.kind !== 'service' || body.source !== caller.name || !body.type.startsWith(`${caller.name}.`)) {
        throw new Problem(403, 'not-allowed', 'A service may only send events of its own.')
      }
      const entry = catalogue[body.type]
      if (entry && !matches(entry.data, body.data))
        throw new Problem(400, 'input-not-valid', `The payload of ${body.type} is not as the catalogue says.`)
      await take?.(body)
      reply.code(204)
      return null
    }
  )

  return {
    send: async (event, to) => {
      const results = await Promise.allSettled(
        to.map((name) => clientOf(name).POST('/internal/events', { body: event }))
      )
      for (const result of results)
        if (result.status === 'rejected')
          app.log.warn({ err: result.reason as Error, topic: event.type }, 'an event was not taken')
      return to.filter((_, index) => results[index]!.status === 'fulfilled')
    },
    receive: async (taker) => {
      take = taker
    },
    close: async () => {}
  }
}

/** Forgets events that are done and notes of events taken more than 30 days ago. */
export async function forgetOldEvents(db: Database): Promise<void> {
  await sql`delete from outbox where "doneAt" < now() - interval '30 days'`.execute(db)
  await sql`delete from inbox where "takenAt" < now() - interval '30 days'`.execute(db)
}
