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
const lookMs = 20
/** Looks in a row without a request until it is quiet. Looks and not time, as each also takes in what has come meanwhile. */
const quietLooks = 8
/** Looks with requests after a refusal from which on there is no other proxy that could take reads. */
const loneLooks = 20
const mostMs = 3000

/**
 * Connections cannot be closed while NGINX may just be writing to one: a write that is lost so is never sent again. NGINX
 * does not choose a server for a second (`fail_timeout`) that has failed it once (`max_fails`), so a proxy that leaves fails
 * it on purpose, with a read that NGINX says (`x-elsewhere`) it sends to another one. When nothing comes after that, nobody
 * is writing. An NGINX that goes on coming knows no other proxy that is well, and is served, for 3 s at the most.
 */
export function openLeaving(): Leaving {
  let isRefusing = false
  let hasRefused = false
  let edgeAt = -Infinity
  let seen = 0
  return {
    refuses: (request) => {
      seen++
      if (request.headers['x-elsewhere'] === undefined) return false
      edgeAt = performance.now()
      if (!isRefusing) return false
      return (hasRefused = true)
    },
    left: async () => {
      const begunAt = performance.now()
      if (begunAt - edgeAt > recentMs) return
      isRefusing = true
      let quiet = 0
      let busy = 0
      while (quiet < quietLooks && performance.now() - begunAt < mostMs) {
        const before = seen
        await sleep(lookMs)
        if (!hasRefused) continue
        if (seen === before) quiet++
        else {
          quiet = 0
          busy++
        }
        isRefusing = busy < loneLooks
      }
    }
  }
}
