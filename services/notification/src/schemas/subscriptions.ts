import { Type, type Static } from 'typebox'
import { Delivery } from './messages.ts'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const AtOrNull = Type.Union([At, Type.Null()])
const Url = Type.String({ minLength: 8, maxLength: 2000 })
const Topics = Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 50, uniqueItems: true })
const Description = Type.String({ maxLength: 300 })

export const SubscriptionPath = Type.Object({ subscriptionId: Id })
export const WebhookPath = Type.Object({ subscriptionId: Id, webhookId: Id })

export const NewSubscription = Type.Object({
  url: Url,
  topics: Topics,
  description: Type.String({ maxLength: 300, default: '' })
})
export type NewSubscription = Static<typeof NewSubscription>
export const SubscriptionChanges = Type.Object({
  url: Type.Optional(Url),
  topics: Type.Optional(Topics),
  description: Type.Optional(Description),
  state: Type.Optional(Type.Enum(['active', 'disabled']))
})
export type SubscriptionChanges = Static<typeof SubscriptionChanges>

const subscription = {
  id: Id,
  url: Type.String(),
  topics: Type.Array(Type.String()),
  description: Type.String(),
  state: Type.Enum(['active', 'disabled']),
  disabledReason: Type.Union([Type.String(), Type.Null()]),
  failingSince: AtOrNull,
  version: Type.Integer(),
  createdAt: At
}
export const Subscription = Type.Object(subscription)
export type Subscription = Static<typeof Subscription>
export const SubscriptionMade = Type.Object({
  ...subscription,
  secret: Type.String({ description: 'Shown this once. `whsec_…`, as Standard Webhooks writes it.' })
})
export const SecretMade = Type.Object({ secret: Type.String(), formerUntil: At })

const webhook = {
  id: Id,
  eventId: Id,
  topic: Type.String(),
  subject: Type.String(),
  state: Type.Enum(['waiting', 'delivered', 'failed']),
  tries: Type.Integer(),
  dueAt: AtOrNull,
  createdAt: At,
  deliveredAt: AtOrNull
}
export const Webhook = Type.Object(webhook)
export type Webhook = Static<typeof Webhook>
export const WebhookWithTries = Type.Object({ ...webhook, body: Type.String(), deliveries: Type.Array(Delivery) })
export const Replay = Type.Object({
  from: At,
  to: At,
  onlyFailed: Type.Boolean({ default: false })
})
export const Replayed = Type.Object({ webhooks: Type.Integer() })
export const Topic = Type.Object({ topic: Type.String(), staffOnly: Type.Boolean(), fields: Type.Array(Type.String()) })
