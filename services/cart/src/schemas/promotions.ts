import { Type, type Static } from 'typebox'
import { Currency, Id, Minor, OrNull } from './carts.ts'

const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 120 })
const Word = Type.String({ minLength: 1, maxLength: 60 })
const At = Type.String({ format: 'date-time' })
const Many = (item: typeof Slug) => Type.Optional(Type.Array(item, { minItems: 1, maxItems: 50 }))

/** What must be so. The first three are of a line, which is reduced only when it is so; the rest is of the cart. */
const Conditions = Type.Object({
  categories: Many(Slug),
  types: Many(Word),
  metals: Many(Word),
  minimumMinor: Type.Optional(
    Type.Integer({ minimum: 1, description: 'What the lines that count come to before discounts and tax.' })
  ),
  groups: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
      minItems: 1,
      maxItems: 50,
      description: 'The customer is in one of these groups.'
    })
  ),
  userId: Type.Optional(Type.String({ format: 'uuid', description: 'For this customer only.' })),
  currencies: Type.Optional(Type.Array(Currency, { minItems: 1, maxItems: 20 }))
})

const content = {
  name: Type.String({ minLength: 1, maxLength: 120 }),
  code: OrNull(
    Type.String({
      minLength: 3,
      maxLength: 40,
      description: 'Null: it applies by itself. Letters A-Z, digits, - and _; upper and lower case are the same.'
    })
  ),
  kind: Type.Enum(['percent', 'amount', 'free-shipping']),
  target: Type.Enum(['order', 'lines', 'component', 'shipping'], {
    description: 'Of what: the lines together, each of them, one component of each, or the shipping.'
  }),
  component: OrNull(Type.Enum(['metal', 'wastage', 'making', 'stones', 'other', 'engraving', 'gift wrap'])),
  permyriad: OrNull(Type.Integer({ minimum: 1, maximum: 10_000, description: 'In ten-thousandths.' })),
  amountMinor: OrNull(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000_000_000,
      description: 'Of the order as a whole, else of each of one.'
    })
  ),
  currency: Type.Union([Currency, Type.Null()], { description: 'Of `amountMinor`.' }),
  conditions: Conditions,
  startsAt: OrNull(At),
  endsAt: OrNull(At),
  maxRedemptions: OrNull(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
  maxPerCustomer: OrNull(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      description: 'By account and by e-mail, whichever is reached first.'
    })
  ),
  exclusive: Type.Boolean({ description: 'Applies alone. Of those that exclude each other the higher priority wins.' }),
  priority: Type.Integer({ minimum: -1000, maximum: 1000 }),
  active: Type.Boolean()
}

const unless = <T extends Parameters<typeof Type.Optional>[0]>(schema: T) => Type.Optional(schema)
export const PromotionContent = Type.Object({
  name: content.name,
  kind: content.kind,
  target: content.target,
  code: unless(content.code),
  component: unless(content.component),
  permyriad: unless(content.permyriad),
  amountMinor: unless(content.amountMinor),
  currency: unless(content.currency),
  conditions: unless(content.conditions),
  startsAt: unless(content.startsAt),
  endsAt: unless(content.endsAt),
  maxRedemptions: unless(content.maxRedemptions),
  maxPerCustomer: unless(content.maxPerCustomer),
  exclusive: unless(content.exclusive),
  priority: unless(content.priority),
  active: unless(content.active)
})
export const Promotion = Type.Object({
  id: Id,
  ...content,
  redeemed: Type.Integer({ ...Minor, description: 'How many orders use it, those that are not paid yet included.' }),
  version: Type.Integer({ minimum: 1 })
})
export const PromotionPath = Type.Object({ promotionId: Id })

export type PromotionContent = Static<typeof PromotionContent>
export type Promotion = Static<typeof Promotion>
