import type { Database } from '@lumora/kit/database'
import { sql } from 'kysely'
import type { NewProposal, Proposal } from '../schemas/rates.ts'

const columns = sql`"id", "metal", "fineness", "side", "minorPerGram", "currency", "source", "effectiveAt", "rollbackOf", "status",
  "proposedBy", "proposedAt", "decidedBy", "decidedAt"`

export interface ProposalRow extends NewProposal {
  currency: string
  proposedBy: string
  rollbackOf: number | null
}

export async function saveProposal(tx: Database, row: ProposalRow): Promise<Proposal> {
  const { metal, fineness, side, minorPerGram, currency, source, effectiveAt = null, rollbackOf, proposedBy } = row
  const { rows } = await sql<Proposal>`
    insert into "rateProposals" ("metal", "fineness", "side", "minorPerGram", "currency", "source", "effectiveAt", "rollbackOf", "proposedBy")
    values (${metal}, ${fineness}, ${side}, ${minorPerGram}, ${currency}, ${source}, ${effectiveAt}::timestamptz, ${rollbackOf}, ${proposedBy})
    returning ${columns}`.execute(tx)
  return rows[0]!
}

/** The proposal; with `lock`, nobody else decides it until the transaction ends. */
export async function findProposal(db: Database, id: string, lock = false): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`
    select ${columns} from "rateProposals" where "id" = ${id} ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

/** Up to `limit` proposals made before this one, the newest first. */
export async function findProposals(
  db: Database,
  status: string | undefined,
  beforeId: string | null,
  limit: number
): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select ${columns} from "rateProposals"
    where "status" = coalesce(${status ?? null}, "status") and "id" < coalesce(${beforeId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    order by "id" desc limit ${limit}`.execute(db)
  return rows
}

/** Notes what was decided of a proposal that is still open. */
export async function saveDecision(
  tx: Database,
  id: string,
  status: 'approved' | 'rejected',
  decidedBy: string
): Promise<Proposal> {
  const { rows } = await sql<Proposal>`
    update "rateProposals" set "status" = ${status}, "decidedBy" = ${decidedBy}, "decidedAt" = clock_timestamp()
    where "id" = ${id} and "status" = 'proposed' returning ${columns}`.execute(tx)
  return rows[0]!
}

/** Makes an approved proposal a rate in force, once: undefined when it is not, or no longer, an approved one. */
export async function effectProposal(tx: Database, id: string): Promise<({ rateId: number } & Proposal) | undefined> {
  const { rows } = await sql<{ rateId: number } & Proposal>`
    with effected as (
      update "rateProposals" set "status" = 'in-force' where "id" = ${id} and "status" = 'approved' returning ${columns}
    ),
    added as (
      insert into "metalRates" ("metal", "fineness", "side", "minorPerGram", "currency", "source", "proposalId")
      select "metal", "fineness", "side", "minorPerGram", "currency", "source", "id" from effected returning "id"
    )
    select effected.*, added."id" as "rateId" from effected cross join added`.execute(tx)
  return rows[0]
}
