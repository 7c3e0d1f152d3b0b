import { Type, type Static } from 'typebox'

export const sizeKinds = ['ring', 'bangle', 'chain'] as const
export type SizeKind = (typeof sizeKinds)[number]

/** How sizes are written; which ones there are depends on the kind. */
export const sizeSystems = [
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
] as const
export type SizeSystem = (typeof sizeSystems)[number]

const System = Type.Enum(sizeSystems, {
  description:
    'ring: iso, eu, mm (inner circumference), diameter (inner, in mm), us, ca, uk, ie, au, jp, in, ch, it, es, nl; bangle: in (2-6), mm (inner diameter), inch; chain: inch, cm, mm.'
})
const Hundredths = Type.Integer({
  description: 'In 0.01 mm: the inner circumference of a ring, the inner diameter of a bangle, the length of a chain.'
})
const Label = Type.String({ minLength: 1, maxLength: 12, pattern: '^[0-9A-Za-z½¼¾+./ -]+$', examples: ['6.5', 'L1/2'] })

export const SizePath = Type.Object({ kind: Type.Enum(sizeKinds) })

export const SizeQuestion = Type.Object({
  from: System,
  label: Label,
  to: System,
  bandUm: Type.Optional(
    Type.Integer({ minimum: 500, maximum: 30_000, description: 'The width of the ring’s band in micrometres.' })
  )
})

const nearest = {
  label: Type.String(),
  hundredthsMm: Hundredths,
  deltaMm: Type.Number({
    description: 'How much larger (or, negative, smaller) this label is than what was asked for.'
  }),
  exact: Type.Boolean()
}

export const Conversion = Type.Object({
  kind: Type.Enum(sizeKinds),
  from: Type.Object({ system: System, label: Type.String(), hundredthsMm: Hundredths }),
  to: Type.Object({ system: System, ...nearest }),
  name: Type.Union([Type.String({ description: 'What a chain of this length is called; a hint.' }), Type.Null()]),
  warning: Type.Union([
    Type.String({ description: 'Said when the nearest label is more than 0.3 mm off.' }),
    Type.Null()
  ]),
  wideBandLabel: Type.Union([
    Type.String({ description: 'A band of 6 mm and more sits tighter: the label half a US size up.' }),
    Type.Null()
  ])
})

export const Chart = Type.Object({
  kind: Type.Enum(sizeKinds),
  rows: Type.Array(
    Type.Object({
      hundredthsMm: Hundredths,
      name: Type.Union([Type.String(), Type.Null()]),
      labels: Type.Array(Type.Object({ system: System, ...nearest }))
    })
  )
})

export type SizeQuestion = Static<typeof SizeQuestion>
export type Conversion = Static<typeof Conversion>
export type Chart = Static<typeof Chart>
