import { AsyncLocalStorage } from 'node:async_hooks'

/** What a request hands on to every call made for it. `deadlineAt` is milliseconds since the epoch. */
export interface Context {
  requestId: string
  deadlineAt: number
  traceparent?: string
}

export const context = new AsyncLocalStorage<Context>()
