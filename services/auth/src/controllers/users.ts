import { enqueue } from '@lumora/kit/jobs'
import { publish } from '@lumora/kit/events'
import { insertConfirmedUser, insertUser, type Db, type NewAccount } from '../models/users.ts'
import type { SignedIn } from '../schemas/sessions.ts'
import type { NewUser } from '../schemas/users.ts'
import { noteVerified } from './emails.ts'
import { keyOf, network, takeTries, type Origin } from './limits.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { beginSession, plainEmail, type Deps } from './sessions.ts'

/**
 * Registers a customer and begins the first session, together or not at all. Whether somebody else has the e-mail is neither
 * told nor looked at here: a job finds out afterwards which mail the mailbox gets.
 */
export async function registerUser(deps: Deps, given: NewUser, origin: Origin): Promise<SignedIn> {
  const { db, registrationsPerHour } = deps
  const email = plainEmail(given.email)
  const { name } = given
  await takeTries(db, [
    { key: keyOf('register', network(origin.address)), tries: registrationsPerHour, seconds: 60 * 60 }
  ])
  checkPassword(given.password, email)
  const passwordHash = await hashPassword(given.password)
  return db.transaction().execute(async (tx) => {
    const id = await insertUser(tx, { email, name, passwordHash })
    await publish(tx, 'auth.registered', id, 1, { userId: id, email, name })
    await enqueue(tx, 'mail-confirmation', { userId: id })
    const user = { id, email, name, roles: [], emailVerifiedAt: null }
    return { user, session: await beginSession(tx, user, origin) }
  })
}

/** Adds a user whose e-mail is known to be theirs and tells the shop; undefined when another account has confirmed it. */
export async function addConfirmedUser(tx: Db, user: NewAccount): Promise<string | undefined> {
  const id = await insertConfirmedUser(tx, user)
  if (id === undefined) return undefined
  await publish(tx, 'auth.registered', id, 1, { userId: id, email: user.email, name: user.name })
  await noteVerified(tx, { id, email: user.email })
  return id
}
