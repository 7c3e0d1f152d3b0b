import { sql } from 'kysely'
import type { Db, Purpose } from './users.ts'

interface NewLink {
  userId: string
  purpose: Purpose
  email: string
  tokenHash: Buffer
  minutes: number
}

/** Keeps the hash of a link's token. A newer link ends the older ones of its purpose, but for a new e-mail: of those the last one confirmed counts. */
export async function insertLink(tx: Db, { userId, purpose, email, tokenHash, minutes }: NewLink): Promise<void> {
  if (purpose !== 'change-email')
    await tx.deleteFrom('emailLinks').where('userId', '=', userId).where('purpose', '=', purpose).execute()
  await sql`insert into "emailLinks" ("tokenHash", "userId", "purpose", "email", "expiresAt")
    values (${tokenHash}, ${userId}, ${purpose}, ${email}, now() + make_interval(mins => ${minutes}::integer))`.execute(
    tx
  )
}

/** Whose link this is, and for which e-mail, as long as it counts. */
export function findLink(db: Db, purpose: Purpose, tokenHash: Buffer) {
  return db
    .selectFrom('emailLinks')
    .select(['userId', 'email'])
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where(sql<boolean>`"expiresAt" > now()`)
    .executeTakeFirst()
}

/** Uses a link up: of any number of callers one gets it. */
export function takeLink(tx: Db, purpose: Purpose, tokenHash: Buffer) {
  return tx
    .deleteFrom('emailLinks')
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where(sql<boolean>`"expiresAt" > now()`)
    .returning(['userId', 'email'])
    .executeTakeFirst()
}

/** Forgets the links that are over. */
export async function deleteOldLinks(db: Db): Promise<void> {
  await sql`delete from "emailLinks" where "expiresAt" < now()`.execute(db)
}
