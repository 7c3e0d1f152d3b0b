import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault
} from 'fastify'
import type { Access, Caller } from './auth.ts'
import type { Once } from './idempotency.ts'
import type { Reading } from './metrics.ts'

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>
export type Log = FastifyBaseLogger

declare module 'fastify' {
  interface FastifyInstance {
    /** Adds values to the metrics. */
    addReadings: (readings: Record<string, Reading>) => void
  }
  interface FastifyRequest {
    caller: Caller
    /** Only on routes whose config says `once`. */
    once: Once
  }
  interface FastifyContextConfig {
    access?: Access
    once?: boolean | 'in-hand'
  }
}
