import { run, Logger, type ParsedCronItem, parseCronItems, type JobHelpers, type Runner } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import { context } from './context.ts'
import type { Database } from './database.ts'
import type { Log } from './app.ts'
import { isTracing, traced } from './tracing.ts'

/** How long the calls of one job may take together. */
const jobDeadlineMs = 30_000
/** A job that was begun so long ago has lost its worker. */
const abandonedSeconds = 45

/** What a job makes happen. It may run more than once, so it must be safe to repeat; what it throws is tried again. */
export type Task = (payload: any, job: { id: string; attempt: number }) => Promise<void>

export interface EnqueueOptions {
  runAt?: string
  /** A job with this key that has not started is replaced, so a timer can be moved or set twice. */
  key?: string
  maxAttempts?: number
}

/** Enqueues a job in the caller's own transaction: it runs if and only if the change commits. */
export async function enqueue(
  tx: Database,
  task: string,
  payload: unknown,
  { runAt, key, maxAttempts }: EnqueueOptions = {}
): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, payload := ${JSON.stringify(payload)}::json, run_at := ${runAt ?? null}::timestamptz,
    job_key := ${key ?? null}, max_attempts := ${maxAttempts ?? 25}, flags := ${traceFlags()})`.execute(tx)
}

const traceFlag = 'trace:'

/** The trace that a job is enqueued in goes with it as a flag. */
function traceFlags(): string[] | null {
  const traceparent = isTracing() ? context.getStore()?.traceparent : undefined
  return traceparent === undefined ? null : [traceFlag + traceparent]
}

function traceOf(flags: Record<string, true> | null): { traceparent?: string } {
  const flag = Object.keys(flags ?? {}).find((name) => name.startsWith(traceFlag))
  return flag === undefined ? {} : { traceparent: flag.slice(traceFlag.length) }
}

/** Drops a job that has not started, for example a timer that is no longer needed. */
export async function dropJob(tx: Database, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${key})`.execute(tx)
}

export interface JobsOptions {
  pool: pg.Pool
  tasks: Record<string, Task>
  /** Tasks by clock: cron pattern in UTC. */
  timers?: { task: string; at: string }[]
  /** Functions run every so many seconds by each process, for sweeps over rows that are due. */
  sweeps?: { seconds: number; run: () => Promise<unknown> }[]
  concurrency?: number
  log: Log
}

export interface Jobs {
  stop: () => Promise<void>
}

/** Works off jobs until stopped; what is under way when it stops is finished, or taken up by another process. */
export async function startJobs({
  pool,
  tasks,
  timers = [],
  sweeps = [],
  concurrency = 4,
  log
}: JobsOptions): Promise<Jobs> {
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, { job }: JobHelpers) =>
        context.run(
          { requestId: `job-${name}-${job.id}`, deadlineAt: Date.now() + jobDeadlineMs, ...traceOf(job.flags) },
          () => traced(`job ${name}`, { kind: 'consumer' }, () => task(payload, { id: job.id, attempt: job.attempts }))
        )
    ])
  )
  const parsedCronItems: ParsedCronItem[] = parseCronItems(
    timers.map(({ task, at }) => ({ task, match: at, identifier: task }))
  )
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
  })
  const stopped = new AbortController()
  let runner = await openRunner()

  /**
   * A runner, and another one in its place when all its workers miss three times in a row: graphile-worker 0.18.0 keeps the
   * failure of its very first query for ever, so one connection that timed out on a busy machine would end all jobs.
   */
  async function openRunner(): Promise<Runner> {
    const opened = await run({
      pgPool: pool,
      taskList,
      parsedCronItems,
      noHandleSignals: true,
      logger,
      concurrency,
      pollInterval: 2000
    })
    let misses = 0
    opened.events.on('worker:getJob:error', () => {
      if (++misses === 3 * concurrency) void replace(opened)
    })
    for (const found of ['worker:getJob:empty', 'job:start'] as const) opened.events.on(found, () => (misses = 0))
    return opened
  }

  async function replace(broken: Runner): Promise<void> {
    log.warn('no job could be fetched three times in a row: the workers are made anew')
    await broken.stop().catch(() => {})
    while (!stopped.signal.aborted) {
      try {
        runner = await openRunner()
        if (stopped.signal.aborted) await runner.stop()
        return
      } catch (error) {
        log.warn({ err: error }, 'the workers could not be made anew; they will be')
        await new Promise((resolve) => setTimeout(resolve, 2000))
      }
    }
  }

  const freeing = { seconds: 10, run: () => freeAbandoned(pool) }
  const running = [...sweeps, freeing].map(({ seconds, run: sweep }) => repeat(seconds, sweep, stopped.signal, log))
  return {
    stop: async () => {
      stopped.abort()
      await Promise.all([runner.stop().catch(() => {}), ...running])
    }
  }
}

/** Gives jobs to others whose process was killed with them: graphile-worker itself waits 4 hours, a job here is done in 30 s, or may run twice. */
async function freeAbandoned(pool: pg.Pool): Promise<void> {
  await pool.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null
     where locked_at < now() - make_interval(secs => $1)`,
    [abandonedSeconds]
  )
}

/** Runs `work`, waits, and runs it again, until the signal. A failure is logged and does not end it. */
async function repeat(seconds: number, work: () => Promise<unknown>, signal: AbortSignal, log: Log): Promise<void> {
  while (!signal.aborted) {
    await work().catch((error: unknown) => log.warn({ err: error }, 'a sweep failed and will run again'))
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, seconds * 1000)
      function done() {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      signal.addEventListener('abort', done)
      if (signal.aborted) done()
    })
  }
}

export interface FailedJob {
  id: string
  task: string
  attempts: number
  lastError: string | null
  failedAt: string
}

/** Jobs that failed for good, the newest first. */
export async function listFailedJobs(db: Database, limit: number): Promise<FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select id::text as "id", task_identifier as "task", attempts as "attempts", left(last_error, 500) as "lastError", updated_at as "failedAt"
    from graphile_worker.jobs where attempts >= max_attempts and locked_at is null order by updated_at desc limit ${limit}`.execute(
    db
  )
  return rows
}

/** Gives a job that failed for good all its attempts again, from now. False when there is no such job. */
export async function retryFailedJob(db: Database, id: string): Promise<boolean> {
  const { rows } =
    await sql`select id from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at := now(), attempts := 0)`.execute(
      db
    )
  return rows.length > 0
}
