import type { BenchOptions } from './bench.ts'
import { cpuOf } from './cpu.ts'
import { load } from './load.ts'
import { pidsOf, readRunning, say, sayLoad } from './running.ts'

/** Pages of the storefront as the server renders them, through the proxy, for visitors without a session: throughput, times, and CPU of all processes. */
export async function benchPages({ data, seconds, connections }: BenchOptions): Promise<void> {
  const running = readRunning(data)
  const { gatewayUrl } = running
  const { items } = (await (await fetch(`${gatewayUrl}/api/v1/designs?limit=100`)).json()) as {
    items: { slug: string }[]
  }
  const pages: [name: string, paths: string[]][] = [
    ['home', ['/']],
    ['listing', ['/jewels']],
    ['product', items.map(({ slug }) => `/jewels/${slug}`)]
  ]
  say(`${connections} connections, ${seconds} s each`)
  sayLoad()
  say(`${'page'.padEnd(12)}${['a second', 'p50 ms', 'p99 ms', 'CPU ms'].map((each) => each.padStart(10)).join('')}`)
  for (const [name, paths] of pages) {
    await load(gatewayUrl, paths, { seconds: 1, connections })
    const before = cpuOf(pidsOf(running))
    const { requests, failures, perSecond, p50Ms, p99Ms } = await load(gatewayUrl, paths, { seconds, connections })
    const after = cpuOf(pidsOf(running))
    const shares = Object.entries(after ?? {}).map(([each, ms]) => [each, (ms - before![each]!) / requests] as const)
    const cpu = shares.reduce((sum, [, ms]) => sum + ms, 0)
    const most = shares.filter(([, ms]) => ms >= 0.1).map(([each, ms]) => `${each} ${ms.toFixed(1)}`)
    const figures = [perSecond.toFixed(0), p50Ms.toFixed(1), p99Ms.toFixed(1), cpu.toFixed(1)]
    say(
      `${name.padEnd(12)}${figures.map((each) => each.padStart(10)).join('')}  ${most.join(', ')}${failures ? ` (${failures} failed)` : ''}`
    )
  }
  sayLoad()
}
