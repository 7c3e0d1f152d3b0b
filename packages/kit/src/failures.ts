import { Type } from 'typebox'
import type { Database } from './database.ts'
import { listFailedJobs, retryFailedJob } from './jobs.ts'
import { Problem } from './problem.ts'
import type { App } from './app.ts'

const FailedJob = Type.Object({
  id: Type.String(),
  task: Type.String(),
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
    async ({ query }) => ({ items: await listFailedJobs(db, query.limit) })
  )
  app.post(
    `${url}/:jobId/retry`,
    {
      config: { access: { staff: 'operations:write' } },
      schema: {
        operationId: `retry${title}FailedJob`,
        params: Type.Object({ jobId: Type.String({ pattern: '^[0-9]{1,18}$' }) }),
        response: { 204: Type.Null() }
      }
    },
    async ({ params }, reply) => {
      if (!(await retryFailedJob(db, params.jobId))) throw new Problem(404, 'not-found', 'There is no such failed job.')
      reply.code(204)
      return null
    }
  )
}
