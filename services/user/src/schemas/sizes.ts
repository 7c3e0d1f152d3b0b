import { Type, type Static } from 'typebox'

const name = Type.String({
  maxLength: 100,
  pattern: '^(?=.*\\S)[^\\p{Cc}]*$',
  examples: ['me, left ring finger', 'my wife']
})
const kind = Type.Enum(['ring', 'bangle', 'chain'])
/** The systems that product knows; it says which of them a kind has. */
const system = Type.Enum([
  'mm',
  'cm',
  'inch',
  'diameter',
  'iso',
  'eu',
  'us',
  'ca',
  'uk',
  'ie',
  'au',
  'jp',
  'in',
  'ch',
  'it',
  'es',
  'nl'
])
const hundredthsMm = Type.Integer({
  description: 'In 0.01 mm: the inner circumference of a ring, the inner diameter of a bangle, the length of a chain.'
})

export const NewSize = Type.Object({
  name,
  kind,
  system,
  label: Type.String({ minLength: 1, maxLength: 12, pattern: '^[0-9A-Za-z½¼¾+./ -]+$', examples: ['6.5', 'L1/2'] })
})

export const Size = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name,
  kind,
  system,
  label: Type.String(),
  hundredthsMm,
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' })
})

export const SizePath = Type.Object({ sizeId: Type.String({ format: 'uuid' }) })

export type NewSize = Static<typeof NewSize>
export type Size = Static<typeof Size>
export type SizeMeasure = Pick<Size, 'label' | 'hundredthsMm'>
