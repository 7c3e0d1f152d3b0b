import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromService } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { recordDeed, verifyAudit } from '../src/controllers/audit.ts'
import { app, call, db, makeStaff, operator, password, post, customer, signIn, someEmail } from './auth.ts'

const owner = await makeStaff(['owner'])
const verdict = () => verifyAudit({ db })
const entries = () => db.selectFrom('auditEntries').selectAll().orderBy('seq').execute()
const deed = (action: string) => ({ actor: 'service:test', address: '203.0.113.9', action, object: 'nothing' })
const refused = /only ever added to/

/** What an attacker with the rights of the tables' owner would do: switch the triggers off. */
async function tamper(change: string): Promise<void> {
  await sql
    .raw(`alter table "auditEntries" disable trigger user; ${change}; alter table "auditEntries" enable trigger user`)
    .execute(db)
}

test('A74 what staff do is noted once each, with who, what, a shortened address and the request, and no value', async () => {
  const { user } = (await customer()).json()
  await sql`update users set "emailVerifiedAt" = now() where "id" = ${user.id}`.execute(db)
  const before = (await entries()).length
  const headers = { 'x-forwarded-for': '203.0.113.77', 'x-request-id': 'request-of-the-owner' }
  await call(owner.session, 'PUT', `/users/${user.id}/state`, { disabled: true }, headers)
  await call(owner.session, 'PUT', `/staff/${user.id}/roles`, { roles: ['finance'] }, { ...headers, 'if-match': '"2"' })
  const email = someEmail()
  await call(
    owner.session,
    'POST',
    '/staff/invitations',
    { email, roles: ['support'] },
    {
      ...headers,
      'idempotency-key': crypto.randomUUID()
    }
  )
  const added = (await entries()).slice(before)
  assert.deepEqual(
    added.map(({ action }) => action),
    ['disable-user', 'change-roles', 'invite-staff']
  )
  for (const { actor, network, requestId } of added)
    assert.deepEqual([actor, network, requestId], [`user:${owner.id}`, '203.0.113.0/24', 'request-of-the-owner'])
  assert.equal(added[1]!.object, `user:${user.id}`)
  assert.notEqual(added[1]!.before, added[1]!.after)
  assert.doesNotMatch(JSON.stringify(added), new RegExp(`${email}|finance|203\\.0\\.113\\.77`))
})

test('A74 passwords, second factors, e-mails and the operator’s deeds are noted too; a refused one is not', async () => {
  const email = someEmail()
  const { session } = (await customer({ email })).json()
  const before = (await entries()).length
  await call(session, 'PUT', '/password', { currentPassword: 'wrong', password: 'another good horse' })
  await call(session, 'PUT', '/password', { currentPassword: password, password: 'another good horse' })
  await post('/internal/staff', { email: someEmail(), password, name: 'Ravi', roles: ['support'] }, operator)
  assert.deepEqual(
    (await entries()).slice(before).map(({ actor, action }) => [actor.split(':')[0], action]),
    [
      ['user', 'change-password'],
      ['service', 'save-staff']
    ]
  )
})

test('A74 an entry cannot be changed, removed or cut off', async () => {
  await recordDeed(db, deed('stay'))
  await assert.rejects(sql`update "auditEntries" set "actor" = 'nobody'`.execute(db), refused)
  await assert.rejects(sql`delete from "auditEntries" where "seq" = 1`.execute(db), refused)
  await assert.rejects(sql`truncate "auditEntries"`.execute(db), refused)
  await assert.rejects(sql`delete from "auditHead"`.execute(db), refused)
  assert.equal((await verdict()).intact, true)
})

test('A74 200 entries added 40 at a time make one chain, in which none is lost', async () => {
  const before = (await entries()).length
  for (let round = 0; round < 5; round++) {
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => db.transaction().execute((tx) => recordDeed(tx, deed(`raced-${i}`))))
    )
  }
  const { intact, entries: count } = await verdict()
  assert.deepEqual([intact, count], [true, before + 200])
})

test('A74 an entry whose deed is rolled back is not in the chain', async () => {
  const before = await verdict()
  await db
    .transaction()
    .execute(async (tx) => {
      await recordDeed(tx, deed('undone'))
      throw new Error('no')
    })
    .catch(() => {})
  assert.deepEqual(await verdict(), before)
})

for (const [what, change, undo, fault] of [
  [
    'changed',
    `update "auditEntries" set "actor" = 'user:x' where "seq" = 3`,
    `update "auditEntries" set "actor" = kept."actor" from kept where kept."seq" = 3 and "auditEntries"."seq" = 3`,
    'Entry 3 was changed.'
  ],
  [
    'removed',
    `delete from "auditEntries" where "seq" = 4`,
    `insert into "auditEntries" select * from kept where "seq" = 4`,
    'Entry 4 is missing.'
  ],
  [
    'cut off',
    `delete from "auditEntries" where "seq" = (select max("seq") from kept)`,
    `insert into "auditEntries" select * from kept where "seq" = (select max("seq") from kept)`,
    null
  ],
  [
    'moved',
    `update "auditEntries" set "seq" = case "seq" when 5 then 9000006 else 9000005 end where "seq" in (5, 6); update "auditEntries" set "seq" = "seq" - 9000000 where "seq" > 9000000`,
    `update "auditEntries" set "seq" = case "seq" when 5 then 9000006 else 9000005 end where "seq" in (5, 6); update "auditEntries" set "seq" = "seq" - 9000000 where "seq" > 9000000`,
    'Entry 5 does not follow the one before it.'
  ]
] as const) {
  test(`A74 an entry that was ${what} behind the service’s back is found`, async () => {
    await sql.raw('drop table if exists kept; create table kept as select * from "auditEntries"').execute(db)
    const reply = () => app.inject({ url: '/internal/audit/verdict', headers: operator })
    assert.equal((await reply()).json().intact, true)
    await tamper(change)
    const found = (await reply()).json()
    assert.equal(found.intact, false)
    if (fault) assert.equal(found.fault, fault)
    await tamper(undo)
    assert.equal((await reply()).json().intact, true)
  })
}

test('A74 a last entry that was replaced by one whose hash is right is found', async () => {
  await recordDeed(db, deed('true'))
  const head = await db.selectFrom('auditHead').select(['seq', 'hash']).executeTakeFirstOrThrow()
  const all = await entries()
  await tamper(`delete from "auditEntries" where "seq" = ${head.seq}`)
  await db
    .updateTable('auditHead')
    .set({ seq: head.seq - 1, hash: all.at(-2)!.hash })
    .execute()
  await recordDeed(db, deed('forged'))
  const forged = await verdict()
  assert.notEqual(forged.head, head.hash.toString('hex'))
  await db.updateTable('auditHead').set({ hash: head.hash }).execute()
  const { intact, fault } = await verdict()
  assert.deepEqual([intact, fault], [false, `Entry ${head.seq} is not the last.`])
  await db
    .updateTable('auditHead')
    .set({ hash: Buffer.from(forged.head, 'hex') })
    .execute()
})

test('GET /auth/audit shows the newest entries first, by keyset, to staff who may write staff', async () => {
  const first = (await call(owner.session, 'GET', '/audit?limit=5')).json()
  const second = (await call(owner.session, 'GET', `/audit?limit=5&after=${first.next}`)).json()
  const numbers = [...first.items, ...second.items].map(({ seq }: { seq: number }) => seq)
  assert.equal(numbers.length, 10)
  assert.deepEqual(
    numbers,
    numbers.toSorted((a: number, b: number) => b - a)
  )
  const support = await makeStaff(['support'])
  assert.equal((await call(support.session, 'GET', '/audit')).statusCode, 403)
  const { session } = (await signIn({ email: owner.email, password })).json()
  assert.equal((await call(session, 'GET', '/audit')).statusCode, 200)
})

test('GET /internal/audit/verdict and POST /internal/keys/rotate are for the operator only', async () => {
  const stranger = await fromService('order', 'auth', 'events')
  for (const [method, url] of [
    ['GET', '/internal/audit/verdict'],
    ['POST', '/internal/keys/rotate']
  ] as const) {
    assert.equal((await app.inject({ method, url })).statusCode, 401)
    assert.equal((await app.inject({ method, url, headers: stranger })).statusCode, 403)
  }
})
