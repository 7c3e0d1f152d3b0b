import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { customer, db, password, post, someEmail } from './auth.ts'
import { differNot } from './timing.ts'

const wrong = 'not the password'

/** So many e-mails with a confirmed account, which all have one password. */
async function manyKnown(count: number): Promise<string[]> {
  const { user } = (await customer()).json()
  const { rows } = await sql<{ email: string }>`
    with made as (insert into users ("email", "name", "emailVerifiedAt")
        select uuidv4()::text || '@example.com', 'Asha Rao', now() from generate_series(1, ${count}) returning "id", "email"),
      credential as (insert into credentials ("userId", "passwordHash")
        select made."id", c."passwordHash" from made, credentials c where c."userId" = ${user.id})
    select "email" from made`.execute(db)
  return rows.map(({ email }) => email)
}

for (const [path, count, bodyOf] of [
  ['/sessions', 100, (email: string) => ({ email, password: wrong })],
  ['/register', 100, (email: string) => ({ email, password, name: 'Asha Rao' })],
  ['/password-resets', 500, (email: string) => ({ email })],
  ['/sessions [not confirmed]', 100, (email: string) => ({ email, password })]
] as const)
  test(`A25 POST /auth${path} [${count} known e-mails and ${count} unknown ones, by turns] takes times that do not differ (Mann-Whitney)`, async () => {
    const known = await manyKnown(3 * count)
    if (path.includes('not'))
      await sql`update users set "emailVerifiedAt" = null where "email" = any(${known}::text[])`.execute(db)
    const url = `/api/v1/auth${path.split(' ')[0]}`
    const send = async (who: 'known' | 'unknown') => {
      const payload = bodyOf(who === 'known' ? known.pop()! : someEmail())
      const reply = await post(url, payload)
      assert.ok([201, 202, 401].includes(reply.statusCode), reply.body)
    }
    await differNot(
      count,
      () => send('known'),
      () => send('unknown')
    )
  })
