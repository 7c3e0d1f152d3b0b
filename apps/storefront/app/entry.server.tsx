import { randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { ServerRouter, type EntryContext } from 'react-router'
import './messages.server.ts'
import { NonceContext } from './nonce.ts'
import { stripeKey } from './stripe.server.ts'

const giveUpMs = 8000

/** A whole page, with a policy under which only the scripts that this answer names may run. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url')
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('cache-control', 'private, no-store')
  headers.set('content-security-policy', policy(nonce))
  headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  headers.set('x-content-type-options', 'nosniff')
  headers.set('x-frame-options', 'DENY')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(self)')
  const page = await render(
    <NonceContext value={nonce}>
      <ServerRouter context={context} url={request.url} nonce={nonce} />
    </NonceContext>,
    nonce
  )
  return new Response(laterScripts(page.html), { headers, status: page.isWhole ? status : 500 })
}

/** Everything is there before it begins, so that it is sent in one piece, which costs less than many small ones. */
function render(page: ReactNode, nonce: string): Promise<{ html: string; isWhole: boolean }> {
  return new Promise((resolve, reject) => {
    let isWhole = true
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => {
        clearTimeout(timer)
        text(pipe(new PassThrough())).then((html) => resolve({ html, isWhole }), reject)
      },
      onShellError: (error) => {
        clearTimeout(timer)
        reject(error)
      },
      onError: () => {
        isWhole = false
      }
    })
    const timer = setTimeout(abort, giveUpMs)
  })
}

/** What is read comes before what makes it react: scripts do not keep styles, type and pictures waiting. */
const laterScripts = (html: string): string =>
  html.replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')

/** What Stripe's own card fields need, where they are used. */
const stripe = stripeKey
  ? {
      scripts: ' https://js.stripe.com',
      calls: ' https://api.stripe.com',
      frames: 'https://js.stripe.com https://hooks.stripe.com'
    }
  : { scripts: '', calls: '', frames: '' }

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${stripe.scripts}`,
    "style-src 'self'",
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${stripe.calls}`,
    `frame-src ${stripe.frames || "'none'"}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'"
  ].join('; ')
