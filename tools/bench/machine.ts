import { createHash } from 'node:crypto'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

const everyMs = 200

/** A fixed piece of work of the kind that services do: JSON and hashes, about 2 ms of CPU. */
function piece(): void {
  for (let i = 0; i < 500; i++) {
    const text = JSON.stringify({ id: i, name: 'x'.repeat(50), sizes: [1, 2, 3, i] })
    createHash('sha256')
      .update(JSON.stringify(JSON.parse(text)))
      .digest('hex')
  }
}

/** Starts to measure how quick the machine itself is: shared processors are up to twice as slow from one minute to the next. What it returns ends that, and gives the CPU milliseconds that the same piece of work took meanwhile. */
export function watchMachine(): () => Promise<number> {
  const worker = new Worker(new URL(import.meta.url))
  let took = Number.NaN
  worker.on('message', (ms: number) => (took = ms))
  return async () => {
    await worker.terminate()
    return took
  }
}

if (!isMainThread && parentPort) {
  const port = parentPort
  for (let i = 0; i < 50; i++) piece()
  const begun = process.threadCpuUsage()
  let pieces = 0
  setInterval(() => {
    piece()
    const { user, system } = process.threadCpuUsage(begun)
    port.postMessage((user + system) / 1000 / ++pieces)
  }, everyMs)
}
