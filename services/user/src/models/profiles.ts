import type { Database } from '@lumora/kit/database'
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
    createdAt: Generated<string>
    updatedAt: Generated<string>
  }
  addresses: Nullable<Omit<Address, 'id'>> & { id: Generated<string>; userId: string }
}
export type Db = Database<Tables>

const columns = ['id', 'email', 'name', 'phone', 'locale', 'currency', 'version', 'createdAt', 'updatedAt'] as const

/** A person's profile, if there is one yet. */
export function findProfile(db: Db, id: string): Promise<Profile | undefined> {
  return db.selectFrom('profiles').select(columns).where('id', '=', id).executeTakeFirst()
}

/** Makes a person's profile unless there is one. */
export async function ensureProfile(db: Db, id: string): Promise<void> {
  await db
    .insertInto('profiles')
    .values({ id })
    .onConflict((clash) => clash.column('id').doNothing())
    .execute()
}

/** Changes the profile if it still has this version; undefined when it has not. */
export function updateProfile(
  db: Db,
  id: string,
  version: number,
  change: ProfileChange
): Promise<Profile | undefined> {
  return db
    .updateTable('profiles')
    .set({ ...change, version: sql`"version" + 1`, updatedAt: sql`now()` })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
}

/** Notes what auth knows of a person. A name that the person has chosen here stays. */
export async function saveRegistered(tx: Db, person: { id: string; email: string; name: string }): Promise<void> {
  const { id, email, name } = person
  await sql`insert into profiles ("id", "email", "name") values (${id}, ${email}, ${name})
    on conflict ("id") do update set "email" = excluded."email", "name" = coalesce(profiles."name", excluded."name"),
      "version" = profiles."version" + 1, "updatedAt" = now()`.execute(tx)
}
