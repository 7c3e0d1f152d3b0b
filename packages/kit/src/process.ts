import type pg from 'pg'
import { remoteKeys, type Keys } from './auth.ts'
import type { Peer } from './client.ts'
import type { Config } from './config.ts'
import { databaseUrl } from './config.ts'
import { checkMigrated, openDatabase, openPool, type Database } from './database.ts'
import {
  forgetOldEvents,
  httpBus,
  requirePayload,
  startRelay,
  takeOnce,
  type Catalogue,
  type Event,
  type EventBus,
  type Hearing,
  type HearingTogether
} from './events.ts'
import { forgetOldKeys } from './idempotency.ts'
import { enqueue, startJobs, type JobsOptions, type Task } from './jobs.ts'
import type { Reading } from './metrics.ts'
import { databaseReadings } from './readings.ts'
import { serve } from './serve.ts'
import type { App, Log } from './app.ts'
import { serviceTokens } from './tokens.ts'
import { startTracing } from './tracing.ts'

/** What happens later in a service: jobs by name, events by topic, timers by clock, sweeps by interval. */
export interface Work extends Partial<Pick<JobsOptions, 'timers' | 'sweeps' | 'concurrency'>> {
  tasks?: Record<string, Task>
  hearing?: Hearing
  /** What is heard in one statement for several events at once. */
  hearingTogether?: HearingTogether
  /** Values among the metrics, read when asked for. */
  readings?: Record<string, Reading>
  /** What runs from start to stop beside these. */
  loops?: ((log: Log) => { stop: () => Promise<void> })[]
}

/** What a service is given to start with. */
export interface Means<Tables> {
  db: Database<Tables>
  pool: pg.Pool
  keys: Keys
  log: string
  ready: () => Promise<unknown>
  /** Another service, to make a client of. */
  peer: (name: string) => Peer
}

export interface Service<Tables> {
  name: string
  config: Config<typeof databaseUrl>
  migrations: URL
  catalogue: Catalogue
  start: (means: Means<Tables>) => { app: App; work: Work }
}

/** Runs a service as a process: database, routes, jobs, events, until it is told to stop. */
export async function runService<Tables>({
  name,
  config,
  migrations,
  catalogue,
  start
}: Service<Tables>): Promise<void> {
  const tracing = await startTracing({
    name,
    endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    ratio: config.OTEL_TRACES_SAMPLER_ARG
  })
  const pool = openPool(config.DATABASE_URL, { name })
  const db = openDatabase<Tables>(pool)
  const tokens = serviceTokens({ url: config.TOKEN_URL, name, secret: config.SERVICE_SECRET })
  const peer = (peerName: string): Peer => ({ name: peerName, url: config.urlOf(peerName), tokens })
  const ready = () => pool.query('select 1')
  const { app, work } = start({ db, pool, keys: remoteKeys(config.JWKS_URL), log: config.LOG_LEVEL, ready, peer })
  await checkMigrated(pool, migrations).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
  app.addReadings({ ...databaseReadings(db, pool), ...work.readings })
  const take = takeOnce(db, work.hearing ?? {}, work.hearingTogether)
  const bus = await openBus()
  await bus.receive(take)
  const jobs = await startJobs({
    ...work,
    pool,
    log: app.log,
    tasks: {
      ...work.tasks,
      'take-event': async (event: Event) => {
        requirePayload(catalogue, event)
        await take(event)
      },
      'forget-old-keys': () => forgetOldKeys(db),
      'forget-old-events': () => forgetOldEvents(db)
    },
    timers: [
      ...(work.timers ?? []),
      { task: 'forget-old-keys', at: '17 * * * *' },
      { task: 'forget-old-events', at: '43 3 * * *' }
    ]
  })
  const relay = await startRelay({ db, pool, bus, catalogue, source: name, log: app.log })
  const loops = (work.loops ?? []).map((open) => open(app.log))
  await serve(app, config, [
    jobs.stop,
    ...loops.map(({ stop }) => stop),
    relay.stop,
    bus.close,
    () => db.destroy(),
    tracing.stop
  ])

  async function openBus(): Promise<EventBus> {
    if (config.EVENT_BUS === 'http') return httpBus({ app, catalogue, peer })
    const { natsBus } = await import('./nats.ts')
    return natsBus({
      name,
      url: config.NATS_URL,
      replicas: config.NATS_REPLICAS,
      catalogue,
      setAside: (event) => enqueue(db, 'take-event', event),
      log: app.log
    })
  }
}
