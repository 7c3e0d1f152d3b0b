import type { Attributes, Context as Parent, Tracer } from '@opentelemetry/api'
import type { IdGenerator } from '@opentelemetry/sdk-trace'
import { context } from './context.ts'

/** OpenTelemetry's SpanKind. */
const kinds = { inside: 0, server: 1, client: 2, producer: 3, consumer: 4 }
type Kind = keyof typeof kinds
const statusError = 2

export interface OpenSpan {
  /** What is handed on to whatever happens within it. */
  traceparent: string
  /** Ends it, well unless there is an error; of an error only the name is kept, as its words may name a person. */
  end: (error?: unknown, more?: Attributes) => void
}

interface SpanOptions {
  kind: Kind
  attributes?: Attributes
  /** The traceparent that it belongs to; that of the context unless told. */
  parent?: string | undefined
  /** Begins a trace of its own when there is none to belong to; otherwise there is no span then. */
  isRoot?: boolean
  startedAt?: number
}

interface On {
  tracer: Tracer
  /** That of what stands before the door, whose spans have the ids that it was told. */
  before: (ids: { traceId: string; spanId: string }) => Tracer
  parentOf: (traceparent: string) => Parent
  root: Parent
}
let on: On | undefined

/** Whether anything is traced at all. */
export const isTracing = (): boolean => on !== undefined

/** Begins a span, or nothing when nothing is traced. It holds no values of statements, no addresses and no ids of persons: whoever adds attributes sees to that. */
export function beginSpan(name: string, { kind, attributes, isRoot, startedAt, ...given }: SpanOptions) {
  if (!on) return undefined
  const parent = 'parent' in given ? given.parent : context.getStore()?.traceparent
  if (parent === undefined && !isRoot) return undefined
  const span = on.tracer.startSpan(
    name,
    { kind: kinds[kind], ...(attributes ? { attributes } : {}), ...(startedAt ? { startTime: startedAt } : {}) },
    parent === undefined ? on.root : on.parentOf(parent)
  )
  const { traceId, spanId, traceFlags } = span.spanContext()
  const open: OpenSpan = {
    traceparent: `00-${traceId}-${spanId}-0${traceFlags & 1}`,
    end: (error, more) => {
      if (more) span.setAttributes(more)
      if (error !== undefined) {
        span.setStatus({ code: statusError })
        span.setAttribute('error.type', nameOf(error))
      }
      span.end()
    }
  }
  return open
}

/** A span of what stands before the door and cannot tell of itself: the traceparent that it handed on is its own. Returns what ends it. */
export function beginSpanBefore(name: string, traceparent: string, startedAt: number): () => void {
  const [, traceId, spanId] = traceparent.split('-') as [string, string, string]
  const span = on?.before({ traceId, spanId }).startSpan(name, { kind: kinds.server, startTime: startedAt }, on.root)
  return () => span?.end()
}

function nameOf(error: unknown): string {
  const { slug, code, name } = error as { slug?: string; code?: string; name?: string }
  return slug ?? code ?? name ?? 'error'
}

/** Runs `work` as a span, when anything is traced. */
export async function traced<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T> {
  const span = beginSpan(name, options)
  if (!span) return work()
  const around = context.getStore() ?? { requestId: name, deadlineAt: Infinity }
  try {
    const result = await context.run({ ...around, traceparent: span.traceparent }, work)
    span.end()
    return result
  } catch (error) {
    span.end(error)
    throw error
  }
}

export interface TracingOptions {
  name: string
  /** Where an OpenTelemetry collector takes OTLP by HTTP, such as http://collector:4318; nothing is traced, and nothing of OpenTelemetry loaded, when empty. */
  endpoint: string
  /** Which share of traces is kept: 1 is all. */
  ratio: number
  /** Said by the door only: what stands before it. The door decides which traces are kept, whatever those outside say; the services do as it said. */
  before?: string
}

/** Has spans sent to a collector, once a second, until stopped. A collector that is away costs spans and nothing else. */
export async function startTracing({ name, endpoint, ratio, before }: TracingOptions) {
  if (endpoint === '') return { stop: async () => {} }
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources')
  ])
  const root = new sdk.TraceIdRatioBasedSampler(ratio)
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: 5000 })
  const ids = { traceId: '', spanId: '' }
  const told: IdGenerator = { generateTraceId: () => ids.traceId, generateSpanId: () => ids.spanId }
  const open = (service: string, idGenerator?: IdGenerator) =>
    new sdk.TracerProvider({
      resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'lumora' }),
      sampler: before === undefined ? new sdk.ParentBasedSampler({ root }) : root,
      spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: 1000 })],
      ...(idGenerator ? { idGenerator } : {})
    })
  const providers = before === undefined ? [open(name)] : [open(name), open(before, told)]
  const [tracer, tracerBefore] = providers.map((provider) => provider.getTracer('lumora')) as [Tracer, Tracer]
  on = {
    tracer,
    before: (given) => {
      Object.assign(ids, given)
      return tracerBefore
    },
    root: api.ROOT_CONTEXT,
    parentOf: (traceparent) => {
      const [, traceId, spanId, flags] = traceparent.split('-') as [string, string, string, string]
      const given = { traceId, spanId, traceFlags: Number(flags) & 1, isRemote: true }
      return api.trace.setSpanContext(api.ROOT_CONTEXT, given)
    }
  }
  return {
    stop: async () => {
      on = undefined
      await Promise.all(providers.map((provider) => provider.shutdown().catch(() => {})))
    }
  }
}
