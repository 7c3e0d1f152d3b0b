import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import {
  deleteMailedLinks,
  findAll,
  findMessage,
  findOwn,
  markRead,
  saveMessages,
  type Db,
  type NewMessage
} from '../models/messages.ts'
import type { Message, MessageSummary } from '../schemas/messages.ts'
import type { Told } from './templates.ts'

export interface Deps {
  db: Db
  /** Whether the tokens in mailed links are shown here too, for trying the shop out without mail. */
  showLinks?: boolean
}

export interface Occasion {
  eventId: string
  template: string
  orderId: string | null
  /** Whom to tell; a guest has no account and so no inbox. */
  email: string
  userId: string | null
}

/** Tells a person by e-mail and, when they have an account, in its inbox: once an event. E-mail is recorded, not sent yet. */
export function tellPerson(tx: Db, { email, ...occasion }: Occasion, told: Told): Promise<void> {
  const { userId } = occasion
  const common = { ...occasion, ...told }
  const messages: NewMessage[] = [{ ...common, channel: 'email', recipient: email, state: 'recorded' }]
  if (userId !== null) messages.push({ ...common, channel: 'inbox', recipient: userId, state: 'delivered' })
  return saveMessages(tx, messages)
}

/** Tells a person in their account's inbox only. */
export function tellInbox(tx: Db, userId: string, { eventId, template, orderId }: Occasion, told: Told): Promise<void> {
  const occasion = { eventId, template, orderId, userId }
  return saveMessages(tx, [{ ...occasion, ...told, channel: 'inbox', recipient: userId, state: 'delivered' }])
}

/**
 * Mails what only the mailbox's owner may know: it is in no account's list of messages, which whoever has registered with the
 * e-mail reads, and which would tell them whether it has an account. Forgotten after 3 days.
 */
export function mailLink(tx: Db, { email, ...occasion }: Occasion, told: Told): Promise<void> {
  return saveMessages(tx, [
    { ...occasion, ...told, userId: null, channel: 'email', recipient: email, state: 'recorded' }
  ])
}

/** Forgets the mails whose links are over. */
export const forgetMailedLinks = ({ db }: Deps): Promise<void> => deleteMailedLinks(db)

interface Paging {
  after?: string
  limit: number
}
const afterId = ({ after }: Paging) => (after === undefined ? null : (readPlace(after, ['id'])[0] as string))

/** A person's own messages, the newest first. */
export async function listMessages({ db }: Deps, userId: string, paging: Paging) {
  return pageOf(await findOwn(db, userId, afterId(paging), paging.limit + 1), paging.limit, ({ id }) => [id])
}

/** Everyone's messages, or those to one recipient whatever the case of its letters, the newest first. */
export async function listAllMessages({ db }: Deps, { recipient, ...paging }: Paging & { recipient?: string }) {
  const rows = await findAll(db, recipient ?? null, afterId(paging), paging.limit + 1)
  return pageOf(rows, paging.limit, ({ id }) => [id])
}

const notFound = () => new Problem(404, 'not-found', 'There is no such message.')

/** A message with its text: one's own, or anyone's for staff who may see them. */
export async function showMessage(
  { db, showLinks = false }: Deps,
  messageId: string,
  viewer: { id: string; seesAll: boolean }
): Promise<Message> {
  const message = await findMessage(db, messageId, viewer.seesAll ? null : viewer.id)
  if (!message) throw notFound()
  return showLinks ? message : { ...message, text: withoutTokens(message.text), html: withoutTokens(message.html) }
}

/** The text without the tokens in its links, by which a session or a member of staff could take the account over. */
const withoutTokens = (text: string): string => text.replaceAll(/#[\w-]{43}(?![\w-])/g, '#…')

/** Notes that a person has read a message of theirs; the first time counts. */
export async function readMessage({ db }: Deps, messageId: string, userId: string): Promise<MessageSummary> {
  const message = await markRead(db, messageId, userId)
  if (!message) throw notFound()
  return message
}
