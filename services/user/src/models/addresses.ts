import { sql } from 'kysely'
import type { Address, NewAddress } from '../schemas/addresses.ts'
import type { Db } from './profiles.ts'

const columns = [
  'id',
  'name',
  'line1',
  'line2',
  'city',
  'region',
  'postcode',
  'country',
  'phone',
  'isDefault',
  'isDefaultBilling'
] as const

/** What an address may be the default one for. */
export type Use = 'isDefault' | 'isDefaultBilling'

type Row = { [K in keyof Address]-?: undefined extends Address[K] ? string | null : Address[K] }

const addressOf = ({ line2, region, phone, ...rest }: Row): Address => ({
  ...rest,
  ...(line2 === null ? {} : { line2 }),
  ...(region === null ? {} : { region }),
  ...(phone === null ? {} : { phone })
})

/** At most `limit` of a person's addresses after the one with this id. */
export async function findAddresses(db: Db, userId: string, afterId: string | null, limit: number): Promise<Address[]> {
  const rows = await db
    .selectFrom('addresses')
    .select(columns)
    .where('userId', '=', userId)
    .where('id', '>', afterId ?? '00000000-0000-0000-0000-000000000000')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(addressOf)
}

/** How many addresses a person has. */
export async function countAddresses(tx: Db, userId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('addresses')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
  return count
}

/** Leaves a person without a default address for this use, until another one is made it in the same transaction. */
export async function clearDefault(tx: Db, userId: string, use: Use): Promise<void> {
  await tx
    .updateTable('addresses')
    .set({ [use]: false })
    .where('userId', '=', userId)
    .where(use, '=', true)
    .execute()
}

/** Adds an address of a person. */
export async function insertAddress(tx: Db, userId: string, address: NewAddress): Promise<Address> {
  const { line2 = null, region = null, phone = null, ...rest } = address
  const row = await tx
    .insertInto('addresses')
    .values({ ...rest, line2, region, phone, userId })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return addressOf(row)
}

/** Replaces an address of a person; the default one stays that. Undefined when the person has no such address. */
export async function updateAddress(
  tx: Db,
  userId: string,
  id: string,
  address: NewAddress
): Promise<Address | undefined> {
  const { line2 = null, region = null, phone = null, isDefault, isDefaultBilling, ...rest } = address
  const row = await tx
    .updateTable('addresses')
    .set({
      ...rest,
      line2,
      region,
      phone,
      isDefault: sql`"isDefault" or ${isDefault}`,
      isDefaultBilling: sql`"isDefaultBilling" or ${isDefaultBilling}`
    })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning(columns)
    .executeTakeFirst()
  return row && addressOf(row)
}

/** Removes an address of a person. Undefined when the person has no such address. */
export function deleteAddress(tx: Db, userId: string, id: string): Promise<Record<Use, boolean> | undefined> {
  return tx
    .deleteFrom('addresses')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning(['isDefault', 'isDefaultBilling'])
    .executeTakeFirst()
}

/** Makes the newest address of a person the default one for this use. */
export async function makeNewestDefault(tx: Db, userId: string, use: Use): Promise<void> {
  await sql`update addresses set ${sql.ref(use)} = true
    where "id" = (select "id" from addresses where "userId" = ${userId} order by "id" desc limit 1)`.execute(tx)
}
