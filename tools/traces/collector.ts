import { once } from 'node:events'
import { createServer } from 'node:http'

/** A part of a trace: what one process did from when to when, in milliseconds since the epoch. */
export interface Span {
  service: string
  name: string
  kind: 'inside' | 'server' | 'client' | 'producer' | 'consumer'
  traceId: string
  spanId: string
  parentId: string
  startMs: number
  endMs: number
  isError: boolean
  attributes: Record<string, unknown>
}

interface Otlp {
  resourceSpans?: {
    resource: { attributes: Attribute[] }
    scopeSpans: {
      spans: {
        name: string
        kind: number
        traceId: string
        spanId: string
        parentSpanId?: string
        startTimeUnixNano: string
        endTimeUnixNano: string
        status?: { code?: number }
        attributes: Attribute[]
      }[]
    }[]
  }[]
}
interface Attribute {
  key: string
  value: Record<string, unknown>
}

const kinds = ['inside', 'inside', 'server', 'client', 'producer', 'consumer'] as const
const asRecord = (attributes: Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
const asMs = (nanos: string) => Number(BigInt(nanos) / 1000n) / 1000

/** The spans in what an exporter sent as OTLP/JSON. */
export const readOtlp = (text: string): Span[] =>
  ((JSON.parse(text) as Otlp).resourceSpans ?? []).flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        service: String(asRecord(resource.attributes)['service.name']),
        name: span.name,
        kind: kinds[span.kind] ?? 'inside',
        traceId: span.traceId,
        spanId: span.spanId,
        parentId: span.parentSpanId ?? '',
        startMs: asMs(span.startTimeUnixNano),
        endMs: asMs(span.endTimeUnixNano),
        isError: span.status?.code === 2,
        attributes: asRecord(span.attributes)
      }))
    )
  )

/** A collector that keeps what it is sent by OTLP/HTTP, as text and as spans. */
export async function startCollector() {
  const texts: string[] = []
  const spans: Span[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts).toString()
      texts.push(text)
      spans.push(...readOtlp(text))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    texts,
    spans,
    close: () => {
      server.closeAllConnections()
      server.close()
    }
  }
}
