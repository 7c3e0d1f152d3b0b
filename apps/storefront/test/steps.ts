import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'

import type { BrowserContext, Locator, Page } from 'playwright-core'

import { en } from '../app/messages/en.ts'
import { oneToBuy } from './shop.ts'

/** What visitors do, as they do it: by the names that they read. */

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
/** The field of this name that one sees; an address that is not unfolded has fields of the same names. */
export const field = (page: Page, name: string) => page.getByLabel(name, { exact: true }).filter({ visible: true })

/** Puts one thing that is in stock into the bag; returns its name and how much it costs. */
export async function fillBag(page: Page, thing?: Awaited<ReturnType<typeof oneToBuy>>) {
  const { slug, title, variant } = thing ?? (await oneToBuy())
  await page.goto(`/jewels/${slug}?sku=${encodeURIComponent(variant.sku)}`)
  await button(page, en.addToCart).click()
  await page.waitForURL('**/bag*')
  await page.getByRole('link', { name: title }).first().waitFor()
  return { slug, title, variant }
}

interface Person {
  email: string
  password: string
}

/** Fills in the page of the sign-in, whatever comes of it. */
export async function giveCredentials(page: Page, { email, password }: Person): Promise<void> {
  // The page before may still stand there under the new address, and have a field for an e-mail too.
  await field(page, en.password).fill(password)
  await field(page, en.email).fill(email)
  await page.locator('main').getByRole('button', { name: en.signIn }).click()
}

export async function signInAs(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in')
  await giveCredentials(page, person)
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Fills in who one is and where one lives. */
export async function fillAddress(page: Page, email: string): Promise<void> {
  await field(page, en.email).fill(email)
  for (const [name, value] of [
    [en.name, 'Asha Rao'],
    [en.line1, '1 Marine Drive'],
    [en.city, 'Mumbai'],
    [en.postcode, '400020']
  ] as const)
    await field(page, name).fill(value)
}

/** Chooses a card of the provider for trying out. */
export const chooseCard = (page: Page, token: string) => page.locator(`input[value="${token}"]`).check()

export const payButton = (page: Page) => button(page, new RegExp(`^${en.pay('')}`))

/** Pays, and waits for the page of the order. */
export async function pay(page: Page): Promise<string> {
  await payButton(page).click()
  await page.waitForURL(/\/orders\/[\w-]{36}/)
  return orderOf(page)
}

export const orderOf = (page: Page): string => /\/orders\/([\w-]{36})/.exec(page.url())![1]!

/** Waits until the order is in this state, by what its page says. */
export async function untilStatus(page: Page, status: string, reload = false): Promise<void> {
  const shown = page.locator(`[data-status="${status}"]`)
  if (!reload) return shown.waitFor()
  const end = Date.now() + 20_000
  while ((await shown.count()) === 0) {
    assert.ok(Date.now() < end, `the order is not ${status}: ${await page.locator('main').innerText()}`)
    await page.waitForTimeout(300)
    await page.reload()
  }
}

/** Looks at the page, or at this path, again until what is waited for is there. */
export async function untilShown(page: Page, shown: Locator, path?: string): Promise<void> {
  const end = Date.now() + 90_000
  while ((await shown.count()) === 0) {
    assert.ok(Date.now() < end, `it does not come: ${await page.locator('main').innerText()}`)
    await page.waitForTimeout(500)
    await (path === undefined ? page.reload() : page.goto(path))
  }
}

/** Pays, and the shop does it; but its answer does not reach the browser. */
export async function loseAnswer(page: Page, context: BrowserContext): Promise<void> {
  const isOrder = /\/checkout(\.data)?(\?.*)?$/
  let lost = () => {}
  const isLost = new Promise<void>((resolve) => (lost = resolve))
  await page.route(isOrder, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch({ maxRedirects: 0 })
    await context.clearCookies({ name: /orders/ })
    await route.abort()
    lost()
  })
  await payButton(page).click()
  await isLost
  await page.unroute(isOrder)
}

/** Has the browser keep a session that the shop no longer knows. */
export async function endSession(context: BrowserContext): Promise<void> {
  const session = (await context.cookies()).find(({ name }) => name.endsWith('lumora_session'))
  assert.ok(session, 'nobody is signed in')
  await context.addCookies([{ ...session, value: 'x'.repeat(session.value.length) }])
}

/** Says yes to the bank's question, wherever it is asked. */
export async function confirmAtBank(page: Page): Promise<void> {
  const toBank = page.getByRole('link', { name: en.toBank })
  const confirm = button(page, en.confirmPayment)
  await toBank.or(confirm).first().waitFor()
  if ((await toBank.count()) > 0) await toBank.click()
  await confirm.click()
}

/** Moves on by the Tab key until what is reached has this name; its focus must be seen. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab')
    const reached = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement
      const { outlineStyle, boxShadow } = getComputedStyle(element)
      return {
        names: [...(element.labels ?? [])]
          .map((label) => label.innerText)
          .concat(element.innerText ?? '', element.ariaLabel ?? ''),
        seen: outlineStyle !== 'none' || boxShadow !== 'none'
      }
    })
    if (!reached.names.some((one) => (typeof name === 'string' ? one.trim().startsWith(name) : name.test(one.trim()))))
      continue
    assert.ok(reached.seen, `one does not see that ${name} is reached`)
    return
  }
  assert.fail(`${name} cannot be reached by the Tab key`)
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator app shows for a secret (RFC 6238, six digits of SHA-1), so many steps of 30 s from now. */
export function codeOf(secret: string, steps = 0): string {
  const bits = Array.from(secret, (letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const secretBytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const hash = createHmac('sha1', secretBytes).update(counter).digest()
  const number = hash.readUInt32BE(hash.at(-1)! & 15) & 0x7f_ff_ff_ff
  return String(number % 1_000_000).padStart(6, '0')
}
