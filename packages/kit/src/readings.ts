import { sql } from 'kysely'
import type pg from 'pg'
import type { Database } from './database.ts'
import { readTogether, type Reading } from './metrics.ts'

interface Waiting extends Record<string, number> {
  events: number
  eventSeconds: number
  eventsGivenUp: number
  jobs: number
  jobSeconds: number
  jobsFailed: number
}

/** What every service tells of its database: events and jobs that wait or were given up, and connections. Each process of a service tells the same of the first two. */
export function databaseReadings(db: Database, pool: pg.Pool): Record<string, Reading> {
  const of = readTogether(() => readWaiting(db))
  return {
    events_waiting: { help: 'Events that not all who hear them have taken.', read: of('events') },
    events_waiting_seconds: { help: 'For how long the oldest of them has been waiting.', read: of('eventSeconds') },
    events_given_up: { help: 'Events that are not sent any more by themselves.', read: of('eventsGivenUp') },
    jobs_waiting: { help: 'Jobs that are due and have not begun.', read: of('jobs') },
    jobs_waiting_seconds: { help: 'For how long the oldest of them has been due.', read: of('jobSeconds') },
    jobs_failed: { help: 'Jobs that are not tried any more by themselves.', read: of('jobsFailed') },
    database_connections_open: { help: 'Connections of this process to its database.', read: () => pool.totalCount },
    database_connections_idle: { help: 'Those of them that nobody uses.', read: () => pool.idleCount },
    database_connections_wanted: { help: 'How many wait here for a connection.', read: () => pool.waitingCount }
  }
}

async function readWaiting(db: Database): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select e.*, j.* from (
      select count(*) filter (where "dueAt" <> 'infinity') as "events",
        coalesce(extract(epoch from now() - min("occurredAt") filter (where "dueAt" <> 'infinity')), 0)::float8 as "eventSeconds",
        count(*) filter (where "dueAt" = 'infinity') as "eventsGivenUp"
      from outbox where "doneAt" is null
    ) e, (
      select count(*) filter (where attempts < max_attempts and run_at <= now()) as "jobs",
        coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and run_at <= now())), 0)::float8 as "jobSeconds",
        count(*) filter (where attempts >= max_attempts) as "jobsFailed"
      from graphile_worker.jobs where locked_at is null
    ) j`.execute(db)
  return rows[0]!
}
