/** An expected failure, told to the caller as RFC 9457 problem+json; `slug` is explained in docs/problems.md. */
export class Problem extends Error {
  readonly status: number
  readonly slug: string
  readonly extra: Record<string, unknown>

  constructor(status: number, slug: string, detail: string, extra: Record<string, unknown> = {}) {
    super(detail)
    this.status = status
    this.slug = slug
    this.extra = extra
  }
}

/** The wire form of a problem: RFC 9457 members first, then what the problem adds. */
export function problemBody(problem: Problem, instance: string): string {
  return JSON.stringify({
    type: `/problems/${problem.slug}`,
    title: problem.slug.replaceAll('-', ' '),
    status: problem.status,
    detail: problem.message,
    instance,
    ...problem.extra
  })
}

/** PostgreSQL's and the network's failures that pass by themselves, so the caller is told to come back. */
const passing = new Set([
  '40001',
  '40P01',
  '55P03',
  '57014',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003'
])
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'UND_ERR_SOCKET'])

interface Failure {
  code?: string
  statusCode?: number
  message?: string
  validation?: {
    instancePath: string
    keyword: string
    message?: string
    params: { additionalProperty?: string; missingProperty?: string }
  }[]
  validationContext?: string
}

/** Turns whatever was thrown into a problem; what nobody expected is a 500 that tells nothing. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const failure = error as Failure
  if (failure.validation) {
    const errors = failure.validation.map(({ instancePath, keyword, message, params }) => {
      const name = params.additionalProperty ?? params.missingProperty
      const path = name === undefined ? instancePath : `${instancePath}/${name}`
      const detail = keyword === 'additionalProperties' ? 'is not a known field' : (message ?? keyword)
      return { pointer: `#${path}`, detail }
    })
    const where = failure.validationContext === 'body' ? '' : ` (${failure.validationContext})`
    const first = errors[0]!
    return new Problem(400, 'input-not-valid', `${first.pointer}${where} ${first.detail}.`, { errors })
  }
  const { code = '', statusCode, message = '' } = failure
  if (
    passing.has(code) ||
    network.has(code) ||
    /connection terminated|timeout exceeded when trying to connect/i.test(message)
  ) {
    return new Problem(503, 'try-again', 'The service is busy or restarting. Try again in a moment.', { retryAfter: 1 })
  }
  if (code === '22003' || code === '22P02')
    return new Problem(400, 'input-not-valid', 'A value is out of the range that can be stored.')
  if (code === '22021' || code === '22P05')
    return new Problem(400, 'input-not-valid', 'A text holds a character that cannot be stored.')
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem(413, 'body-too-large', 'The body is larger than this route takes.')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Problem(415, 'media-type-not-supported', 'Send application/json.')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Problem(statusCode, 'request-not-valid', message)
  return new Problem(500, 'internal-error', 'Something went wrong here. The request id tells our staff what.')
}
