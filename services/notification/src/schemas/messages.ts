import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const IdOrNull = Type.Union([Id, Type.Null()])
const AtOrNull = Type.Union([At, Type.Null()])
const TextOrNull = Type.Union([Type.String(), Type.Null()])

export const MessagePath = Type.Object({ messageId: Id })
export const Channel = Type.Enum(['email', 'sms', 'inbox'])
export const MessageState = Type.Enum(['waiting', 'sent', 'shown', 'delivered', 'failed', 'withheld'])

const summary = {
  id: Id,
  channel: Channel,
  template: Type.String(),
  orderId: IdOrNull,
  subject: Type.String(),
  state: MessageState,
  readAt: AtOrNull,
  createdAt: At
}

export const MessageSummary = Type.Object(summary)
export type MessageSummary = Static<typeof MessageSummary>

export const Delivery = Type.Object({
  outcome: Type.Enum(['accepted', 'again', 'refused']),
  detail: Type.String(),
  ms: Type.Integer(),
  triedAt: At
})

export const Message = Type.Object({
  ...summary,
  text: Type.String(),
  html: Type.String(),
  deliveries: Type.Optional(Type.Array(Delivery, { description: 'The tries so far; for staff.' }))
})
export type Message = Static<typeof Message>

const sent = {
  ...summary,
  recipient: Type.String(),
  userId: IdOrNull,
  locale: Type.String(),
  tries: Type.Integer(),
  reason: TextOrNull,
  sentAt: AtOrNull
}
export const SentSummary = Type.Object(sent)
export type SentSummary = Static<typeof SentSummary>
export interface SentMessage extends SentSummary {
  deliveries: Static<typeof Delivery>[]
}

export const Unread = Type.Object({ unread: Type.Integer({ description: 'Counted up to 100.' }) })
export const MarkedRead = Type.Object({ read: Type.Integer() })
export const SendAgain = Type.Object({ messageIds: Type.Array(Id, { minItems: 1, maxItems: 500 }) })
export const SentAgain = Type.Object({
  messageIds: Type.Array(Id, { description: 'Those that are sent again; the others were not given up.' })
})
