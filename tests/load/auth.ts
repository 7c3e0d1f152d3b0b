import { createLocalJWKSet } from 'jose'
import { buildApp } from '../../services/auth/src/app.ts'
import { openSessions } from '../../gateway/proxy/src/sessions.ts'
import { customer, deps, exchange, password, post, signIn, someEmail } from '../../services/auth/test/auth.ts'
import { compareTimes } from '../../services/auth/test/timing.ts'

/**
 * What signing in costs: `node tests/load/auth.ts` with TEST_DATABASE_URL. Figures are of this process alone, the
 * requests injected, so they leave the network out; PostgreSQL is another process.
 */

/** Runs `work` so often, so many at once; tells how many a second, and the CPU of this process for each in ms. */
async function measure(what: string, count: number, atOnce: number, work: () => Promise<unknown>): Promise<void> {
  await work()
  const cpu = process.cpuUsage()
  const start = performance.now()
  let left = count
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) await work()
    })
  )
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const each = (user + system) / 1000 / count
  process.stdout.write(
    `${what.padEnd(44)} ${(count / seconds).toFixed(0).padStart(7)}/s  ${each.toFixed(3).padStart(8)} ms CPU each\n`
  )
}

const email = someEmail()
const { session } = (await customer({ email })).json()
await measure('sign-in (argon2id, 19 MiB, 2 passes, 1 lane)', 400, 8, () => signIn({ email, password }))
await measure('exchange of a session for a token', 4000, 16, () => exchange(session.token))

const { keys } = await deps.signing.publicKeys()
const app = buildApp({ ...deps, keys: createLocalJWKSet({ keys }) })
const url = await app.listen({ port: 0, host: '127.0.0.1' })
const token = await deps.signing.sign('svc:gateway', 'auth', { scopes: ['sessions'] })
const sessions = openSessions({ name: 'auth', url, tokens: async () => token })
const many = await Promise.all(
  Array.from({ length: 32 }, async () => (await customer()).json().session.token as string)
)
let next = 0
const headersOf = (one: string) => ({ authorization: `Bearer ${one}` })
await measure('the gateway’s swap, over HTTP, not kept', 2000, 16, () => {
  const headers = headersOf(many[next++ % many.length]!)
  sessions.forget(headers)
  return sessions.identify(headers)
})
await measure('the gateway’s swap, kept', 200_000, 16, () => sessions.identify(headersOf(session.token)))
await app.close()

/** Whether an unknown e-mail can be told from a known one by the time that an answer takes: 500 each, by turns. */
async function tell(what: string, path: string, bodyOf: (email: string) => object): Promise<void> {
  const send = (address: string) => post(`/api/v1/auth${path}`, bodyOf(address))
  const { z, medians } = await compareTimes(
    500,
    () => send(email),
    () => send(someEmail())
  )
  const [known, unknown] = medians.map((ms) => ms.toFixed(2))
  process.stdout.write(
    `${what}: known e-mail ${known} ms, unknown ${unknown} ms (medians of 500); Mann-Whitney z = ${z.toFixed(2)}, ` +
      `${Math.abs(z) < 2.576 ? 'no difference' : 'A DIFFERENCE'} at p = 0.01\n`
  )
}
await tell('refused sign-in', '/sessions', (one) => ({ email: one, password: 'not the password' }))
await tell('registration', '/register', (one) => ({ email: one, password, name: 'Asha' }))
