import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'

import { shopUrl } from './shop.ts'

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = [process.env.CHROMIUM, ...known].find((path) => path !== undefined && existsSync(path))

/** Why nothing can be tested in a browser here, or false when it can. */
export const skip: string | false = executablePath
  ? false
  : 'Chromium is not installed, so this was not tested (apt-get install chromium, or CHROMIUM=/path/to/it)'
if (skip !== false) console.log(skip)

/** Where pictures of the pages go. */
export const artefacts = join(import.meta.dirname, '..', 'artefacts')
mkdirSync(artefacts, { recursive: true })

let browser: Browser

/** Has a browser run while the file's tests do. */
export function useBrowser(): void {
  if (skip !== false) return
  before(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--disable-dev-shm-usage'] })
  })
  after(() => browser?.close())
}

export interface Visitor {
  page: Page
  context: BrowserContext
  /** Another tab of the same browser. */
  tab: () => Promise<Page>
  /** What is to be expected of this page's errors, such as a 409 that is part of the test. */
  expectFaults: (faults: RegExp) => void
}

const patienceMs = 20_000

/** A test by a visitor with a browser of their own. Errors in the browser's console fail it, and so does what is fetched from elsewhere. */
export function visit(
  title: string,
  wanted: BrowserContextOptions | (() => BrowserContextOptions),
  work: (visitor: Visitor) => Promise<void>,
  why: string | false = skip
): void {
  test(title, { skip: why, timeout: 300_000 }, async () => {
    const options = typeof wanted === 'function' ? wanted() : wanted
    const context = await browser.newContext({
      locale: 'en-IN',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      baseURL: shopUrl(),
      ...options
    })
    context.setDefaultTimeout(patienceMs)
    const faults: string[] = []
    let expected: RegExp | undefined
    const watch = (page: Page) => {
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
      page.on('console', (message) => {
        // A network of this machine that comes or goes, such as a container's, ends the browser's requests.
        if (message.type() === 'error' && !message.text().includes('ERR_NETWORK_CHANGED'))
          faults.push(`${page.url()}: ${message.text()}`)
      })
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url())
        if (protocol.startsWith('http') && origin !== new URL(options.baseURL ?? shopUrl()).origin)
          faults.push(`${page.url()} fetches ${request.url()}`)
      })
    }
    context.on('page', watch)
    const page = await context.newPage()
    try {
      await work({
        page,
        context,
        tab: () => context.newPage(),
        expectFaults: (some) => (expected = some)
      })
      const wrong = faults.filter((fault) => !expected?.test(fault))
      assert.deepEqual(wrong, [], 'the browser complains')
    } catch (error) {
      const name = title.replaceAll(/\W+/g, '-').slice(0, 80)
      for (const [index, each] of context.pages().entries())
        await each.screenshot({ path: join(artefacts, `failed-${name}-${index}.png`), fullPage: true }).catch(() => {})
      throw error
    } finally {
      await context.close()
    }
  })
}
