import { readFileSync } from 'node:fs'
import { Problem } from '@lumora/kit/problem'
import { hash, verify, type Options } from '@node-rs/argon2'

/** The library's default variant is argon2id; the costs are the first choice of OWASP's Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane. */
const costs: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash of nothing at the same costs, checked when there is no user, so that both answers take the same time. */
const nobody = `$argon2id$v=19$m=${costs.memoryCost},t=${costs.timeCost},p=${costs.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`

const commonPasswords = new Set(
  readFileSync(new URL('../../data/common-passwords.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
)

/** Refuses a password that is among the first that anybody would try. */
export function checkPassword(password: string, email: string): void {
  const plain = normal(password).toLowerCase()
  if (!commonPasswords.has(plain) && plain !== email) return
  throw new Problem(400, 'password-too-common', 'This password is among the first that are guessed. Choose another.')
}

/** The argon2id hash of a password, in PHC form, reckoned off the main thread. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), costs))

/** Whether the password is the one of the hash; takes as long when there is no hash. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const matches = await inTurn(() => verify(passwordHash ?? nobody, normal(password)))
  return matches && passwordHash !== undefined
}

const normal = (password: string) => password.normalize('NFKC')

const atOnce = 2
const mayWait = 100
let running = 0
const waiting: (() => void)[] = []

/** Runs at most 2 hashes at once, 19 MiB each; more than 100 waiting are told to come back. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mayWait)
    throw new Problem(503, 'try-again', 'Too many people are signing in right now. Try again in a moment.', {
      retryAfter: 2
    })
  if (running < atOnce) running++
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
