import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import {
  clearDefault,
  countAddresses,
  deleteAddress,
  findAddresses,
  insertAddress,
  makeNewestDefault,
  updateAddress,
  withAddressesLocked
} from '../models/addresses.ts'
import type { Address, NewAddress } from '../schemas/addresses.ts'
import type { Deps } from './profiles.ts'

const mostAddresses = 50

/** The addresses of a person, the oldest first. */
export async function listAddresses({ db }: Deps, userId: string, { after, limit }: { after?: string; limit: number }) {
  const [afterId] = after === undefined ? [] : readPlace(after, ['id'])
  const rows = await findAddresses(db, userId, (afterId as string | undefined) ?? null, limit + 1)
  return pageOf(rows, limit, (row) => [row.id])
}

/** Adds an address, up to 50. The first is the default one, whatever it says. */
export function addAddress({ db }: Deps, once: Once, userId: string, address: NewAddress): Promise<Address> {
  return withAddressesLocked(db, userId, async (tx) => {
    const count = await countAddresses(tx, userId)
    if (count >= mostAddresses)
      throw new Problem(409, 'too-many-addresses', `You have ${mostAddresses} addresses. Remove one first.`)
    if (address.isDefault) await clearDefault(tx, userId)
    const saved = await insertAddress(tx, userId, { ...address, isDefault: address.isDefault || count === 0 })
    return once.answer(tx, 201, saved)
  })
}

/** Replaces an address. The default one stays that until another becomes it. */
export function changeAddress({ db }: Deps, userId: string, id: string, address: NewAddress): Promise<Address> {
  return withAddressesLocked(db, userId, async (tx) => {
    if (address.isDefault) await clearDefault(tx, userId)
    const saved = await updateAddress(tx, userId, id, address)
    if (!saved) throw noAddress()
    return saved
  })
}

/** Removes an address. If it was the default one, the newest of the others becomes it. */
export function dropAddress({ db }: Deps, userId: string, id: string): Promise<void> {
  return withAddressesLocked(db, userId, async (tx) => {
    const dropped = await deleteAddress(tx, userId, id)
    if (!dropped) throw noAddress()
    if (dropped.isDefault) await makeNewestDefault(tx, userId)
  })
}

const noAddress = () => new Problem(404, 'not-found', 'You have no such address.')
