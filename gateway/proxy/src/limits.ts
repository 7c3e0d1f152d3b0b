import { Problem } from '@lumora/kit/problem'
import type { Redis } from 'ioredis'
import type { Limit } from './policies.ts'

/** Counts one more for a key in a window. False when the window is full; an error when it cannot be counted. */
export interface Counter {
  take: (key: string, most: number, windowMs: number) => boolean | Promise<boolean>
  close: () => Promise<unknown>
}

interface Window {
  number: number
  now: Map<string, number>
  before: Map<string, number>
}

/**
 * Counts in this process. The window slides: what was counted in the one before weighs by how much of it is still within
 * reach. Only two windows are kept, so memory is what two windows see.
 */
export function countHere(): Counter {
  const windows = new Map<number, Window>()
  const windowOf = (windowMs: number, number: number): Window => {
    let window = windows.get(windowMs)
    if (!window) windows.set(windowMs, (window = { number, now: new Map(), before: new Map() }))
    if (window.number !== number) {
      window.before = window.number === number - 1 ? window.now : new Map()
      window.now = new Map()
      window.number = number
    }
    return window
  }
  return {
    take: (key, most, windowMs) => {
      const at = Date.now() / windowMs
      const number = Math.floor(at)
      const { now, before } = windowOf(windowMs, number)
      const counted = now.get(key) ?? 0
      const weight = before.size === 0 ? 0 : (before.get(key) ?? 0) * (1 - (at - number))
      if (counted + weight >= most) return false
      now.set(key, counted + 1)
      return true
    },
    close: async () => {}
  }
}

const script = `local before = tonumber(redis.call('get', KEYS[2]) or '0') * tonumber(ARGV[1])
if before + tonumber(redis.call('get', KEYS[1]) or '0') >= tonumber(ARGV[2]) then return 0 end
redis.call('incr', KEYS[1])
redis.call('pexpire', KEYS[1], ARGV[3])
return 1`

/** Counts in a Valkey or a Redis that all gateways share, in one round trip; an answer that takes longer than 200 ms is an error. */
export async function countThere(url: string, warn: (error: Error) => void): Promise<Counter> {
  const { Redis: Client } = await import('ioredis')
  const redis: Redis = new Client(url, {
    commandTimeout: 200,
    connectTimeout: 1000,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (times) => Math.min(times * 100, 2000)
  })
  redis.on('error', warn)
  return {
    take: async (key, most, windowMs) => {
      const at = Date.now() / windowMs
      const number = Math.floor(at)
      const name = (each: number) => `limit:{${key}}:${windowMs}:${each}`
      const answer = await redis.eval(script, 2, name(number), name(number - 1), 1 - (at - number), most, windowMs * 2)
      return answer === 1
    },
    close: async () => redis.disconnect()
  }
}

const trustedFactor = 10_000

export interface Limits {
  /** Counts a request of this address or person against each limit. Throws a 429 when one is reached. */
  take: (
    limits: readonly Limit[],
    by: 'perAddress' | 'perPerson',
    key: string,
    isTrusted: boolean
  ) => void | Promise<void>
  close: () => Promise<unknown>
}

/** Limits over a counter, with what happens when it fails. */
export function openLimits(counter: Counter): Limits {
  return {
    take: (limits, by, key, isTrusted) => {
      let pending: Promise<void>[] | undefined
      for (const limit of limits) {
        const most = limit[by]
        if (most === undefined) continue
        const taken = counter.take(
          `${limit.name}:${by}:${key}`,
          isTrusted ? most * trustedFactor : most,
          limit.windowMs
        )
        if (taken === false) throw tooMany(limit)
        if (taken !== true) (pending ??= []).push(settle(taken, limit))
      }
      return pending && allOf(pending)
    },
    close: counter.close
  }
}

async function allOf(pending: Promise<void>[]): Promise<void> {
  await Promise.all(pending)
}

async function settle(taken: Promise<boolean>, limit: Limit): Promise<void> {
  const isFree = await taken.catch(() => {
    if (!limit.closed) return true
    throw new Problem(503, 'try-again', 'This cannot be done right now. Try again in a moment.', { retryAfter: 2 })
  })
  if (!isFree) throw tooMany(limit)
}

function tooMany({ windowMs, name }: Limit): Problem {
  const retryAfter = Math.max(1, Math.ceil((windowMs - (Date.now() % windowMs)) / 1000))
  return new Problem(429, 'too-many-requests', 'Too many requests in a short time. Wait before you go on.', {
    retryAfter,
    limit: name
  })
}
