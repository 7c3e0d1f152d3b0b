import { Problem } from '@lumora/kit/problem'
import type { Class } from './policies.ts'

/** Event-loop delays at which a class is refused (milliseconds), and the share of a service's places that it may fill: a fifth is left to what is critical. */
const bounds: Record<Class, { delayMs: number; share: number }> = {
  critical: { delayMs: Infinity, share: 1 },
  normal: { delayMs: 250, share: 0.8 },
  sheddable: { delayMs: 100, share: 0.6 }
}

const sampleMs = 50
const samplesKept = 20

/** How late this process's event loop is: the 95th percentile of the last 20 looks, each 50 ms after the other, in milliseconds. While it starts, nothing is said. */
export function watchDelay(): { delayMs: () => number; stop: () => void } {
  const samples: number[] = []
  let delayMs = 0
  let due = performance.now() + sampleMs
  const timer = setInterval(() => {
    const now = performance.now()
    samples.push(Math.max(0, now - due))
    due = now + sampleMs
    if (samples.length > samplesKept) samples.shift()
    delayMs = samples.length < samplesKept ? 0 : samples.toSorted((a, b) => b - a)[1]!
  }, sampleMs).unref()
  return { delayMs: () => delayMs, stop: () => clearInterval(timer) }
}

/** Throws a 503 when a request of this class is one too many, by how late the event loop is and how many its service is busy with. */
export function requireRoom(kind: Class, delayMs: number, underWay: number, places: number): void {
  const { delayMs: most, share } = bounds[kind]
  if (delayMs <= most && underWay < places * share) return
  throw new Problem(503, 'overloaded', 'The shop is very busy. Try again in a moment.', {
    retryAfter: 1 + Math.floor(Math.random() * 5)
  })
}
