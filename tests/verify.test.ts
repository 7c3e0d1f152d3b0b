import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { testDatabase, type TestDatabase } from '@lumora/kit/testing'
import { lineOf, verify } from '../tools/verify.ts'

const names = ['cart', 'notification', 'order', 'payment', 'product']
const databases: Record<string, TestDatabase<any>> = {}
for (const name of names)
  databases[name] = await testDatabase(new URL(`../services/${name}/migrations/`, import.meta.url))
const urls = Object.fromEntries(names.map((name) => [name, databases[name]!.url]))

/** Writes what the database itself would refuse, as a defect or a hand in the database might. */
async function plant(name: string, ...statements: string[]): Promise<void> {
  const client = await databases[name]!.pool.connect()
  await client.query('set session_replication_role = replica')
  for (const statement of statements) await client.query(statement)
  await client.query('reset session_replication_role')
  client.release()
}

test('npm run verify [an empty shop] finds nothing wrong, and says that it looked at nothing', async () => {
  for (const verdict of await verify(urls, 0)) {
    assert.deepEqual(verdict.broken, [], verdict.name)
    assert.equal(verdict.looked, 0, verdict.name)
    assert.match(lineOf(verdict), /looked at 0 rows, so this shows nothing/)
  }
})

test('npm run verify [a shop in which everything is wrong] finds each, in words', async () => {
  const id = (n: number) => `'01990000-0000-7000-8000-00000000000${n}'`
  await plant(
    'order',
    `insert into orders ("id", "number", "status", "cartId", "userId", "email", "name", "shippingAddress", "currency", "subtotalMinor",
      "taxMinor", "totalMinor", "paymentMethod", "expiresAt", "confirmedAt") values (${id(1)}, 'LJ-00000001', 'confirmed', ${id(2)}, ${id(3)},
      'a@example.com', 'A', '{}', 'INR', 100, 3, 103, '{}', now(), now())`,
    `insert into idempotency ("scope", "key", "requestHash", "made") values ('s', 'k', 'h', 'LJ-00000002')`,
    `insert into outbox ("topic", "subject", "version", "data") values ('order.cancelled', 'x', 1, '{}')`
  )
  await plant(
    'cart',
    `insert into carts ("id", "userId", "currency") values (${id(2)}, ${id(3)}, 'INR')`,
    `insert into promotions ("name", "kind", "target", "permyriad", "maxRedemptions", "redeemed")
      values ('Ten off', 'percent', 'order', 1000, 5, 4)`
  )
  await plant(
    'payment',
    `insert into "ledgerEntries" ("id", "paymentId", "kind", "currency") values (${id(4)}, ${id(5)}, 'capture', 'INR')`,
    `insert into "ledgerPostings" ("entryId", "account", "amountMinor") values (${id(4)}, 'buyers', 5)`
  )
  await plant(
    'product',
    `insert into pieces ("id", "variantId", "serial") values (${id(6)}, ${id(7)}, 'P-1')`,
    `insert into "reservationLines" ("orderId", "position", "variantId", "pieceId", "quantity") values (${id(1)}, 1, ${id(7)}, ${id(6)}, 1)`,
    `insert into variants ("id", "designId", "sku", "position", "grossMg", "netMg", "stones", "oneOfAKind", "onHand", "currency", "doc")
      values (${id(7)}, ${id(8)}, 'SKU-1', 1, 1, 1, '[]', true, 5, 'INR', '')`
  )
  const verdicts = await verify(urls, 0)
  const found = Object.fromEntries(verdicts.map(({ name, broken }) => [name, broken]))
  assert.deepEqual(Object.keys(found), [
    'I1',
    'I2',
    'I3',
    'I4',
    'I5',
    'I7',
    'I8',
    'I9',
    'I10',
    'I11',
    'I12',
    'I15',
    'I16'
  ])
  for (const verdict of verdicts) {
    assert.ok(verdict.broken.length > 0, verdict.name)
    assert.match(lineOf(verdict), /violations\n {6}\S/)
  }
  assert.deepEqual(found.I3, ['LJ-00000001 is confirmed with 0 captures'])
  assert.deepEqual(found.I10, ['LJ-00000001 is confirmed: 0 mails say so'])
  assert.deepEqual(found.I12, ['LJ-00000001 is confirmed, its cart open'])
})

test('npm run verify [nothing runs] says what to do', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../tools/verify.ts'), '--data', '/nowhere'],
    { encoding: 'utf8' }
  )
  assert.equal(status, 1)
  assert.match(stderr, /npm start/)
})
