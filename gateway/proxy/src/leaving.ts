import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** How a proxy goes without an error for anybody who comes by NGINX. */
export interface Leaving {
  /** Whether this request is not to be taken: its connection is closed, and NGINX sends it to another proxy. */
  refuses: (request: IncomingMessage) => boolean
  /** Resolves when NGINX sends nothing here any more, or at once when there is none. */
  left: () => Promise<void>
}

const recentMs = 5000
const quietMs = 150
const refusingMs = 300
const mostMs = 1500

/**
 * Connections cannot be closed while NGINX may just be writing to one: a write that is lost so is never sent again. NGINX
 * does not choose a server for a second (`fail_timeout`) that has failed it once (`max_fails`), so a proxy that leaves fails
 * it on purpose, with a read that NGINX says (`x-elsewhere`) it sends to another one. When nothing has come since for
 * 150 ms, nobody is writing. An NGINX that goes on for 300 ms knows no other proxy, and is served to the end.
 */
export function openLeaving(): Leaving {
  let isLeaving = false
  let edgeAt = -Infinity
  let seenAt = 0
  let refusedAt = 0
  return {
    refuses: (request) => {
      const canGoElsewhere = request.headers['x-elsewhere'] !== undefined
      if (!isLeaving && !canGoElsewhere) return false
      seenAt = performance.now()
      if (canGoElsewhere) edgeAt = seenAt
      if (!isLeaving || !canGoElsewhere) return false
      refusedAt ||= seenAt
      return seenAt - refusedAt < refusingMs
    },
    left: async () => {
      const begunAt = performance.now()
      if (begunAt - edgeAt > recentMs) return
      isLeaving = true
      for (let now = begunAt; now - begunAt < mostMs; now = performance.now()) {
        if (refusedAt > 0 && (now - seenAt > quietMs || now - refusedAt > refusingMs + quietMs)) return
        await sleep(20)
      }
    }
  }
}
