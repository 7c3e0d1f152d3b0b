import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Span } from './collector.ts'
import { tracedCheckout } from './checkout.ts'

/** node tools/traces/draw.ts: one guest checkout on a warm platform of its own, drawn as docs/pictures/checkout-trace.svg. */
const colours: Record<string, string> = {
  edge: '#6b7280',
  gateway: '#0f766e',
  order: '#b45309',
  cart: '#1d4ed8',
  product: '#7c3aed',
  payment: '#be123c',
  notification: '#15803d'
}
const rowHeight = 15
const left = 330
const width = 1200
const top = 78

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The spans as they hang together, each after the one that it belongs to. */
function inOrder(spans: Span[]): { span: Span; depth: number }[] {
  const under = (parentId: string, depth: number): { span: Span; depth: number }[] =>
    spans
      .filter((span) => span.parentId === parentId)
      .sort((a, b) => a.startMs - b.startMs)
      .flatMap((span) => [{ span, depth }].concat(under(span.spanId, depth + 1)))
  return under('', 0)
}

/** A trace as SVG: a row a span, coloured by service; statements are thinner. */
function drawTrace(spans: Span[]): string {
  const rows = inOrder(spans)
  const start = Math.min(...spans.map(({ startMs }) => startMs))
  const end = Math.max(...spans.map(({ endMs }) => endMs))
  const x = (ms: number) => left + ((ms - start) / (end - start)) * (width - left - 90)
  const height = top + rows.length * rowHeight + 16
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((each) => (end - start) / each <= 12) ?? 10_000
  const ticks = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => index * step)
  const services = [...new Set(rows.map(({ span }) => span.service))]
  const statements = spans.filter(({ attributes }) => attributes['db.system.name'] !== undefined).length
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="ui-sans-serif, system-ui, sans-serif" font-size="10.5">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="12" y="22" font-size="15" font-weight="600">One guest checkout: ${spans.length} spans, ${statements} of them statements, ${Math.round(end - start)} ms until the last who hears of it</text>`,
    ...services.map(
      (service, index) =>
        `<rect x="${12 + index * 110}" y="34" width="11" height="11" rx="2" fill="${colours[service] ?? '#111'}"/><text x="${28 + index * 110}" y="43">${service}</text>`
    ),
    ...ticks.map(
      (ms) =>
        `<line x1="${x(start + ms)}" x2="${x(start + ms)}" y1="${top - 10}" y2="${height - 8}" stroke="#e5e7eb"/><text x="${x(start + ms)}" y="${top - 14}" text-anchor="middle" fill="#6b7280">${ms} ms</text>`
    ),
    ...rows.map(({ span, depth }, index) => {
      const y = top + index * rowHeight
      const isStatement = span.attributes['db.system.name'] !== undefined
      const colour = colours[span.service] ?? '#111'
      const bar = { y: isStatement ? y + 4 : y + 1, height: isStatement ? 5 : 11 }
      const from = x(span.startMs)
      const long = Math.max(1.5, x(span.endMs) - from)
      const name = `${span.kind === 'server' || span.kind === 'consumer' ? `${span.service}: ` : ''}${span.name}`
      const indent = 12 + depth * 7
      const most = Math.floor((left - indent - 6) / 5.1)
      return (
        `<text x="${indent}" y="${y + 10}" fill="${isStatement ? '#6b7280' : '#111827'}">${escaped(name.length > most ? `${name.slice(0, most - 1)}…` : name)}</text>` +
        `<rect x="${from.toFixed(1)}" y="${bar.y}" width="${long.toFixed(1)}" height="${bar.height}" rx="1.5" fill="${colour}" opacity="${isStatement ? 0.55 : 1}"/>` +
        `<text x="${(from + long + 4).toFixed(1)}" y="${y + 10}" fill="#9ca3af" font-size="9">${(span.endMs - span.startMs).toFixed(1)}</text>`
      )
    }),
    '</svg>\n'
  ].join('\n')
}

const { spans, status } = await tracedCheckout({}, 40)
const file = join(import.meta.dirname, '..', '..', 'docs', 'pictures', 'checkout-trace.svg')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, drawTrace(spans))
process.stdout.write(`The order is ${status}; ${spans.length} spans are drawn in ${file}\n`)
