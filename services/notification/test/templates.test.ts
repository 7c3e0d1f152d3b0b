import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { eventually, staff } from '@lumora/kit/testing'
import fc from 'fast-check'
import { formatMoney } from '../src/controllers/formats.ts'
import { smtpProvider } from '../src/controllers/smtp.ts'
import { readTemplate, writeTemplate, type Told } from '../src/controllers/templates.ts'
import { tellings, tellingOf } from '../src/controllers/topics.ts'
import { confirmed, openShop } from './shop.ts'
import { openSink } from './smtp-sink.ts'

interface Mail {
  name: string
  locale: string
  subject: string
  content: string
}
const { mails } = JSON.parse(readFileSync(new URL('../templates/compiled.json', import.meta.url), 'utf8')) as {
  mails: Mail[]
}
const sink = await openSink()
const smtp = smtpProvider({ url: sink.url, from: 'Lumora Jewels <shop@lumora.example>', connections: 1 })
const { call, hear, app } = await openShop({ email: smtp })

/** The example of a template with every text in it, in its lists too, replaced. */
const filled = (value: unknown, text: string): any => {
  if (typeof value === 'string') return text
  if (Array.isArray(value)) return value.map((item) => filled(item, text))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, key === 'currency' ? item : filled(item, text)])
    )
  return value
}
const write = (mail: Mail, text?: string): Told => {
  const { sample } = tellingOf(mail.name)!
  const values = text === undefined ? sample : filled(sample, text)
  return writeTemplate({ locale: mail.locale, ...readTemplate(mail) }, values, {
    shopUrl: 'https://shop.example',
    locale: mail.locale
  })
}

test('Every template is there in every language, says what it must, and has its text and HTML from one source', () => {
  const names = [...Object.keys(tellings), 'campaign.new-collection']
  for (const locale of ['en', 'de', 'ar'])
    assert.deepEqual(
      mails
        .filter((mail) => mail.locale === locale)
        .map(({ name }) => name)
        .toSorted(),
      names.toSorted()
    )
  for (const mail of mails) {
    const { subject, text, html } = write(mail)
    assert.ok(subject.length > 5 && text.length > 40, `${mail.locale} ${mail.name}`)
    assert.doesNotMatch(`${subject}${text}${html}`, /\{\{|\}\}|undefined|NaN|\[object/, `${mail.locale} ${mail.name}`)
    assert.ok(html.includes(`dir="${mail.locale === 'ar' ? 'rtl' : 'ltr'}"`))
    assert.doesNotMatch(html, /<(script|img|iframe|form|object)|src=|\son\w+=/i)
  }
})

test('The compiled templates are those of the sources', async () => {
  await promisify(execFile)(process.execPath, [new URL('../templates/compile.ts', import.meta.url).pathname, '--check'])
})

test('Money has the digits of its currency, in the way of the reader’s region', () => {
  const written = (amountMinor: number, currency: string, locale?: string) =>
    formatMoney(amountMinor, currency, locale)
      .replaceAll(/[\u00a0\u202f\u200f\u200e\u061c]/g, ' ')
      .trim()
  assert.equal(written(12_345_678, 'INR'), '₹1,23,456.78')
  assert.equal(written(12_345_678, 'INR', 'de-DE'), '123.456,78 ₹')
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

test('Counts are in the plural of their language', () => {
  const subjectOf = (locale: string, count: number) => {
    const mail = mails.find((one) => one.name === 'cart.abandoned' && one.locale === locale)!
    return writeTemplate(
      { locale, ...readTemplate(mail) },
      { count, lines: [] },
      { shopUrl: 'https://shop.example', locale }
    ).subject
  }
  assert.deepEqual(
    [1, 2].map((count) => subjectOf('en', count)),
    ['A piece waits in your cart', '2 pieces wait in your cart']
  )
  assert.equal(subjectOf('de', 1), 'Ein Stück wartet in Ihrem Warenkorb')
  assert.equal(new Set([0, 1, 2, 3, 11].map((count) => subjectOf('ar', count).replaceAll(/\d+/g, '#'))).size, 5)
})

/** OWASP's and others' ways to have a script run, 40 of them. */
const payloads = [
  '<script>alert(1)</script>',
  '<ScRiPt>alert(1)</ScRiPt>',
  '<script src=//evil.example></script>',
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror="alert(1)">',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<body onload=alert(1)>',
  '<iframe src=javascript:alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href=javascript:alert(1)>x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<audio src=x onerror=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)>',
  '<object data="javascript:alert(1)">',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<math><mtext></p><script>alert(1)</script>',
  '<base href="//evil.example/">',
  '<link rel=stylesheet href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<style>@import "//evil.example";</style>',
  '"><script>alert(1)</script>',
  "'><script>alert(1)</script>",
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '--><script>alert(1)</script>',
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->'
]
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' } as Record<string, string>
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (char) => entities[char]!)

test('A46: forty payloads in every value of every template are escaped in HTML, and stand in the text untouched', () => {
  assert.equal(payloads.length, 40)
  for (const mail of mails) {
    const tags = (html: string) =>
      [...html.matchAll(/<\/?[a-zA-Z!][^>]*>/g)]
        .map(([tag]) => tag.replaceAll(/(href|aria-label)="[^"]*"/g, '$1'))
        .join('')
    const plain = tags(write(mail, 'plain').html)
    for (const payload of payloads) {
      const { text, html } = write(mail, payload)
      assert.equal(tags(html), plain, `${mail.name} ${payload}`)
      assert.doesNotMatch(html, /href="(?!https:\/\/shop\.example|#")/, `${mail.name} ${payload}`)
      if (text.includes(payload)) assert.ok(html.includes(escaped(payload)), `${mail.name} ${payload}`)
    }
  }
  const order = mails.find(({ name, locale }) => name === 'order.confirmed' && locale === 'en')!
  for (const payload of payloads) assert.ok(write(order, payload).text.includes(payload), payload)
})

test('A51: template code in values is literal', () => {
  const codes = [
    '{{7*7}}',
    '${7*7}',
    '<%= 7*7 %>',
    '#{7*7}',
    '{{name}}',
    '{{#each lines}}',
    '{{constructor.constructor("return 1")()}}',
    '$&',
    '$1'
  ]
  for (const mail of mails.filter(({ name }) => name === 'order.confirmed' || name === 'auth.registered')) {
    for (const code of codes) {
      const { subject, text, html } = write(mail, code)
      assert.ok(text.includes(code), code)
      assert.ok(html.includes(escaped(code)), code)
      assert.doesNotMatch(`${subject}${text}`, /49/)
    }
  }
})

test('A50: line ends and control characters start no header and no paragraph, in the mail as it was sent', async () => {
  const nasty = 'Asha\r\nBcc: all@evil.example\r\n\r\n<b>x</b>\u0085\u2028\0 x'
  const email = `${crypto.randomUUID()}@example.com`
  await hear('order.confirmed', confirmed({ email, name: nasty.replace('\0', ''), number: 'LJ-1\r\nX-Evil: 1' }))
  await eventually('it is sent', () => sink.mails.length === 1)
  const [mail] = sink.mails
  assert.equal(mail!.subject, 'Your order LJ-1 X-Evil: 1 is confirmed')
  for (const name of ['bcc', 'x-evil']) assert.equal(mail!.headers.has(name), false)
  assert.ok(mail!.text!.includes('Asha Bcc: all@evil.example <b>x</b>'))
  const to = await hear('order.confirmed', confirmed({ email: 'a@example.com\r\nBcc: b@evil.example' }))
  assert.equal(to.statusCode, 400)
  for (const name of mails) {
    const { subject, text } = write(name, nasty)
    assert.doesNotMatch(subject, /[\p{Cc}\u2028\u2029]/u)
    assert.doesNotMatch(text, /[\r\0\u0085\u2028\u2029]|\n{3}/)
  }
})

test('No name or title starts a header, a paragraph or a tag of its own', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('a', ' ', '\r', '\n', '\0', '\u2028', '\u0085', '<', '>', '"', "'", '&', '{', '}', '$'),
    maxLength: 40
  })
  const few = mails.filter(({ name }) => ['order.shipped', 'user.date-due', 'auth.staff-invited'].includes(name))
  const count = (html: string) => html.split('<').length
  const usual = new Map(few.map((mail) => [mail, count(write(mail, 'a').html)]))
  fc.assert(
    fc.property(nasty, (text) => {
      for (const mail of few) {
        const told = write(mail, `a${text}`)
        assert.doesNotMatch(told.subject, /[\p{Cc}\u2028\u2029]/u)
        assert.equal(count(told.html), usual.get(mail))
      }
    })
  )
})

const path = '/templates/order.confirmed/en'
const good = { subject: 'Order {{number}}', content: '<h1>Hello {{name}}</h1><p>Order <strong>{{number}}</strong></p>' }

test('PUT /templates/{name}/{locale} keeps every version; a stale one is 412; the shipped text comes back', async () => {
  const first = (await call('GET', path)).json()
  assert.deepEqual([first.version, first.origin, first.versions.length], [1, 'shipped', 1])
  assert.equal((await call('PUT', path, good)).statusCode, 428)
  assert.equal((await call('PUT', path, good, { 'if-match': '"7"' })).statusCode, 412)
  const saved = await call('PUT', path, good, { 'if-match': '"1"' })
  assert.deepEqual([saved.statusCode, saved.json().version, saved.headers.etag], [200, 2, '"2"'])
  const racing = await Promise.all(Array.from({ length: 20 }, () => call('PUT', path, good, { 'if-match': '"2"' })))
  assert.equal(racing.filter(({ statusCode }) => statusCode === 200).length, 1)
  const email = `${crypto.randomUUID()}@example.com`
  await hear('order.confirmed', confirmed({ email }))
  await eventually('it is sent', () => sink.mails.some(({ subject }) => subject === 'Order LJ-7K2MQ9XA'))
  assert.equal((await call('POST', `${path}/restore`, undefined, { 'if-match': '"3"' })).json().origin, 'shipped')
  const { versions } = (await call('GET', path)).json()
  assert.deepEqual(
    versions.map(({ version, origin, isActive }: any) => [version, origin, isActive]),
    [
      [4, 'shipped', true],
      [3, 'staff', false],
      [2, 'staff', false],
      [1, 'shipped', false]
    ]
  )
  // What was sent says still what it said.
  const [sent] = (await call('GET', `/messages/all?recipient=${email}`)).json().items
  assert.equal(sent.subject, 'Order LJ-7K2MQ9XA')
})

test('PUT /templates/{name}/{locale} refuses what is missing, unknown or not allowed, before anything is sent by it', async () => {
  const bad: [string, string][] = [
    ['Order {{number}}', '<p>{{nmae}}</p>'],
    ['Order', '<p>{{name}}</p>'],
    ['Order {{number}}', '<p>{{totalMinor}}</p>'],
    ['Order {{number}}', '<p>{{name|money}}</p>'],
    ['Order {{number}}', '<p>{{name|upper}}</p>'],
    ['Order {{number}}', '<p>{{lines}}</p>'],
    ['Order {{number}}', '<p>{{title}}</p>'],
    ['Order {{number}}', '<p>{{#each lines}}{{title}}</p>'],
    ['Order {{number}}', '<p>{{#if name}}x</p>{{/if}}'],
    ['Order {{number}}', '<script>alert(1)</script>'],
    ['Order {{number}}', '<p onclick="x">x</p>'],
    ['Order {{number}}', '<p style="x">x</p>'],
    ['Order {{number}}', '<p><img src="https://x.example/y.png"></p>'],
    ['Order {{number}}', '<p><a href="javascript:alert(1)">x</a></p>'],
    ['Order {{number}}', '<p><a href="{{name}}">x</a></p>'],
    ['Order {{number}}', '<p><a href="http://x.example/">x</a></p>'],
    ['Order {{number}}', '<p><a href="https://x.example{{name}}">x</a></p>'.replace('{{name}}', '{{shopUrl}}')],
    ['Order {{number}}', '<p>x'],
    ['Order {{number}}', 'x'],
    ['Order {{number}}', '<p>x</h1>'],
    ['Order {{number}}', '<p>a < b</p>'],
    ['Order {{number}}', '<p>{{name</p>'],
    ['Order {{number}}', '<!-- x --><p>x</p>'],
    ['Order {{number}}', '<p>{{quantity|plural|one: x}}</p>'],
    ['Order {{number}} <b>x</b>', '<p>x</p>'],
    ['Order {{number}}', '<p>{{constructor}}</p>'],
    ['Order {{number}}', '<p>{{__proto__}}</p>']
  ]
  for (const [subject, content] of bad) {
    const answer = await call('PUT', path, { subject, content }, { 'if-match': '"4"' })
    assert.equal(answer.statusCode, 422, `${subject} ${content}`)
    assert.match(answer.json().type, /template-not-valid/)
  }
  const link = await call(
    'PUT',
    '/templates/auth.verification-requested/en',
    { subject: 'Hi', content: '<p>{{name}}</p>' },
    { 'if-match': '"1"' }
  )
  assert.equal(link.statusCode, 422)
  assert.equal((await call('PUT', '/templates/order.unknown/en', good, { 'if-match': '"0"' })).statusCode, 404)
  assert.equal((await call('GET', path)).json().version, 4)
})

test('GET /templates and previews show examples, harmlessly, to staff who may see them', async () => {
  const { items } = (await call('GET', '/templates')).json()
  assert.equal(items.length, mails.length)
  assert.equal(items[0].values.shopUrl, 'link')
  const preview = await call('GET', '/templates/order.shipped/preview?locale=ar&as=html')
  assert.match(preview.headers['content-type'] as string, /text\/html/)
  assert.match(preview.headers['content-security-policy'] as string, /sandbox/)
  assert.match(preview.body, /<html lang="ar" dir="rtl"/)
  const draft = await call('POST', '/templates/order.confirmed/en/preview', good)
  assert.equal(draft.json().subject, 'Order LJ-7K2MQ9XA')
  assert.equal(
    (await call('POST', '/templates/order.confirmed/en/preview', { ...good, content: '<p>{{x}}</p>' })).statusCode,
    422
  )
  for (const headers of [{}, await staff('orders:read')])
    assert.ok([401, 403].includes((await app.inject({ url: '/api/v1/templates', headers })).statusCode))
  const reader = await staff('notifications:read')
  const denied = await app.inject({
    method: 'PUT',
    url: `/api/v1${path}`,
    headers: { ...reader, 'if-match': '"4"' },
    payload: good
  })
  assert.equal(denied.statusCode, 403)
  smtp.close()
})
