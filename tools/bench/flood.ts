import { connect, type Socket } from 'node:net'

/** An answer: its status, 0 when there was none, and the milliseconds from the moment the request was due, and from that in which it was sent. */
export interface Answered {
  status: number
  ms: number
  sinceSentMs: number
}

export interface Flood {
  /** Sends the text of a request at once, on a connection of its own while that lasts; when 500 are busy, as soon as one is not. */
  ask: (request: string, dueAt?: number) => Promise<Answered>
  close: () => void
}

interface Connection {
  socket: Socket
  sentAt: number
  /** What the answer under way has brought so far. */
  text: string
  done: ((status: number) => void) | undefined
}

/** As many as a server lets wait at its door; one more would be refused by the system and not by the shop. */
const mostConnections = 500
const patienceMs = 15_000
const encoding = 'latin1'

/**
 * Asks over plain sockets, as many as there are requests under way: a fifth of what node:http's client costs, which shares
 * the processors with what it measures. Of an answer it reads the status and where it ends.
 */
export function openFlood(url: string): Flood {
  const { hostname, port } = new URL(url)
  const idle: Connection[] = []
  const waiting: (() => void)[] = []
  const all = new Set<Connection>()
  const settle = (connection: Connection, status: number) => {
    const { done } = connection
    connection.done = undefined
    connection.text = ''
    done?.(status)
  }
  const open = () => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true }).setEncoding(encoding)
    const connection: Connection = { socket, sentAt: 0, text: '', done: undefined }
    all.add(connection)
    socket.on('data', (piece: string) => {
      connection.text = connection.text === '' ? piece : connection.text + piece
      const status = statusOf(connection.text)
      if (status === undefined) return
      const isLast = /^connection: close\r$/im.test(connection.text)
      settle(connection, status)
      if (isLast) return socket.destroy()
      idle.push(connection)
      waiting.shift()?.()
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      all.delete(connection)
      const at = idle.indexOf(connection)
      if (at >= 0) idle.splice(at, 1)
      settle(connection, 0)
      waiting.shift()?.()
    })
    return connection
  }
  const looking = setInterval(() => {
    const before = performance.now() - patienceMs
    for (const each of all) if (each.done && each.sentAt < before) each.socket.destroy()
  }, 1000)
  return {
    ask: (request, dueAt = performance.now()) =>
      new Promise((resolve) => {
        const send = () => {
          const connection = idle.pop() ?? open()
          const sentAt = performance.now()
          connection.sentAt = sentAt
          connection.done = (status) => {
            const now = performance.now()
            resolve({ status, ms: now - dueAt, sinceSentMs: now - sentAt })
          }
          connection.socket.write(request, encoding)
        }
        if (idle.length > 0 || all.size < mostConnections) send()
        else waiting.push(send)
      }),
    close: () => {
      clearInterval(looking)
      for (const { socket } of all) socket.destroy()
    }
  }
}

/** The status of an answer that is whole; undefined while it is not. */
function statusOf(text: string): number | undefined {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = text.slice(0, end)
  const length = /^content-length: (\d+)/im.exec(head)?.[1]
  const isWhole =
    length === undefined
      ? !/^transfer-encoding:/im.test(head) || text.endsWith('0\r\n\r\n')
      : text.length >= end + 4 + Number(length)
  return isWhole ? Number(head.slice(9, 12)) : undefined
}

/** The text of a request of HTTP/1.1, its body as JSON. */
export function requestText(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: unknown
): string {
  const content = body === undefined ? '' : JSON.stringify(body)
  const fields = {
    host: new URL(url).host,
    ...headers,
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(content)) })
  }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${content}`
}
