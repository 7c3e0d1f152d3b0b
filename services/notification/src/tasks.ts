import type { Event, Hearing } from '@lumora/kit/events'
import type { Work } from '@lumora/kit/process'
import { forgetMailedLinks, mailLink, tellInbox, tellPerson, type Deps } from './controllers/messages.ts'
import {
  confirmNewEmail,
  emailChanged,
  orderCancelled,
  orderConfirmed,
  orderPaymentFailed,
  orderRefunded,
  passwordChanged,
  registeredAgain,
  resetPassword,
  secondFactorChanged,
  signedInAnew,
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

/** Of a mail to a mailbox that need not be anybody's. */
const unowned = (event: Event<{ email: string }>) => occasion({ ...event, data: { ...event.data, userId: null } })

/** What happens later here: events by topic; mails that held a link are forgotten when it is over. */
export const work = (deps: Deps): Work => {
  const hearing: Hearing<Tables> = {
    'auth.registered': (tx, event) => tellInbox(tx, event.data.userId, occasion(event), welcome(event.data)),
    'auth.registered-again': (tx, event) => mailLink(tx, unowned(event), registeredAgain(event.data)),
    'auth.verification-requested': (tx, event) => mailLink(tx, occasion(event), verifyEmail(event.data)),
    'auth.password-reset-requested': (tx, event) => mailLink(tx, occasion(event), resetPassword(event.data)),
    'auth.password-changed': (tx, event) => tellPerson(tx, occasion(event), passwordChanged(event.data)),
    'auth.email-change-requested': (tx, event) => mailLink(tx, occasion(event), confirmNewEmail(event.data)),
    'auth.email-changed': (tx, event) =>
      tellPerson(tx, { ...occasion(event), email: event.data.formerEmail }, emailChanged(event.data)),
    'auth.second-factor-changed': (tx, event) => tellPerson(tx, occasion(event), secondFactorChanged(event.data)),
    'auth.staff-invited': (tx, event) => mailLink(tx, unowned(event), staffInvited(event.data)),
    'auth.signed-in-anew': (tx, event) => tellPerson(tx, occasion(event), signedInAnew(event.data)),
    'order.confirmed': (tx, event) => tellPerson(tx, occasion(event), orderConfirmed(event.data)),
    'order.payment-failed': (tx, event) => tellPerson(tx, occasion(event), orderPaymentFailed(event.data)),
    'order.cancelled': (tx, event) => tellPerson(tx, occasion(event), orderCancelled(event.data)),
    'order.refunded': (tx, event) => tellPerson(tx, occasion(event), orderRefunded(event.data))
  }
  return {
    hearing,
    tasks: { 'forget-mailed-links': () => forgetMailedLinks(deps) },
    timers: [{ task: 'forget-mailed-links', at: '41 * * * *' }]
  }
}
