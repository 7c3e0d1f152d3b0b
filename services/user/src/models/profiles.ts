import type { Database } from '@lumora/kit/database'
import { publish } from '@lumora/kit/events'
import { Problem } from '@lumora/kit/problem'
import { sql, type Generated } from 'kysely'
import type { Address } from '../schemas/addresses.ts'
import type { Profile, ProfileChange } from '../schemas/profiles.ts'

type Nullable<T> = { [K in keyof T]-?: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] }

export interface Tables {
  profiles: {
    id: string
    email: string | null
    name: string | null
    phone: string | null
    locale: Generated<string>
    currency: Generated<string>
    version: Generated<number>
    emailVerifiedAt: Generated<string | null>
    erasedAt: Generated<string | null>
    createdAt: Generated<string>
    updatedAt: Generated<string>
  }
  addresses: Nullable<Omit<Address, 'id'>> & { id: Generated<string>; userId: string }
}
export type Db = Database<Tables>

const columns = [
  'id',
  'email',
  'emailVerifiedAt',
  'name',
  'phone',
  'locale',
  'currency',
  'version',
  'createdAt',
  'updatedAt'
] as const

const accountErased = () => new Problem(410, 'account-erased', 'This account and what was in it have been erased.')

/** A person's profile, if there is one yet; 410 when the person has been erased. */
export async function findProfile(db: Db, id: string): Promise<Profile | undefined> {
  const found = await db
    .selectFrom('profiles')
    .select([...columns, 'erasedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return undefined
  const { erasedAt, ...profile } = found
  if (erasedAt !== null) throw accountErased()
  return profile
}

/** Runs `work` while nothing else changes what this person has, who gets a profile if there is none yet; 410 when erased. */
export function withPersonLocked<T>(db: Db, id: string, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await ensureProfile(tx, id)
    const { rows } = await sql<{ erasedAt: string | null }>`
      select "erasedAt" from profiles where "id" = ${id} for update`.execute(tx)
    if (rows[0]!.erasedAt !== null) throw accountErased()
    return work(tx)
  })
}

/** Makes a person's profile unless there is one. */
export async function ensureProfile(db: Db, id: string): Promise<void> {
  await db
    .insertInto('profiles')
    .values({ id })
    .onConflict((clash) => clash.column('id').doNothing())
    .execute()
}

/** Tells the others how a person is called, in which language, and in which groups of customers they are now. */
export async function tellChanged(tx: Db, userId: string): Promise<void> {
  const { rows } = await sql<{ name: string; locale: string; version: number; groups: string[] }>`
    select coalesce("name", '') as "name", "locale", "version",
      array(select "groupSlug" from customer_group_members where "userId" = "id" order by 1) as "groups"
    from profiles where "id" = ${userId}`.execute(tx)
  const { version, ...person } = rows[0]!
  await publish(tx, 'user.changed', userId, version, { userId, ...person })
}

/** What others are told of has changed in a row: the statement that changes it still sees it as it was. */
const isToTell = sql<boolean>`not exists (select from profiles was where was."id" = profiles."id"
  and was."name" is not distinct from profiles."name" and was."locale" is not distinct from profiles."locale")`

/** Changes the profile if it still has this version; undefined when it has not. */
export function updateProfile(
  db: Db,
  id: string,
  version: number,
  change: ProfileChange
): Promise<Profile | undefined> {
  return db.transaction().execute(async (tx) => {
    const saved = await tx
      .updateTable('profiles')
      .set({ ...change, version: sql`"version" + 1`, updatedAt: sql`now()` })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('erasedAt', 'is', null)
      .returning([...columns.map((column) => `profiles.${column}` as const), isToTell.as('isToTell')])
      .executeTakeFirst()
    if (!saved) return undefined
    const { isToTell: changed, ...profile } = saved
    if (changed) await tellChanged(tx, id)
    return profile
  })
}

/** Notes what auth knows of a person. A name that the person has chosen here stays. */
export async function saveRegistered(tx: Db, person: { id: string; email: string; name: string }): Promise<void> {
  const { id, email, name } = person
  const { rows } = await sql<{ isToTell: boolean }>`
    insert into profiles ("id", "email", "name") values (${id}, ${email}, ${name})
    on conflict ("id") do update set "name" = coalesce(profiles."name", excluded."name"),
      "email" = case when profiles."emailVerifiedAt" is null then excluded."email" else profiles."email" end,
      "version" = profiles."version" + 1, "updatedAt" = now() where profiles."erasedAt" is null
    returning ${isToTell} as "isToTell"`.execute(tx)
  if (rows[0]?.isToTell) await tellChanged(tx, id)
}

/** Notes that a person has shown this e-mail to be theirs; what was shown later stays. */
export async function saveVerified(tx: Db, id: string, email: string, verifiedAt: string): Promise<void> {
  await sql`insert into profiles ("id", "email", "emailVerifiedAt") values (${id}, ${email}, ${verifiedAt})
    on conflict ("id") do update set "email" = excluded."email", "emailVerifiedAt" = excluded."emailVerifiedAt",
      "version" = profiles."version" + 1, "updatedAt" = now() where profiles."erasedAt" is null
        and (profiles."emailVerifiedAt" is null or profiles."emailVerifiedAt" < excluded."emailVerifiedAt")`.execute(tx)
}
