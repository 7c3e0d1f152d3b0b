import type { Erased } from '@lumora/kit/people'
import type { Db } from '../models/orders.ts'
import { attachGuestOrders, collectOrders, pseudonymiseOrders } from '../models/people.ts'
import type { Deps } from './orders.ts'

/** What this service knows of a person, for the person's archive. */
export const collectPersonalData = ({ db }: Deps, userId: string): Promise<Record<string, unknown>> =>
  collectOrders(db, userId)

/** Forgets a person; asked again, it forgets what came since. */
export const erasePersonalData = ({ db }: Deps, userId: string): Promise<Erased[]> => pseudonymiseOrders(db, userId)

/** Gives a person whose e-mail is verified the orders that they made with it as a guest. */
export const attachOrders = (tx: Db, userId: string, email: string): Promise<void> =>
  attachGuestOrders(tx, userId, email)
