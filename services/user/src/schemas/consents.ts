import { Type, type Static } from 'typebox'

const Channel = Type.Enum(['email', 'sms', 'inbox', 'push'])
const At = Type.String({ format: 'date-time' })
/** What one may be told of besides one's orders. */
const Topic = Type.Enum(['promotions', 'price-drops', 'back-in-stock', 'reminders'])
const sources = ['account', 'checkout', 'newsletter', 'wishlist'] as const

export const Consents = Type.Object({
  items: Type.Array(
    Type.Object({
      channel: Channel,
      topic: Type.Enum(['orders', 'promotions', 'price-drops', 'back-in-stock', 'reminders']),
      granted: Type.Boolean(),
      fixed: Type.Boolean({ description: 'News of one’s own orders is always sent.' }),
      changedAt: Type.Union([At, Type.Null()])
    })
  )
})

export const ConsentChanges = Type.Object({
  changes: Type.Array(Type.Object({ channel: Channel, topic: Topic, granted: Type.Boolean() }), {
    minItems: 1,
    maxItems: 16
  }),
  source: Type.Enum(sources, { default: 'account', description: 'Where the person says it.' })
})

export const ConsentChange = Type.Object({
  id: Type.String({ format: 'uuid' }),
  channel: Channel,
  topic: Topic,
  from: Type.Boolean(),
  to: Type.Boolean(),
  source: Type.Enum([...sources, 'mail'], { description: 'Where the person said it; `mail` is the link in one.' }),
  changedBy: Type.String({ format: 'uuid' }),
  at: At
})

export type Consents = Static<typeof Consents>
export type Consent = Consents['items'][number]
export type ConsentChanges = Static<typeof ConsentChanges>
export type ConsentChange = Static<typeof ConsentChange>
