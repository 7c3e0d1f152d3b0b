import type { Event, Hearing } from '@lumora/kit/events'
import type { Work } from '@lumora/kit/process'
import { mailLink, tellPerson } from './controllers/messages.ts'
import {
  confirmNewEmail,
  emailChanged,
  orderCancelled,
  orderConfirmed,
  orderPaymentFailed,
  orderRefunded,
  passwordChanged,
  resetPassword,
  secondFactorChanged,
  staffInvited,
  verifyEmail,
  welcome
} from './controllers/templates.ts'
import type { Tables } from './models/messages.ts'

interface Told {
  email: string
  userId: string | null
  orderId?: string
}

const occasion = ({ id, type, data: { email, userId, orderId } }: Event<Told>) => ({
  eventId: id,
  template: type,
  orderId: orderId ?? null,
  email,
  userId
})

/** What happens later here: events by topic. */
export const work = (): Work => {
  const hearing: Hearing<Tables> = {
    'auth.registered': (tx, event) => tellPerson(tx, occasion(event), welcome(event.data)),
    'auth.verification-requested': (tx, event) => mailLink(tx, occasion(event), verifyEmail(event.data)),
    'auth.password-reset-requested': (tx, event) => mailLink(tx, occasion(event), resetPassword(event.data)),
    'auth.password-changed': (tx, event) => tellPerson(tx, occasion(event), passwordChanged(event.data)),
    'auth.email-change-requested': (tx, event) => mailLink(tx, occasion(event), confirmNewEmail(event.data)),
    'auth.email-changed': (tx, event) =>
      tellPerson(tx, { ...occasion(event), email: event.data.formerEmail }, emailChanged(event.data)),
    'auth.second-factor-changed': (tx, event) => tellPerson(tx, occasion(event), secondFactorChanged(event.data)),
    'auth.staff-invited': (tx, event) =>
      mailLink(tx, { ...occasion({ ...event, data: { ...event.data, userId: null } }) }, staffInvited(event.data)),
    'order.confirmed': (tx, event) => tellPerson(tx, occasion(event), orderConfirmed(event.data)),
    'order.payment-failed': (tx, event) => tellPerson(tx, occasion(event), orderPaymentFailed(event.data)),
    'order.cancelled': (tx, event) => tellPerson(tx, occasion(event), orderCancelled(event.data)),
    'order.refunded': (tx, event) => tellPerson(tx, occasion(event), orderRefunded(event.data))
  }
  return { hearing }
}
