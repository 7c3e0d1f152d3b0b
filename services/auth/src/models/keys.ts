import { sql } from 'kysely'
import type { PublicKey } from '../schemas/keys.ts'
import type { Db } from './users.ts'

export interface SigningKey {
  kid: string
  publicJwk: PublicKey
  privateKey: Buffer | null
  state: 'next' | 'current' | 'retired'
}
export type NewKey = Pick<SigningKey, 'kid' | 'publicJwk'> & { privateKey: Buffer }

/** The keys in use, and those retired within 10 minutes, whose tokens may still be about. */
export function findKeys(db: Db): Promise<SigningKey[]> {
  return db
    .selectFrom('signingKeys')
    .select(['kid', sql<PublicKey>`"publicJwk"`.as('publicJwk'), 'privateKey', 'state'])
    .where(sql<boolean>`"state" <> 'retired' or "retiredAt" > now() - interval '10 minutes'`)
    .orderBy('createdAt')
    .execute()
}

/** Runs `work` while no other instance changes the signing keys. */
export function withKeysLocked<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7031)`.execute(tx)
    return work(tx)
  })
}

/** Adds a key. */
export async function insertKey(tx: Db, key: NewKey, state: 'current' | 'next'): Promise<void> {
  const { kid, publicJwk, privateKey } = key
  await tx
    .insertInto('signingKeys')
    .values({ kid, publicJwk: JSON.stringify(publicJwk), privateKey, state, retiredAt: null })
    .execute()
}

/** Retires the current key, whose private part is forgotten, and makes the next one current. */
export async function advanceKeys(tx: Db): Promise<void> {
  await sql`update "signingKeys" set "state" = 'retired', "privateKey" = null, "retiredAt" = now()
    where "state" = 'current'`.execute(tx)
  await sql`update "signingKeys" set "state" = 'current' where "state" = 'next'`.execute(tx)
}

/** Whole seconds since the next key was made. */
export async function findNextKeyAge(db: Db): Promise<number> {
  const { rows } = await sql<{
    age: number
  }>`select floor(extract(epoch from clock_timestamp() - "createdAt"))::integer as "age"
    from "signingKeys" where "state" = 'next'`.execute(db)
  return rows[0]?.age ?? 0
}
