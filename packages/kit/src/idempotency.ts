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
  /** On routes that are once `in-hand`: what is known of the key, as a value to select in the handler's first statement, and then to `know`. */
  readonly seen: RawBuilder<Seen | null>
  /** Ends the request with the stored answer if there is one, or the 422 of another request's key; sets `made`. */
  know(seen: Seen | null): void
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
  /** Stores the answer of what was kept in the statement that ends its effect, instead of when it is sent: null when nothing was kept, or the answer is stored. */
  ending(status: number, value: unknown): Ending | null
}

/** An answer that is stored by a statement of the caller's own. */
export interface Ending {
  /** `with …, ${part(from, body)} select …, (select "body" from answered) as "answer"`; `body` makes of the answer's text what is stored, and nothing is when `from` has no row. */
  part: (from: RawBuilder<unknown>, body: (text: RawBuilder<string>) => RawBuilder<string>) => RawBuilder<unknown>
  /** Has that text be the answer. Null leaves it to be stored when it is sent. */
  end: (answer: string | null) => void
}

export interface StoredAnswer {
  status: number
  body: string
}

/** What is stored under a key. */
export interface Seen {
  requestHash: string
  made: string | null
  status: number | null
  body: string | null
}

/** Thrown to end a request with the answer that is stored for it. */
export class Replay extends Error {
  readonly answer: StoredAnswer
  constructor(answer: StoredAnswer) {
    super('This request has been answered.')
    this.answer = answer
  }
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

function find({ db, scope, key }: Attempt): Promise<Seen | undefined> {
  return db
    .selectFrom('idempotency')
    .select(['requestHash', 'made', 'status', 'body'])
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst()
}

export class OnceState implements Once {
  made: string | null = null
  stored = false
  /** The answer is still to be stored, when it is sent. */
  kept = false
  /** What was stored by the statement that ended the effect. */
  ended: StoredAnswer | null = null
  #isKnown = false
  readonly #attempt: Attempt

  constructor(attempt: Attempt) {
    this.#attempt = attempt
  }

  get seen(): RawBuilder<Seen | null> {
    const { scope, key } = this.#attempt
    return sql`(select json_build_object('requestHash', k."requestHash", 'made', k."made", 'status', k."status", 'body', k."body")
      from idempotency k where k."scope" = ${scope} and k."key" = ${key})`
  }

  know(seen: Seen | null): void {
    this.#isKnown = true
    if (!seen) return
    const { requestHash, made, status, body } = seen
    if (requestHash !== this.#attempt.requestHash)
      throw new Problem(
        422,
        'idempotency-key-reused',
        'This Idempotency-Key was used for another request. Use a new one.'
      )
    if (body !== null) throw new Replay({ status: status!, body })
    this.made = made
    this.stored = this.kept = made !== null
  }

  /** Looks the key up, unless that was done. */
  async look(): Promise<void> {
    if (!this.#isKnown) this.know((await find(this.#attempt)) ?? null)
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
    const done = await run(part).catch((error: unknown) => this.#refuseTwin(error))
    if (done !== undefined) this.stored = this.kept = true
    return done
  }

  ending(status: number, value: unknown): Ending | null {
    if (!this.kept) return null
    const { scope, key, serialize } = this.#attempt
    const text = serialize(status, value)
    return {
      part: (
        from,
        body
      ) => sql`answered as (update idempotency set "status" = ${status}, "body" = ${body(sql<string>`${text}::text`)}
        where "scope" = ${scope} and "key" = ${key} and "body" is null and exists (select from ${from}) returning "body")`,
      end: (answer) => {
        if (answer === null) return
        this.ended = { status, body: answer }
        this.kept = false
      }
    }
  }

  async #insert(tx: Database, made: string | null, answer: StoredAnswer | null): Promise<void> {
    const { scope, key, requestHash } = this.#attempt
    await tx
      .insertInto('idempotency')
      .values({ scope, key, requestHash, made, status: answer?.status ?? null, body: answer?.body ?? null })
      .execute()
      .catch((error: unknown) => this.#refuseTwin(error))
    this.stored = true
  }

  /** A twin that has made it already, of which nothing was seen, is answered as it was; one in flight is a 409. */
  async #refuseTwin(error: unknown): Promise<never> {
    const { code, table } = error as { code?: string; table?: string }
    if (code !== '55P03' && (code !== '23505' || table !== 'idempotency')) throw error
    await this.look()
    throw new Problem(409, 'request-in-flight', 'The same request is being worked on. Ask again in a moment.', {
      retryAfter: 1
    })
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

/** Forgets keys older than 24 hours, so that they start a new request. */
export async function forgetOldKeys(db: Database): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('createdAt', '<', new Date(Date.now() - 86_400_000).toISOString())
    .execute()
}
