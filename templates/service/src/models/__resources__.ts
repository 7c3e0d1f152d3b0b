import type { Database } from '@lumora/kit/database'
import type { Once } from '@lumora/kit/idempotency'
import type { Generated } from 'kysely'
import type { __Resource__ } from '../schemas/__resources__.ts'

export interface Tables {
  __resources__: { id: Generated<string>; userId: string; name: string; createdAt: Generated<string> }
}
export type Db = Database<Tables>

/** Saves a __resource__ together with its answer, so a repeated request finds the first one again. */
export function save__Resource__(db: Db, once: Once, row: { userId: string; name: string }): Promise<__Resource__> {
  return db.transaction().execute(async (tx) => {
    const saved = await tx
      .insertInto('__resources__')
      .values(row)
      .returning(['id', 'name', 'createdAt'])
      .executeTakeFirstOrThrow()
    return once.answer(tx, 201, saved)
  })
}

/** At most `limit` of a person's __resources__ after the one with this id. */
export function find__Resources__(
  db: Db,
  userId: string,
  afterId: string | null,
  limit: number
): Promise<__Resource__[]> {
  return db
    .selectFrom('__resources__')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', userId)
    .where('id', '>', afterId ?? '00000000-0000-0000-0000-000000000000')
    .orderBy('id')
    .limit(limit)
    .execute()
}
