import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { requireAccess, tokenReader, type Keys } from '@lumora/kit/auth'
import { isEvent } from '@lumora/kit/events'
import { Problem } from '@lumora/kit/problem'
import type { App } from '@lumora/kit/service'

/** Has NGINX forget what it keeps. */
export interface Purging {
  purge: () => void
  close: () => void
}

export const noPurging: Purging = { purge: () => {}, close: () => {} }

const pauseMs = 250

/**
 * NGINX names what it keeps by where the link `now` in this folder leads, so what was kept before the link was changed is
 * not found again, and what was being fetched meanwhile lands under the old name. Several proxies may share the folder. Throws when it cannot be written to.
 */
export function openPurging(folder: string): Purging {
  const now = join(folder, 'now')
  let count = 0
  let last: string | undefined
  let timer: NodeJS.Timeout | undefined
  let purgedAt = -Infinity

  function lead(): void {
    const next = `${Date.now().toString(36)}-${process.pid}-${count++}`
    const link = join(folder, `.${next}`)
    mkdirSync(join(folder, next), { mode: 0o711 })
    symlinkSync(next, link)
    renameSync(link, now)
    purgedAt = performance.now()
    // A request may just have read the link: the folder before stays until the next time.
    if (last !== undefined) rmSync(join(folder, last), { recursive: true, force: true })
    last = next
  }

  mkdirSync(folder, { recursive: true, mode: 0o711 })
  lead()
  return {
    purge: () => {
      if (timer !== undefined) return
      if (performance.now() - purgedAt >= pauseMs) return lead()
      timer = setTimeout(() => {
        timer = undefined
        lead()
      }, pauseMs).unref()
    },
    close: () => clearTimeout(timer)
  }
}

/** Where services tell of what changed by itself, such as prices after a new rate: each event purges. */
export function hearEvents(app: App, keys: Keys, { purge }: Purging): void {
  const read = tokenReader('gateway', keys)
  app.post('/internal/events', { config: { access: 'anyone' }, schema: { hide: true } }, async (request, reply) => {
    const caller = await read(request.headers.authorization)
    requireAccess({ service: 'events' }, caller)
    const { body } = request
    if (!isEvent(body)) throw new Problem(400, 'input-not-valid', 'This is not an event.')
    if (caller.kind !== 'service' || body.source !== caller.name || !body.type.startsWith(`${caller.name}.`))
      throw new Problem(403, 'not-allowed', 'A service may only send events of its own.')
    purge()
    return reply.code(204).send()
  })
}
