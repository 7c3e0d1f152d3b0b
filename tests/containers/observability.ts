import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { compose, edgeOf, root, say, services } from '../../tools/containers/compose.ts'
import { demo } from '../../tools/containers/journeys.ts'

/** The settings under which `docker compose` lays it over. */
export const overlay = { COMPOSE_FILE: 'compose.yaml:compose.observability.yaml', TRACES_RATIO: '1' }
const folder = join(root, 'deploy', 'observability')

/** What a server of the overlay answers to a process of the shop; nothing of it is published. */
async function ask(url: string): Promise<any> {
  const script = `fetch(${JSON.stringify(url)}).then(async (answer) => process.stdout.write(await answer.text()))`
  const printed = await compose(['exec', '-T', 'lumora-api-gateway', 'node', '-e', script], overlay)
  return JSON.parse(printed)
}
const prometheus = async (path: string) => (await ask(`http://prometheus:9090/api/v1/${path}`)).data
const query = async (expr: string) => (await prometheus(`query?query=${encodeURIComponent(expr)}`)).result as unknown[]

async function until(what: string, holds: () => Promise<boolean>, ms = 300_000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds()); await sleep(2000)) assert.ok(Date.now() < end, `never: ${what}`)
}

/** Those of the overlay's images that are here or can be fetched. */
async function imagesHere(): Promise<string[]> {
  const { services: all } = JSON.parse(await compose(['config', '--format', 'json'], overlay))
  const isHere = (name: string) =>
    ['inspect', 'pull'].some((verb) => {
      const args = verb === 'pull' ? ['pull', '--quiet'] : ['image', 'inspect']
      return spawnSync('docker', [...args, all[name].image], { stdio: 'ignore', timeout: 300_000 }).status === 0
    })
  return ['prometheus', 'tempo', 'collector', 'grafana'].filter(isHere)
}

/** Lays compose.observability.yaml over the shop that runs: Prometheus finds every service, tells when one is away and when it is back, every panel can be drawn, and a checkout's trace arrives. Says which images are not to be had. */
export async function checkObservability(): Promise<void> {
  const here = await imagesHere()
  if (!here.includes('prometheus'))
    return say('  Not tried: the images of compose.observability.yaml are not to be had here.')
  await compose(['up', '--detach', '--wait', 'lumora-api-edge', ...services(), ...here], overlay)
  await demo(await edgeOf(overlay))

  const names = [...services(), 'gateway'].sort()
  await until('every service is scraped', async () => {
    const { activeTargets } = await prometheus('targets?state=active')
    return names.every((name) =>
      activeTargets.some((each: any) => each.labels.service === name && each.health === 'up')
    )
  })
  const count = readFileSync(join(folder, 'alerts.yaml'), 'utf8').match(/- alert:/g)!.length
  await until('every rule is evaluated', async () => {
    const { groups } = await prometheus('rules')
    const rules = groups.flatMap((group: any) => group.rules)
    return rules.length === count && rules.every(({ health }: any) => health === 'ok')
  })
  const asked = globSync('grafana/dashboards/*.json', { cwd: folder }).flatMap((file) =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')).panels.flatMap((panel: any) =>
      panel.targets.map(({ expr }: any) => expr.replaceAll('$service', '.*') as string)
    )
  )
  for (const expr of asked) {
    // What failed may be nothing at all.
    if (expr.includes('5..')) await query(expr)
    else await until(`there is something to draw of ${expr}`, async () => (await query(expr)).length > 0)
  }
  if (here.includes('tempo') && here.includes('collector')) {
    const search = 'http://tempo:3200/api/search?tags=service.name%3Dorder&limit=5'
    await until('a trace arrives', async () => ((await ask(search)).traces ?? []).length > 0)
  }

  const away = async () =>
    (await prometheus('alerts')).alerts.some(
      ({ labels, state }: any) => labels.alertname === 'Away' && labels.service === 'category' && state === 'firing'
    )
  assert.equal(await away(), false)
  await compose(['stop', 'category'], overlay)
  await until('the alert Away of category', away)
  await compose(['start', 'category'], overlay)
  await until('the alert ends', async () => !(await away()))
  say(
    `  ${names.length} services scraped, ${count} rules, ${asked.length} questions of panels; tried with ${here.join(', ')}`
  )
}

if (import.meta.main) await checkObservability()
