import { Page } from '@lumora/kit/pages'
import { Type, type Static } from 'typebox'
import { time } from './users.ts'

const digest = Type.Union([Type.String(), Type.Null()], {
  description: 'SHA-256 of what it was, so that a value can be compared and not read.'
})

export const AuditEntry = Type.Object({
  seq: Type.Integer(),
  at: time,
  actor: Type.String(),
  action: Type.String(),
  object: Type.String(),
  before: digest,
  after: digest,
  network: Type.String(),
  requestId: Type.String(),
  hash: Type.String()
})
export const AuditPage = Page(AuditEntry)

export const AuditVerdict = Type.Object({
  intact: Type.Boolean(),
  entries: Type.Integer(),
  head: Type.String({ description: 'The hash of the last entry: noted elsewhere, it proves the whole log later.' }),
  fault: Type.Union([Type.String(), Type.Null()])
})

export type AuditEntry = Static<typeof AuditEntry>
export type AuditVerdict = Static<typeof AuditVerdict>
