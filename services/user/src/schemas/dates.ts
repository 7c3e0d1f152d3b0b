import { Type, type Static } from 'typebox'

const fields = {
  label: Type.String({ maxLength: 100, pattern: '^(?=.*\\S)[^\\p{Cc}]*$', examples: ['Our wedding'] }),
  occasion: Type.Enum(['anniversary', 'birthday', 'other']),
  month: Type.Integer({ minimum: 1, maximum: 12 }),
  day: Type.Integer({ minimum: 1, maximum: 31 })
}
const year = Type.Integer({ minimum: 1900, maximum: 2200 })
const days = Type.Integer({ minimum: 0, maximum: 60 })

export const NewDate = Type.Object({
  ...fields,
  year: Type.Optional(year),
  remindDaysBefore: Type.Optional(days)
})

export const ImportantDate = Type.Object({
  id: Type.String({ format: 'uuid' }),
  ...fields,
  year: Type.Union([year, Type.Null()]),
  remindDaysBefore: Type.Union([days, Type.Null()]),
  nextOn: Type.String({
    format: 'date',
    description: 'When it comes next; 29 February is kept on the 28th in other years.'
  })
})

export const DatePath = Type.Object({ dateId: Type.String({ format: 'uuid' }) })

export type NewDate = Static<typeof NewDate>
export type ImportantDate = Static<typeof ImportantDate>
