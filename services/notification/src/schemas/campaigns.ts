import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const AtOrNull = Type.Union([At, Type.Null()])

export const CampaignPath = Type.Object({ campaignId: Id })

const Segment = Type.Object({
  groups: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 50 })),
  boughtSince: Type.Optional(At),
  boughtBefore: Type.Optional(At),
  boughtMinor: Type.Optional(Type.Integer({ minimum: 1, description: 'At least so much in all, in `currency`.' })),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' }))
})
export type Segment = Static<typeof Segment>

export const NewCampaign = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  template: Type.String({ pattern: '^campaign\\.[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 }),
  channel: Type.Enum(['email', 'sms', 'inbox'], { default: 'email' }),
  topic: Type.Enum(['promotions', 'price-drops', 'back-in-stock', 'reminders'], { default: 'promotions' }),
  segment: Segment,
  startAt: Type.Optional(At),
  perMinute: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 1_000_000 }), Type.Null()]))
})
export type NewCampaign = Static<typeof NewCampaign>

const campaign = {
  id: Id,
  name: Type.String(),
  template: Type.String(),
  channel: Type.Enum(['email', 'sms', 'inbox']),
  topic: Type.String(),
  segment: Segment,
  startAt: At,
  perMinute: Type.Union([Type.Integer(), Type.Null()]),
  state: Type.Enum(['draft', 'running', 'paused', 'cancelled', 'done']),
  queued: Type.Integer(),
  optedOut: Type.Integer({ description: 'Meant by the segment, but did not say yes.' }),
  suppressed: Type.Integer({ description: 'Said yes, but mails to the address come back.' }),
  startedAt: AtOrNull,
  finishedAt: AtOrNull,
  version: Type.Integer(),
  createdAt: At
}
export const Campaign = Type.Object(campaign)
export type Campaign = Static<typeof Campaign>

const Count = Type.Integer({ minimum: 0 })
export const CampaignReport = Type.Object({
  ...campaign,
  messages: Type.Object({
    waiting: Count,
    sent: Count,
    failed: Count,
    optedOut: Type.Integer({ minimum: 0, description: 'Said no after the message was queued.' }),
    withheld: Count
  })
})

export const DryRun = Type.Object({
  meant: Type.Integer({ description: 'In the segment.' }),
  willing: Type.Integer({ description: 'Would be told.' }),
  optedOut: Count,
  suppressed: Count,
  unreachable: Type.Integer({ description: 'Without a confirmed address.' }),
  sample: Type.Array(Type.Object({ userId: Id, name: Type.String(), locale: Type.String() })),
  preview: Type.Object({ subject: Type.String(), text: Type.String(), html: Type.String() })
})
