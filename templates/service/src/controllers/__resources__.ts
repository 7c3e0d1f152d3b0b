import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { find__Resources__, save__Resource__, type Db } from '../models/__resources__.ts'
import type { New__Resource__, __Resource__ } from '../schemas/__resources__.ts'

export interface Deps {
  db: Db
}

/** Adds a __resource__ for this person. */
export function add__Resource__(
  { db }: Deps,
  once: Once,
  userId: string,
  { name }: New__Resource__
): Promise<__Resource__> {
  return save__Resource__(db, once, { userId, name })
}

/** This person's __resources__, the oldest first. */
export async function list__Resources__(
  { db }: Deps,
  userId: string,
  { after, limit }: { after?: string; limit: number }
) {
  const [afterId] = after === undefined ? [] : readPlace(after, ['id'])
  const rows = await find__Resources__(db, userId, (afterId as string | undefined) ?? null, limit + 1)
  return pageOf(rows, limit, (row) => [row.id])
}
