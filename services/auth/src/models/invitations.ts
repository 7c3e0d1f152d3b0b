import { sql } from 'kysely'
import type { Invitation } from '../schemas/staff.ts'
import type { Db } from './users.ts'

const shown = ['id', 'email', 'roles', 'createdAt', 'expiresAt'] as const

/** Keeps an invitation; a newer one to the same e-mail takes the place of the older. */
export function saveInvitation(
  tx: Db,
  invitation: { email: string; roles: string[]; tokenHash: Buffer; invitedBy: string }
): Promise<Invitation> {
  const { roles, tokenHash, invitedBy } = invitation
  return tx
    .insertInto('invitations')
    .values(invitation)
    .onConflict((clash) =>
      clash.column('email').doUpdateSet({
        roles,
        tokenHash,
        invitedBy,
        createdAt: sql`now()`,
        expiresAt: sql`now() + interval '7 days'`
      })
    )
    .returning(shown)
    .executeTakeFirstOrThrow()
}

/** The open invitations, the newest first. */
export function findInvitations(db: Db): Promise<Invitation[]> {
  return db
    .selectFrom('invitations')
    .select(shown)
    .where(sql<boolean>`"expiresAt" > now()`)
    .orderBy('createdAt', 'desc')
    .limit(200)
    .execute()
}

/** The open invitation of a token. */
export function findInvitation(db: Db, tokenHash: Buffer): Promise<Invitation | undefined> {
  return db
    .selectFrom('invitations')
    .select(shown)
    .where('tokenHash', '=', tokenHash)
    .where(sql<boolean>`"expiresAt" > now()`)
    .executeTakeFirst()
}

/** Uses an invitation up: of any number of callers one gets it. */
export function takeInvitation(tx: Db, tokenHash: Buffer): Promise<Invitation | undefined> {
  return tx.deleteFrom('invitations').where('tokenHash', '=', tokenHash).returning(shown).executeTakeFirst()
}

/** Takes an invitation back; undefined when there is none. */
export function deleteInvitation(tx: Db, id: string): Promise<Invitation | undefined> {
  return tx.deleteFrom('invitations').where('id', '=', id).returning(shown).executeTakeFirst()
}
