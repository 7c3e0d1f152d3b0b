import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '../launcher/faults.ts'
import { openService } from '../operator.ts'
import { prepareCatalogue, untilTaken } from '../seed/catalogue.ts'
import { demoAccounts } from '../seed/demo.ts'
import { openShop, signIn, type Shop } from '../seed/shop.ts'
import type { BenchOptions } from './bench.ts'
import { cpuOf } from './cpu.ts'
import { pidsOf, readRunning, say, sayLoad } from './running.ts'

interface Rate {
  metal: string
  fineness: number
  side: string
  minorPerGram: number
}
interface Repricing {
  id: string
  done: number
  variants: number
  finishedAt: string | null
}

const listing = '/api/v1/designs?category=rings'
/** Listings asked for in each second, whether the ones before were answered or not. */
const perSecond = 20

/** Raises the rate of 18 karat gold by a hundredth and then lowers it again: how long repricing takes, and what listings take meanwhile. Adds a colleague to the demo shop, who approves. */
export async function benchReprice({ data, seconds }: BenchOptions): Promise<void> {
  const running = readRunning(data)
  const { gatewayUrl } = running
  const { administrator } = demoAccounts
  const colleague = { email: 'rates.bench@example.com', password: 'measuring-the-rates-desk-7', name: 'Rates Bench' }
  await (
    await openService('auth', data)
  ).ask('POST', '/internal/staff', { body: { ...colleague, roles: ['owner'], secondFactor: 'not-required' } })
  const first = await signIn(openShop(gatewayUrl), administrator.email, administrator.password)
  const second = await signIn(openShop(gatewayUrl), colleague.email, colleague.password)
  await prepareCatalogue(first)
  const { items } = await first.ask<{ items: Rate[] }>('GET', '/api/v1/metal-rates')
  const rate = items.find((one) => one.metal === 'gold' && one.fineness === 750 && one.side === 'sell')?.minorPerGram
  if (rate === undefined) throw new Fault('There is no rate of 18 karat gold.')
  sayLoad()
  const pids = pidsOf(running)
  let isOver = false
  const before = await paced(gatewayUrl, () => isOver, seconds)
  say(`Listings before, ${perSecond} a second: ${told(before)}`)
  for (const minorPerGram of [Math.round(rate * 1.01), rate]) {
    const cpu = cpuOf(pids)
    const start = performance.now()
    const id = await approve(first, second, minorPerGram)
    isOver = false
    const meanwhile = paced(gatewayUrl, () => isOver)
    let repricing: Repricing
    do {
      await sleep(200)
      repricing = await untilTaken(() => first.ask<Repricing>('GET', `/api/v1/metal-rates/repricings/${id}`))
    } while (repricing.finishedAt === null)
    const took = (performance.now() - start) / 1000
    isOver = true
    const { done, variants } = repricing
    const cpuMs = Object.entries(cpuOf(pids) ?? {}).reduce((sum, [name, ms]) => sum + ms - cpu![name]!, 0)
    say(
      `${variants} variants of ${done} designs priced anew in ${took.toFixed(1)} s, 100,000 in ${((took / variants) * 100_000).toFixed(1)} s; ${(cpuMs / variants).toFixed(2)} CPU ms each with the listings`
    )
    say(`  listings meanwhile: ${told(await meanwhile)}`)
  }
  sayLoad()
}

/** Has one propose the rate and the other approve it, and tells the repricing that this starts. */
async function approve(first: Shop, second: Shop, minorPerGram: number): Promise<string> {
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const body = { metal: 'gold', fineness: 750, side: 'sell', minorPerGram, source: 'bench' }
  const { id } = await first.ask<{ id: string }>('POST', '/api/v1/metal-rates/proposals', { headers, body })
  const newest = async () => {
    const path = '/api/v1/metal-rates/repricings'
    return (await untilTaken(() => first.ask<{ items: Repricing[] }>('GET', path))).items[0]
  }
  const former = await newest()
  await untilTaken(() => second.ask('POST', `/api/v1/metal-rates/proposals/${id}/approve`, { body: {} }))
  for (;;) {
    const started = await newest()
    if (started && started.id !== former?.id) return started.id
    await sleep(50)
  }
}

/** Asks for listings at an even pace until it is over, or for so many seconds; how long each took in ms, or NaN when it failed. */
async function paced(gatewayUrl: string, isOver: () => boolean, seconds = Infinity): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 })
  const times: Promise<number>[] = []
  const begun = performance.now()
  while (!isOver() && performance.now() - begun < seconds * 1000) {
    for (const due = ((performance.now() - begun) / 1000) * perSecond; times.length < due;)
      times.push(timeOf(gatewayUrl + listing, agent))
    await sleep(5)
  }
  const taken = await Promise.all(times)
  agent.destroy()
  return taken
}

const timeOf = (url: string, agent: Agent): Promise<number> =>
  new Promise((done) => {
    const start = performance.now()
    request(url, { agent, timeout: 15_000 }, (answer) => {
      answer.resume()
      answer.on('end', () => done(answer.statusCode === 200 ? performance.now() - start : NaN))
      answer.on('error', () => done(NaN))
    })
      .on('error', () => done(NaN))
      .end()
  })

function told(times: number[]): string {
  const good = times.filter((ms) => !Number.isNaN(ms)).sort((a, b) => a - b)
  const at = (part: number) => (good[Math.floor((good.length - 1) * part)] ?? 0).toFixed(1)
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (${good.length}${good.length < times.length ? `, ${times.length - good.length} failed` : ''})`
}
