import { Agent, request } from 'node:http'

export interface Load {
  requests: number
  failures: number
  perSecond: number
  p50Ms: number
  p99Ms: number
}

/** Asks for the paths in turn over `connections` kept connections for so many seconds; anything but a 200 is a failure. */
export async function load(
  gatewayUrl: string,
  paths: readonly string[],
  { seconds, connections, headers = {} }: { seconds: number; connections: number; headers?: Record<string, string> }
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let failures = 0
  let next = 0
  const start = performance.now()
  const end = start + seconds * 1000
  const worker = async () => {
    while (performance.now() < end) {
      const path = paths[next++ % paths.length]!
      const begun = performance.now()
      if ((await statusOf(gatewayUrl + path, agent, headers)) !== 200) failures++
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const tookMs = performance.now() - start
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return {
    requests: times.length,
    failures,
    perSecond: (times.length * 1000) / tookMs,
    p50Ms: at(0.5),
    p99Ms: at(0.99)
  }
}

const statusOf = (url: string, agent: Agent, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve) => {
    request(url, { agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
      answer.on('error', () => resolve(0))
    })
      .on('error', () => resolve(0))
      .end()
  })
