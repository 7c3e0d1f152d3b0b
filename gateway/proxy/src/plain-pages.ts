import { createHash } from 'node:crypto'

const style =
  'body{max-width:36rem;margin:20vh auto;padding:0 1.5rem;font:1.125rem/1.6 Georgia,serif}dt{margin-top:1em;font-weight:bold}'

/** Lets a plain page have its one style, and nothing else. */
export const plainPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'`

/** Text as it stands in a page. */
export const escaped = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A page of the gateway's own, which needs nothing that might be away. `body` is HTML. */
export const plainPage = (heading: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Lumora Jewels</title><style>${style}</style><h1>${escaped(heading)}</h1>${body}</html>\n`
