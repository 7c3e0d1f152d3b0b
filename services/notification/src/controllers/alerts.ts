import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import { deleteAlert, findAlerts, saveAlert } from '../models/alerts.ts'
import type { Alert, NewAlert } from '../schemas/alerts.ts'
import type { Deps } from './messages.ts'

const atMost = 200

/** Has a person told when a variant or a design can be had again, or when a design costs less. */
export function addAlert({ db }: Pick<Deps, 'db'>, once: Once, userId: string, alert: NewAlert): Promise<Alert> {
  const { kind, variantId, slug } = alert
  if ((variantId === undefined) === (slug === undefined) || (kind === 'price-drop' && slug === undefined))
    throw new Problem(422, 'variant-or-design', 'Name a variant or a design; of lower prices only designs tell.')
  return db.transaction().execute(async (tx) => {
    const saved = await saveAlert(tx, userId, alert, atMost)
    if (!saved) throw new Problem(409, 'too-many-alerts', `There are ${atMost} already. Remove one first.`)
    return once.answer(tx, 201, saved)
  })
}

export const listAlerts = async ({ db }: Pick<Deps, 'db'>, userId: string) => ({ items: await findAlerts(db, userId) })

export async function removeAlert({ db }: Pick<Deps, 'db'>, userId: string, alertId: string): Promise<null> {
  if (!(await deleteAlert(db, userId, alertId))) throw new Problem(404, 'not-found', 'There is no such alert.')
  return null
}
