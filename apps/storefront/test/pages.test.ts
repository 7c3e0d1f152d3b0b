import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { test } from 'node:test'

import type { Page, Request } from 'playwright-core'

import { artefacts, skip, useBrowser, visit } from './browser.ts'
import { newCustomer, oneToBuy, shopUrl, usePlatform } from './shop.ts'
import { chooseCard, fillAddress, fillBag, pay, signInAs, untilStatus } from './steps.ts'

usePlatform(skip)
useBrowser()

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { target: string[]; failureSummary?: string }[]
}

/** What is wrong with the page for those who see, hear or move differently. */
async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe
      .run()
      .then(({ violations }) => violations)
  )
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n').at(-1) ?? ''}`)
  )
}

/** How far the page can be moved sideways, which it should not. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Waits until the page is drawn as it now is: letters have come, and colours have changed over. */
const untilDrawn = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready
    for (let frames = 2; frames > 0; frames--) await new Promise((drawn) => requestAnimationFrame(drawn))
    const changes = document.getAnimations().filter((each) => each instanceof CSSTransition)
    await Promise.allSettled(changes.map(({ finished }) => finished))
  })

/** With PICTURES=1 pictures are made of all pages. */
const isPictured = process.env.PICTURES !== undefined

/** Pages by the name that their pictures get; what is the same page again is left out. */
const anyonesPages = {
  home: '/',
  jewels: '/jewels',
  category: '/jewels/in/rings',
  search: '/jewels?q=gold&sort=price',
  nothing: '/jewels?q=zzzzqqqq',
  diamonds: '/diamonds',
  sizes: '/sizes',
  sizer: '/sizes/sizer',
  'screen-sizer': '/sizes/screen',
  exchange: '/pages/exchange',
  'empty-bag': '/bag',
  track: '/track',
  'sign-in': '/sign-in',
  register: '/register',
  'forgotten-password': '/account/forgotten-password',
  'reset-password': '/account/reset-password',
  'verify-email': '/account/verify-email',
  about: '/pages/about',
  privacy: '/pages/privacy',
  missing: '/no-such-page'
}
const customersPages = {
  account: '/account',
  addresses: '/account/addresses',
  'my-sizes': '/account/sizes',
  wishlists: '/account/wishlists',
  dates: '/account/dates',
  messages: '/account/messages',
  security: '/account/security'
}

/** Waits until what a page fetches after it is loaded has come. Chromium sometimes counts a request that has ended as open, so not for ever. */
const untilStill = (page: Page) => page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => {})

/** Opens a page and waits until it is whole; anew when a network of this machine came or went, which ends what is loading. */
async function open(page: Page, path: string, isStill = true): Promise<void> {
  let isBroken = true
  for (let tries = 3; isBroken && tries > 0; tries--) {
    isBroken = false
    const note = (request: Request) => {
      isBroken ||= request.failure()?.errorText.includes('NETWORK_CHANGED') ?? false
    }
    page.on('requestfailed', note)
    await page.goto(path)
    if (isStill) await untilStill(page)
    page.off('requestfailed', note)
  }
}

/** Looks at the page as it stands: what is wrong with it in both themes, and on screens down to the smallest. */
async function look(page: Page, name: string): Promise<string[]> {
  const faults: string[] = []
  // What is laid out only when one comes near is looked at as well.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('.later')) part.classList.remove('later')
  })
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 1440],
    ['light', 320]
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    await untilDrawn(page)
    if (isPictured)
      await page.screenshot({ path: join(artefacts, `${name}-${width}-${colorScheme}.png`), fullPage: true })
    faults.push(...(await violationsOf(page)).map((fault) => `${name} at ${width} px, ${colorScheme}: ${fault}`))
  }
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await untilDrawn(page)
    const moved = await sideways(page)
    if (moved > 0) faults.push(`${name} at ${width} px can be moved ${moved} px sideways`)
  }
  return faults
}

const title = 'is accessible in light and dark, and fits screens of 320, 768 and 1440 px'

for (const [name, path] of Object.entries(anyonesPages)) {
  visit(`GET ${path} ${title}`, {}, async ({ page, expectFaults }) => {
    expectFaults(/no-such-page.* 404/)
    await open(page, path)
    assert.deepEqual(await look(page, name), [])
  })
}

visit(`GET a jewel, the comparison, the bag, the checkout, an order ${title}`, {}, async ({ page }) => {
  const [one, other] = [await oneToBuy(), await oneToBuy()]
  await open(page, `/jewels/${one.slug}`)
  const faults = await look(page, 'jewel')
  await open(page, `/compare?jewel=${one.slug}&jewel=${other.slug}`)
  faults.push(...(await look(page, 'compare')))
  await fillBag(page, one)
  await open(page, '/bag')
  faults.push(...(await look(page, 'bag')))
  await open(page, '/checkout')
  faults.push(...(await look(page, 'checkout')))
  await fillAddress(page, 'asha@shop.example')
  await chooseCard(page, 'sandbox-approve')
  await pay(page)
  await untilStatus(page, 'confirmed')
  faults.push(...(await look(page, 'order')))
  assert.deepEqual(faults, [])
})

visit(`GET the account's pages ${title}`, {}, async ({ page }) => {
  await signInAs(page, await newCustomer())
  const faults: string[] = []
  for (const [name, path] of Object.entries(customersPages)) {
    // The stream of messages stays open, so the network is never idle.
    await open(page, path, false)
    faults.push(...(await look(page, name)))
  }
  assert.deepEqual(faults, [])
})

visit('GET pages [right to left, letters twice as large] fit the screen', {}, async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 900 })
  for (const path of ['/', '/jewels', '/sign-in']) {
    await open(page, path)
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl'
      document.documentElement.style.fontSize = '200%'
    })
    assert.ok((await sideways(page)) <= 0, path)
  }
})

visit('GET /jewels/{slug} sends at most 150 kB of script, all its own', {}, async ({ page, context }) => {
  const { slug } = await oneToBuy()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const kinds = new Map<string, string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === 'Script') bytes += encodedDataLength
  })
  await page.goto(`/jewels/${slug}`)
  await untilStill(page)
  console.log(`The page of a jewel sends ${Math.round(bytes / 1000)} kB of script.`)
  assert.ok(bytes > 0 && bytes <= 150_000, `${bytes} bytes of script`)
})

test('GET any page [its policy] lets only scripts run that it names', { skip }, async () => {
  for (const path of ['/', '/jewels', '/bag', '/sign-in']) {
    const answer = await fetch(shopUrl() + path)
    const policy = answer.headers.get('content-security-policy') ?? ''
    const nonce = /script-src [^;]*'nonce-([\w-]+)'/.exec(policy)?.[1]
    assert.ok(nonce, policy)
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval/)
    for (const [script] of (await answer.text()).matchAll(/<script\b[^>]*>/g))
      if (!script.includes('application/ld+json')) assert.ok(script.includes(`nonce="${nonce}"`), `${path}: ${script}`)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    const again = await fetch(shopUrl() + path)
    assert.ok(!(again.headers.get('content-security-policy') ?? '').includes(nonce), 'a nonce is used twice')
  }
})
