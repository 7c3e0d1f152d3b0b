import { createHash } from 'node:crypto'
import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { stale, versionIn } from '@lumora/kit/versions'
import {
  addPromotion,
  findPromotion,
  findPromotions,
  updatePromotion,
  type PromotionRow
} from '../models/promotions.ts'
import type { Promotion, PromotionContent } from '../schemas/promotions.ts'
import type { Deps } from './carts.ts'
import type { Refusal } from './totals.ts'

/** Why a promotion does not apply to a customer now, whatever is in the cart. */
export type Ineligibility =
  | 'not-known'
  | 'not-yet'
  | 'ended'
  | 'used-up'
  | 'used-by-you'
  | 'other-currency'
  | 'other-customers'

const details: Record<Ineligibility | Refusal, string> = {
  'not-known': 'There is no such code.',
  'not-yet': 'This code does not apply yet.',
  ended: 'This code has ended.',
  'used-up': 'This code has been used as often as it can be.',
  'used-by-you': 'You have used this code as often as you can.',
  'other-currency': 'This code does not apply in the currency of this cart.',
  'other-customers': 'This code is for other customers. Sign in if it is for you.',
  'no-line-counts': 'Nothing in the cart is what this code is for.',
  'minimum-not-reached': 'What this code is for has not come to its minimum yet.',
  'not-combinable': 'This code does not apply together with another promotion that does.',
  'nothing-to-reduce': 'There is nothing left that this code would reduce.'
}

/** The sentence that says why a promotion does not apply. */
export const detailOf = (reason: Ineligibility | Refusal): string => details[reason]

export interface Customer {
  userId: string | null
  groups: readonly string[]
  /** How often they have redeemed promotions, by their ids. */
  used: Readonly<Record<string, number>>
  currency: string
  /** The promotions that this cart has redeemed already, which do not count against it. */
  held?: readonly string[]
  now: Date
}

/** Why a promotion is not for this customer now, or null when it is. A code that is for one customer is to all others one that does not exist. */
export function ineligibilityOf(promotion: Promotion, { userId, groups, used, currency, held = [], now }: Customer) {
  const { id, active, startsAt, endsAt, conditions, maxRedemptions, maxPerCustomer, redeemed } = promotion
  const reason = (): Ineligibility | null => {
    if (conditions.userId !== undefined && conditions.userId !== userId) return 'not-known'
    if (startsAt !== null && Date.parse(startsAt) > now.getTime()) return 'not-yet'
    if (!active || (endsAt !== null && Date.parse(endsAt) <= now.getTime())) return 'ended'
    const currencies = promotion.currency === null ? conditions.currencies : [promotion.currency]
    if (currencies && !currencies.includes(currency)) return 'other-currency'
    if (conditions.groups && !conditions.groups.some((group) => groups.includes(group))) return 'other-customers'
    if (held.includes(id)) return null
    if (maxPerCustomer !== null && (used[id] ?? 0) >= maxPerCustomer) return 'used-by-you'
    return maxRedemptions !== null && redeemed >= maxRedemptions ? 'used-up' : null
  }
  return reason()
}

/** The form in which codes are compared: Unicode twins and upper and lower case are the same. */
export const codeKeyOf = (code: string): string => code.normalize('NFKC').trim().toLowerCase()

/** Under which names somebody redeems promotions: digests of the user's id and of the e-mail, in the form in which those that reach the same box are the same. */
export const customersOf = (userId: string | null, email: string | null): string[] => [
  ...(userId === null ? [] : [digest(`user ${userId}`)]),
  ...(email === null ? [] : [digest(`email ${mailbox(email)}`)])
]

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

/** What stands behind a + is the same box everywhere that has it; dots in it are nothing at Gmail. */
function mailbox(email: string): string {
  const plain = email.normalize('NFKC').trim().toLowerCase()
  const at = plain.lastIndexOf('@')
  const host = plain.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com')
  const name = plain.slice(0, at).replace(/(?<=.)\+.*$/, '')
  return `${host === 'gmail.com' ? name.replaceAll('.', '') : name}@${host}`
}

const shown = ({ codeKey: _codeKey, ...promotion }: PromotionRow): Promotion => promotion

/** The promotions, the newest first. */
export async function listPromotions({ db }: Deps, { after, limit }: { after?: string | undefined; limit: number }) {
  const [before] = after === undefined ? [null] : readPlace(after, ['id'])
  const rows = await findPromotions(db, before as string | null, limit + 1)
  return pageOf(rows, limit, ({ id }) => [id], shown)
}

export async function readPromotion({ db }: Deps, id: string): Promise<Promotion> {
  const row = await findPromotion(db, id)
  if (!row) throw new Problem(404, 'not-found', 'There is no such promotion.')
  return shown(row)
}

/** Makes a promotion. 409 when its code is another's, 422 when what it says does not go together. */
export const makePromotion = ({ db }: Deps, once: Once, content: PromotionContent): Promise<Promotion> =>
  addPromotion(db, once, checked(content), shown)

/** Replaces what a promotion does. Orders that use it keep what they have. 412 when it was changed meanwhile. */
export async function replacePromotion(
  { db }: Deps,
  id: string,
  ifMatch: string | undefined,
  content: PromotionContent
): Promise<Promotion> {
  const version = versionIn(ifMatch)
  const row = await updatePromotion(db, id, version, checked(content))
  if (row) return shown(row)
  if (await findPromotion(db, id)) throw stale()
  throw new Problem(404, 'not-found', 'There is no such promotion.')
}

/** A promotion with all that was not told, when it goes together. */
function checked(content: PromotionContent): Omit<PromotionRow, 'id' | 'redeemed' | 'version'> {
  const none = { component: null, permyriad: null, amountMinor: null, currency: null, startsAt: null, endsAt: null }
  const limits = { maxRedemptions: null, maxPerCustomer: null, exclusive: false, priority: 0, active: true }
  const row = { code: null, conditions: {}, ...none, ...limits, ...content }
  const codeKey = row.code === null ? null : codeKeyOf(row.code)
  const fault = faultOf(row, codeKey)
  if (fault) throw new Problem(422, 'promotion-not-valid', fault)
  return { ...row, code: row.code?.normalize('NFKC').trim() ?? null, codeKey }
}

type Row = Omit<Promotion, 'id' | 'redeemed' | 'version'>

function faultOf(row: Row, codeKey: string | null): string | null {
  const { kind, target, component, permyriad, amountMinor, currency, startsAt, endsAt } = row
  if (codeKey !== null && !/^[a-z0-9][a-z0-9_-]{2,39}$/.test(codeKey))
    return 'A code has 3 to 40 letters A-Z, digits, - and _, and begins with a letter or digit.'
  if ((kind === 'free-shipping') !== (target === 'shipping')) return 'Free shipping, and only that, is of the shipping.'
  if ((target === 'component') !== (component !== null))
    return 'A component is named if, and only if, it is what is reduced.'
  if ((kind === 'percent') !== (permyriad !== null)) return 'permyriad is for a percentage, and only for that.'
  if ((kind === 'amount') !== (amountMinor !== null) || (amountMinor === null) !== (currency === null))
    return 'amountMinor and currency are for an amount, and only for that.'
  if (startsAt !== null && endsAt !== null && Date.parse(endsAt) <= Date.parse(startsAt))
    return 'It would end before it begins.'
  return null
}
