import { createHash, randomBytes } from 'node:crypto'
import type { Once } from '@lumora/kit/idempotency'
import { pageOf } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { collectPerson, erasePerson } from '../models/people.ts'
import { findProfile, withPersonLocked } from '../models/profiles.ts'
import {
  beginPart,
  countRecentExports,
  enqueueRepeats,
  findArchive,
  findErasedSince,
  findErasure,
  findErasures,
  findExport,
  findRequest,
  finishPart,
  forgetArchives,
  insertRequest,
  mostTries,
  notePartTrouble,
  type DataRequest
} from '../models/requests.ts'
import type { Archive, Erasure, ErasureReceipt, Export } from '../schemas/requests.ts'
import { idAfter, type Deps, type Paging } from './profiles.ts'

const here = 'user'
const exportsAnHour = 5
const servicesOf = ({ people }: Deps) => [...Object.keys(people), here].sort()
const hashOf = (receipt: string) => createHash('sha256').update(receipt).digest()

const stateOf = ({ expired, finishedAt, parts }: DataRequest): Export['state'] => {
  if (expired) return 'expired'
  if (finishedAt !== null) return 'done'
  return parts.some(({ state }) => state === 'failed') ? 'failed' : 'running'
}

const shownExport = (request: DataRequest): Export => {
  const { id, requestedAt, finishedAt, expiresAt, parts } = request
  return {
    id,
    state: stateOf(request),
    parts: parts.map(({ service, state, tries, doneAt }) => ({ service, state, tries, doneAt })),
    requestedAt,
    finishedAt,
    expiresAt
  }
}

const shownErasure = (request: DataRequest): Erasure => {
  const { requestedAt, finishedAt, parts } = request
  return {
    state: stateOf(request),
    parts: parts.map(({ service, state, tries, doneAt, did }) => ({ service, state, tries, doneAt, did })),
    requestedAt,
    finishedAt
  }
}

/** Begins to collect all that the services know of a person; at most 5 times an hour. */
export function askForExport(deps: Deps, once: Once, userId: string): Promise<Export> {
  return withPersonLocked(deps.db, userId, async (tx) => {
    if ((await countRecentExports(tx, userId)) >= exportsAnHour)
      throw new Problem(429, 'too-many-exports', 'You have asked for several archives already. Ask again in an hour.', {
        retryAfter: 3600
      })
    const request = await insertRequest(tx, { kind: 'export', userId, services: servicesOf(deps) })
    return once.answer(tx, 202, shownExport(request))
  })
}

async function ownExport({ db }: Deps, userId: string, id: string): Promise<DataRequest> {
  const found = await findExport(db, userId, id)
  if (!found) throw new Problem(404, 'not-found', 'You have no such archive.')
  return found
}

/** How a person's export stands. */
export const showExport = async (deps: Deps, userId: string, id: string): Promise<Export> =>
  shownExport(await ownExport(deps, userId, id))

/** The archive of a finished export, for 7 days: complete, or not at all. */
export async function downloadArchive(deps: Deps, userId: string, id: string): Promise<Archive> {
  const { finishedAt, requestedAt, expired } = await ownExport(deps, userId, id)
  if (expired) throw new Problem(410, 'archive-expired', 'This archive was kept for 7 days. Ask for a new one.')
  if (finishedAt === null)
    throw new Problem(409, 'archive-not-ready', 'The archive is still being collected. Come back in a while.', {
      retryAfter: 5
    })
  const parts = await findArchive(deps.db, id)
  return { format: 'lumora-personal-data', version: 1, userId, requestedAt, finishedAt, parts }
}

/**
 * Erases a person: here at once, which leaves a tombstone, and in every other service by jobs that are tried until they
 * are done, and once more an hour later. The e-mail is to show that it is meant. Only a receipt tells of it afterwards.
 */
export async function askForErasure(
  deps: Deps,
  once: Once,
  person: { id: string; isStaff: boolean },
  { email }: { email: string }
): Promise<ErasureReceipt> {
  const { id: userId, isStaff } = person
  if (isStaff) throw new Problem(409, 'staff-account', 'Staff have their roles withdrawn before they are erased.')
  return withPersonLocked(deps.db, userId, async (tx) => {
    const known = (await findProfile(tx, userId))?.email
    if (!known || known.toLowerCase() !== email.trim().toLowerCase())
      throw new Problem(422, 'confirmation-wrong', 'Give the e-mail of your account, to show that you mean it.', {
        errors: [{ pointer: '#/email', detail: 'is not the one of this account' }]
      })
    const receipt = randomBytes(32).toString('base64url')
    const did = await erasePerson(tx, userId)
    const services = servicesOf(deps)
    const { id } = await insertRequest(tx, { kind: 'erasure', userId, services, receiptHash: hashOf(receipt) })
    await finishPart(tx, id, here, did)
    const request = (await findRequest(tx, id))!
    await enqueueRepeats(tx, [userId], services, new Date(Date.now() + 3_600_000).toISOString())
    return once.answer(tx, 202, { ...shownErasure(request), receipt })
  })
}

/** How the erasure of a receipt stands, and what it did. */
export async function showErasure({ db }: Deps, receipt: string): Promise<Erasure> {
  const found = await findErasure(db, hashOf(receipt))
  if (!found) throw new Problem(404, 'not-found', 'There is no erasure with this receipt.')
  return shownErasure(found)
}

/** All erasures for staff, the newest first, with what is in their way. */
export async function listErasures({ db }: Deps, paging: Paging) {
  const rows = await findErasures(db, idAfter(paging), paging.limit + 1)
  return pageOf(
    rows,
    paging.limit,
    ({ id }) => [id],
    (request) => ({
      ...shownErasure(request),
      id: request.id,
      userId: request.userId,
      parts: request.parts
    })
  )
}

/** Collects or erases what one service has of a person. Told again it does nothing; what fails is noted, and thrown so that it is tried again. */
export async function workOnPart(deps: Deps, requestId: string, service: string, attempt: number): Promise<void> {
  const { db } = deps
  const part = await beginPart(db, requestId, service)
  if (!part) return
  try {
    const data = await (part.kind === 'export' ? collect : erase)(deps, part.userId, service)
    await db.transaction().execute((tx) => finishPart(tx, requestId, service, data))
  } catch (error) {
    const trouble = error instanceof Problem ? error.slug : 'internal-error'
    await notePartTrouble(db, requestId, service, { trouble, last: attempt >= mostTries })
    throw error
  }
}

const collect = ({ db, people }: Deps, userId: string, service: string) =>
  service === here ? collectPerson(db, userId) : people[service]!.collect(userId)

/** Has one service forget a person; here it does so in a transaction. */
export function erase({ db, people }: Deps, userId: string, service: string) {
  return service === here ? db.transaction().execute((tx) => erasePerson(tx, userId)) : people[service]!.erase(userId)
}

/** Forgets archives whose time is up. */
export const dropOldArchives = ({ db }: Deps): Promise<void> => forgetArchives(db)

/** After a backup was restored: has every service forget again those who were erased since it was made. */
export async function replayErasures(deps: Deps, since: string): Promise<{ people: number }> {
  const userIds = await findErasedSince(deps.db, since)
  await enqueueRepeats(deps.db, userIds, servicesOf(deps))
  return { people: userIds.length }
}
