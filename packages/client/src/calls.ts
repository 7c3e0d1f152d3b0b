import type { paths } from './gateway.d.ts'

/** The types of calls, told by the contract: which path has which method, what goes in, what comes out. */
export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete'

export type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: object } ? P : never
}[keyof paths]

type Operation<P extends keyof paths, M extends Method> = paths[P] extends { [K in M]: infer O } ? O : never

type RequiredKeys<T> = { [K in keyof T]-?: {} extends Pick<T, K> ? never : K }[keyof T]
type Content<T> = T extends { content: infer C } ? (C extends { 'application/json': infer J } ? J : C[keyof C]) : never

/** What is sent as it is. */
type Raw = string | Blob | FormData | URLSearchParams | ArrayBuffer | Uint8Array | ReadableStream

type ParamsOf<O> = O extends { parameters: infer P }
  ? RequiredKeys<P> extends never
    ? { params?: P }
    : { params: P }
  : { params?: never }

type BodyOf<O> = O extends { requestBody: infer B }
  ? { body: Content<B> | Raw }
  : O extends { requestBody?: infer B }
    ? { body?: Content<NonNullable<B>> | Raw }
    : { body?: never }

/** What may be said of any call. */
export interface Common {
  headers?: Record<string, string | undefined>
  signal?: AbortSignal
  /** How the answer is read: `json` unless told; `stream` leaves it in `response`. */
  parseAs?: 'json' | 'text' | 'blob' | 'stream'
}

export type Options<P extends keyof paths, M extends Method> = ParamsOf<Operation<P, M>> &
  BodyOf<Operation<P, M>> &
  Common

type Answers<O> = O extends { responses: infer R }
  ? Extract<R[Extract<keyof R, 200 | 201 | 202 | 203 | 206>], object>
  : never

/** What a call answers when it was not refused; undefined where there is nothing to say. */
export type Answer<P extends keyof paths, M extends Method> = Content<Answers<Operation<P, M>>>

export interface Answered<T> {
  data?: T
  response: Response
}

type Rest<O> = RequiredKeys<O> extends never ? [options?: O] : [options: O]

/** A call by a method, such as `GET`, of a path as it stands in the contract. */
export type Call<M extends Method> = <P extends PathsWith<M>>(
  path: P,
  ...rest: Rest<Options<P, M>>
) => Promise<Answered<Answer<P, M>>>

export interface Shop {
  GET: Call<'get'>
  PUT: Call<'put'>
  POST: Call<'post'>
  PATCH: Call<'patch'>
  DELETE: Call<'delete'>
  request: <M extends Method, P extends PathsWith<M>>(
    method: M,
    path: P,
    ...rest: Rest<Options<P, M>>
  ) => Promise<Answered<Answer<P, M>>>
}

type Value = string | number | boolean | null | undefined

/** Options of a call whose path is not looked at. */
export interface AnyOptions extends Common {
  params?: {
    path?: Record<string, Value>
    query?: Record<string, Value | Value[]>
    header?: Record<string, Value>
  }
  body?: unknown
}

/** The address of a call: parameters in their places, lists as repeated parameters, nothing for what is not given. */
export function addressOf(path: string, { params = {} }: AnyOptions): string {
  const values = params.path ?? {}
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (values[name] === undefined) throw new TypeError(`${path} needs ${name}.`)
    return encodeURIComponent(String(values[name]))
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params.query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null) query.append(name, String(each))
  }
  return query.size === 0 ? filled : `${filled}?${query}`
}

/** The request of a call. A body is sent as JSON, unless it is text with a type of its own, or bytes, or a form. */
export function requestOf(method: string, url: string, options: AnyOptions, credentials: boolean): Request {
  const headers = new Headers()
  const given = { ...options.params?.header, ...options.headers }
  for (const [name, value] of Object.entries(given)) if (value !== undefined) headers.set(name, String(value))
  const { body } = options
  const isRaw =
    body instanceof Blob ||
    body instanceof FormData ||
    body instanceof URLSearchParams ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body) ||
    body instanceof ReadableStream ||
    (typeof body === 'string' && headers.has('content-type'))
  if (body !== undefined && !isRaw && !headers.has('content-type')) headers.set('content-type', 'application/json')
  return new Request(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
    ...(credentials ? { credentials: 'include' as const } : {})
  })
}
