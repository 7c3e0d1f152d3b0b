import type { Once } from '@lumora/kit/idempotency'
import { enqueue } from '@lumora/kit/jobs'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import type { Database } from '@lumora/kit/database'
import { effectProposal, findProposal, findProposals, saveDecision, saveProposal } from '../models/proposals.ts'
import { claimRates, findRates } from '../models/rates.ts'
import { findImpact } from '../models/repricings.ts'
import type { Impact, NewProposal, Proposal, Rate } from '../schemas/rates.ts'
import { finenessesOf } from './prices.ts'
import { pricedBy, rateInForce, readRate, shopCurrency, type Deps } from './rates.ts'
import { startRepricing } from './repricings.ts'

/** The job that puts an approved rate in force at its time. */
export const effectTask = 'put-rate-in-force'

/** Proposes a rate, for another member of staff to approve. */
export function proposeRate({ db }: Deps, once: Once, staffId: string, given: NewProposal): Promise<Proposal> {
  if (given.fineness !== 1000 && !finenessesOf(given.metal).includes(given.fineness))
    throw new Problem(422, 'purity-not-known', `${given.fineness} is not a fineness of ${given.metal}.`)
  return db.transaction().execute(async (tx) => {
    const row = { ...given, currency: shopCurrency, proposedBy: staffId, rollbackOf: null }
    return once.answer(tx, 201, await saveProposal(tx, row))
  })
}

/** Proposes again a rate that was in force. */
export async function proposeRollback(deps: Deps, once: Once, staffId: string, rateId: number): Promise<Proposal> {
  const { id, metal, fineness, side, minorPerGram, currency, source } = await readRate(deps, rateId)
  return deps.db.transaction().execute(async (tx) => {
    const row = { metal, fineness, side, minorPerGram, currency, source, proposedBy: staffId, rollbackOf: id }
    return once.answer(tx, 201, await saveProposal(tx, row))
  })
}

/** A page of proposals, the newest first. */
export async function listProposals(
  { db }: Deps,
  { status, after, limit }: { status?: string; after?: string; limit: number }
) {
  const place = after === undefined ? null : (readPlace(after, ['id'])[0] as string)
  return pageOf(await findProposals(db, status, place, limit + 1), limit, ({ id }) => [id])
}

export async function readProposal({ db }: Deps, id: string): Promise<Proposal> {
  const proposal = await findProposal(db, id)
  if (!proposal) throw notThere()
  return proposal
}

/** What approving the proposal now would do to the prices of everything on sale; writes nothing. */
export async function previewProposal(deps: Deps, id: string): Promise<Impact> {
  const proposal = await readProposal(deps, id)
  const rates = await findRates(deps.db)
  const affected = { metal: proposal.metal, finenesses: pricedBy(rates, proposal) }
  const row = await findImpact(deps.db, affected, {
    minorPerGram: proposal.minorPerGram,
    pure: proposal.fineness === 1000
  })
  return { ...changeOf(deps, rates, proposal), ...row }
}

/** How far a proposed rate is from the one in force, and whether that needs a second look. */
function changeOf({ largeChangePermille = 200 }: Deps, rates: readonly Rate[], proposal: Proposal) {
  const current = rateInForce(rates, proposal)?.rate
  if (!current) return { currentMinorPerGram: null, rateChangePermille: null, large: false }
  const currentMinor = Number(current.numerator) / Number(current.denominator)
  const change = ((proposal.minorPerGram - currentMinor) * 1000) / currentMinor
  return {
    currentMinorPerGram: Math.round(currentMinor),
    rateChangePermille: Math.round(change * 10) / 10,
    large: Math.abs(change) > largeChangePermille
  }
}

/** Approves another's proposal: it comes into force at once or at its time, and what it prices is priced anew by jobs. Approving again changes nothing. */
export function approveProposal(
  deps: Deps,
  staffId: string,
  id: string,
  confirmLargeChange: boolean
): Promise<Proposal> {
  return deps.db.transaction().execute(async (tx) => {
    await claimRates(tx)
    const proposal = await findProposal(tx, id, true)
    if (!proposal) throw notThere()
    if (proposal.proposedBy === staffId)
      throw new Problem(403, 'own-proposal', 'Who proposed a rate cannot approve it: ask somebody else.')
    if (proposal.status === 'rejected') throw settled()
    if (proposal.status !== 'proposed') return proposal
    const { large, rateChangePermille, currentMinorPerGram } = changeOf(deps, await findRates(tx), proposal)
    if (large && !confirmLargeChange)
      throw new Problem(
        409,
        'large-change',
        `This rate is ${rateChangePermille! / 10} % from the one in force. If it is meant, approve it with confirmLargeChange.`,
        { currentMinorPerGram, rateChangePermille }
      )
    const approved = await saveDecision(tx, id, 'approved', staffId)
    if (approved.effectiveAt !== null && Date.parse(approved.effectiveAt) > Date.now()) {
      await enqueue(tx, effectTask, { proposalId: id }, { runAt: approved.effectiveAt })
      return approved
    }
    await effect(tx, id)
    return (await findProposal(tx, id))!
  })
}

/** Refuses a proposal, for good; who made it may withdraw it so. */
export function rejectProposal({ db }: Deps, staffId: string, id: string): Promise<Proposal> {
  return db.transaction().execute(async (tx) => {
    const proposal = await findProposal(tx, id, true)
    if (!proposal) throw notThere()
    if (proposal.status === 'rejected') return proposal
    if (proposal.status !== 'proposed') throw settled()
    return saveDecision(tx, id, 'rejected', staffId)
  })
}

/** Puts an approved rate in force, once. */
export function effectRate({ db }: Deps, { proposalId }: { proposalId: string }): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await claimRates(tx)
    await effect(tx, proposalId)
  })
}

async function effect(tx: Database, proposalId: string): Promise<void> {
  const effected = await effectProposal(tx, proposalId)
  if (!effected) return
  await startRepricing(tx, effected, pricedBy(await findRates(tx), effected))
}

const notThere = () => new Problem(404, 'not-found', 'There is no such proposal.')
const settled = () => new Problem(409, 'proposal-settled', 'This proposal has been decided already.')
