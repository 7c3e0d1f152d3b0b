import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openEdge, sendRaw, skip } from './edge.ts'

/** A61: requests that one side might read as one and the other as two. None may bring a service a request that was not sent. */
const edge = skip ? (undefined as never) : await openEdge()
const hidden = 'GET /api/v1/orders/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n'
const post = (headers: string, body: string) =>
  `POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`
const te = 'Transfer-Encoding: chunked'
const zero = `0\r\n\r\n`
const length = (text: string) => `Content-Length: ${text.length}`

const corpus: Record<string, string> = {
  'CL.TE: length covers both, chunks end early': post(`${length(zero + hidden)}\r\n${te}`, zero + hidden),
  'TE.CL: chunks cover both, length ends early': post(
    `Content-Length: 4\r\n${te}`,
    `${hidden.length.toString(16)}\r\n${hidden}\r\n${zero}`
  ),
  'TE.TE: the second is unknown': post(`${te}\r\nTransfer-Encoding: cow\r\n${length(zero)}`, zero + hidden),
  'TE.TE: identity first': post(`Transfer-Encoding: identity\r\n${te}\r\n${length(zero)}`, zero + hidden),
  'TE list with an unknown coding': post('Transfer-Encoding: chunked, cow', zero + hidden),
  'TE list that does not end with chunked': post('Transfer-Encoding: chunked, identity', zero + hidden),
  'TE gzip, chunked': post('Transfer-Encoding: gzip, chunked', zero + hidden),
  'TE with a space before the colon': post(`Transfer-Encoding : chunked\r\n${length(zero)}`, zero + hidden),
  'TE with a tab before the colon': post(`Transfer-Encoding\t: chunked\r\n${length(zero)}`, zero + hidden),
  'TE with a tab before its value': post(`Transfer-Encoding:\tchunked\r\n${length(zero)}`, zero + hidden),
  'TE with a vertical tab': post(`Transfer-Encoding: \x0bchunked\r\n${length(zero)}`, zero + hidden),
  'TE in quotes': post(`Transfer-Encoding: "chunked"\r\n${length(zero)}`, zero + hidden),
  'TE xchunked': post(`Transfer-Encoding: xchunked\r\n${length(zero)}`, zero + hidden),
  'TE in odd case': post(`tRANSFER-eNCODING: ChUnKeD\r\n${length(zero)}`, zero + hidden),
  'TE with an underscore': post(`Transfer_Encoding: chunked\r\n${length(zero)}`, zero + hidden),
  'TE folded onto the next line': post(`Transfer-Encoding:\r\n chunked\r\n${length(zero)}`, zero + hidden),
  'a folded header before TE': post(`X-A: b\r\n ${te}\r\n${length(zero)}`, zero + hidden),
  'TE after a bare CR': post(`X-A: b\r${te}\r\n${length(zero)}`, zero + hidden),
  'TE after a bare LF': post(`X-A: b\n${te}\r\n${length(zero)}`, zero + hidden),
  'TE after a NUL': post(`X-A: b\x00\r\n${te}\r\n${length(zero)}`, zero + hidden),
  'two lengths that differ': post(`Content-Length: 2\r\nContent-Length: ${2 + hidden.length}`, `{}${hidden}`),
  'two lengths in one line': post(`Content-Length: 2, ${2 + hidden.length}`, `{}${hidden}`),
  'a length with a plus': post('Content-Length: +2', `{}${hidden}`),
  'a negative length': post('Content-Length: -2', `{}${hidden}`),
  'a length in hex': post('Content-Length: 0x2', `{}${hidden}`),
  'a length with a space inside': post('Content-Length: 1 2', `{}${hidden}`),
  'a length with a space before the colon': post('Content-Length : 2', `{}${hidden}`),
  'a length that overflows': post('Content-Length: 18446744073709551618', `{}${hidden}`),
  'an empty length': post('Content-Length:', hidden),
  'a length with a comma': post('Content-Length: 2,', `{}${hidden}`),
  'a chunk size with a plus': post(te, `+2\r\n{}\r\n${zero}${hidden}`),
  'a chunk size in 0x': post(te, `0x2\r\n{}\r\n${zero}${hidden}`),
  'a chunk size that overflows': post(te, `10000000000000002\r\n{}\r\n${zero}${hidden}`),
  'a chunk size that is negative': post(te, `-1\r\n{}\r\n${zero}${hidden}`),
  'a chunk extension that is endless': post(te, `2;${'a'.repeat(40_000)}\r\n{}\r\n${zero}${hidden}`),
  'a chunk extension with a bare LF': post(te, `2;a\nxx\r\n{}\r\n${zero}`),
  'a chunk that ends with a bare LF': post(te, `2\r\n{}\n0\r\n\r\n${hidden}`),
  'a chunk that is longer than it says': post(te, `2\r\n{}xx\r\n${zero}${hidden}`),
  'a chunk with bare CR': post(te, `2\r{}\r${zero}${hidden}`),
  'TE in HTTP/1.0': `POST /api/v1/orders HTTP/1.0\r\nHost: localhost\r\n${te}\r\n${length(zero)}\r\n\r\n${zero}${hidden}`,
  'a GET with a length and a request in it': `GET /api/v1/orders/1 HTTP/1.1\r\nHost: localhost\r\n${length(hidden)}\r\n\r\n${hidden}`,
  'a GET with chunks': `GET /api/v1/orders/1 HTTP/1.1\r\nHost: localhost\r\n${te}\r\n\r\n${zero}`,
  'a trailer that names a length': post(
    `${te}\r\nTrailer: Content-Length`,
    `2\r\n{}\r\n0\r\nContent-Length: 99\r\n\r\n`
  ),
  'a line that is no header': post(`nonsense\r\n${length('{}')}`, `{}${hidden}`),
  'an empty header name': post(`: x\r\n${length('{}')}`, `{}${hidden}`),
  'HTTP/1.1 with spaces in the address': `GET /api/v1/orders/1 /api/v1/orders/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  'HTTP/0.9': 'GET /api/v1/orders/smuggled\r\n\r\n',
  'HTTP/3.0 in a line': 'GET /api/v1/orders/smuggled HTTP/3.0\r\nHost: localhost\r\n\r\n',
  'an address with a line break encoded': `GET /api/v1/orders/1%0d%0aX:%20y HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
  'an upgrade to h2c': `GET /api/v1/orders/1 HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n`,
  'an upgrade to a socket': `GET /api/v1/orders/1 HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n${hidden}`,
  'expecting to go on': post(`Expect: 100-continue\r\n${length(zero)}\r\n${te}`, zero + hidden)
}

/** How many answers came: what an honest reader of the connection would take for separate requests. */
const answers = (text: string) => text.match(/HTTP\/1\.1 (?!100)\d\d\d /g)?.length ?? 0

for (const [through, tls] of [
  ['through NGINX', true],
  ['straight at the proxy', false]
] as const) {
  test(
    `A61: ${Object.keys(corpus).length} smuggled requests ${through}: refused and closed, or each service has as many as were answered`,
    { skip },
    async () => {
      const port = tls ? edge.port : edge.proxyPort
      for (const [name, raw] of Object.entries(corpus)) {
        const before = edge.seen.length
        const { text, isClosed } = await sendRaw(port, Buffer.from(raw, 'latin1'), { tls })
        const reached = edge.seen.slice(before)
        const first = /^HTTP\/1\.1 (\d+) /.exec(text.replace(/^HTTP\/1\.1 100 .*\r\n\r\n/, ''))?.[1] ?? 'none'
        if (first.startsWith('4') || first.startsWith('5') || first === 'none') {
          assert.equal(reached.length, 0, `${name}: answered ${first}, and ${reached.length} went on`)
          assert.ok(isClosed, `${name}: answered ${first}, and the connection stayed open`)
          assert.doesNotMatch(first, /^50[^15]/, name)
        } else {
          assert.equal(
            reached.length,
            answers(text),
            `${name}: ${reached.length} went on, ${answers(text)} were answered`
          )
        }
        for (const { headers, body } of reached) {
          assert.doesNotMatch(body, /smuggled/, name)
          assert.equal(headers['transfer-encoding'], undefined, name)
          assert.equal(headers.upgrade, undefined, name)
        }
      }
      const { status } = await edge.ask('GET', '/api/v1/orders/after')
      assert.equal(status, 200)
      assert.equal(edge.seen.at(-1)!.url, '/api/v1/orders/after')
    }
  )
}
