import type { Once } from '@lumora/kit/idempotency'
import { pageOf } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { findAddresses } from '../models/addresses.ts'
import {
  deleteGroup,
  findAccesses,
  findCustomers,
  findGroups,
  findGroupsOf,
  findNotes,
  findUnknownGroups,
  insertAccess,
  insertNote,
  saveGroup,
  setGroups,
  type CustomerRow
} from '../models/customers.ts'
import { findProfile, withPersonLocked, type Db } from '../models/profiles.ts'
import { findSizes } from '../models/sizes.ts'
import type { Customer, CustomerQuery, Group, NewGroup, Note } from '../schemas/customers.ts'
import { showConsents } from './consents.ts'
import { idAfter, type Deps, type Paging } from './profiles.ts'

const noCustomer = () => new Problem(404, 'not-found', 'There is no such customer.')
const noGroup = () => new Problem(404, 'not-found', 'There is no such empty group.')

/** The first letter and the domain: enough to tell two customers apart, not to write to one. */
export function maskEmail(email: string | null): string | null {
  const at = email?.lastIndexOf('@') ?? -1
  return email === null || at < 1 ? null : `${Array.from(email)[0]}•••${email.slice(at)}`
}

const summary = ({ email, ...rest }: CustomerRow) => ({ ...rest, maskedEmail: maskEmail(email) })

/** Customers for staff, the newest first, e-mails masked. */
export async function listCustomers({ db }: Deps, { q, group, ...paging }: CustomerQuery) {
  const filter = { ...(q === undefined ? {} : { q }), ...(group === undefined ? {} : { group }) }
  const rows = await findCustomers(db, filter, idAfter(paging), paging.limit + 1)
  return pageOf(rows, paging.limit, ({ id }) => [id], summary)
}

async function noteAccess(db: Db, userId: string, staffId: string, what: string): Promise<void> {
  if (!(await insertAccess(db, userId, staffId, what))) throw noCustomer()
}

/** A customer's details for a member of staff, whose look at them is noted first. */
export async function showCustomer({ db }: Deps, staffId: string, userId: string): Promise<Customer> {
  await noteAccess(db, userId, staffId, 'details')
  const [profile, groups, addresses, sizes, consents] = await Promise.all([
    findProfile(db, userId),
    findGroupsOf(db, userId),
    findAddresses(db, userId, null, 50),
    findSizes(db, userId, null, 50),
    showConsents({ db }, userId)
  ])
  if (!profile || !groups) throw noCustomer()
  return { ...profile, groups, addresses, sizes, consents }
}

/** The notes of staff on a customer, the newest first; the look at them is noted. */
export async function listNotes({ db }: Deps, staffId: string, userId: string, paging: Paging) {
  await noteAccess(db, userId, staffId, 'notes')
  const rows = await findNotes(db, userId, idAfter(paging), paging.limit + 1)
  return pageOf(rows, paging.limit, ({ id }) => [id])
}

/** Adds a note on a customer, for good. */
export function addNote({ db }: Deps, once: Once, staffId: string, userId: string, text: string): Promise<Note> {
  return db.transaction().execute(async (tx) => {
    const saved = await insertNote(tx, userId, staffId, text)
    if (!saved) throw noCustomer()
    return once.answer(tx, 201, saved)
  })
}

/** Who of the staff has looked at what of a customer, the newest first. */
export async function listAccesses({ db }: Deps, userId: string, paging: Paging) {
  const rows = await findAccesses(db, userId, idAfter(paging), paging.limit + 1)
  return pageOf(rows, paging.limit, ({ id }) => [id])
}

/** All customer groups. */
export const listGroups = async ({ db }: Deps) => ({ items: await findGroups(db) })

/** Makes a group of customers, or describes it anew. */
export const putGroup = ({ db }: Deps, slug: string, group: NewGroup): Promise<Group> => saveGroup(db, slug, group)

/** Removes a group that nobody is in. */
export async function dropGroup({ db }: Deps, slug: string): Promise<void> {
  if (!(await deleteGroup(db, slug))) throw noGroup()
}

/** Sets the groups that a customer is in, all at once. */
export async function groupCustomer({ db }: Deps, userId: string, groups: string[]): Promise<{ groups: string[] }> {
  const unknown = await findUnknownGroups(db, groups)
  if (unknown.length > 0) throw new Problem(422, 'group-not-known', `There is no group ${unknown.join(', ')}.`)
  if (!(await findGroupsOf(db, userId))) throw noCustomer()
  return withPersonLocked(db, userId, async (tx) => {
    await setGroups(tx, userId, groups)
    return { groups: (await findGroupsOf(tx, userId))! }
  })
}
