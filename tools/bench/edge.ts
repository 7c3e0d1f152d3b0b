import { spawnSync } from 'node:child_process'
import type { BenchOptions } from './bench.ts'
import { cpuOf } from './cpu.ts'
import { load } from './load.ts'
import { openNginx, pidsOf, readRunning, say, sayLoad } from './running.ts'

const path = '/api/v1/designs?limit=24'
const hasWrk = spawnSync('wrk', ['--version']).error === undefined

/** The same listing of 24 at each station of its way, in one run: throughput, p99, and CPU of all the platform's processes. */
export async function benchEdge({ data, seconds, connections }: BenchOptions): Promise<void> {
  const running = readRunning(data)
  const { gatewayUrl, services } = running
  const listing = await (await fetch(gatewayUrl + path)).text()
  const nginx = await openNginx([new URL(gatewayUrl).host], { 'listing.json': listing })
  const pids = { ...pidsOf(running), nginx: nginx.pid }
  const guest = { cookie: 'seen=1' }
  const stations: [name: string, url: string, headers: Record<string, string>][] = [
    ['a  the service alone', services.product!.url + path, {}],
    ['b  through the proxy', gatewayUrl + path, guest],
    ['c  NGINX and the proxy', nginx.url + path, guest],
    ['d  kept by NGINX', nginx.url + path, {}],
    ['e  a file of NGINX', `${nginx.url}/assets/listing.json`, {}]
  ]
  say(
    `${listing.length} bytes, ${connections} connections, ${seconds} s each, load by ${hasWrk ? 'wrk' : 'this process'}`
  )
  sayLoad()
  say(`${'station'.padEnd(26)}${'a second'.padStart(10)}${'p99 ms'.padStart(10)}${'CPU ms'.padStart(10)}  by process`)
  try {
    for (const [name, url, headers] of stations) {
      await measure(url, headers, 1, connections)
      const before = cpuOf(pids)
      const { requests, failures, perSecond, p99Ms } = await measure(url, headers, seconds, connections)
      const after = cpuOf(pids)
      const shares = Object.entries(after ?? {}).map(([each, ms]) => [each, (ms - before![each]!) / requests] as const)
      const cpu = shares.reduce((sum, [, ms]) => sum + ms, 0)
      const most = shares.filter(([, ms]) => ms >= 0.005).map(([each, ms]) => `${each} ${ms.toFixed(3)}`)
      say(
        `${name.padEnd(26)}${perSecond.toFixed(0).padStart(10)}${p99Ms.toFixed(1).padStart(10)}${cpu.toFixed(3).padStart(10)}  ${most.join(', ')}${failures ? ` (${failures} failed)` : ''}`
      )
    }
    sayLoad()
  } finally {
    await nginx.close()
  }
}

/** Wrk costs a tenth of what this process would, which shares the machine with what it measures. */
async function measure(url: string, headers: Record<string, string>, seconds: number, connections: number) {
  if (!hasWrk) {
    const { origin, pathname, search } = new URL(url)
    return load(origin, [pathname + search], { seconds, connections, headers })
  }
  const fields = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...fields, url]
  const { stdout } = spawnSync('wrk', args, { encoding: 'utf8' })
  const numberOf = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0)
  const [, amount = '0', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? []
  return {
    requests: numberOf(/(\d+) requests in/),
    failures: numberOf(/Non-2xx or 3xx responses: (\d+)/) + numberOf(/timeout (\d+)/),
    perSecond: numberOf(/Requests\/sec:\s+([\d.]+)/),
    p99Ms: Number(amount) * (unit === 's' ? 1000 : unit === 'us' ? 0.001 : 1)
  }
}
