import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Database } from './database.ts'
import { Problem } from './problem.ts'

/**
 * One request that must have one effect, whoever sends it how often. Stripe's semantics: the same key and the same
 * request is answered with the stored answer, byte for byte; the same key with another request is a 422; a twin in
 * flight is a 409. A refusal has no effect and is not stored. Keys are forgotten after 24 hours.
 */
export interface Once {
  /** What an earlier request with this key made, when that committed but its answer was never stored. */
  readonly made: string | null
  /** Stores the answer in the transaction of the effect, and returns it. */
  answer<T>(tx: Database, status: number, value: T): Promise<T>
  /** Stores in the transaction of the effect what it made; the answer is stored when it is sent. For effects that go on after their commit. */
  keep(tx: Database, made: string): Promise<void>
  /** The same within one statement of the caller's own, which `run` makes with the given part, for the row in `from`: `with …, ${kept} select …`. Undefined from `run` says that nothing was made. */
  keepIn<T>(
    from: RawBuilder<unknown>,
    made: string,
    run: (kept: RawBuilder<unknown>) => Promise<T | undefined>
  ): Promise<T | undefined>
}

export interface StoredAnswer {
  status: number
  body: string
}

interface Attempt {
  db: Database
  scope: string
  key: string
  requestHash: string
  serialize: (status: number, value: unknown) => string
}

export const keyHeader = 'idempotency-key'

/** The digest that tells two requests apart. */
export const hashOf = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body)}`)
    .digest('base64url')

/** Finds the stored answer of this key (then `stored` is set), or gives the means to store one. */
export async function openOnce(attempt: Attempt): Promise<{ stored: StoredAnswer | null; once: OnceState }> {
  const found = await find(attempt)
  if (found && found.requestHash !== attempt.requestHash) {
    throw new Problem(
      422,
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request. Use a new one.'
    )
  }
  const stored = found?.body != null ? { status: found.status!, body: found.body } : null
  return { stored, once: new OnceState(attempt, found?.made ?? null) }
}

function find({ db, scope, key }: Attempt) {
  return db
    .selectFrom('idempotency')
    .select(['requestHash', 'made', 'status', 'body'])
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst()
}

export class OnceState implements Once {
  readonly made: string | null
  stored: boolean
  /** The answer is still to be stored, when it is sent. */
  kept: boolean
  readonly #attempt: Attempt

  constructor(attempt: Attempt, made: string | null) {
    this.#attempt = attempt
    this.made = made
    this.stored = made !== null
    this.kept = made !== null
  }

  async answer<T>(tx: Database, status: number, value: T): Promise<T> {
    await this.#insert(tx, null, { status, body: this.#attempt.serialize(status, value) })
    return value
  }

  async keep(tx: Database, made: string): Promise<void> {
    await this.#insert(tx, made, null)
    this.kept = true
  }

  async keepIn<T>(
    from: RawBuilder<unknown>,
    made: string,
    run: (kept: RawBuilder<unknown>) => Promise<T | undefined>
  ): Promise<T | undefined> {
    const { scope, key, requestHash } = this.#attempt
    const part = sql`kept as (insert into idempotency ("scope", "key", "requestHash", "made")
      select ${scope}, ${key}, ${requestHash}, ${made} from ${from})`
    const done = await run(part).catch(refuseTwin)
    if (done !== undefined) this.stored = this.kept = true
    return done
  }

  async #insert(tx: Database, made: string | null, answer: StoredAnswer | null): Promise<void> {
    const { scope, key, requestHash } = this.#attempt
    await tx
      .insertInto('idempotency')
      .values({ scope, key, requestHash, made, status: answer?.status ?? null, body: answer?.body ?? null })
      .execute()
      .catch(refuseTwin)
    this.stored = true
  }

  /** Stores the answer of an effect that was kept; if a twin stored one first, that one is returned. */
  async finish(status: number, body: string): Promise<StoredAnswer> {
    const { db, scope, key } = this.#attempt
    const stored = await db
      .updateTable('idempotency')
      .set({ status, body })
      .where('scope', '=', scope)
      .where('key', '=', key)
      .where('body', 'is', null)
      .returning('key')
      .executeTakeFirst()
    const found = stored ? undefined : await find(this.#attempt)
    return found?.body != null ? { status: found.status!, body: found.body } : { status, body }
  }
}

function refuseTwin(error: unknown): never {
  const { code, table } = error as { code?: string; table?: string }
  if (code === '55P03' || (code === '23505' && table === 'idempotency')) {
    throw new Problem(409, 'request-in-flight', 'The same request is being worked on. Ask again in a moment.', {
      retryAfter: 1
    })
  }
  throw error
}

/** Forgets keys older than 24 hours, so that they start a new request. */
export async function forgetOldKeys(db: Database): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('createdAt', '<', new Date(Date.now() - 86_400_000).toISOString())
    .execute()
}
