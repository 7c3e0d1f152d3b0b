import type { Event, Hearing } from '@lumora/kit/events'
import type { Work } from '@lumora/kit/process'
import { tellPerson } from './controllers/messages.ts'
import { orderCancelled, orderConfirmed, orderPaymentFailed, welcome } from './controllers/templates.ts'
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
    'order.confirmed': (tx, event) => tellPerson(tx, occasion(event), orderConfirmed(event.data)),
    'order.payment-failed': (tx, event) => tellPerson(tx, occasion(event), orderPaymentFailed(event.data)),
    'order.cancelled': (tx, event) => tellPerson(tx, occasion(event), orderCancelled(event.data))
  }
  return { hearing }
}
