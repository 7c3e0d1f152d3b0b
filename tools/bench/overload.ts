import { readFileSync, statSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchOptions } from './bench.ts'
import { load } from './load.ts'
import { readRunning, root, say, sayLoad } from './running.ts'

const listing = '/api/v1/designs?limit=24'
const suggestions = '/api/v1/designs/suggestions?q=ri'
/** Half of what it can do is what is normal. */
const ratedPart = 0.5

type Kind = 'critical' | 'normal' | 'sheddable'
interface Outcome {
  kind: Kind
  status: number
  ms: number
}

/** Finds the peak, then asks for three times the rated load, whether answers come or not: what comes through, of which class, and how fast the rest is refused. */
export async function benchOverload({ data, seconds }: BenchOptions): Promise<void> {
  const { gatewayUrl } = readRunning(data)
  sayLoad()
  await load(gatewayUrl, [listing], { seconds: 2, connections: 32 })
  const peak = await load(gatewayUrl, [listing], { seconds: 5, connections: 32 })
  const rate = peak.perSecond * ratedPart * 3
  say(
    `Peak ${peak.perSecond.toFixed(0)} a second; rated ${(peak.perSecond * ratedPart).toFixed(0)}; now ${rate.toFixed(0)} for ${seconds} s`
  )
  const answered = readLog(join(resolve(root, data), 'logs', 'gateway.log'))
  const outcomes = await flood(gatewayUrl, rate, seconds)
  const good = outcomes.filter(isGood)
  say(
    `Good ${(good.length / seconds).toFixed(0)} a second, ${((good.length / seconds / peak.perSecond) * 100).toFixed(0)} % of the peak`
  )
  for (const kind of ['critical', 'normal', 'sheddable'] as const) {
    const all = outcomes.filter((one) => one.kind === kind)
    const statuses = Map.groupBy(all, ({ status }) => status)
    const counts = [...statuses].map(([status, each]) => `${status === 0 ? 'no answer' : status}: ${each.length}`)
    say(
      `  ${kind.padEnd(10)}${((all.filter(isGood).length / all.length) * 100).toFixed(1)} % good, p99 ${at(all.filter(isGood), 0.99)} ms  (${counts.join(', ')})`
    )
  }
  const refused = outcomes.filter(({ status }) => status === 503)
  const refusedThere = (await answered()).filter(({ status }) => status === 503)
  say(
    `Refusals in the gateway: p50 ${at(refusedThere, 0.5)} ms, p99 ${at(refusedThere, 0.99)} ms (${refusedThere.length})`
  )
  say(
    `Refusals as this process saw them, which shares the machine: p50 ${at(refused, 0.5)} ms, p99 ${at(refused, 0.99)} ms`
  )
  await sleep(3000)
  const after = await load(gatewayUrl, [listing], { seconds: 3, connections: 4 })
  say(`Three seconds later: ${after.failures} of ${after.requests} refused, p99 ${after.p99Ms.toFixed(1)} ms`)
  sayLoad()
}

const isGood = ({ status }: Outcome) => status === 200 || status === 404
const at = (outcomes: { ms: number }[], part: number) => {
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b)
  return (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1)
}

/** What the gateway's log gains from now on. */
function readLog(file: string): () => Promise<{ status: number; ms: number }[]> {
  const from = statSync(file).size
  return async () => {
    await sleep(500)
    const whole = readFileSync(file)
    return whole
      .subarray(whole.length < from ? 0 : from)
      .toString()
      .split('\n')
      .filter((line) => line.startsWith('{') && line.includes('"answered"') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as { status: number; ms: number })
  }
}

/** A tenth looks at an order (critical), a tenth wants suggestions (sheddable), the others a listing. */
async function flood(gatewayUrl: string, rate: number, seconds: number): Promise<Outcome[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1000 })
  const outcomes: Outcome[] = []
  const pending: Promise<void>[] = []
  const order = crypto.randomUUID()
  const begun = performance.now()
  for (let sent = 0; performance.now() - begun < seconds * 1000; await sleep(5)) {
    const due = ((performance.now() - begun) / 1000) * rate
    for (; sent < due; sent++) {
      const kind: Kind = sent % 10 === 0 ? 'critical' : sent % 10 === 1 ? 'sheddable' : 'normal'
      const path = kind === 'critical' ? `/api/v1/orders/${order}` : kind === 'sheddable' ? suggestions : listing
      const start = performance.now()
      pending.push(
        statusOf(gatewayUrl + path, agent).then(
          (status) => void outcomes.push({ kind, status, ms: performance.now() - start })
        )
      )
    }
  }
  await Promise.all(pending)
  agent.destroy()
  return outcomes
}

const statusOf = (url: string, agent: Agent): Promise<number> =>
  new Promise((done) => {
    request(url, { agent, timeout: 15_000 }, (answer) => {
      answer.resume()
      answer.on('end', () => done(answer.statusCode ?? 0))
      answer.on('error', () => done(0))
    })
      .on('error', () => done(0))
      .end()
  })
