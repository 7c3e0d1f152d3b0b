import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { noNats, testNats } from '@lumora/kit/testing-nats'
import { whyNoEdge } from '../tools/launcher/edge.ts'
import { shopper, tracedCheckout, type TracedCheckout } from '../tools/traces/checkout.ts'

const noPrometheus = spawnSync('promtool', ['--version']).error ? 'promtool is not installed' : false
const noEdge = whyNoEdge() !== undefined

/** What each part of the platform has to have in the trace of one checkout. */
function check({ spans, texts, status, hasEdge }: TracedCheckout): void {
  assert.equal(status, 'confirmed')
  assert.equal(hasEdge, !noEdge)
  const has = (service: string, name: RegExp) =>
    assert.ok(
      spans.some((span) => span.service === service && name.test(span.name)),
      `${service} ${name} is missing in\n${spans.map((span) => `${span.service} ${span.name}`).join('\n')}`
    )
  assert.equal(new Set(spans.map(({ traceId }) => traceId)).size, 1)
  assert.deepEqual(
    spans.filter(({ parentId }) => parentId === '').map(({ service }) => service),
    [hasEdge ? 'edge' : 'gateway'],
    'the trace has one root'
  )
  if (hasEdge) has('edge', /^POST at the edge$/)
  has('gateway', /^POST \/api\/v1\/orders$/)
  has('gateway', /^POST order$/)
  has('order', /^POST \/api\/v1\/orders$/)
  has('order', /^PUT product \/internal\/reservations\/\{orderId\}$/)
  has('product', /^PUT \/internal\/reservations\/:orderId$/)
  has('payment', /^PUT \/internal\/payments\/:orderId$/)
  has('cart', /^PUT \/internal\/checkouts\/:orderId$/)
  has('order', /^send order\.confirmed$/)
  for (const service of ['cart', 'notification']) has(service, /^take order\.confirmed$/)
  for (const service of ['order', 'product', 'payment', 'cart', 'notification']) {
    assert.ok(
      spans.some((span) => span.service === service && span.attributes['db.system.name'] === 'postgresql'),
      `${service} has no statement in the trace`
    )
  }
  assert.deepEqual(
    spans.filter(({ isError }) => isError).map(({ service, name }) => `${service} ${name}`),
    []
  )
  for (const { startMs, endMs } of spans) assert.ok(endMs >= startMs)
  for (const secret of Object.values(shopper)) assert.ok(!texts.some((text) => text.includes(secret)), secret)
  assert.ok(!texts.some((text) => text.includes('sandbox-approve')))
}

test('one checkout is one trace: NGINX, gateway, services, statements, and events by HTTP; nothing in it is personal; and what alerts and dashboards ask for is told', async () => {
  const checkout = await tracedCheckout()
  check(checkout)
  checkMetrics(checkout.metrics)
})

const folder = join(import.meta.dirname, '..', 'deploy', 'observability')
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

interface Panel {
  targets: { expr: string }[]
}

/** What the alerts and the dashboards ask Prometheus. */
function asked(): string[] {
  const alerts = [...read('alerts.yaml').matchAll(/^ +expr: (.*)$/gm)].map(([, expr]) => expr!.replaceAll("'", ''))
  const panels = globSync('grafana/dashboards/*.json', { cwd: folder }).flatMap(
    (file) => (JSON.parse(read(file)) as { panels: Panel[] }).panels
  )
  return [...alerts, ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))]
}

const words = new Set(['by', 'or', 'and', 'unless', 'le', 'service', 'method', 'route', 'status', 'outcome', 'offset'])

/** The metrics that an expression names. */
function metricsOf(expr: string): string[] {
  const bare = expr.replaceAll(/"[^"]*"/g, '').replaceAll(/\{[^}]*\}|\[[^\]]*\]|\bby \([^)]*\)/g, ' ')
  return [...bare.matchAll(/\b[a-z_]+[a-z0-9_]*\b(?!\s*\()/g)].map(([name]) => name).filter((name) => !words.has(name))
}

/** Each metric that is asked for is one that a process writes; `up` is Prometheus' own. */
function checkMetrics(metrics: Record<string, string>): void {
  const written = new Set(
    Object.values(metrics).flatMap((text) =>
      [...text.matchAll(/^# TYPE (\w+) (\w+)/gm)].flatMap(([, name, type]) =>
        type === 'histogram' ? [name!, `${name}_bucket`, `${name}_count`, `${name}_sum`] : [name!]
      )
    )
  )
  const named = new Set(asked().flatMap(metricsOf))
  assert.ok(named.size > 15, [...named].join(' '))
  assert.deepEqual(
    [...named].filter((name) => name !== 'up' && !written.has(name)),
    []
  )
  for (const [service, text] of Object.entries(metrics))
    assert.match(text, /^process_resident_memory_bytes \d/m, `${service} tells of its memory`)
}

test('each alert has its entry in the docs, and what is in the docs is an alert', () => {
  const alerts = [...read('alerts.yaml').matchAll(/- alert: (\w+)/g)].map(([, name]) => name!)
  const docs = readFileSync(join(folder, '../../docs/operations/alerts.md'), 'utf8')
  assert.deepEqual(
    [...docs.matchAll(/^### (\w+)$/gm)].map(([, name]) => name!),
    alerts
  )
})

test('each service is scraped, missed when it is away, and has its part in every overlay of the containers', () => {
  const root = join(folder, '..', '..')
  for (const path of globSync('services/*/package.json', { cwd: root })) {
    const service = path.split('/')[1]!
    assert.match(read('prometheus.yaml'), new RegExp(`names: \\[.*\\b${service}\\b.*\\]`))
    assert.ok(read('alerts.yaml').includes(`absent(up{job="lumora",service="${service}"})`), service)
    for (const file of globSync('compose.*.yaml', { cwd: root }))
      assert.ok(readFileSync(join(root, file), 'utf8').includes(`\n  ${service}:`), `${file} lacks ${service}`)
  }
})

test('the alerts fire when they should, as Prometheus itself sees it', { skip: noPrometheus }, () => {
  for (const args of [
    ['check', 'rules', 'alerts.yaml'],
    ['check', 'config', 'prometheus.yaml'],
    ['test', 'rules', 'alerts.test.yaml']
  ]) {
    const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' })
    assert.equal(status, 0, `${stdout}${stderr}`)
  }
})

test('one checkout is one trace also when events travel by NATS', { skip: noNats }, async () => {
  const nats = await testNats([])
  const checkout = await tracedCheckout({ EVENT_BUS: 'nats', NATS_URL: nats.urlOf('') })
  check(checkout)
})
