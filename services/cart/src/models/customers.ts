import { sql } from 'kysely'
import type { Db } from './carts.ts'

/** Notes which groups a customer belongs to, unless something newer is known. */
export async function saveGroups(tx: Db, userId: string, groups: string[], version: number): Promise<void> {
  await sql`insert into customer_groups as g ("userId", "groups", "version") values (${userId}, ${groups}::text[], ${version})
    on conflict ("userId") do update set "groups" = excluded."groups", "version" = excluded."version"
    where g."version" < excluded."version"`.execute(tx)
}
