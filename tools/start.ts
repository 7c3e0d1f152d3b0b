import { resolve } from 'node:path'

import { codeOf, explain, Fault } from './launcher/faults.ts'
import { readState } from './launcher/folder.ts'
import { readOptions, usage, type Options } from './launcher/options.ts'
import { onOrphaned } from './launcher/parent.ts'
import type { Platform } from './launcher/platform.ts'
import { openScreen } from './launcher/screen.ts'

const screen = openScreen(process.stdout)

function fail(error: unknown): never {
  const missing = codeOf(error) === 'ERR_MODULE_NOT_FOUND'
  const reason = missing ? `A package is missing: run npm install first. (${(error as Error).message})` : explain(error)
  screen.drop()
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}

function read(): Options {
  try {
    const root = process.env.LUMORA_ROOT ?? resolve(import.meta.dirname, '..')
    const options = readOptions(process.argv.slice(2), root, process.env.DATABASE_URL)
    if (options) return options
  } catch (error) {
    fail(error)
  }
  process.stdout.write(usage)
  process.exit(0)
}

async function run(options: Options): Promise<void> {
  const { createPlatform } = await import('./launcher/platform.ts')
  const platform = createPlatform(options, screen)
  let stoppedAt: number | undefined

  const interrupt = async () => {
    if (stoppedAt !== undefined) {
      // npm passes one Ctrl-C on a second time.
      if (performance.now() - stoppedAt < 300) return
      platform.kill()
      process.exit(130)
    }
    stoppedAt = performance.now()
    const code = platform.isUp() ? 0 : 130
    screen.drop()
    screen.say('Stopping …')
    await platform.stop()
    screen.say('Stopped.')
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void interrupt())
  onOrphaned(() => void interrupt())
  if (process.channel) {
    process.on('disconnect', () => void interrupt())
    process.channel.unref()
  }

  try {
    await platform.start()
  } catch (error) {
    if (stoppedAt !== undefined) return
    stoppedAt = performance.now()
    await platform.stop()
    fail(error)
  }
  announce(options, platform)
}

function announce({ dataDir, port }: Options, platform: Platform): void {
  const edge = platform.edge()
  const { accounts } = readState(dataDir)
  screen.say('')
  if (platform.apps().includes('storefront')) screen.say(`Shop       http://127.0.0.1:${port}/`)
  screen.say(`Shop API   http://127.0.0.1:${port}/api/v1`)
  screen.say(`API docs   http://127.0.0.1:${port}/api/docs`)
  if (edge && 'url' in edge)
    screen.say(`NGINX      ${edge.url} (HTTP/2, kept answers; its certificate is this machine's own)`)
  else if (edge) screen.say(`NGINX      ${edge.missing}: the gateway answers alone.`)
  if (accounts) {
    screen.say('')
    screen.say(`Shopper         ${accounts.shopper.email}   ${accounts.shopper.password}`)
    screen.say(`Administrator   ${accounts.administrator.email}   ${accounts.administrator.password}`)
  }
  screen.say(`\nLogs are in ${dataDir}/logs. Ctrl-C stops everything.`)
}

if (process.platform === 'win32')
  fail(new Fault('Lumora Jewels runs on Linux and macOS: on Windows use WSL 2 or Docker Compose.'))
await run(read()).catch(fail)
