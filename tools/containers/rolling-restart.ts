import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { explain, Fault } from '../launcher/faults.ts'
import { compose, containersOf, docker, say, services, untilHealthy } from './compose.ts'

const proxy = 'lumora-api-gateway'

/** Waits until NGINX asks the new proxies, too. */
async function untilKnown(ids: string[]): Promise<void> {
  const one = '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}'
  const addresses = (await docker(['inspect', '--format', one, ...ids])).split(/\s+/).filter((each) => each !== '')
  const list = await compose(['exec', '-T', 'lumora-api-edge', 'sh', '-c', 'ls /tmp/edge'])
  // From 1.27.3 on NGINX asks Docker each second, and there is no list.
  if (!list.includes('upstreams.conf')) {
    await sleep(3000)
    return
  }
  for (let i = 0; i < 60; i++) {
    const known = await compose(['exec', '-T', 'lumora-api-edge', 'cat', '/tmp/edge/upstreams.conf'])
    if (addresses.every((address) => known.includes(`${address}:`))) return
    await sleep(500)
  }
  throw new Fault('NGINX does not take up the new proxies.')
}

/** As many new containers beside the old ones, of the image and settings of now; when they are ready the old ones are told to end, which they do when nothing is under way any more. */
export async function restartRolling(service: string): Promise<void> {
  const old = await containersOf(service)
  if (old.length === 0) throw new Fault(`${service} does not run.`)
  if (service !== proxy) await compose(['run', '--rm', '-T', '--no-deps', `${service}-migrations`])
  const both = ['--scale', `${service}=${old.length * 2}`]
  await compose(['up', '--detach', '--no-deps', '--no-recreate', '--no-build', ...both, service])
  const made = (await containersOf(service)).filter((id) => !old.includes(id))
  await Promise.all(made.map(untilHealthy))
  if (service === proxy) await untilKnown(made)
  for (const id of old) await docker(['stop', '--time', '30', id])
  await docker(['rm', ...old])
}

/** What can be restarted without anybody noticing: every service, then the proxies. PostgreSQL and the edge are one of a kind: see docs/operations.md. */
export async function restartAll(names: string[] = [...services(), proxy]): Promise<void> {
  for (const name of names) {
    const begun = performance.now()
    await restartRolling(name)
    say(`${name} restarted in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  }
  // NGINX reads its certificate and its configuration anew, without a connection lost.
  await compose(['kill', '--signal', 'HUP', 'lumora-api-edge'])
}

if (import.meta.main) {
  try {
    const { positionals } = parseArgs({ allowPositionals: true })
    await restartAll(positionals.length > 0 ? positionals : undefined)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  }
}
