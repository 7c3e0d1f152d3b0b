import { Readable } from 'node:stream'
import { Problem } from '@lumora/kit/problem'
import { findNewestId } from '../models/messages.ts'
import { listNews, type Deps } from './messages.ts'

/** The streams that are open in this process. */
export interface Streams {
  /** Has the streams of this person look for news; of everybody when null. */
  wake: (userId: string | null) => void
  add: (userId: string, stream: { wake: () => void; end: () => void }) => () => void
  end: () => void
}

export interface StreamLimits {
  /** How many a person may have open here. */
  each: number
  /** How many there may be in all. */
  all: number
  /** After so long a stream ends, and the browser opens another: who may no longer be here is out by then. */
  seconds: number
  heartbeatSeconds: number
}
export const usualLimits: StreamLimits = { each: 5, all: 2000, seconds: 55, heartbeatSeconds: 5 }

/** Keeps the open streams by person, and within limits. */
export function openStreams({ each, all }: StreamLimits = usualLimits): Streams {
  const open = new Map<string, Set<{ wake: () => void; end: () => void }>>()
  let count = 0
  const every = () => [...open.values()].flatMap((streams) => Array.from(streams))
  return {
    wake: (userId) => {
      for (const stream of userId === null ? every() : (open.get(userId) ?? [])) stream.wake()
    },
    add: (userId, stream) => {
      const streams = open.get(userId) ?? new Set()
      if (streams.size >= each || count >= all)
        throw new Problem(429, 'too-many-streams', 'Too many streams are open. Close one, or try again in a while.', {
          retryAfter: 5
        })
      open.set(userId, streams.add(stream))
      count++
      return () => {
        if (!streams.delete(stream)) return
        count--
        if (streams.size === 0) open.delete(userId)
      }
    },
    end: () => every().forEach((stream) => stream.end())
  }
}

const batch = 50
const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/**
 * A person's inbox as it fills, as server-sent events: each message under its own id, so that a browser that comes back
 * with `Last-Event-ID` misses none and gets none twice. Without one it begins now.
 */
export async function streamMessages(
  deps: Deps & { streams: Streams; limits?: StreamLimits },
  userId: string,
  lastEventId: string | undefined
): Promise<Readable> {
  const { streams, limits = usualLimits } = deps
  if (lastEventId !== undefined && !idShape.test(lastEventId))
    throw new Problem(400, 'input-not-valid', 'Last-Event-ID is not the id of an event of this stream.')
  const output = new Readable({ read: () => {} })
  let isLooking = false
  let hasNews = true
  let last = lastEventId
  let isOpen = true

  /** Sends what is new; a slow reader gets the rest when it has taken what was sent. */
  async function look(): Promise<void> {
    hasNews = true
    if (isLooking) return
    isLooking = true
    try {
      while (hasNews && isOpen && output.readableLength < 65_536) {
        hasNews = false
        last ??= await findNewestId(deps.db, userId)
        const news = await listNews(deps, userId, last, batch)
        for (const message of news) {
          output.push(`id: ${message.id}\nevent: message\ndata: ${JSON.stringify(message)}\n\n`)
          last = message.id
        }
        if (news.length === batch) hasNews = true
      }
    } catch {
      end()
    } finally {
      isLooking = false
    }
  }
  function end(): void {
    if (!isOpen) return
    isOpen = false
    remove()
    clearInterval(heartbeat)
    clearTimeout(lifetime)
    output.push(null)
  }
  const remove = streams.add(userId, { wake: () => void look(), end })
  const heartbeat = setInterval(() => {
    if (output.readableLength > 262_144) return end()
    output.push(': \n\n')
    if (hasNews) void look()
  }, limits.heartbeatSeconds * 1000)
  const lifetime = setTimeout(end, limits.seconds * 1000)
  output.once('close', end)
  output.push('retry: 2000\n\n')
  await look()
  return output
}
