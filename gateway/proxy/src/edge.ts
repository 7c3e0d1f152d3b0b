import type { App } from '@lumora/kit/service'
import { beginSpanBefore } from '@lumora/kit/tracing'

/** Now, and for how long the edge has had the request, both in seconds, as NGINX writes them. */
const timeShape = /^(\d{10}\.\d{3}) (\d{1,3}\.\d{3})$/
const traceparentShape = /^00-[\da-f]{32}-[\da-f]{16}-01$/

/** NGINX begins the traces but cannot tell of its part of them: it says when a request came, and the gateway tells it for it. */
export function traceEdge(app: App): void {
  app.addHook('onRequest', (request, reply, next) => {
    const { traceparent, 'x-edge-time': time } = request.headers
    const [, now, had] = timeShape.exec(String(time)) ?? []
    if (now && had && traceparentShape.test(String(traceparent))) {
      const end = beginSpanBefore(
        `${request.method} at the edge`,
        String(traceparent),
        (Number(now) - Number(had)) * 1000
      )
      reply.raw.once('close', end)
    }
    next()
  })
}
