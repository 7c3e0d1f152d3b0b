import { readFileSync, existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { compose, edgeOf, say, verifyContainers } from '../../tools/containers/compose.ts'
import { startJourneys, stockUp, tell } from '../../tools/containers/journeys.ts'
import './settings.ts'

/** node tests/containers/replicas.ts [seconds]: purchases a second with one of each service and with three, measured in the same way one after the other, twice; the images must be built. Takes the shop down. */
const seconds = Number(process.argv[2] ?? 45)
const shoppers = 8
const usage = '/sys/fs/cgroup/cpuacct/docker/cpuacct.usage'
/** Processor time of all containers so far, in milliseconds, where this machine tells it. */
const usedMs = () => (existsSync(usage) ? Number(readFileSync(usage, 'utf8')) / 1e6 : NaN)

async function measure(name: string, files: string): Promise<void> {
  process.env.COMPOSE_FILE = files
  await compose(['up', '--detach', '--wait', '--remove-orphans'])
  const edge = await edgeOf()
  const goods = await stockUp(edge)
  const warming = startJourneys(edge, shoppers, goods)
  await sleep(10_000)
  await warming.stop()
  const before = usedMs()
  const load = startJourneys(edge, shoppers, goods)
  await sleep(seconds * 1000)
  const outcome = await load.stop()
  say(`${name}: ${tell(outcome)}, ${((usedMs() - before) / outcome.journeys).toFixed(0)} ms of a processor each`)
  await verifyContainers(120)
}

const takeDown = () => compose(['down', '--volumes', '--remove-orphans', '--timeout', '5'])
// A run that was killed leaves its volumes, whose database knows other secrets.
await takeDown()
try {
  for (let round = 0; round < 2; round++) {
    await measure('one of each service', 'compose.yaml')
    await measure('three of each service', 'compose.yaml:compose.replicas.yaml')
  }
} finally {
  await takeDown()
}
