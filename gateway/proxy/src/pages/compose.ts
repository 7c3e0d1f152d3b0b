import { createHash } from 'node:crypto'
import { context } from '@lumora/kit/context'
import { Problem } from '@lumora/kit/problem'
import type { App } from '@lumora/kit/service'
import { keepingOf, isPersonal, sharedFor } from '../answers.ts'
import { admit, headersTo, personOf, type Desk } from '../forwarding.ts'
import { policyOf } from '../policies.ts'
import { isTooMuch } from '../shedding.ts'
import type { Upstream } from '../upstreams.ts'
import { pages, type Missing, type Page } from './pages.ts'

/** What became of a part: its JSON as the service wrote it, or why it is not there. */
type Outcome = { text: string } | { missing: Missing; problem?: Problem }

/** The routes of the pages: several services asked at the same time, each for as long as its part may take. */
export function servePages(app: App, upstreams: ReadonlyMap<string, Upstream>, desk: Desk): void {
  for (const page of pages) {
    const asked = new Set(Object.values(page.parts).map(({ service }) => service))
    if ([...asked].some((service) => !upstreams.has(service))) continue
    servePage(app, page, upstreams, desk)
  }
}

function servePage(app: App, page: Page, upstreams: ReadonlyMap<string, Upstream>, desk: Desk): void {
  const policy = policyOf(`GET ${page.path}`)
  app.register(async (scope) => {
    const required = Object.values(page.parts).filter(({ isRequired }) => isRequired)
    const rooms = [...new Set(required.map(({ service }) => upstreams.get(service)!.room))]
    admit(scope, policy, undefined, rooms, desk)
    scope.get(page.path, { schema: { hide: true }, config: { access: 'anyone' } }, async (request, reply) => {
      const person = await personOf(request, policy, desk)
      if (page.isPersonal && !person) throw new Problem(401, 'not-signed-in', 'Sign in to do this.')
      const search = new URL(request.raw.url!, 'http://page').searchParams
      for (const name of search.keys()) {
        if (!page.query.includes(name))
          throw new Problem(400, 'input-not-valid', `#/${name} (querystring) is not a known field.`)
      }
      const asking = { params: request.params as Record<string, string>, search }
      const endAt = context.getStore()!.deadlineAt
      const outcomes = new Map<string, Promise<Outcome>>()
      for (const [name, part] of Object.entries(page.parts)) {
        const get = async (): Promise<Outcome> => {
          const before = part.after === undefined ? undefined : await outcomes.get(part.after)
          if (before && !('text' in before)) return { missing: before.missing }
          const path = part.path({ ...asking, before: before && (JSON.parse(before.text) as never) })
          if (path === null) return { text: 'null' }
          const upstream = upstreams.get(part.service)!
          const budgetMs = Math.max(1, Math.min(part.budgetMs * desk.patience, endAt - Date.now()))
          const headers = headersTo(request, person, budgetMs)
          for (const each of ['if-none-match', 'range', 'content-length', 'content-type']) delete headers[each]
          const kind = part.isRequired ? 'critical' : 'sheddable'
          if (isTooMuch(kind, desk.pressure.level(), [upstream.room])) return { missing: 'unavailable' }
          return fetchPart(upstream, path, headers, budgetMs)
        }
        outcomes.set(name, get())
      }
      const fields: string[] = []
      const missing: Record<string, { missing: Missing }> = {}
      const refusals: Problem[] = []
      for (const [name, part] of Object.entries(page.parts)) {
        const outcome = await outcomes.get(name)!
        if ('text' in outcome) {
          fields.push(`${JSON.stringify(name)}:${outcome.text}`)
          continue
        }
        if (part.isRequired) throw outcome.problem ?? unavailable()
        if (outcome.problem) refusals.push(outcome.problem)
        missing[name] = { missing: outcome.missing }
      }
      if (fields.length === 0) throw refusals[0] ?? unavailable()
      const text = `{${fields.join(',')},"parts":${JSON.stringify(missing)}}`
      const isWhole = Object.keys(missing).length === 0
      const keeping = isWhole
        ? keepingOf(
            page.isPersonal ? 'private, no-cache' : sharedFor,
            200,
            policy.isShared,
            isPersonal(request.raw.headers)
          )
        : 'no-store'
      const etag = `W/"${createHash('sha1').update(text).digest('base64url')}"`
      reply.headers({ 'cache-control': keeping, vary: 'cookie, authorization, origin', etag })
      desk.figures.count(policy.class, 'passed')
      if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
      return reply.type('application/json; charset=utf-8').send(text)
    })
  })
}

const unavailable = () =>
  new Problem(503, 'peer-unavailable', 'This part of the shop does not answer. Try again in a moment.', {
    retryAfter: 2
  })

const whyMissing = (status: number): Missing =>
  status === 404
    ? 'not-found'
    : status === 401 || status === 403
      ? 'not-allowed'
      : status === 504
        ? 'too-late'
        : 'unavailable'

function fetchPart(
  upstream: Upstream,
  path: string,
  headers: Record<string, string>,
  budgetMs: number
): Promise<Outcome> {
  const { room } = upstream
  const begunAt = performance.now()
  room.underWay++
  return new Promise<Outcome>((resolve) => {
    const chunks: Buffer[] = []
    let status = 0
    let isWanted = true
    let stop = () => {}
    const settle = (outcome: Outcome) => {
      if (!isWanted) return
      isWanted = false
      clearTimeout(timer)
      room.underWay--
      room.told(performance.now() - begunAt)
      resolve(outcome)
    }
    const timer = setTimeout(() => {
      settle({ missing: 'too-late' })
      stop()
    }, budgetMs)
    upstream.send(
      { method: 'GET', path, headers, body: null, timeoutMs: budgetMs + 500, pauseMs: budgetMs + 500 },
      {
        isWanted: () => isWanted,
        started: (flow) => (stop = () => flow.abort(new Error('Too late.'))),
        began: (code) => (status = code),
        data: (chunk) => void chunks.push(chunk),
        ended: () => {
          const text = Buffer.concat(chunks).toString()
          if (status === 200) settle({ text })
          else settle({ missing: whyMissing(status), ...(status < 500 ? { problem: passedOn(status, text) } : {}) })
        },
        broke: () => settle({ missing: 'unavailable' }),
        failed: ({ status: code }) => settle({ missing: whyMissing(code) })
      }
    )
  })
}

/** A service's own refusal, for the caller. */
function passedOn(status: number, text: string): Problem {
  try {
    const {
      type,
      detail,
      title: _title,
      status: _status,
      instance: _instance,
      ...extra
    } = JSON.parse(text) as Record<string, unknown>
    return new Problem(status, String(type).split('/').at(-1)!, String(detail), extra)
  } catch {
    return new Problem(status, 'peer-error', 'A part of the shop refused this.')
  }
}
