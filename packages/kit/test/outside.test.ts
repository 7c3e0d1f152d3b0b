import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import { AddressRefused, checkOutsideUrl, fetchOutside, isPublicAddress } from '../src/outside.ts'

let hits = 0
const canary = createServer((request, response) => {
  hits++
  if (request.url === '/redirect') return void response.writeHead(302, { location: 'http://127.0.0.1/' }).end()
  if (request.url === '/long') return void response.end('x'.repeat(5000))
  if (request.url === '/silent') return
  request.pipe(response)
})
canary.listen(0, '127.0.0.1')
await once(canary, 'listening')
after(() => {
  canary.closeAllConnections()
  canary.close()
})
const { port } = canary.address() as { port: number }
const allow = [`127.0.0.1:${port}`]
const base = `http://127.0.0.1:${port}`

const inner = [
  '127.0.0.1',
  '127.1',
  '0177.1',
  '0x7f000001',
  '0x7f.1',
  '2130706433',
  '017700000001',
  '0',
  '0.0.0.0',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:7f00:0001]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[fe80::1]',
  '[fd00::1]',
  '[ff02::1]',
  '169.254.169.254',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '100.100.100.200',
  '198.18.0.1',
  '255.255.255.255',
  'localhost',
  'localhost.',
  'LOCALHOST',
  'x.localhost',
  'postgres',
  'auth.internal',
  'printer.local',
  '127.0.0.1.',
  '①②⑦.⓪.⓪.①',
  '%31%32%37.0.0.1'
]

test('A54: an inner address is refused in every spelling, and the canary inside is not hit', async () => {
  for (const host of inner) {
    for (const scheme of ['http', 'https']) {
      const url = `${scheme}://${host}:${port}/`
      assert.throws(() => checkOutsideUrl(url, { plain: true }), AddressRefused, url)
      await assert.rejects(fetchOutside(url, { plain: true, timeoutMs: 2000 }), AddressRefused, url)
    }
  }
  const tricks = [
    `file:///etc/passwd`,
    `gopher://127.0.0.1:${port}/_x`,
    `ftp://example.com/`,
    `data:text/plain,x`,
    `https://example.com@127.0.0.1:${port}/`,
    `https://user:secret@example.com/`,
    `https://127.0.0.1:${port}#@example.com/`,
    `https://127.0.0.1:${port}\\@example.com/`,
    `http://example.com/`,
    'https://',
    'not a url'
  ]
  for (const url of tricks) await assert.rejects(fetchOutside(url), AddressRefused, url)
  assert.equal(hits, 0)
})

test('A54: a name that leads inside is refused, also when only one of its addresses does', async () => {
  for (const addresses of [
    ['127.0.0.1'],
    ['93.184.215.14', '127.0.0.1'],
    ['::ffff:127.0.0.1'],
    ['169.254.169.254'],
    ['::1']
  ]) {
    const call = fetchOutside(`https://shop.example.com:${port}/`, { resolve: async () => addresses })
    await assert.rejects(call, AddressRefused, addresses.join())
  }
  assert.equal(hits, 0)
})

test('A54: a name that is another address at the second look is called at the first', async () => {
  let looks = 0
  const rebinding = async () => (looks++ === 0 ? ['240.0.0.1'] : ['127.0.0.1'])
  await assert.rejects(fetchOutside(`https://rebind.example.com:${port}/`, { resolve: rebinding }), AddressRefused)
  assert.equal(looks, 1)
  // Public at the check: the very address is called, which nothing answers at, and the name is not looked up again.
  let again = 0
  const changing = async () => (again++ === 0 ? ['2001:4860:4860::8888'] : ['127.0.0.1'])
  await assert.rejects(
    fetchOutside(`http://rebind.example.com:${port}/`, { resolve: changing, plain: true, timeoutMs: 300 })
  )
  assert.equal(again, 1)
  assert.equal(hits, 0)
})

test('An address that the operator allows is called, its answer read up to the limit, redirects are not followed', async () => {
  const answer = await fetchOutside(`${base}/echo`, { method: 'POST', body: 'hello ₹', allow })
  assert.deepEqual([answer.status, String(answer.body)], [200, 'hello ₹'])
  assert.equal((await fetchOutside(`${base}/redirect`, { allow })).status, 302)
  await assert.rejects(fetchOutside(`${base}/long`, { allow, maxBytes: 1000 }), /longer than 1000/)
  assert.equal((await fetchOutside(`${base}/long`, { allow, maxBytes: 1000, truncate: true })).body.length, 1000)
  await assert.rejects(fetchOutside(`${base}/silent`, { allow, timeoutMs: 200 }), /timeout|aborted/i)
  const other = `127.0.0.1:${port === 1 ? 2 : 1}`
  await assert.rejects(fetchOutside(`${base}/echo`, { allow: [other] }), AddressRefused)
})

test('Public addresses are public', () => {
  for (const address of ['1.1.1.1', '93.184.215.14', '2606:4700:4700::1111', '2a00:1450::1'])
    assert.equal(isPublicAddress(address), true, address)
  for (const address of ['', 'x', '1.1.1', '::', '2001:db8::1', '2001::1'])
    assert.equal(isPublicAddress(address), false)
})
