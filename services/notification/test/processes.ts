import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { after } from 'node:test'
import { fromService } from '@lumora/kit/testing'
import { confirmed } from './shop.ts'

const server = new URL('../src/server.ts', import.meta.url).pathname

export interface Running {
  url: string
  pid: number
  /** What it logs. */
  lines: string[]
  kill: () => Promise<void>
}

/** The service as a process of its own. */
export async function startService(env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [server], {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: '0',
      DRAIN_MS: '0',
      SERVICE_SECRET: 'x'.repeat(32),
      NOTIFICATION_KEY: 'k'.repeat(32),
      EMAILS_PER_SECOND: '10000',
      ...env
    },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const ended = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  after(kill)
  const lines: string[] = []
  const url = await new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line)
      const found = /Server listening at (http:[\w.:/]+)/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  return { url, pid: child.pid!, lines, kill }
}

/** Hands the process `running` is now an event, again and again until it takes it, as a relay does. */
export async function handOver(
  running: () => Running,
  data: object = confirmed({ userId: null }),
  type = 'order.confirmed'
): Promise<void> {
  const source = type.split('.')[0]!
  const event = {
    specversion: '1.0',
    id: crypto.randomUUID(),
    source,
    type,
    subject: crypto.randomUUID(),
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    aggregateversion: 1,
    data
  }
  const { authorization } = await fromService(source, 'notification', 'events')
  for (;;) {
    const answer = await fetch(`${running().url}/internal/events`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(5000)
    }).catch(() => null)
    await answer?.body?.cancel()
    if (answer && answer.status < 500 && answer.status !== 404) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
