import { Type, type Static } from 'typebox'

const Count = Type.Integer({ minimum: 0 })
const Time = Type.String({ format: 'date-time' })

export const importQuery = {
  dryRun: Type.Boolean({ default: false, description: 'Finds every fault, and changes nothing.' })
}
export const Fault = Type.Object({
  line: Type.Integer({ minimum: 1, description: 'In the file, the first line being 1.' }),
  column: Type.Union([Type.String(), Type.Null()], { description: 'Null when it is of the whole line.' }),
  reason: Type.String()
})
/** A catalogue taken in from CSV, and how far that is. */
export const CatalogueImport = Type.Object({
  id: Type.String({ format: 'uuid' }),
  dryRun: Type.Boolean(),
  status: Type.Enum(['running', 'done']),
  lines: Type.Integer({ minimum: 0, description: 'Rows in the file, each of one variant.' }),
  imported: Type.Integer({ minimum: 0, description: 'Rows taken in so far; in a dry run, those that would be.' }),
  designs: Count,
  designsDone: Count,
  faultCount: Count,
  faults: Type.Array(Fault, { description: 'By line, the first 1,000 that were found; `faultCount` counts all.' }),
  startedAt: Time,
  finishedAt: Type.Union([Time, Type.Null()])
})

export type Fault = Static<typeof Fault>
export type CatalogueImport = Static<typeof CatalogueImport>
