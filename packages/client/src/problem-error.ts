/** A refusal by the shop (RFC 9457): what `slug` means stands in its list of problems, `message` says what to do. */
export class ProblemError extends Error {
  readonly status: number
  readonly slug: string
  /** The id that the shop's staff can look the request up by. */
  readonly requestId: string
  /** Seconds after which to ask again, where the shop says so. */
  readonly retryAfter: number | undefined
  /** What the problem says besides, such as `errors` by field. */
  readonly extra: Readonly<Record<string, unknown>>

  constructor(status: number, body: Record<string, unknown>) {
    const { type, detail, title: _title, status: _status, instance, retryAfter, ...extra } = body
    super(typeof detail === 'string' ? detail : `The shop answered ${status}.`)
    this.name = 'ProblemError'
    this.status = status
    this.slug = typeof type === 'string' ? (type.split('/').at(-1) ?? 'unknown') : 'unknown'
    this.requestId = typeof instance === 'string' ? instance : ''
    this.retryAfter = typeof retryAfter === 'number' ? retryAfter : undefined
    this.extra = extra
  }
}
