import { randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { ServerRouter, type EntryContext } from 'react-router'
import './messages.server.ts'
import { NonceContext } from './nonce.ts'
import { stripeKey } from './stripe.server.ts'

const giveUpMs = 8000

/** A page as a stream, with a policy under which only the scripts that this answer names may run. */
export default function handleRequest(
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
  const whole = isbot(request.headers.get('user-agent') ?? '') || context.isSpaMode
  return new Promise((resolve, reject) => {
    let failed = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <ServerRouter context={context} url={request.url} nonce={nonce} />
      </NonceContext>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']: () => {
          const body = new PassThrough()
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed }))
          pipe(body)
        },
        onShellError: reject,
        onError: () => {
          failed = 500
        }
      }
    )
    setTimeout(abort, giveUpMs).unref()
  })
}

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
