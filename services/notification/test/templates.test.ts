import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  formatMoney,
  orderCancelled,
  orderConfirmed,
  orderPaymentFailed,
  orderRefunded,
  welcome,
  type Told
} from '../src/controllers/templates.ts'

const tellAll = (name: string, title: string): Told[] => {
  const order = { number: 'LJ-7K2MQ9XA', name, totalMinor: 12_345_600, currency: 'INR' }
  return [
    welcome({ name }),
    orderConfirmed({ ...order, lines: [{ title, quantity: 2, totalMinor: 12_345_600 }] }),
    orderPaymentFailed(order),
    orderRefunded({ ...order, amountMinor: 100, refundedMinor: 300 }),
    orderCancelled({ ...order, reason: title })
  ]
}

test('Money has the digits of its currency', () => {
  const written = (amountMinor: number, currency: string) =>
    formatMoney(amountMinor, currency).replaceAll(/[\u00a0\u202f]/g, ' ')
  assert.equal(written(12_345_678, 'INR'), '₹1,23,456.78')
  assert.equal(written(5, 'USD'), '$0.05')
  assert.equal(written(1234, 'JPY'), 'JP¥1,234')
  assert.equal(written(1234, 'KWD'), 'KWD 1.234')
  assert.equal(written(0, 'EUR'), '€0.00')
  assert.equal(written(Number.MAX_SAFE_INTEGER, 'EUR'), '€9,00,71,99,25,47,409.91')
})

test('Whatever the amount, its digits are those of the minor units', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.constantFrom('INR', 'USD', 'JPY', 'KWD', 'BHD', 'EUR'), (amountMinor, currency) => {
      const digits = formatMoney(amountMinor, currency).replaceAll(/\D/g, '')
      assert.equal(BigInt(digits), BigInt(amountMinor))
    })
  )
})

test('Markup, quotes and template code in a name are shown literally', () => {
  const name = `<script>alert("1")</script> & {{7*7}} \${7*7} <%= 7*7 %> O'Neil`
  for (const { subject, text, html } of tellAll(name, name)) {
    assert.doesNotMatch(html, /<script|<%/)
    assert.doesNotMatch(`${subject}${text}${html}`, /49/)
    if (html.includes('alert')) {
      assert.ok(html.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; {{7*7}}'))
      assert.ok(html.includes('O&#39;Neil'))
      assert.ok(text.includes(name))
    }
  }
})

test('No name or title starts a header, a paragraph or a tag of its own', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('a', ' ', '\r', '\n', '\0', '\u2028', '\u0085', '<', '>', '"', "'", '&', '{', '}'),
    maxLength: 40
  })
  const tags = /<(?!\/?(?:!doctype html|html|head|meta|title|body|p|table|tr|td)[ >])/
  fc.assert(
    fc.property(nasty, nasty, (name, title) => {
      for (const { subject, text, html } of tellAll(name, title)) {
        assert.doesNotMatch(subject, /[\p{Cc}\u2028\u2029]/u)
        assert.doesNotMatch(text, /[\r\0\u2028\u2029]|\n{3}/)
        assert.doesNotMatch(html, tags)
        assert.doesNotMatch(html, /[\r\n\0]/)
      }
    })
  )
})
