import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { App } from './app.ts'

/** A value that is read when somebody asks for the metrics. */
export interface Reading {
  help: string
  read: () => number | Promise<number>
}

const readWithinMs = 2000

/** Counts and times every answer, by method, route and status; returns what writes the metrics in Prometheus' text form, and what adds readings to them. */
export function watchRequests(app: App) {
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
  return {
    write: () => {
      if (!collecting) collectDefaultMetrics({ register: registry })
      collecting = true
      return registry.metrics()
    },
    /** A reading that fails or takes longer than 2 s is left out of what is written. */
    add: (readings: Record<string, Reading>) => {
      for (const [name, { help, read }] of Object.entries(readings)) {
        const gauge: Gauge = new Gauge({
          name,
          help,
          registers: [registry],
          collect: async () => {
            const late = new Promise<undefined>((resolve) => setTimeout(resolve, readWithinMs, undefined).unref())
            const value = await Promise.race([Promise.resolve().then(read), late]).catch(() => undefined)
            if (value === undefined) gauge.remove()
            else gauge.set(value)
          }
        })
      }
    }
  }
}

/** Reads several values at once, and keeps them for 5 s, so that however many ask, the database is asked once. */
export function readTogether<Values extends Record<string, number>>(read: () => Promise<Values>) {
  let kept: Promise<Values> | undefined
  const all = () => {
    if (!kept) {
      kept = read()
      setTimeout(() => (kept = undefined), 5000).unref()
      kept.catch(() => {})
    }
    return kept
  }
  return (name: keyof Values) => async () => (await all())[name]!
}
