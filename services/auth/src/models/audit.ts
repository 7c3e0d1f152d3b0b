import { sql } from 'kysely'
import type { Db, Tables } from './users.ts'

export type StoredEntry = Tables['auditEntries']
export type Head = Tables['auditHead']

/** The last entry's number and hash; nobody else adds one until the transaction ends. */
export function lockHead(tx: Db): Promise<Head> {
  return tx.selectFrom('auditHead').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow()
}

/** Adds an entry at the end. */
export async function insertEntry(tx: Db, entry: StoredEntry): Promise<void> {
  await tx.insertInto('auditEntries').values(entry).execute()
  await tx.updateTable('auditHead').set({ seq: entry.seq, hash: entry.hash }).execute()
}

/** The last entry's number and hash. */
export function findHead(db: Db): Promise<Head> {
  return db.selectFrom('auditHead').select(['seq', 'hash']).executeTakeFirstOrThrow()
}

/** Entries after a number, in their order. */
export function findEntriesAfter(db: Db, seq: number, limit: number): Promise<StoredEntry[]> {
  return db.selectFrom('auditEntries').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()
}

/** Entries before a number, the newest first. */
export function findEntriesBefore(db: Db, seq: number | null, limit: number): Promise<StoredEntry[]> {
  return db
    .selectFrom('auditEntries')
    .selectAll()
    .where(sql<boolean>`(${seq}::bigint is null or "seq" < ${seq}::bigint)`)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
}
