import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import type { Database } from './database.ts'
import type { App } from './service.ts'

const PersonPath = Type.Object({ userId: Type.String({ format: 'uuid' }) })

const PersonalData = Type.Object({
  data: Type.Object(
    {},
    { additionalProperties: true, description: 'What this service knows of the person, named as in its own routes.' }
  )
})

const ErasureReport = Type.Object({
  did: Type.Array(
    Type.Object({
      what: Type.String({ description: 'What was found, in the plural.' }),
      count: Type.Integer({ minimum: 0 }),
      how: Type.Enum(['deleted', 'pseudonymised'])
    })
  )
})

/** What an erasure did to the things of one kind. */
export type Erased = Static<typeof ErasureReport>['did'][number]

/** What every service that knows people offers to the one that answers for them: a person's part of an archive, and its erasure, which may be asked for again. */
export function peopleRoutes(
  app: App,
  {
    collect,
    erase
  }: { collect: (userId: string) => Promise<Record<string, unknown>>; erase: (userId: string) => Promise<Erased[]> }
): void {
  const config = { access: { service: 'people' } }
  app.get(
    '/internal/people/:userId',
    { config, schema: { operationId: 'collectPersonalData', params: PersonPath, response: { 200: PersonalData } } },
    async ({ params }) => ({ data: await collect(params.userId) })
  )
  app.delete(
    '/internal/people/:userId',
    { config, schema: { operationId: 'erasePersonalData', params: PersonPath, response: { 200: ErasureReport } } },
    async ({ params }) => ({ did: await erase(params.userId) })
  )
}

/** Forgets what the kit itself keeps of a person: stored answers, and payloads of events about them that were taken. */
export async function forgetTraces(tx: Database, userId: string): Promise<void> {
  await sql`delete from idempotency where "scope" = any(${[`customer:${userId}`, `staff:${userId}`]}::text[])`.execute(
    tx
  )
  await sql`update outbox set "data" = '{}' where "doneAt" is not null and "data"->>'userId' = ${userId}`.execute(tx)
}
