import type { Once } from '@lumora/kit/idempotency'
import { pageOf } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { withPersonLocked } from '../models/profiles.ts'
import { deleteSize, findSizes, insertSize, isNameTaken, updateSize } from '../models/sizes.ts'
import type { NewSize, Size } from '../schemas/sizes.ts'
import { idAfter, type Deps, type Paging } from './profiles.ts'

const mostSizes = 50
const noSize = () => new Problem(404, 'not-found', 'You have no such size.')

function explain(error: unknown): never {
  if (isNameTaken(error))
    throw new Problem(409, 'name-taken', 'There is one of this name already. Choose another name.')
  throw error
}

/** The sizes that a person keeps, the oldest first. */
export async function listSizes({ db }: Deps, userId: string, paging: Paging) {
  const rows = await findSizes(db, userId, idAfter(paging), paging.limit + 1)
  return pageOf(rows, paging.limit, ({ id }) => [id])
}

/** Keeps a size, up to 50: what it measures, by product's tables, beside what the person said. */
export async function addSize({ db, product }: Deps, once: Once, userId: string, size: NewSize): Promise<Size> {
  const measured = { ...size, ...(await product.measure(size)) }
  return withPersonLocked(db, userId, async (tx) => {
    const saved = await insertSize(tx, userId, measured, mostSizes)
    if (!saved) throw new Problem(409, 'too-many-sizes', `You keep ${mostSizes} sizes. Remove one first.`)
    return once.answer(tx, 201, saved)
  }).catch(explain)
}

/** Replaces a size. */
export async function changeSize({ db, product }: Deps, userId: string, id: string, size: NewSize): Promise<Size> {
  const measured = { ...size, ...(await product.measure(size)) }
  const saved = await withPersonLocked(db, userId, (tx) => updateSize(tx, userId, id, measured)).catch(explain)
  if (!saved) throw noSize()
  return saved
}

/** Removes a size. */
export async function dropSize({ db }: Deps, userId: string, id: string): Promise<void> {
  if (!(await withPersonLocked(db, userId, (tx) => deleteSize(tx, userId, id)))) throw noSize()
}
