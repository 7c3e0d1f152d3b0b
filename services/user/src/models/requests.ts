import { enqueue } from '@lumora/kit/jobs'
import { sql } from 'kysely'
import type { Db } from './profiles.ts'

export type Kind = 'export' | 'erasure'

export interface RequestPart {
  service: string
  state: 'pending' | 'done' | 'failed'
  tries: number
  trouble: string | null
  doneAt: string | null
  /** Of an erasure what it did; of an archive it is read by `findArchive` alone. */
  did: { what: string; count: number; how: 'deleted' | 'pseudonymised' }[]
}

export interface DataRequest {
  id: string
  kind: Kind
  userId: string
  requestedAt: string
  finishedAt: string | null
  expiresAt: string | null
  expired: boolean
  parts: RequestPart[]
}

const columns = sql`r."id", r."kind", r."userId", r."requestedAt", r."finishedAt", r."expiresAt",
  coalesce(r."expiresAt" <= now(), false) as "expired", (
    select json_agg(json_build_object('service', p."service", 'state', p."state", 'tries', p."tries", 'trouble', p."trouble",
      'doneAt', to_char(p."doneAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'did', case when r."kind" = 'erasure' then coalesce(p."data", '[]') else '[]' end) order by p."service")
    from data_request_parts p where p."requestId" = r."id") as "parts"`

/** Records what a person asks for, one part a service, and a job for each part. */
export async function insertRequest(
  tx: Db,
  { kind, userId, services, receiptHash }: { kind: Kind; userId: string; services: string[]; receiptHash?: Buffer }
): Promise<DataRequest> {
  const { rows } = await sql<{ id: string }>`insert into data_requests ("kind", "userId", "receiptHash")
    values (${kind}, ${userId}, ${receiptHash ?? null}) returning "id"`.execute(tx)
  const { id } = rows[0]!
  await sql`insert into data_request_parts ("requestId", "service") select ${id}::uuid, unnest(${services}::text[])`.execute(
    tx
  )
  for (const service of services)
    await enqueue(tx, 'work-on-part', { requestId: id, service }, { maxAttempts: mostTries })
  return (await findRequest(tx, id))!
}

/** So often a part is tried, with growing pauses: about three days. */
export const mostTries = 25

/** A request with its parts. */
export async function findRequest(db: Db, id: string): Promise<DataRequest | undefined> {
  const { rows } = await sql<DataRequest>`select ${columns} from data_requests r where r."id" = ${id}`.execute(db)
  return rows[0]
}

/** A person's export with its parts. */
export async function findExport(db: Db, userId: string, id: string): Promise<DataRequest | undefined> {
  const { rows } = await sql<DataRequest>`select ${columns} from data_requests r
    where r."id" = ${id} and r."userId" = ${userId} and r."kind" = 'export'`.execute(db)
  return rows[0]
}

/** The erasure of a receipt. */
export async function findErasure(db: Db, receiptHash: Buffer): Promise<DataRequest | undefined> {
  const { rows } = await sql<DataRequest>`
    select ${columns} from data_requests r where r."receiptHash" = ${receiptHash}`.execute(db)
  return rows[0]
}

/** At most `limit` erasures before the one with this id, the newest first. */
export async function findErasures(db: Db, beforeId: string | null, limit: number): Promise<DataRequest[]> {
  const { rows } = await sql<DataRequest>`select ${columns} from data_requests r where r."kind" = 'erasure'
    and r."id" < ${beforeId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'} order by r."id" desc limit ${limit}`.execute(db)
  return rows
}

/** How many exports a person has asked for in the last hour. */
export async function countRecentExports(tx: Db, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as "count" from data_requests
    where "userId" = ${userId} and "kind" = 'export' and "requestedAt" > now() - interval '1 hour'`.execute(tx)
  return rows[0]!.count
}

/** What the services have given for an export, by service. */
export async function findArchive(db: Db, id: string): Promise<Record<string, Record<string, unknown>>> {
  const { rows } = await sql<{ parts: Record<string, Record<string, unknown>> }>`
    select json_object_agg("service", "data" order by "service") as "parts"
    from data_request_parts where "requestId" = ${id}`.execute(db)
  return rows[0]!.parts
}

/** Notes a try at a part that is still to be done, and says whose it is; undefined when there is nothing to do. */
export async function beginPart(
  db: Db,
  id: string,
  service: string
): Promise<{ kind: Kind; userId: string } | undefined> {
  const { rows } = await sql<{ kind: Kind; userId: string }>`
    update data_request_parts p set "tries" = "tries" + 1 from data_requests r
    where r."id" = p."requestId" and p."requestId" = ${id} and p."service" = ${service} and p."state" <> 'done'
    returning r."kind", r."userId"`.execute(db)
  return rows[0]
}

/** Keeps what a part gave; with the last part the request is finished, and an export is kept for 7 days from then. */
export async function finishPart(tx: Db, id: string, service: string, data: unknown): Promise<void> {
  await sql`select from data_requests where "id" = ${id} for update`.execute(tx)
  await sql`update data_request_parts set "state" = 'done', "trouble" = null, "doneAt" = now(), "data" = ${JSON.stringify(data)}::jsonb
    where "requestId" = ${id} and "service" = ${service} and "state" <> 'done'`.execute(tx)
  await sql`update data_requests r set "finishedAt" = now(),
      "expiresAt" = case when "kind" = 'export' then now() + interval '7 days' end
    where "id" = ${id} and "finishedAt" is null and not exists (
      select from data_request_parts p where p."requestId" = r."id" and p."state" <> 'done')`.execute(tx)
}

/** Notes why a part was not done; after the last try it has failed. */
export async function notePartTrouble(
  db: Db,
  id: string,
  service: string,
  { trouble, last }: { trouble: string; last: boolean }
): Promise<void> {
  await sql`update data_request_parts set "trouble" = ${trouble}, "state" = case when ${last} then 'failed' else 'pending' end
    where "requestId" = ${id} and "service" = ${service} and "state" <> 'done'`.execute(db)
}

/** Forgets what archives held 7 days after they were finished, and all of them after 30. */
export async function forgetArchives(db: Db): Promise<void> {
  await sql`update data_request_parts p set "data" = null from data_requests r
    where r."id" = p."requestId" and r."kind" = 'export' and r."expiresAt" <= now() and p."data" is not null`.execute(
    db
  )
  await sql`delete from data_requests where "kind" = 'export' and "requestedAt" < now() - interval '30 days'`.execute(
    db
  )
}

/** Has each service forget a person once more, later: what was on its way at the first time is there by then. */
export async function enqueueRepeats(tx: Db, userIds: string[], services: string[], runAt?: string): Promise<void> {
  await sql`select graphile_worker.add_job('repeat-erasure', payload := json_build_object('userId', "userId", 'service', "service"),
      run_at := ${runAt ?? null}::timestamptz)
    from unnest(${userIds}::text[]) as u("userId"), unnest(${services}::text[]) as s("service")`.execute(tx)
}

/** Those who have been erased since then. */
export async function findErasedSince(db: Db, since: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select "id" from profiles where "erasedAt" >= ${since} order by "erasedAt"`.execute(db)
  return rows.map(({ id }) => id)
}
