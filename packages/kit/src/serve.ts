import { setTimeout as wait } from 'node:timers/promises'
import type { App } from './app.ts'

/** What a process opened, in the order to close it in. */
export type Closing = (() => Promise<unknown>)[]

let stopping = false

/** So many connections may wait until they are taken: Linux lets a client whom it has no room for try again only after a second. */
const backlog = 4096

/** Whether the process is shutting down: it is not ready, and asks clients to close their connections. */
export const isStopping = (): boolean => stopping

export interface ServeOptions {
  PORT: number
  HOST: string
  DRAIN_MS: number
}

/**
 * Listens until SIGTERM or SIGINT. Then: not ready, DRAIN_MS for balancers to see it, no new connections, what is under
 * way finishes within 20 s, `closing` in order, exit 0 - 25 s at the most.
 */
export async function serve(app: App, { PORT, HOST, DRAIN_MS }: ServeOptions, closing: Closing): Promise<void> {
  async function stop() {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 25_000).unref()
    await wait(DRAIN_MS)
    await app.close()
    for (const close of closing) await close()
    process.exit(0)
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
  process.on('unhandledRejection', (error) => {
    app.log.fatal({ err: error }, 'an error that nobody handled: this process ends')
    process.exit(1)
  })
  await app.listen({ port: PORT, host: HOST, backlog })
}
