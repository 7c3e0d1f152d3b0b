import { Problem } from '@lumora/kit/problem'
import type { Class } from './policies.ts'

/** The share of a service's places that a class may fill: a fifth is left to what is critical. */
const shares = { critical: 1, normal: 0.8, sheddable: 0.6 }

const lookMs = 20
const lateMs = 15
/** Below so many requests a second it is somebody else who keeps this process from its work, and refusing would not help. */
const busyPerSecond = 200
/** How much one look moves the pressure, and how far below zero it rests, so that a moment of lateness refuses nobody. */
const step = 0.04
const rest = -0.4

export interface Pressure {
  /** 0 while all is well; up to 1 the part of what is sheddable that is refused, above that also of what is normal, up to 2. */
  level: () => number
  /** How late the event loop was at its worst of late, in milliseconds. */
  lateMs: () => number
  /** A request came. */
  count: () => void
  stop: () => void
}

/**
 * Watches how late this process's event loop is, each 20 ms. Whoever is refused waits behind the same loop, so as much is
 * refused as keeps it at about 15 ms: more with each look that is later, less with each that is not. All or nothing by a bound,
 * as it was, let the loop swing between idle and a quarter of a second.
 */
export function watchPressure(): Pressure {
  let level = rest
  let worst = 0
  let requests = 0
  let before = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    const tookMs = now - before
    const late = Math.max(0, tookMs - lookMs)
    worst = Math.max(late, worst * 0.95)
    const isBusy = (requests * 1000) / tookMs > busyPerSecond
    const change = late > lateMs && isBusy ? step * Math.min(10, late / lateMs) : -step
    level = Math.min(2, Math.max(rest, level + change))
    before = now
    requests = 0
  }, lookMs).unref()
  return { level: () => level, lateMs: () => worst, count: () => void requests++, stop: () => clearInterval(timer) }
}

/** As if the pressure were always this. */
export const steadyPressure = (level: number): Pressure => ({
  level: () => level,
  lateMs: () => 0,
  count: () => {},
  stop: () => {}
})

/** The places of a service, and who may have one. */
export interface Room {
  underWay: number
  /** How many requests that are not critical it is given at once, by how soon it answers. */
  most: () => number
  isFor: (kind: Class) => boolean
  /** A request that is not critical was answered after so many milliseconds. */
  told: (ms: number) => void
}

const windowMs = 100
const windowAnswers = 10
/** It is not given fewer at once than these however late it answers. */
const fewest = 16

/**
 * Room for `places` at once. A service that takes longer than `targetMs` for half of what it is asked while most of its
 * places are taken has a queue: it gets fewer until it is soon again, and then more. So what is critical, which goes
 * through the same services behind the first, does not wait behind what will be too late anyhow.
 */
export function openRoom(places: number, targetMs = 100): Room {
  const all = places * shares.normal
  let most = all
  let times: number[] = []
  let since = performance.now()
  const room: Room = {
    underWay: 0,
    most: () => most,
    isFor: (kind) =>
      room.underWay <
      (kind === 'critical' ? places : kind === 'normal' ? most : (most * shares.sheddable) / shares.normal),
    told: (ms) => {
      times.push(ms)
      const now = performance.now()
      if (times.length < windowAnswers || now - since < windowMs) return
      const median = times.sort((a, b) => a - b)[times.length >> 1]!
      times = []
      since = now
      if (median <= targetMs) most = Math.min(all, most + 4)
      else if (room.underWay >= most / 2) most = Math.max(Math.min(fewest, all), most * 0.85)
    }
  }
  return room
}

/** Whether a request of this class is one too many, by the pressure on this process and the room of the services that it cannot do without. */
export function isTooMuch(kind: Class, level: number, rooms: readonly Room[]): boolean {
  const part = kind === 'critical' ? 0 : kind === 'normal' ? level - 1 : level
  return (part > 0 && Math.random() < part) || rooms.some((room) => !room.isFor(kind))
}

/** Made once: each costs more than the rest of a refusal. */
const refusals = [1, 2, 3, 4, 5].map(
  (retryAfter) => new Problem(503, 'overloaded', 'The shop is very busy. Try again in a moment.', { retryAfter })
)

/** What it is refused with: those who are refused are not to come back all at once. */
export const overloaded = (): Problem => refusals[Math.floor(Math.random() * refusals.length)]!
