import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import {
  countUnread,
  deleteMailedLinks,
  findAll,
  findMessage,
  findNews,
  findOwn,
  findTries,
  markAllRead,
  markRead,
  saveMessages,
  sendAgain,
  type Channel,
  type Db,
  type NewMessage,
  type StoredMessage
} from '../models/messages.ts'
import type { Message, MessageSummary, SentSummary } from '../schemas/messages.ts'
import type { Values } from './content.ts'
import { oneLine } from './formats.ts'
import { makeUnsubscribeToken } from './secrets.ts'
import { templatesOf, writeTemplate, type Told } from './templates.ts'

export interface Deps {
  db: Db
  /** Signs links, and encrypts the secrets of webhooks. */
  secret: string
  shopUrl: string
  /** Where this service's own public paths are reached: the shop's address unless told. */
  publicUrl: string
  /** Whether mail and text messages are sent; those that are not are kept and shown. */
  sends: { email: boolean; sms: boolean }
  /** Who is told of what staff must look at; with none it lies in staff's shared inbox. */
  staffEmails: readonly string[]
  /** Whether the tokens in mailed links are shown here too, for trying the shop out without mail. */
  showLinks?: boolean
}

export interface Occasion {
  eventId: string
  template: string
  orderId?: string | null
  userId: string | null
  /** The language, and the region, of who is told. */
  locale: string
  /** What a person may have said no to; null for what everybody is told. */
  topic?: string | null
  values: Values
}
/** Where it is told: the address on each channel. */
export type Addresses = Partial<Record<Channel, string | null>>

/** In which state a message of a channel begins. */
export const stateOf = ({ sends }: Pick<Deps, 'sends'>, channel: Channel): 'waiting' | 'shown' | 'delivered' => {
  if (channel === 'inbox') return 'delivered'
  return sends[channel] ? 'waiting' : 'shown'
}

/** Tells a person on each channel that has an address: once an event, channel and address. */
export const tell = async (deps: Deps, tx: Db, occasion: Occasion, addresses: Addresses): Promise<void> =>
  saveMessages(tx, await messagesOf(deps, occasion, addresses))

/** The messages by which a person is told, one for each channel that has an address. */
export async function messagesOf(deps: Deps, occasion: Occasion, addresses: Addresses): Promise<NewMessage[]> {
  const { eventId, template, orderId = null, userId, locale, topic = null, values } = occasion
  const { id: templateId } = await templatesOf(deps.db).use(template, locale)
  return Object.entries(addresses).flatMap(([channel, recipient]): NewMessage[] =>
    recipient
      ? [
          {
            eventId,
            channel: channel as Channel,
            recipient,
            userId,
            template,
            templateId,
            values,
            locale,
            topic,
            orderId,
            state: stateOf(deps, channel as Channel)
          }
        ]
      : []
  )
}

/** What a stored message says. Where it may be unsubscribed from, its link for that is in it. */
export async function textOf(
  deps: Pick<Deps, 'db' | 'secret' | 'shopUrl' | 'publicUrl'>,
  message: Pick<
    StoredMessage,
    'templateId' | 'values' | 'locale' | 'topic' | 'userId' | 'channel' | 'subject' | 'text' | 'html'
  >
): Promise<Told & { unsubscribeUrl: string | null }> {
  const { templateId, values, locale, subject, text, html } = message
  if (templateId === null)
    return { subject: subject ?? '', text: text ?? '', html: html ?? '', link: null, unsubscribeUrl: null }
  const template = (await templatesOf(deps.db).byId([templateId])).get(templateId)!
  const unsubscribeUrl = unsubscribeUrlOf(deps, message)
  const told = writeTemplate(template, values ?? {}, { shopUrl: deps.shopUrl, locale, unsubscribeUrl })
  return { ...told, unsubscribeUrl }
}

function unsubscribeUrlOf(
  { secret, publicUrl }: Pick<Deps, 'secret' | 'publicUrl'>,
  { userId, topic, channel }: Pick<StoredMessage, 'userId' | 'topic' | 'channel'>
): string | null {
  if (userId === null || topic === null) return null
  return `${publicUrl}/api/v1/unsubscribe/${makeUnsubscribeToken(secret, userId, channel, topic)}`
}

async function summariesOf(deps: Deps, rows: StoredMessage[]): Promise<SentSummary[]> {
  const ids = [...new Set(rows.flatMap(({ templateId }) => (templateId === null ? [] : [templateId])))]
  await templatesOf(deps.db).byId(ids)
  return Promise.all(
    rows.map(async (row) => {
      const {
        id,
        channel,
        recipient,
        userId,
        template,
        orderId,
        locale,
        state,
        reason,
        tries,
        sentAt,
        readAt,
        createdAt
      } = row
      const { subject } = await textOf(deps, row)
      return {
        id,
        channel,
        recipient,
        userId,
        template,
        orderId,
        subject,
        locale,
        state,
        reason,
        tries,
        sentAt,
        readAt,
        createdAt
      }
    })
  )
}
const own = ({ id, channel, template, orderId, subject, state, readAt, createdAt }: SentSummary): MessageSummary => ({
  id,
  channel,
  template,
  orderId,
  subject,
  state,
  readAt,
  createdAt
})

interface Paging {
  after?: string
  limit: number
}
const afterId = ({ after }: Paging) => (after === undefined ? null : (readPlace(after, ['id'])[0] as string))

/** A person's own messages, on all channels or on one, the newest first. */
export async function listMessages(deps: Deps, userId: string, { channel, ...paging }: Paging & { channel?: Channel }) {
  const where = { afterId: afterId(paging), limit: paging.limit + 1, channel: channel ?? null }
  const rows = await findOwn(deps.db, userId, where)
  const page = pageOf(rows, paging.limit, ({ id }) => [id])
  return { ...page, items: (await summariesOf(deps, page.items)).map(own) }
}

/** What came into a person's inbox after a message, the oldest first. */
export const listNews = async (deps: Deps, userId: string, lastId: string, limit: number): Promise<MessageSummary[]> =>
  (await summariesOf(deps, await findNews(deps.db, userId, lastId, limit))).map(own)

interface SentFilter {
  recipient?: string
  state?: Message['state']
  channel?: Channel
  campaignId?: string
}

/** Everyone's messages, or those to one recipient whatever the case of its letters, or in one state, the newest first. */
export async function listAllMessages(
  deps: Deps,
  { recipient, state, channel, campaignId, ...paging }: Paging & SentFilter
) {
  const filter = {
    recipient: recipient ?? null,
    state: state ?? null,
    channel: channel ?? null,
    campaignId: campaignId ?? null
  }
  const rows = await findAll(deps.db, filter, afterId(paging), paging.limit + 1)
  const page = pageOf(rows, paging.limit, ({ id }) => [id])
  return { ...page, items: await summariesOf(deps, page.items) }
}

const notFound = () => new Problem(404, 'not-found', 'There is no such message.')

/** A message with its text: one's own, or anyone's, with the tries so far, for staff who may see them. */
export async function showMessage(
  deps: Deps,
  messageId: string,
  viewer: { id: string; seesAll: boolean }
): Promise<Message> {
  const message = await findMessage(deps.db, messageId, viewer.seesAll ? null : viewer.id)
  if (!message) throw notFound()
  const [summary] = await summariesOf(deps, [message])
  const { text, html } = await textOf(deps, message)
  const hidden = deps.showLinks ? { text, html } : { text: withoutTokens(text), html: withoutTokens(html) }
  return {
    ...own(summary!),
    ...hidden,
    ...(viewer.seesAll && { deliveries: await findTries(deps.db, messageId) })
  }
}

/** The text without the tokens in its links, by which a session or a member of staff could take the account over. */
export const withoutTokens = (text: string): string => text.replaceAll(/#[\w-]{43}(?![\w-])/g, '#…')

/** Notes that a person has read a message of theirs; the first time counts. */
export async function readMessage(deps: Deps, messageId: string, userId: string): Promise<MessageSummary> {
  const message = await markRead(deps.db, messageId, userId)
  if (!message) throw notFound()
  return own((await summariesOf(deps, [message]))[0]!)
}

/** Forgets the mails whose links are over. */
export const forgetMailedLinks = ({ db }: Deps): Promise<void> => deleteMailedLinks(db)

/** How many messages of a person's inbox are not read. */
export const countUnreadMessages = async ({ db }: Deps, userId: string) => ({ unread: await countUnread(db, userId) })

/** Notes all of a person's inbox as read. */
export const readAllMessages = async ({ db }: Deps, userId: string) => ({ read: await markAllRead(db, userId) })

/** Has messages that were given up, or withheld, sent again. */
export const sendMessagesAgain = async ({ db }: Deps, messageIds: string[]) => ({
  messageIds: await sendAgain(db, messageIds)
})

/** The subject and the one link, for a channel that has room for no more. */
export const shortTextOf = ({ subject, link }: Told): string => oneLine(subject) + (link === null ? '' : `\n${link}`)
