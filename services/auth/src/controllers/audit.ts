import { createHash } from 'node:crypto'
import { context } from '@lumora/kit/context'
import { pageOf, readPlace } from '@lumora/kit/pages'
import {
  findEntriesAfter,
  findEntriesBefore,
  findHead,
  insertEntry,
  lockHead,
  type StoredEntry
} from '../models/audit.ts'
import type { Db } from '../models/users.ts'
import type { AuditVerdict } from '../schemas/audit.ts'
import { shortened } from './limits.ts'

/** Who does something, and from where. */
export interface Doer {
  /** `user:<id>` or `service:<name>`. */
  actor: string
  address: string
}

export interface Deed extends Doer {
  action: string
  object: string
  before?: unknown
  after?: unknown
}

/** The actor and the object that a user is. */
export const user = (id: string): string => `user:${id}`

/** Adds a deed to the audit log, in the transaction of the deed and last in it, as others wait for its end. What it changed is kept as digests only. */
export async function recordDeed(tx: Db, { actor, address, action, object, before, after }: Deed): Promise<void> {
  const { seq, hash: previousHash } = await lockHead(tx)
  const entry = {
    seq: seq + 1,
    at: new Date().toISOString(),
    actor,
    action,
    object,
    before: digestOf(before),
    after: digestOf(after),
    network: shortened(address),
    requestId: context.getStore()?.requestId ?? '',
    previousHash
  }
  await insertEntry(tx, { ...entry, hash: hashOf(entry) })
}

const digestOf = (value: unknown): string | null =>
  value === undefined ? null : createHash('sha256').update(JSON.stringify(value)).digest('base64url')

/** SHA-256 over all of an entry and the hash of the one before. */
function hashOf(entry: Omit<StoredEntry, 'hash'>): Buffer {
  const { seq, at, actor, action, object, before, after, network, requestId, previousHash } = entry
  const text = JSON.stringify([seq, at, actor, action, object, before, after, network, requestId])
  return createHash('sha256').update(previousHash).update(text).digest()
}

/** Goes through the whole log and says whether an entry was changed, taken out, put in or moved. */
export async function verifyAudit({ db }: { db: Db }): Promise<AuditVerdict> {
  const head = await findHead(db)
  const verdict = { entries: head.seq, head: head.hash.toString('hex') }
  let last: { seq: number; hash: Buffer } = { seq: 0, hash: Buffer.alloc(32) }
  while (last.seq < head.seq) {
    const entries = await findEntriesAfter(db, last.seq, 1000)
    for (const entry of entries) {
      if (entry.seq > head.seq) break
      const fault = faultOf(entry, last)
      if (fault) return { ...verdict, intact: false, fault }
      last = entry
    }
    if (entries.length === 0) return { ...verdict, intact: false, fault: `Entry ${last.seq + 1} is missing.` }
  }
  if (!last.hash.equals(head.hash)) return { ...verdict, intact: false, fault: `Entry ${last.seq} is not the last.` }
  return { ...verdict, intact: true, fault: null }
}

function faultOf(entry: StoredEntry, last: { seq: number; hash: Buffer }): string | null {
  if (entry.seq !== last.seq + 1) return `Entry ${last.seq + 1} is missing.`
  if (!entry.previousHash.equals(last.hash)) return `Entry ${entry.seq} does not follow the one before it.`
  if (!entry.hash.equals(hashOf(entry))) return `Entry ${entry.seq} was changed.`
  return null
}

/** The audit log, the newest entry first. */
export async function listAudit({ db }: { db: Db }, { after, limit }: { after?: string; limit: number }) {
  const place = after === undefined ? null : (readPlace(after, ['number'])[0] as number)
  return pageOf(
    await findEntriesBefore(db, place, limit + 1),
    limit,
    ({ seq }) => [seq],
    ({ previousHash: _previous, hash, ...entry }) => ({ ...entry, hash: hash.toString('hex') })
  )
}
