import { publish } from '@lumora/kit/events'
import { Problem } from '@lumora/kit/problem'
import { insertUser, type Db } from '../models/users.ts'
import type { SignedIn } from '../schemas/sessions.ts'
import type { NewUser } from '../schemas/users.ts'
import { mailVerification } from './emails.ts'
import { keyOf, network, takeTries, type Origin } from './limits.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { beginSession, plainEmail, type Deps } from './sessions.ts'

/** Registers a customer, begins the first session and mails a link to verify the e-mail: together or not at all. */
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
    const id = await addUser(tx, { email, name, passwordHash })
    if (!id) throw new Problem(409, 'email-taken', 'This e-mail has an account already. Sign in to it.')
    await mailVerification(deps, tx, { id, email, name, version: 1 })
    const session = await beginSession(tx, id, origin)
    return { user: { id, email, name, roles: [], emailVerifiedAt: null }, session }
  })
}

/** Adds a user and tells the shop; undefined when the e-mail is taken. */
export async function addUser(tx: Db, user: { email: string; name: string; passwordHash: string }) {
  const id = await insertUser(tx, user)
  if (id) await publish(tx, 'auth.registered', id, 1, { userId: id, email: user.email, name: user.name })
  return id
}
