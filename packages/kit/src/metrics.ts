import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { App } from './app.ts'

/** Counts and times every answer, by method, route and status; returns what writes the metrics in Prometheus' text form. */
export function watchRequests(app: App): () => Promise<string> {
  const registry = new Registry()
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte in to the last byte out.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry]
  })
  app.addHook('onResponse', (request, reply, next) => {
    requests.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000
    )
    next()
  })
  let collecting = false
  return () => {
    if (!collecting) collectDefaultMetrics({ register: registry })
    collecting = true
    return registry.metrics()
  }
}
