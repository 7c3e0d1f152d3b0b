import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const IdOrNull = Type.Union([Id, Type.Null()])

export const MessagePath = Type.Object({ messageId: Id })

const summary = {
  id: Id,
  channel: Type.Enum(['email', 'inbox']),
  template: Type.String(),
  orderId: IdOrNull,
  subject: Type.String(),
  state: Type.Enum(['recorded', 'delivered']),
  readAt: Type.Union([At, Type.Null()]),
  createdAt: At
}

export const MessageSummary = Type.Object(summary)
export type MessageSummary = Static<typeof MessageSummary>

export const Message = Type.Object({ ...summary, text: Type.String(), html: Type.String() })
export type Message = Static<typeof Message>

export const SentMessage = Type.Object({ ...summary, recipient: Type.String(), userId: IdOrNull })
export type SentMessage = Static<typeof SentMessage>
