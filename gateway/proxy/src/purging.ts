import { mkdirSync, readdirSync, renameSync } from 'node:fs'
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
 * NGINX stands in the only folder that lies in this one, and names what it keeps by that folder's name: once it has another,
 * what was kept before is not found again, and what was being fetched meanwhile lands under the old name. Several proxies may
 * share the folder. Throws when it cannot be written to.
 */
export function openPurging(folder: string): Purging {
  let count = 0
  let timer: NodeJS.Timeout | undefined
  let purgedAt = -Infinity

  function forget(): void {
    const next = () => join(folder, `${Date.now().toString(36)}-${process.pid}-${count++}`)
    const rename = () => {
      const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
      for (const { name } of folders) renameSync(join(folder, name), next())
      if (folders.length === 0) mkdirSync(next(), { mode: 0o711 })
    }
    for (let tries = 1; ; tries++) {
      try {
        rename()
        break
      } catch (error) {
        // Another proxy gave it a name first.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === 10) throw error
      }
    }
    purgedAt = performance.now()
  }

  mkdirSync(folder, { recursive: true, mode: 0o711 })
  forget()
  return {
    purge: () => {
      if (timer !== undefined) return
      if (performance.now() - purgedAt >= pauseMs) return forget()
      timer = setTimeout(() => {
        timer = undefined
        forget()
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
