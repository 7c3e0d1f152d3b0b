import type { TSchema } from 'typebox'
import { Type } from 'typebox'
import { sql, type RawBuilder } from 'kysely'
import type pg from 'pg'
import { createClient, PeerProblem, type Peer } from './client.ts'
import { context } from './context.ts'
import type { Database } from './database.ts'
import { gathering, type Outcomes } from './gathering.ts'
import { startLanes } from './lanes.ts'
import { Problem } from './problem.ts'
import { matches } from './schemas.ts'
import { isTracing, traced } from './tracing.ts'
import type { App, Log } from './app.ts'
import type { Caller } from './auth.ts'

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
  /** The trace that it belongs to, as CloudEvents' distributed tracing extension has it. */
  traceparent: Type.Optional(Type.String({ pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' })),
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
  traceparent?: string
  data: Data
}

/** Whether it is an event; its payload is another matter. */
export const isEvent = (value: unknown): value is Event => matches(Envelope, value)

/** Throws when the payload is not as the catalogue says; what the catalogue does not know yet passes. */
export function requirePayload(catalogue: Catalogue, { type, data }: Event): void {
  const entry = catalogue[type]
  if (entry && !matches(entry.data, data))
    throw new Problem(400, 'input-not-valid', `The payload of ${type} is not as the catalogue says.`)
}

/** An event as it is sent: with the trace that sending it is part of. */
function inTrace(event: Event): Event {
  const traceparent = isTracing() ? context.getStore()?.traceparent : undefined
  return traceparent === undefined ? event : { ...event, traceparent }
}

/** Has `take` take an event within the trace that it came from. */
export const takeInTrace = (event: Event, take: (event: Event) => Promise<void>): Promise<void> =>
  traced(`take ${event.type}`, { kind: 'consumer', ...(event.traceparent ? { parent: event.traceparent } : {}) }, () =>
    take(event)
  )

/** Carries events between services, at least once. */
export interface EventBus {
  /** Hands the event to each of `to`, and returns those that have taken it for good. */
  send: (event: Event, to: readonly string[]) => Promise<string[]>
  /** Has `take` called for each event meant for this service, until `take` resolves. */
  receive: (take: (event: Event) => Promise<void>) => Promise<void>
  close: () => Promise<void>
}

/** What wakes the relays of a service when an event is committed. */
const channel = 'outbox'

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
    event: sql`event as (insert into outbox ("topic", "subject", "version", "data", "traceparent")
      select ${topic}, ${subject}, ${version}, ${JSON.stringify(data)}::jsonb, ${isTracing() ? (context.getStore()?.traceparent ?? null) : null}
      from ${from} returning "id")`,
    sent: sql`(select pg_notify(${channel}, '') from event) as "sent"`
  }
}

interface OutboxRow {
  id: string
  topic: string
  subject: string
  version: number
  data: unknown
  occurredAt: string
  deliveredTo: string[]
  tries: number
  traceparent: string | null
}

export interface RelayOptions {
  db: Database
  pool: pg.Pool
  bus: EventBus
  catalogue: Catalogue
  source: string
  log: Log
  /** An event is given up that has been tried so often and is so old; 20 times and 24 hours unless told. */
  giveUp?: { tries: number; hours: number }
}

const atOnce = 50
/** While much is going on, so long is waited for more to go together; an event after a quiet while goes at once. */
const restMs = 100
/** What a relay has taken up is another's if it is not settled by then. */
const leaseSeconds = 45
const sendWithinMs = 20_000

/**
 * Carries committed events to those who hear them, within milliseconds, until stopped. Who has taken one is noted, so a retry
 * (after 1 to 30 s) goes only to the others. A claim and a settlement are one statement for up to 50 events; a job for each
 * event took five. Several processes share the work.
 */
export async function startRelay(options: RelayOptions): Promise<{ stop: () => Promise<void> }> {
  const { pool, log } = options
  const work = async () => (await relayDue(options)) === atOnce
  return startLanes({ pool, channel, work, restMs, failed: 'events could not be relayed and will be', log })
}

/** Takes up to 50 events that are due, has them sent, and settles them. Returns how many they were. */
async function relayDue({
  db,
  bus,
  catalogue,
  source,
  giveUp = { tries: 20, hours: 24 }
}: RelayOptions): Promise<number> {
  const { rows } = await sql<OutboxRow>`
    update outbox set "dueAt" = now() + make_interval(secs => ${leaseSeconds}), "tries" = "tries" + 1
    where "id" in (select "id" from outbox where "doneAt" is null and "dueAt" <= now() order by "dueAt", "id"
      limit ${atOnce} for update skip locked)
    returning "id", "topic", "subject", "version", "data", "occurredAt", "deliveredTo", "tries", "traceparent"`.execute(
    db
  )
  if (rows.length === 0) return 0
  rows.sort((a, b) => (a.id < b.id ? -1 : 1))
  const results = await Promise.all(rows.map((row) => sendOne(row)))
  // The ids are named once more, as PostgreSQL takes a list of unknown length for 100 rows and would read all of a small outbox for them.
  await sql`
    update outbox o set "deliveredTo" = o."deliveredTo" || r."taken", "lastError" = r."missing",
      "doneAt" = case when r."missing" is null then now() end,
      "data" = case when r."missing" is null and r."secret" then '{}'::jsonb else o."data" end,
      "dueAt" = case when r."missing" is null then o."dueAt"
        when o."tries" >= ${giveUp.tries} and o."occurredAt" <= now() - make_interval(hours => ${giveUp.hours}) then 'infinity'
        else now() + make_interval(secs => r."waitSeconds") end
    from json_to_recordset(${JSON.stringify(results)}::json)
      r("id" uuid, "taken" text[], "missing" text, "secret" boolean, "waitSeconds" float8)
    where o."id" = r."id" and o."id" = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db)
  return rows.length

  async function sendOne({
    id,
    topic,
    subject,
    version,
    data,
    occurredAt,
    deliveredTo,
    tries,
    traceparent
  }: OutboxRow) {
    const due = (catalogue[topic]?.heardBy ?? []).filter((name) => !deliveredTo.includes(name))
    const event: Event = {
      specversion: '1.0',
      id,
      source,
      type: topic,
      subject,
      time: occurredAt,
      datacontenttype: 'application/json',
      aggregateversion: version,
      data
    }
    const around = {
      requestId: `event-${id}`,
      deadlineAt: Date.now() + sendWithinMs,
      ...(traceparent ? { traceparent } : {})
    }
    const taken =
      due.length > 0
        ? await context.run(around, () =>
            traced(`send ${topic}`, { kind: 'producer' }, () => bus.send(inTrace(event), due))
          )
        : []
    const missing = due.filter((name) => !taken.includes(name))
    return {
      id,
      taken,
      missing: missing.length > 0 ? `not taken by ${missing.join(', ')}` : null,
      secret: catalogue[topic]?.secret ?? false,
      waitSeconds: Math.min(30, 2 ** (tries - 1)) * (0.5 + Math.random() / 2)
    }
  }
}

/** An event that was given up. */
export interface FailedEvent {
  id: string
  topic: string
  tries: number
  lastError: string | null
  occurredAt: string
}

/** Events that were given up, the newest first. */
export async function listFailedEvents(db: Database, limit: number): Promise<FailedEvent[]> {
  const { rows } = await sql<FailedEvent>`
    select "id", "topic", "tries", "lastError", "occurredAt" from outbox
    where "doneAt" is null and "dueAt" = 'infinity' order by "id" desc limit ${limit}`.execute(db)
  return rows
}

/** Has an event that was given up sent again, from now. False when there is no such event. */
export async function retryFailedEvent(db: Database, id: string): Promise<boolean> {
  const { rows } = await sql`
    with again as (update outbox set "dueAt" = now(), "tries" = 0
      where "id" = ${id} and "doneAt" is null and "dueAt" = 'infinity' returning "id")
    select pg_notify(${channel}, '') from again`.execute(db)
  return rows.length > 0
}

/** What a service does on hearing a topic, in the transaction that also notes the event as taken. */
export type Hearing<Tables = any> = { [T in Topic]?: (tx: Database<Tables>, event: Event<Topics[T]>) => Promise<void> }

/** What follows from events of a topic in one statement, for several at once. */
export interface HeardTogether<T extends Topic = Topic> {
  /** Whether this event is such a one; all are unless told. The others are heard one by one. */
  takes?: (event: Event<Topics[T]>) => boolean
  /** Parts for `with taken as (…), …parts select`: `taken` has the `eventId` of each event that is new, and nothing may follow from another. */
  parts: (events: Event<Topics[T]>[]) => RawBuilder<unknown> | Promise<RawBuilder<unknown>>
}
export type HearingTogether = { [T in Topic]?: HeardTogether<T> }

/**
 * Takes an event once: a repeated one is dropped, and one that fails leaves no trace. Those of a topic that are heard together
 * and come at once take one statement, which is their transaction.
 */
export function takeOnce(
  db: Database,
  hearing: Hearing,
  together: HearingTogether = {}
): (event: Event) => Promise<void> {
  const gathered = new Map(
    Object.entries(together as Record<string, HeardTogether>).map(([topic, { takes = () => true, parts }]) => {
      const takeAll = async (all: Event[]) => {
        const ids = all.map(({ id }) => id)
        await sql`with taken as (insert into inbox ("eventId") select * from unnest(${ids}::uuid[])
          on conflict do nothing returning "eventId"), ${await parts(all as Event<never>[])} select`.execute(db)
      }
      const outcomeOf = (event: Event) => takeAll([event]).then(nothing, (error: Error) => error)
      const take = gathering((all: Event[]) =>
        all.length === 1
          ? outcomeOf(all[0]!).then((outcome) => [outcome])
          : takeAll(all).then(
              () => [],
              () => Promise.all(all.map(outcomeOf))
            )
      )
      return [topic, { takes: takes as (event: Event) => boolean, take }] as const
    })
  )
  return async (event) => {
    const shared = gathered.get(event.type)
    if (shared?.takes(event)) return shared.take(event)
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

const nothing = () => undefined

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
  '/internal/events/many': {
    post: {
      requestBody: { content: { 'application/json': { events: Event[] } } }
      responses: { 200: { content: { 'application/json': { takenIds: string[] } } } }
    }
  }
}

/** Less than a request may hold. */
const mostBytes = 128 * 1024
/** A receiver from before there were many, or more than it takes at once. */
const isSentSingly = (error: unknown) => error instanceof PeerProblem && [404, 413].includes(error.status)

/** Events by HTTP: each is POSTed to each subscriber's internal route with the sender's service token, together with others for it that are due. A service may speak only of its own topics. */
export function httpBus({ app, catalogue, peer }: HttpBusOptions): EventBus {
  let take: ((event: Event) => Promise<void>) | undefined
  const senders = new Map<string, (event: Event) => Promise<void>>()
  const senderTo = (name: string) => {
    if (!senders.has(name)) senders.set(name, openSender(peer(name)))
    return senders.get(name)!
  }
  const config = { access: { service: 'events' } }

  async function takeFrom(caller: Caller, event: Event): Promise<void> {
    if (caller.kind !== 'service' || event.source !== caller.name || !event.type.startsWith(`${caller.name}.`)) {
      throw new Problem(403, 'not-allowed', 'A service may only send events of its own.')
    }
    requirePayload(catalogue, event)
    if (take) await takeInTrace(event, take)
  }

  app.post(
    '/internal/events',
    { config, schema: { operationId: 'takeEvent', body: Envelope, response: { 204: Type.Null() } } },
    async ({ body, caller }, reply) => {
      await takeFrom(caller, body)
      reply.code(204)
      return null
    }
  )
  app.post(
    '/internal/events/many',
    {
      config,
      schema: {
        operationId: 'takeEvents',
        body: Type.Object({ events: Type.Array(Envelope, { minItems: 1, maxItems: atOnce }) }),
        response: { 200: Type.Object({ takenIds: Type.Array(Type.String()) }) }
      }
    },
    async ({ body: { events }, caller, log }) => {
      const results = await Promise.allSettled(events.map((event) => takeFrom(caller, event)))
      for (const [index, result] of results.entries())
        if (result.status === 'rejected')
          log.warn({ err: result.reason as Error, topic: events[index]!.type }, 'an event could not be taken')
      return { takenIds: events.filter((_, index) => results[index]!.status === 'fulfilled').map(({ id }) => id) }
    }
  )

  return {
    send: async (event, to) => {
      const results = await Promise.allSettled(to.map((name) => senderTo(name)(event)))
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

/** Sends events to one service: one by itself, those that are due at once in one request. */
function openSender(to: Peer): (event: Event) => Promise<void> {
  const client = createClient<EventPaths>(to)
  const sendOne = (event: Event) =>
    client.POST('/internal/events', { body: event }).then(nothing, (error: Error) => error)
  return gathering(async (events: Event[]): Promise<Outcomes> => {
    const isLarge = events.length > 1 && JSON.stringify(events).length > mostBytes
    if (events.length === 1 || isLarge) return Promise.all(events.map(sendOne))
    try {
      const { data } = await client.POST('/internal/events/many', { body: { events } })
      const taken = new Set(data!.takenIds)
      return events.map(({ id }) => (taken.has(id) ? undefined : new Error(`${to.name} has not taken it`)))
    } catch (error) {
      if (!isSentSingly(error)) throw error
      return Promise.all(events.map(sendOne))
    }
  })
}

/** Forgets events that are done and notes of events taken more than 30 days ago. */
export async function forgetOldEvents(db: Database): Promise<void> {
  await sql`delete from outbox where "doneAt" < now() - interval '30 days'`.execute(db)
  await sql`delete from inbox where "takenAt" < now() - interval '30 days'`.execute(db)
}
