import { Type } from 'typebox'
import { Problem } from './problem.ts'

/** The headers of a route that changes what the caller has loaded before. */
export const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({ maxLength: 100, description: 'The version that the change was made to, as the ETag said it.' })
  )
})

/** The headers of a route that answers 304 when nothing has changed. */
export const IfNoneMatch = Type.Object({ 'if-none-match': Type.Optional(Type.String({ maxLength: 500 })) })

export const etagOf = (version: number | string): string => `"${version}"`

/** The version that an If-Match names; 428 without the header. What is no version of ours is -1, which nothing has. */
export function versionIn(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new Problem(428, 'version-needed', 'Send the ETag of what you change as If-Match.')
  const [, quoted, bare] = /^(?:(?:W\/)?"(\d{1,9})"|(\d{1,9}))$/.exec(ifMatch.trim()) ?? []
  return Number(quoted ?? bare ?? -1)
}

/** What to throw when the version is not the stored one. */
export const stale = () => new Problem(412, 'version-stale', 'It was changed meanwhile. Load it again, then change it.')

/** Whether an If-None-Match names this ETag; weak and strong are the same here (RFC 9110, 13.1.2). */
export function namesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
