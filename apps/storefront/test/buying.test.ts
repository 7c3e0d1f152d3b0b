import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

import { en } from '../app/messages/en.ts'
import { whyNoEdge } from '../../../tools/launcher/edge.ts'
import { skip, useBrowser, visit } from './browser.ts'
import { edgeUrl, newCustomer, oneToBuy, ordersOf, staffDo, stock, usePlatform } from './shop.ts'
import {
  button,
  chooseCard,
  codeOf,
  confirmAtBank,
  endSession,
  field,
  fillAddress,
  fillBag,
  giveCredentials,
  loseAnswer,
  orderOf,
  pay,
  payButton,
  signInAs,
  tabTo,
  untilShown,
  untilStatus
} from './steps.ts'

usePlatform(skip)
useBrowser()

const someone = () => `guest-${crypto.randomUUID().slice(0, 8)}@shop.example`

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  visit(`POST /checkout [guest, ${how}] buys`, { javaScriptEnabled }, async ({ page }) => {
    const email = someone()
    await page.goto('/')
    await page.locator('main').getByRole('link').first().waitFor()
    await fillBag(page)
    await page.goto('/checkout')
    await fillAddress(page, email)
    await chooseCard(page, 'sandbox-approve')
    const id = await pay(page)
    await untilStatus(page, 'confirmed', !javaScriptEnabled)
    assert.deepEqual(
      (await ordersOf(email)).map((order) => [order.id, order.status]),
      [[id, 'confirmed']]
    )
    await page.reload()
    await untilStatus(page, 'confirmed')
    await page.goto('/bag')
    await page.getByText(en.emptyCart).waitFor()
  })

  visit(
    `POST /checkout [customer, ${how}] keeps the bag through the sign-in`,
    { javaScriptEnabled },
    async ({ page }) => {
      const person = await newCustomer()
      const { title } = await fillBag(page)
      await signInAs(page, person)
      await page.goto('/bag')
      await page.getByRole('link', { name: title }).first().waitFor()
      await page.goto('/checkout')
      assert.equal(await field(page, en.email).inputValue(), person.email)
      await fillAddress(page, person.email)
      await chooseCard(page, 'sandbox-approve')
      await pay(page)
      await untilStatus(page, 'confirmed', !javaScriptEnabled)
      await page.goto('/account')
      await page.getByRole('link', { name: /^L/ }).first().waitFor()
      assert.equal((await ordersOf(person.email)).length, 1)
    }
  )
}

visit('POST /checkout [3-D Secure] waits for the bank, and goes on', {}, async ({ page }) => {
  const email = someone()
  await fillBag(page)
  await page.goto('/checkout')
  await fillAddress(page, email)
  await chooseCard(page, 'sandbox-action')
  const id = await pay(page)
  await button(page, en.confirmPayment).waitFor()
  await page.reload()
  await page.goto(`/orders/${id}`)
  await untilStatus(page, 'awaiting-payment')
  await confirmAtBank(page)
  await page.waitForURL(`**/orders/${id}*`)
  await untilStatus(page, 'confirmed')
  assert.equal((await ordersOf(email))[0]?.status, 'confirmed')
})

visit('POST /checkout [a declined card] takes another one', {}, async ({ page }) => {
  const email = someone()
  await fillBag(page)
  await page.goto('/checkout')
  await fillAddress(page, email)
  await chooseCard(page, 'sandbox-decline')
  const id = await pay(page)
  await untilStatus(page, 'payment-failed')
  await chooseCard(page, 'sandbox-approve')
  await payButton(page).click()
  await untilStatus(page, 'confirmed')
  assert.deepEqual(
    (await ordersOf(email)).map((order) => [order.id, order.status]),
    [[id, 'confirmed']]
  )
})

visit(
  'POST /checkout [the total changed in another tab] shows the new one before anything is paid',
  {},
  async (visitor) => {
    const { page, tab, expectFaults } = visitor
    expectFaults(/409/)
    const email = someone()
    await fillBag(page)
    await page.goto('/checkout')
    await fillAddress(page, email)
    await chooseCard(page, 'sandbox-approve')
    const before = await payButton(page).innerText()
    await fillBag(await tab())
    await payButton(page).click()
    await page.getByText(en.priceChanged).waitFor()
    assert.deepEqual(await ordersOf(email), [])
    await payButton(page).filter({ hasNotText: before }).waitFor()
    assert.equal(await field(page, en.line1).inputValue(), '1 Marine Drive')
    await pay(page)
    await untilStatus(page, 'confirmed')
  }
)

visit('POST /checkout [sold out meanwhile] says so, and nothing is paid', {}, async ({ page, expectFaults }) => {
  expectFaults(/409/)
  const email = someone()
  const thing = await oneToBuy()
  await fillBag(page, thing)
  await page.goto('/checkout')
  await fillAddress(page, email)
  await chooseCard(page, 'sandbox-approve')
  await stock(thing.variant.id, -thing.variant.available)
  await payButton(page).click()
  // Refused at once, or cancelled as soon as the stock is asked for.
  await page.getByRole('alert').or(page.locator('[data-status="cancelled"]')).first().waitFor()
  for (const { status } of await ordersOf(email)) assert.equal(status, 'cancelled')
  await stock(thing.variant.id, thing.variant.available)
})

visit('POST /checkout [paid in two tabs] makes one order', {}, async ({ page, tab, expectFaults }) => {
  expectFaults(/409/)
  const email = someone()
  await fillBag(page)
  const other = await tab()
  for (const each of [page, other]) {
    await each.goto('/checkout')
    await fillAddress(each, email)
    await chooseCard(each, 'sandbox-approve')
  }
  await Promise.all([page, other].map((each) => payButton(each).click()))
  // Whoever comes second is told of the order, or that the bag is empty by now.
  for (const each of [page, other]) await each.waitForURL(/\/(orders\/[\w-]{36}|bag)/)
  const first = [page, other].find((each) => each.url().includes('/orders/')) ?? other
  await untilStatus(first, 'confirmed')
  assert.equal((await ordersOf(email)).length, 1)
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? '' : ', without JavaScript'

  visit(`POST /checkout [pressed twice${how}] makes one order`, { javaScriptEnabled }, async ({ page }) => {
    const email = someone()
    await fillBag(page)
    await page.goto('/checkout')
    await fillAddress(page, email)
    await chooseCard(page, 'sandbox-approve')
    await payButton(page).dblclick({ noWaitAfter: true })
    await page.waitForURL(/\/orders\//)
    await untilStatus(page, 'confirmed', true)
    assert.equal((await ordersOf(email)).length, 1)
  })
}

visit(
  'POST /checkout [after the order, back and pay again] leads to the same order',
  {},
  async ({ page, expectFaults }) => {
    expectFaults(/409/)
    const email = someone()
    await fillBag(page)
    await page.goto('/checkout')
    await fillAddress(page, email)
    await chooseCard(page, 'sandbox-approve')
    const id = await pay(page)
    await untilStatus(page, 'confirmed')
    await page.goBack()
    const isAgain = await Promise.race([
      payButton(page)
        .waitFor()
        .then(() => true),
      page.waitForURL((url) => url.pathname !== '/checkout').then(() => false)
    ])
    if (isAgain) {
      await fillAddress(page, email)
      await payButton(page).click()
      await page.waitForURL((url) => url.pathname !== '/checkout')
    }
    assert.match(page.url(), new RegExp(`/bag|/orders/${id}`))
    assert.equal((await ordersOf(email)).length, 1)
  }
)

visit(
  'POST /checkout [its answer is lost, and the order goes on] leads from the bag to the order',
  {},
  async ({ page, context, expectFaults }) => {
    expectFaults(/ERR_FAILED|Failed to fetch/)
    const email = someone()
    await fillBag(page)
    await page.goto('/checkout')
    await fillAddress(page, email)
    await chooseCard(page, 'sandbox-approve')
    await loseAnswer(page, context)
    await untilShown(page, page.locator('[data-status="confirmed"]'), '/bag')
    await page.locator('[data-order-number]').waitFor()
    const [order] = await ordersOf(email)
    assert.equal(orderOf(page), order!.id)
    // Known by then, it is in nobody's way.
    await page.goto('/bag')
    await page.getByText(en.emptyCart).waitFor()
  }
)

visit(
  'POST /checkout [its answer is lost, and the bank asks] leads from the checkout and the bag to the order',
  {},
  async ({ page, context, expectFaults }) => {
    expectFaults(/ERR_FAILED|Failed to fetch/)
    const email = someone()
    await fillBag(page)
    await page.goto('/checkout')
    await fillAddress(page, email)
    await chooseCard(page, 'sandbox-action')
    await loseAnswer(page, context)
    await page.goto('/checkout')
    await untilStatus(page, 'awaiting-payment')
    await page.goto('/bag')
    await page.getByRole('link', { name: (await ordersOf(email))[0]!.number }).click()
    await page.waitForURL('**/orders/*')
    await confirmAtBank(page)
    await untilStatus(page, 'confirmed')
  }
)

visit(
  'POST /checkout [the session has ended] has the customer sign in again, with the bag as it was',
  {},
  async (visitor) => {
    const { page, context, expectFaults } = visitor
    expectFaults(/40[19]/)
    const person = await newCustomer()
    await signInAs(page, person)
    const { title } = await fillBag(page)
    await page.goto('/checkout')
    await fillAddress(page, person.email)
    await chooseCard(page, 'sandbox-approve')
    await endSession(context)
    await payButton(page).click()
    await page.waitForURL(/sign-in/)
    assert.deepEqual(await ordersOf(person.email), [])
    await giveCredentials(page, person)
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    await page.goto('/checkout')
    await page.getByText(title).first().waitFor()
    await fillAddress(page, person.email)
    await chooseCard(page, 'sandbox-approve')
    await pay(page)
    await untilStatus(page, 'confirmed')
    assert.equal((await ordersOf(person.email)).length, 1)
  }
)

visit('POST /checkout [by keyboard alone] buys', {}, async ({ page }) => {
  const email = someone()
  const { slug, variant } = await oneToBuy()
  await page.goto(`/jewels/${slug}?sku=${encodeURIComponent(variant.sku)}`)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), en.skip)
  await page.keyboard.press('Enter')
  await tabTo(page, en.addToCart)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/bag*')
  await tabTo(page, en.checkout)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/checkout*')
  for (const [name, value] of [
    [en.email, email],
    [en.name, 'Asha Rao'],
    [en.line1, '1 Marine Drive'],
    [en.city, 'Mumbai'],
    [en.postcode, '400020']
  ] as const) {
    await tabTo(page, name)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(value)
  }
  await tabTo(page, new RegExp(`^${en.pay('')}`))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/orders\//)
  await untilStatus(page, 'confirmed')
  assert.equal((await ordersOf(email)).length, 1)
})

const noEdge = process.env.SHOP_URL ? undefined : whyNoEdge()
const whyNot = noEdge && `${noEdge}, so this was not tested (apt-get install nginx openssl)`
if (whyNot) console.log(whyNot)

visit(
  'POST /checkout [through NGINX with TLS] buys, and the bank is asked',
  () => {
    const baseURL = process.env.SHOP_URL ?? edgeUrl()
    assert.ok(baseURL, 'the platform runs without NGINX')
    return { baseURL, ignoreHTTPSErrors: true }
  },
  async ({ page }) => {
    await page.goto('/jewels/in/rings?readyToShip=true')
    const [protocol, version] = await page.evaluate(() => [
      location.protocol,
      (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).nextHopProtocol
    ])
    assert.deepEqual([protocol, version], ['https:', 'h2'])
    await page.locator('article').getByRole('link').last().click()
    await button(page, en.addToCart).click()
    await page.waitForURL('**/bag*')
    await page.getByRole('link', { name: en.checkout }).click()
    await page.waitForURL('**/checkout')
    await fillAddress(page, someone())
    await chooseCard(page, 'sandbox-action')
    const id = await pay(page)
    await confirmAtBank(page)
    await page.waitForURL(`**/orders/${id}`)
    await untilStatus(page, 'confirmed')
  },
  skip || (whyNot ?? false)
)

visit('POST /checkout [the invoice to another address] keeps both', {}, async ({ page, expectFaults }) => {
  expectFaults(/400/)
  const email = someone()
  await fillBag(page)
  await page.goto('/checkout')
  await fillAddress(page, email)
  await page.getByText(en.billingElsewhere).click()
  const invoice = page.getByRole('group', { name: en.billing, exact: true })
  await invoice.getByLabel(en.line1, { exact: true }).fill('7 Park Street')
  await chooseCard(page, 'sandbox-approve')
  await payButton(page).click()
  // Half an address is none: what lacks is marked, and nothing that was typed is lost.
  await invoice.locator('[aria-invalid="true"]').first().waitFor()
  assert.equal(
    await page.locator('[aria-invalid="true"]').count(),
    await invoice.locator('[aria-invalid="true"]').count()
  )
  for (const [name, value] of [
    [en.name, 'Rao & Daughters'],
    [en.city, 'Kolkata'],
    [en.postcode, '700016']
  ] as const)
    await invoice.getByLabel(name, { exact: true }).fill(value)
  await pay(page)
  await untilStatus(page, 'confirmed')
  for (const line of ['1 Marine Drive', '7 Park Street', 'Rao & Daughters']) await page.getByText(line).waitFor()
})

visit('POST /orders/{orderId} [a return] is asked for, received, and the refund is seen', {}, async ({ page }) => {
  const person = await newCustomer()
  await signInAs(page, person)
  // What costs more is given back only when somebody else approves.
  await fillBag(page, await oneToBuy(2_000_000))
  await page.goto('/checkout')
  await fillAddress(page, person.email)
  await chooseCard(page, 'sandbox-approve')
  const id = await pay(page)
  await untilStatus(page, 'confirmed')
  const lines = [{ position: 1, quantity: 1 }]
  const shipment = await staffDo<{ id: string }>('POST', `/orders/${id}/shipments`, { carrier: 'own', lines })
  await staffDo('POST', `/orders/${id}/shipments/${shipment.id}/delivered`)
  await page.goto(`/orders/${id}`)
  await page.getByText(en.returnThis).click()
  await page.locator('input[name="position"]').check()
  await field(page, en.returnReason).fill('Too large')
  await button(page, en.askReturn).click()
  const shown = page.getByRole('region', { name: en.returns })
  await shown.getByText(en.returnStatus.requested!).waitFor()
  const { items } = await staffDo<{ items: { id: string }[] }>('GET', `/orders/${id}/returns`)
  await staffDo('POST', `/orders/${id}/returns/${items[0]!.id}/decision`, { approve: true })
  await page.reload()
  await shown.getByText(en.returnStatus.approved!).waitFor()
  const received = [{ position: 1, quantity: 1, condition: 'as-new', restock: true }]
  await staffDo('POST', `/orders/${id}/returns/${items[0]!.id}/receipt`, { lines: received })
  await page.reload()
  await untilShown(page, shown.getByText(en.returnStatus.done!))
  await untilShown(page, page.getByRole('link', { name: en.documentKinds['credit-note']! }))
})

visit('GET /account/messages [an order meanwhile] shows the new message by itself', {}, async ({ page, tab }) => {
  const person = await newCustomer()
  await signInAs(page, person)
  await page.goto('/account/messages')
  await page.getByRole('heading', { name: en.messages }).waitFor()
  const other = await tab()
  await fillBag(other)
  await other.goto('/checkout')
  await fillAddress(other, person.email)
  await chooseCard(other, 'sandbox-approve')
  await pay(other)
  const number = await other.locator('[data-order-number]').innerText()
  await page.getByRole('link', { name: number }).first().waitFor()
})

visit(
  'POST /account/security [a second factor] is set up, and asked for by code and recovery code',
  {},
  async (visitor) => {
    const { page, expectFaults } = visitor
    expectFaults(/40\d/)
    const person = await newCustomer()
    await signInAs(page, person)
    await page.goto('/account/security')
    const factor = page.getByRole('region', { name: en.secondFactor, exact: true })
    await factor.getByLabel(en.currentPassword, { exact: true }).fill(person.password)
    await button(page, en.secondFactorBegin).click()
    const secret = (await factor.getByText(/^[A-Z2-7]{32}$/).innerText()).trim()
    await factor.getByLabel(en.secondFactorCode, { exact: true }).fill('000000')
    await button(page, en.secondFactorBegin).click()
    await page.getByRole('alert').waitFor()
    await factor.getByLabel(en.secondFactorCode, { exact: true }).fill(codeOf(secret))
    await button(page, en.secondFactorBegin).click()
    const codes = factor.getByRole('listitem')
    await codes.first().waitFor()
    assert.equal(await codes.count(), 10)
    const recovery = await codes.first().innerText()
    // A code counts once, so the next one is of the next half minute.
    for (const code of [codeOf(secret, 1), recovery]) {
      await page.goto('/account')
      await button(page, en.signOut).click()
      await page.waitForURL((url) => url.pathname !== '/account')
      await page.goto('/sign-in')
      await giveCredentials(page, person)
      await page.getByRole('heading', { name: en.secondFactorTitle }).waitFor()
      await field(page, en.secondFactorCode).fill(code)
      await page.locator('main').getByRole('button', { name: en.signIn }).click()
      await page.waitForURL('**/account')
    }
    await page.goto('/account/security')
    await page.getByText(en.secondFactorOn(9)).waitFor()
  }
)

visit(
  'POST /account/security [export, erase] gives the customer’s data, and then they are gone',
  {},
  async (visitor) => {
    const { page, expectFaults } = visitor
    expectFaults(/40\d/)
    const person = await newCustomer()
    await signInAs(page, person)
    await page.goto('/account/security')
    const data = page.getByRole('region', { name: en.yourData })
    await data.getByLabel(en.currentPassword, { exact: true }).first().fill(person.password)
    await button(page, en.exportAsk).click()
    await page.waitForURL('**export=*')
    const file = page.getByRole('link', { name: en.exportDone })
    await untilShown(page, file)
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
    assert.ok(readFileSync(await download.path(), 'utf8').includes(person.email))
    await data.getByLabel(en.eraseEmail, { exact: true }).fill(person.email)
    await data.getByLabel(en.currentPassword, { exact: true }).last().fill(person.password)
    await button(page, en.erase).click()
    await page.getByRole('heading', { name: en.erased }).waitFor()
    await page.goto('/sign-in')
    await giveCredentials(page, person)
    await page.getByRole('alert').waitFor()
  }
)
