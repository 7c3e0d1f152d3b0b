import type { Once } from '@lumora/kit/idempotency'
import type { Reading } from '@lumora/kit/metrics'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { countOpen, findExceptions, hasException, resolveException } from '../models/exceptions.ts'
import type { PaymentException } from '../schemas/exceptions.ts'
import type { Deps } from './payments.ts'

/** What the metrics tell of payments that need somebody. */
export const paymentReadings = ({ db }: Pick<Deps, 'db'>): Record<string, Reading> => ({
  payment_exceptions_open: {
    help: 'Differences between the books and the providers that nobody has closed.',
    read: () => countOpen(db)
  }
})

/** Where a provider and the shop do not agree, the newest first; with `status=open` what nobody has looked into. */
export async function listExceptions(
  { db }: Deps,
  { after, limit, status }: { after?: string; limit: number; status?: 'open' }
) {
  const afterId = after === undefined ? null : (readPlace(after, ['id'])[0] as string)
  const rows = await findExceptions(db, { open: status === 'open', afterId, limit: limit + 1 })
  return pageOf(rows, limit, ({ id }) => [id])
}

/** Closes an exception, with the word of who looked into it. */
export async function resolvePaymentException(
  { db }: Deps,
  once: Once,
  id: string,
  note: string,
  resolvedBy: string
): Promise<PaymentException> {
  const resolved = await resolveException(db, once, id, resolvedBy, note)
  if (resolved) return resolved
  if (!(await hasException(db, id))) throw new Problem(404, 'not-found', 'There is no such exception.')
  throw new Problem(409, 'exception-resolved', 'This exception is closed already. Load it again.')
}
