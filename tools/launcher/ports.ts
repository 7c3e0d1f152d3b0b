import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { codeOf, Fault } from './faults.ts'

/** Free loopback ports, all different. Below 32768, because above it outgoing connections take ports for themselves. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>()
  while (found.size < count) {
    const port = randomInt(20_000, 32_000)
    if ((await whyNotFree(port)) === undefined) found.add(port)
  }
  return [...found]
}

/** Throws a Fault that names the port unless it is free, or becomes so within the patience. */
export async function claimPort(port: number, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs
  let reason = await whyNotFree(port)
  while (reason === 'EADDRINUSE' && Date.now() < deadline) {
    await sleep(100)
    reason = await whyNotFree(port)
  }
  if (reason === 'EADDRINUSE') {
    throw new Fault(`Port ${port} is taken by another program: stop that one, or choose another port with --port.`)
  }
  if (reason) throw new Fault(`Port ${port} cannot be used (${reason}): choose another one with --port, such as 8080.`)
}

function whyNotFree(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(codeOf(error) ?? error.message))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)))
  })
}
