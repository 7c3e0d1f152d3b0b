import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { compose, docker, edgeOf, root, say, services, verifyContainers } from '../../tools/containers/compose.ts'
import { demo, startJourneys, stockUp, tell } from '../../tools/containers/journeys.ts'
import { drillRestore } from '../../tools/containers/restore-drill.ts'
import { restartRolling } from '../../tools/containers/rolling-restart.ts'
import { explain } from '../../tools/launcher/faults.ts'
import { skip as noBrowser } from '../../apps/storefront/test/browser.ts'
import { checkObservability, overlay } from './observability.ts'
import './settings.ts'

/** npm run test:containers: the project in containers, from nothing to nothing. Prints each outcome and `N passed, N failed` at the end; takes the shop down however it went. */
let passed = 0
let failed = 0

/** One thing that must hold; what comes after it goes on, unless it needed it. */
async function check(what: string, work: () => Promise<unknown>): Promise<boolean> {
  const begun = performance.now()
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`
  try {
    await work()
    passed++
    say(`✔ ${what} (${seconds()})`)
    return true
  } catch (error) {
    failed++
    say(`✖ ${what} (${seconds()})\n  ${explain(error)}`)
    return false
  }
}

/** Whether containers of ours run as nobody in particular, without rights, without a secret in what Docker shows of them. */
async function checkRights(): Promise<void> {
  const ids = (await compose(['ps', '--quiet', '--all'])).split('\n')
  const seen = JSON.parse(await docker(['inspect', ...ids])) as {
    Name: string
    Config: { User: string; Env: string[] }
    HostConfig: { ReadonlyRootfs: boolean; CapDrop: string[] | null; SecurityOpt: string[] | null; Memory: number }
  }[]
  for (const { Name, Config, HostConfig } of seen) {
    const wrong: string[] = []
    // PostgreSQL's image starts as root and goes on as its own user.
    if (/^(|0|root)(:|$)/.test(Config.User) && !/-postgres-\d+$/.test(Name)) wrong.push('runs as root')
    if (!HostConfig.ReadonlyRootfs) wrong.push('may write its root')
    if (!HostConfig.CapDrop?.includes('ALL')) wrong.push('has capabilities')
    if (!HostConfig.SecurityOpt?.some((each) => each.startsWith('no-new-privileges'))) wrong.push('may gain privileges')
    if (HostConfig.Memory === 0) wrong.push('has no limit of memory')
    const told = Config.Env.find((each) => /[0-9a-f]{64}|:\/\/[^/]*:[^/]*@/.test(each))
    if (told !== undefined) wrong.push(`shows ${told.split('=')[0]}`)
    if (wrong.length > 0) throw new Error(`${Name}: ${wrong.join(', ')}`)
  }
}

/** A purchase in a real browser by the storefront's own test. Throws when it did not run or did not succeed. */
async function buyInBrowser(): Promise<void> {
  const args = ['--test', '--test-name-pattern=NGINX', 'apps/storefront/test/buying.test.ts']
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env
  const env = { ...inherited, SHOP_URL: (await edgeOf()).url }
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8', timeout: 300_000 })
  if (status !== 0 || !/^ℹ pass 1$/m.test(stdout)) throw new Error(stdout)
}

/** Restarts one service under load, which nobody may notice. */
async function restartUnderLoad(service: string): Promise<void> {
  const edge = await edgeOf()
  const load = startJourneys(edge, 4, await stockUp(edge))
  await sleep(2000)
  const restarted = restartRolling(service).then(() => sleep(2000))
  const [{ reason }, outcome] = await Promise.allSettled([restarted]).then(
    async ([done]) => [done as { reason?: unknown }, await load.stop()] as const
  )
  say(`  ${service}: ${tell(outcome)}`)
  if (reason !== undefined) throw reason
  if (outcome.failures.size > 0) throw new Error(`Somebody noticed that ${service} was restarted.`)
  if (outcome.journeys === 0) throw new Error('Nothing was bought meanwhile.')
}

/** Ends the containers of these tests and forgets what they stored. */
function takeDown(): void {
  const args = ['compose', 'down', '--volumes', '--remove-orphans', '--timeout', '5']
  spawnSync('docker', args, { cwd: root, env: { ...process.env, ...overlay } })
}

async function run(): Promise<void> {
  const isUp = await check('npm run env, docker compose build and up: every container becomes healthy', async () => {
    const { status } = spawnSync(process.execPath, [join(root, 'tools', 'env.ts')], { stdio: 'inherit' })
    if (status !== 0) throw new Error('npm run env failed.')
    // A run that was killed leaves its volumes, whose database knows other secrets.
    takeDown()
    let begun = performance.now()
    await compose(['build'])
    say(`  built in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    begun = performance.now()
    await compose(['up', '--detach', '--wait'])
    say(`  up in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  })
  if (!isUp) {
    say(await compose(['ps', '--all']))
    return say(await compose(['logs', '--tail', '20', '--no-color']))
  }
  await check('no container has more rights than it needs, or shows a secret', checkRights)
  await check('npm run demo buys a jewel through NGINX with TLS', async () => demo(await edgeOf()))
  if (noBrowser) say(`– a browser buys a jewel through NGINX with TLS: ${noBrowser}`)
  else await check('a browser buys a jewel through NGINX with TLS', buyInBrowser)
  await check('npm run verify finds every invariant held', () => verifyContainers())
  for (const service of [...services(), 'lumora-api-gateway'])
    await check(`${service} restarts under load without a failed request`, () => restartUnderLoad(service))
  await check('npm run verify finds every invariant held after all that', () => verifyContainers(120))
  say(await docker(['stats', '--no-stream', '--format', 'table {{.Name}}\t{{.MemUsage}}\t{{.CPUPerc}}']))
  await check('npm run restore-drill: the restored shop is whole and sells', drillRestore)
  await check('what is observed: metrics, alerts, panels and traces, as far as there are images', checkObservability)
}

if (spawnSync('docker', ['info'], { stdio: 'ignore' }).status !== 0 || !existsSync(join(root, 'compose.yaml'))) {
  say('There is no Docker engine here: the containers were not built, started or tested.')
  say('0 passed, 0 failed')
} else {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => (takeDown(), process.exit(130)))
  try {
    await run()
  } catch (error) {
    failed++
    say(`✖ ${explain(error)}`)
  } finally {
    takeDown()
  }
  say(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
