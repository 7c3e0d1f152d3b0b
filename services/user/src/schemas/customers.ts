import { pageQuery } from '@lumora/kit/pages'
import { Type, type Static } from 'typebox'
import { Address } from './addresses.ts'
import { Consents } from './consents.ts'
import { OrNull, Profile } from './profiles.ts'
import { Size } from './sizes.ts'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const line = (maxLength: number) => Type.String({ maxLength, pattern: '^(?=.*\\S)[^\\p{Cc}]*$' })
const slug = Type.String({ maxLength: 60, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', examples: ['vip'] })

export const CustomerQuery = Type.Object({
  ...pageQuery,
  q: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'How the name or the e-mail begins, in any case.' })
  ),
  group: Type.Optional(slug)
})

export const CustomerSummary = Type.Object({
  id: Id,
  name: OrNull(Type.String()),
  maskedEmail: OrNull(Type.String({ examples: ['a•••@example.com'] })),
  emailVerifiedAt: OrNull(
    Type.String({
      format: 'date-time',
      description:
        'When they showed the e-mail to be theirs. Null: anybody may have given it, and another customer may own it.'
    })
  ),
  groups: Type.Array(slug),
  createdAt: At
})

export const Customer = Type.Object({
  ...Profile.properties,
  groups: Type.Array(slug),
  addresses: Type.Array(Address),
  sizes: Type.Array(Size),
  consents: Consents
})

export const NewNote = Type.Object({
  text: Type.String({ maxLength: 4000, pattern: '^(?=[^]*\\S)[^\\u0000]*$' })
})
export const Note = Type.Object({ id: Id, text: Type.String(), writtenBy: Id, at: At })

export const Access = Type.Object({ id: Id, staffId: Id, what: Type.String(), at: At })

export const NewGroup = Type.Object({
  name: line(100),
  description: Type.String({ maxLength: 500, default: '', pattern: '^[^\\p{Cc}]*$' })
})
export const Group = Type.Object({
  slug,
  name: Type.String(),
  description: Type.String(),
  memberCount: Type.Integer(),
  createdAt: At
})
export const Groups = Type.Object({ items: Type.Array(Group) })
export const GroupNames = Type.Object({ groups: Type.Array(slug, { maxItems: 50, uniqueItems: true }) })

export const CustomerPath = Type.Object({ userId: Id })
export const GroupPath = Type.Object({ slug })

export type CustomerQuery = Static<typeof CustomerQuery>
export type Customer = Static<typeof Customer>
export type Note = Static<typeof Note>
export type Access = Static<typeof Access>
export type NewGroup = Static<typeof NewGroup>
export type Group = Static<typeof Group>
