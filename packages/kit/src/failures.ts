import { Type } from 'typebox'
import type { Database } from './database.ts'
import { listFailedEvents, retryFailedEvent } from './events.ts'
import { listFailedJobs, retryFailedJob, type FailedJob } from './jobs.ts'
import { Problem } from './problem.ts'
import type { App } from './app.ts'

const FailedJob = Type.Object({
  id: Type.String({ description: 'A number, or an event’s id.' }),
  task: Type.String({ description: 'What was to be done; of an event `send` and its topic.' }),
  attempts: Type.Integer(),
  lastError: Type.Union([Type.String(), Type.Null()]),
  failedAt: Type.String({ format: 'date-time' })
})

/** For staff: the jobs and events of a service that failed for good, and the means to have one tried again. */
export function failureRoutes(app: App, name: string, db: Database): void {
  const title = name[0]!.toUpperCase() + name.slice(1)
  const url = `/api/v1/operations/${name}/failed-jobs`
  app.get(
    url,
    {
      config: { access: { staff: 'operations:read' } },
      schema: {
        operationId: `list${title}FailedJobs`,
        querystring: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }) }),
        response: { 200: Type.Object({ items: Type.Array(FailedJob) }) }
      }
    },
    async ({ query }) => ({ items: await listFailures(db, query.limit) })
  )
  app.post(
    `${url}/:jobId/retry`,
    {
      config: { access: { staff: 'operations:write' } },
      schema: {
        operationId: `retry${title}FailedJob`,
        params: Type.Object({
          jobId: Type.String({ pattern: '^([0-9]{1,18}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$' })
        }),
        response: { 204: Type.Null() }
      }
    },
    async ({ params }, reply) => {
      const retry = params.jobId.includes('-') ? retryFailedEvent : retryFailedJob
      if (!(await retry(db, params.jobId))) throw new Problem(404, 'not-found', 'There is no such failed job.')
      reply.code(204)
      return null
    }
  )
}

async function listFailures(db: Database, limit: number): Promise<FailedJob[]> {
  const [jobs, events] = await Promise.all([listFailedJobs(db, limit), listFailedEvents(db, limit)])
  const failedEvents = events.map(({ id, topic, tries, lastError, occurredAt }) => ({
    id,
    task: `send ${topic}`,
    attempts: tries,
    lastError,
    failedAt: occurredAt
  }))
  return [...jobs, ...failedEvents].sort((a, b) => (a.failedAt < b.failedAt ? 1 : -1)).slice(0, limit)
}
