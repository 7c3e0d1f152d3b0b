import { createHash } from 'node:crypto'
import { versionIn } from '@lumora/kit/versions'

/** The ETag of a text that nobody changes by it. */
export const etagOfText = (text: string): string => `"${digest(text)}"`

/** The ETag of a page about something with a version: that, and a digest of the page, which may also show other things. */
export const etagOfPage = (page: { version: number }): string => `"${page.version}-${digest(JSON.stringify(page))}"`

/** The version that an If-Match names, be it of a page's ETag or bare; 428 without the header. */
export const versionNamed = (ifMatch: string | undefined): number =>
  versionIn(ifMatch?.trim().replace(/^((?:W\/)?"\d{1,9})-[\w-]{1,43}"$/, '$1"'))

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 27)
