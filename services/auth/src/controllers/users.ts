import { publish } from '@lumora/kit/events'
import { Problem } from '@lumora/kit/problem'
import { findCredential, findUnknownRoles, insertUser, setPassword, setStaff, type Db } from '../models/users.ts'
import type { SignedIn } from '../schemas/sessions.ts'
import type { NewStaff, NewUser, Staff } from '../schemas/users.ts'
import { checkPassword, hashPassword, isPassword } from './passwords.ts'
import { beginSession, plainEmail, type Deps } from './sessions.ts'

/** Registers a customer and begins the first session. User, session and the news of them are made together or not at all. */
export async function registerUser({ db }: Deps, given: NewUser): Promise<SignedIn> {
  const email = plainEmail(given.email)
  const { name } = given
  checkPassword(given.password, email)
  const passwordHash = await hashPassword(given.password)
  return db.transaction().execute(async (tx) => {
    const id = await addUser(tx, { email, name, passwordHash })
    if (!id) throw new Problem(409, 'email-taken', 'This e-mail has an account already. Sign in to it.')
    return { user: { id, email, name, roles: [] }, session: await beginSession(tx, id) }
  })
}

/** Makes a member of staff, or makes name, password and roles of the one with this e-mail what they should be. A changed password ends the sessions. */
export async function saveStaff({ db }: Deps, given: NewStaff): Promise<Staff> {
  const email = plainEmail(given.email)
  const { name, password, roles } = given
  checkPassword(password, email)
  const unknown = await findUnknownRoles(db, roles)
  if (unknown.length > 0) throw new Problem(400, 'role-not-known', `There is no role ${unknown.join(', ')}.`)
  const before = await findCredential(db, email)
  const isSame = before !== undefined && (await isPassword(password, before.passwordHash))
  const passwordHash = isSame ? before.passwordHash : await hashPassword(password)
  return db.transaction().execute(async (tx) => {
    const madeId = await addUser(tx, { email, name, passwordHash })
    const found = madeId === undefined ? (await findCredential(tx, email))! : undefined
    const id = madeId ?? found!.id
    if (found && found.passwordHash !== passwordHash) await setPassword(tx, id, passwordHash)
    await setStaff(tx, id, name, roles)
    return { id, email, roles: roles.toSorted() }
  })
}

/** Adds a user and tells the shop; undefined when the e-mail is taken. */
async function addUser(tx: Db, user: { email: string; name: string; passwordHash: string }) {
  const id = await insertUser(tx, user)
  if (id) await publish(tx, 'auth.registered', id, 1, { userId: id, email: user.email, name: user.name })
  return id
}
