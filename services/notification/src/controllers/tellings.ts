import type { Event, Topics } from '@lumora/kit/events'
import { findWatchedSlugs, tellPriceDropped, tellRestocked } from '../models/alerts.ts'
import type { News } from '../models/audiences.ts'
import { findContact, saveConsents, saveEmail, saveProfile, savePurchase, type Contact } from '../models/contacts.ts'
import { saidTogether, type Channel, type Db } from '../models/messages.ts'
import type { Values } from './content.ts'
import { messagesOf, stateOf, tell, type Addresses, type Deps, type Occasion } from './messages.ts'
import { webhookOf } from './subscriptions.ts'
import { templatesOf } from './templates.ts'
import { tellingOf } from './topics.ts'

const english = { locale: 'en', phone: null } as const

/** How to write to a person: what they told, or English. */
const readerOf = async (tx: Db, userId: string | null): Promise<Pick<Contact, 'locale' | 'phone'>> =>
  (userId === null ? undefined : await findContact(tx, userId)) ?? english

interface AccountData {
  userId: string
  email: string
  name: string
}

/** Tells of an account, at its e-mail and in its inbox. */
export async function tellAccount(deps: Deps, tx: Db, event: Event<AccountData>, to?: string): Promise<void> {
  const { userId, email, ...data } = event.data
  const { locale } = await readerOf(tx, userId)
  const occasion = { eventId: event.id, template: event.type, userId, locale, values: { ...data, email } }
  await tell(deps, tx, occasion, { email: to ?? email, inbox: userId })
}

/** Tells of an account in its inbox only. */
export async function tellInbox(deps: Deps, tx: Db, event: Event<AccountData>): Promise<void> {
  const { userId, ...data } = event.data
  const { locale } = await readerOf(tx, userId)
  await tell(deps, tx, { eventId: event.id, template: event.type, userId, locale, values: data }, { inbox: userId })
}

/**
 * Mails what only the mailbox's owner may know: it is in no account's list of messages, which whoever has registered with the
 * e-mail reads, and which would tell them whether it has an account. Forgotten after 3 days.
 */
export async function tellMailbox(
  deps: Deps,
  tx: Db,
  { id: eventId, type: template, data }: Event<{ email: string; userId?: string | null }>,
  values: Values = {}
): Promise<void> {
  const { email, userId = null, ...rest } = data
  const { locale } = await readerOf(tx, userId)
  const occasion = { eventId, template, userId: null, locale, values: { ...rest, email, ...values } }
  await tell(deps, tx, occasion, { email })
}

export interface OrderData {
  orderId: string
  userId: string | null
  email: string
}
const bySms = new Set(['order.shipped', 'order.delivered'])

const occasionOf = ({ id: eventId, type: template, data }: Event<OrderData>, locale: string): Occasion => {
  const { orderId, userId, email, ...rest } = data
  return { eventId, template, orderId, userId, locale, values: { ...rest, orderId, email } }
}

/** Whether an event is of a guest's order, of whom nothing is known but the e-mail. */
export const isGuests = ({ data }: { data: { userId: string | null } }): boolean => data.userId === null

/** Tells guests of their orders at their e-mails, and subscribers, as parts of the statement that takes the events. */
export async function tellGuests(deps: Deps, events: Event<OrderData>[]) {
  const messages = events.map((event) =>
    messagesOf(deps, occasionOf(event, english.locale), { email: event.data.email })
  )
  return saidTogether(
    (await Promise.all(messages)).flat(),
    events.flatMap((event) => webhookOf(event) ?? [])
  )
}

/** Tells of an order, at the e-mail that it was made with, and in its owner's inbox; that it comes, also by text message. */
export async function tellOrder(deps: Deps, tx: Db, event: Event<OrderData>): Promise<void> {
  const { userId, email } = event.data
  const { locale, phone } = await readerOf(tx, userId)
  const sms = bySms.has(event.type) ? phone : null
  await tell(deps, tx, occasionOf(event, locale), { email, inbox: userId, sms })
}

/** Tells a person of what they may not want, on each channel that they said yes to and that reaches them. */
async function tellWilling(
  deps: Deps,
  tx: Db,
  event: { id: string; type: string },
  userId: string,
  values: Values
): Promise<void> {
  const topic = tellingOf(event.type)!.about
  const contact = await findContact(tx, userId)
  if (!contact) return
  const { locale, name, email, isConfirmed, phone, granted } = contact
  const addressOf: Required<Addresses> = { email: isConfirmed ? email : null, inbox: userId, sms: phone }
  const wanted = (['email', 'inbox', 'sms'] as const).filter((channel) => granted.includes(`${channel}:${topic}`))
  const addresses: Addresses = Object.fromEntries(wanted.map((channel) => [channel, addressOf[channel]]))
  const occasion = {
    eventId: event.id,
    template: event.type,
    userId,
    locale,
    topic,
    values: { ...values, name, email: email ?? '' }
  }
  await tell(deps, tx, occasion, addresses)
}

/** Reminds a person of a cart that they left. */
export const tellAbandonedCart = (deps: Deps, tx: Db, { id, type, data }: Event<Topics['cart.abandoned']>) =>
  tellWilling(deps, tx, { id, type }, data.userId, {
    lines: data.lines,
    count: data.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  })

/** Reminds a person of a day that is near. */
export const tellDateDue = (deps: Deps, tx: Db, { id, type, data }: Event<Topics['user.date-due']>) =>
  tellWilling(deps, tx, { id, type }, data.userId, { kind: data.kind, occasion: data.name, on: data.on })

const alertChannels = ({ sends }: Deps): Partial<Record<Channel, 'waiting' | 'shown' | 'delivered'>> => ({
  email: stateOf({ sends }, 'email'),
  inbox: 'delivered'
})
const newsOf = async (deps: Deps, { id, type }: Event, values: Values): Promise<News> => ({
  eventId: id,
  template: type,
  topic: tellingOf(type)!.about,
  values,
  channels: alertChannels(deps),
  templateIds: await templatesOf(deps.db).idsOf(type)
})

/** Tells whoever asked for it that a variant can be had again. */
export async function tellBackInStock(deps: Deps, tx: Db, event: Event<Topics['product.restocked']>): Promise<void> {
  const { title, slug, sku } = event.data
  await tellRestocked(tx, await newsOf(deps, event, { title, slug, sku }), event.data)
}

/** Tells whoever asked for it of lower prices; of several designs in one event each person hears of the first that they wait for. */
export async function tellLowerPrices(
  deps: Deps,
  tx: Db,
  event: Event<Topics['product.prices-dropped']>
): Promise<void> {
  const { currency, designs } = event.data
  const watched = new Set(
    await findWatchedSlugs(
      tx,
      designs.map(({ slug }) => slug)
    )
  )
  for (const design of designs.filter(({ slug }) => watched.has(slug))) {
    const { title, slug, fromMinor, formerMinor } = design
    await tellPriceDropped(tx, await newsOf(deps, event, { title, slug, fromMinor, formerMinor, currency }), design)
  }
}

/** Tells staff of what they have to look at: by e-mail where addresses are configured, else in their shared inbox. */
export async function tellStaff(
  deps: Deps,
  tx: Db,
  { id: eventId, type: template }: { id: string; type: string },
  values: Values
) {
  const occasion = { eventId, template, userId: null, locale: 'en', values }
  if (deps.staffEmails.length === 0) return tell(deps, tx, occasion, { inbox: 'staff' })
  for (const email of deps.staffEmails) await tell(deps, tx, occasion, { email })
}

/** Who registers can be told of things, but their e-mail is not proven. */
export const noteRegistered = (tx: Db, { data, time }: Event<AccountData>) =>
  saveEmail(tx, { ...data, isConfirmed: false, at: time })

/** A person's e-mail is another, and proven. */
export const noteEmail = (tx: Db, { data, time }: Event<{ userId: string; email: string; name?: string }>) =>
  saveEmail(tx, { ...data, isConfirmed: true, at: time })

/** How a person is called, and which language they read. */
export const noteProfile = (tx: Db, { data, aggregateversion }: Event<Topics['user.changed']>) =>
  saveProfile(tx, { ...data, version: aggregateversion })

/** What a person wants to be told of. */
export const noteConsents = (tx: Db, { data }: Event<Topics['user.consent-changed']>) =>
  saveConsents(tx, data.userId, [...data.changes], data.changedAt)

/** What a person bought. */
export async function notePurchase(tx: Db, { data, time }: Event<Topics['order.confirmed']>): Promise<void> {
  const { orderId, userId, currency, totalMinor } = data
  if (userId !== null) await savePurchase(tx, { orderId, userId, currency, totalMinor, boughtAt: time })
}
