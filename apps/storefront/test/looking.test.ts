import assert from 'node:assert/strict'

import { de } from '../app/messages/de.ts'
import { en } from '../app/messages/en.ts'
import { skip, useBrowser, visit } from './browser.ts'
import { newCustomer, oneToBuy, staffDo, usePlatform } from './shop.ts'
import { button, field, signInAs, untilShown } from './steps.ts'

usePlatform(skip)
useBrowser()

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  visit(
    `POST /jewels/{slug} [a postal code, ${how}] tells when the jewel would be there`,
    { javaScriptEnabled },
    async ({ page }) => {
      const { slug, variant } = await oneToBuy()
      await page.goto(`/jewels/${slug}?sku=${encodeURIComponent(variant.sku)}`)
      const part = page.getByRole('region', { name: en.deliveryWhen })
      await part.getByLabel(en.postcode).fill('400020')
      await part.getByRole('button', { name: en.deliveryCheck }).click()
      await part.getByText(/with you by \d+ \w+ 20\d\d/i).waitFor()
      assert.equal(await part.getByLabel(en.postcode).inputValue(), '400020')
      // Nothing was put into the visitor's own bag.
      await page.goto('/bag')
      await page.getByText(en.emptyCart).waitFor()
    }
  )
}

visit('POST /jewels/{slug} [a postal code, a customer] leaves the customer’s bag as it is', {}, async ({ page }) => {
  await signInAs(page, await newCustomer())
  const { slug } = await oneToBuy()
  await page.goto(`/jewels/${slug}`)
  const part = page.getByRole('region', { name: en.deliveryWhen })
  await part.getByLabel(en.postcode).fill('10115')
  await part.getByLabel(en.country).selectOption('DE')
  await part.getByRole('button', { name: en.deliveryCheck }).click()
  await part.getByText(/with you by/i).waitFor()
  await page.goto('/bag')
  await page.getByText(en.emptyCart).waitFor()
})

visit('GET /sizes/screen measures a ring once the screen is known by a card', {}, async ({ page }) => {
  await page.goto('/sizes')
  await page.getByRole('link', { name: en.screenSizer }).click()
  const circle = page.getByRole('img', { name: /mm$/ })
  const widthOf = async () => (await circle.boundingBox())!.width
  const before = await widthOf()
  await field(page, en.screenScale).fill('5')
  assert.ok(Math.abs((await widthOf()) - 26 * 5) < 1, 'the circle grows with the card')
  assert.notEqual(before, 26 * 5)
  const across = Number(await circle.getAttribute('data-across'))
  await field(page, en.size).press('ArrowRight')
  assert.ok(Number(await circle.getAttribute('data-across')) > across)
  const shown = await page.getByRole('status').locator('dd').first().innerText()
  await page.getByRole('link', { name: en.screenMore }).click()
  await page.getByRole('heading', { name: en.sizeTitle, level: 1 }).waitFor()
  assert.equal(await field(page, en.size).inputValue(), shown)
  await page.getByRole('status').getByText(en.systems.us!).waitFor()
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  visit(
    `GET /pages/exchange [${how}] works out what old gold is worth at the rate that is paid`,
    { javaScriptEnabled, locale: 'de-DE' },
    async ({ page }) => {
      const rates = [{ metal: 'gold', fineness: 1000, side: 'buy', minorPerGram: 700_000 }]
      await staffDo('PUT', '/metal-rates', { source: 'desk', rates })
      await page.goto('/pages/exchange')
      await page.getByRole('heading', { name: de.pages.exchange!, level: 1 }).waitFor()
      const purity = page.getByRole('combobox', { name: de.oldMetalPurity })
      await untilShown(page, purity)
      await purity.selectOption('gold-22K')
      await field(page, de.oldMetalGrams).fill('10.5')
      await button(page, de.oldMetalCount).click()
      // 916 thousandths of 7,000 rupees a gram, times 10.5.
      await page.getByRole('status').getByText('67.326,00').waitFor()
    }
  )
}
