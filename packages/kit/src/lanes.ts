import pg from 'pg'
import type { Log } from './app.ts'

export interface LaneOptions {
  pool: pg.Pool
  /** The channel of PostgreSQL's whose notices say that there is work. */
  channel: string
  /** Only notices with this payload; all unless told. */
  payload?: string
  /** How many at once; 4 unless told. */
  lanes?: number
  /** At least so many milliseconds lie between the end of one round of work and the next, unless there is more at once; 0 unless told. */
  restMs?: number
  /** Takes up what is due and finishes it; true when there may be more. */
  work: () => Promise<boolean>
  /** What is logged when that throws. */
  failed: string
  log: Log
}

/** Also what was not heard of is looked for so often. */
const pollMs = 2000

/** Works off rows that are due, within milliseconds of the notice that they are there, until stopped. What is under way is finished. */
export function startLanes({ pool, channel, payload, lanes = 4, restMs = 0, work, failed, log }: LaneOptions): {
  stop: () => Promise<void>
} {
  const running = new Set<Promise<void>>()
  let stopped = false
  let woken = false
  let restedAt = 0
  let resting: NodeJS.Timeout | undefined

  /** One more lane when all others have been busy for a while, so that slow work holds up only itself. */
  function wake(): void {
    woken = true
    if (running.size > 0 || resting) return
    const leftMs = restedAt - performance.now()
    if (leftMs <= 0) return start()
    resting = setTimeout(() => {
      resting = undefined
      start()
    }, leftMs)
  }
  function start(): void {
    if (stopped || !woken || running.size >= lanes) return
    const lane = run()
    running.add(lane)
    const impatient = setTimeout(start, 100)
    void lane.finally(() => {
      clearTimeout(impatient)
      running.delete(lane)
      restedAt = performance.now() + restMs
      if (woken) wake()
    })
  }
  async function run(): Promise<void> {
    try {
      let more: boolean
      do {
        woken = false
        more = await work()
      } while (!stopped && (more || (woken && restMs === 0)))
    } catch (error) {
      log.warn({ err: error }, failed)
    }
  }

  const listener = listen(pool, [channel], (_channel, said) => {
    if (payload === undefined || said === null || said === payload) wake()
  })
  const poll = setInterval(wake, pollMs)
  wake()
  return {
    stop: async () => {
      stopped = true
      clearInterval(poll)
      clearTimeout(resting)
      await listener.stop()
      await Promise.all(running)
    }
  }
}

/** Calls `heard` for each notice on these channels, and with a null payload whenever some may have been missed: a lost connection is opened anew. */
export function listen(
  pool: pg.Pool,
  channels: readonly string[],
  heard: (channel: string, payload: string | null) => void
): { stop: () => Promise<void> } {
  let stopped = false
  let current: pg.Client | undefined
  const opened = open()

  async function open(): Promise<void> {
    if (stopped) return
    const client = new pg.Client({ connectionString: pool.options.connectionString, keepAlive: true })
    client.on('error', () => {})
    client.on('end', () => {
      if (!stopped) setTimeout(() => void open(), 1000).unref()
    })
    client.on('notification', ({ channel, payload = '' }) => heard(channel, payload))
    current = client
    try {
      await client.connect()
      for (const channel of channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      for (const channel of channels) heard(channel, null)
    } catch {
      await client.end().catch(() => {})
    }
  }
  return {
    stop: async () => {
      stopped = true
      await opened
      await current?.end().catch(() => {})
    }
  }
}
