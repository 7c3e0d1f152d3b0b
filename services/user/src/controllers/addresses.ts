import type { Once } from '@lumora/kit/idempotency'
import { pageOf } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import {
  clearDefault,
  countAddresses,
  deleteAddress,
  findAddresses,
  insertAddress,
  makeNewestDefault,
  updateAddress,
  type Use
} from '../models/addresses.ts'
import { withPersonLocked, type Db } from '../models/profiles.ts'
import type { Address, NewAddress } from '../schemas/addresses.ts'
import { checkPlace } from './countries.ts'
import { idAfter, type Deps, type Paging } from './profiles.ts'

const mostAddresses = 50
const uses: Use[] = ['isDefault', 'isDefaultBilling']

/** The addresses of a person, the oldest first. */
export async function listAddresses({ db }: Deps, userId: string, paging: Paging) {
  const rows = await findAddresses(db, userId, idAfter(paging), paging.limit + 1)
  return pageOf(rows, paging.limit, (row) => [row.id])
}

async function makeWay(tx: Db, userId: string, address: NewAddress): Promise<void> {
  for (const use of uses) if (address[use]) await clearDefault(tx, userId, use)
}

/** Adds an address as its country writes them, up to 50. The first is the default one, whatever it says. */
export async function addAddress({ db }: Deps, once: Once, userId: string, given: NewAddress): Promise<Address> {
  const address = checkPlace(given)
  return withPersonLocked(db, userId, async (tx) => {
    const count = await countAddresses(tx, userId)
    if (count >= mostAddresses)
      throw new Problem(409, 'too-many-addresses', `You have ${mostAddresses} addresses. Remove one first.`)
    await makeWay(tx, userId, address)
    const isFirst = count === 0
    const saved = await insertAddress(tx, userId, {
      ...address,
      isDefault: address.isDefault || isFirst,
      isDefaultBilling: address.isDefaultBilling || isFirst
    })
    return once.answer(tx, 201, saved)
  })
}

/** Replaces an address. The default one stays that until another becomes it. */
export async function changeAddress({ db }: Deps, userId: string, id: string, given: NewAddress): Promise<Address> {
  const address = checkPlace(given)
  return withPersonLocked(db, userId, async (tx) => {
    await makeWay(tx, userId, address)
    const saved = await updateAddress(tx, userId, id, address)
    if (!saved) throw noAddress()
    return saved
  })
}

/** Removes an address. If it was a default one, the newest of the others becomes it. */
export function dropAddress({ db }: Deps, userId: string, id: string): Promise<void> {
  return withPersonLocked(db, userId, async (tx) => {
    const dropped = await deleteAddress(tx, userId, id)
    if (!dropped) throw noAddress()
    for (const use of uses) if (dropped[use]) await makeNewestDefault(tx, userId, use)
  })
}

const noAddress = () => new Problem(404, 'not-found', 'You have no such address.')
