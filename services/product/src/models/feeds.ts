import type { Database } from '@lumora/kit/database'
import { sql } from 'kysely'
import type { FeedRun, TakenRate } from '../schemas/feeds.ts'
import type { Proposal } from '../schemas/rates.ts'

/** Lets only one process take a feed in until this transaction ends; false when another one does. */
export async function claimFeed(tx: Database): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(7421, 0) as "mine"`.execute(tx)
  return rows[0]!.mine
}

/** The open proposals of somebody, for example of the feed. */
export async function findOpenProposals(tx: Database, proposedBy: string): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select "id", "metal", "fineness", "side", "minorPerGram" from "rateProposals"
    where "proposedBy" = ${proposedBy} and "status" = 'proposed' for update`.execute(tx)
  return rows
}

export async function saveFeedRun(
  db: Database,
  outcome: FeedRun['outcome'],
  detail: string,
  rates: TakenRate[]
): Promise<void> {
  await sql`insert into "feedRuns" ("outcome", "detail", "rates") values (${outcome}, ${detail}, ${JSON.stringify(rates)}::jsonb)`.execute(
    db
  )
  await sql`delete from "feedRuns" where "at" < now() - interval '90 days'`.execute(db)
}

/** Up to `limit` runs before this one, the newest first. */
export async function findFeedRuns(db: Database, beforeId: number | null, limit: number): Promise<FeedRun[]> {
  const { rows } = await sql<FeedRun>`
    select "id", "outcome", "detail", "rates", "at" from "feedRuns"
    where "id" < coalesce(${beforeId}::bigint, 9223372036854775807) order by "id" desc limit ${limit}`.execute(db)
  return rows
}
