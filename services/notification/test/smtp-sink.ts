import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { after } from 'node:test'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface Sink {
  url: string
  mails: ParsedMail[]
  /** The Message-IDs in the order in which they were accepted. */
  ids: string[]
  /** Changes what the server does from now on. */
  behave: (how: Behaviour) => void
}
export interface Behaviour {
  rcpt?: (address: string, tries: number) => { responseCode: number; message: string } | null
  data?: () => { responseCode: number; message: string } | null
  /** Accepts the mail, and then breaks the connection instead of saying so. */
  dropAfterData?: () => boolean
}

/** A real SMTP server that keeps what it gets, and behaves as told. */
export async function openSink(options: SMTPServerOptions = {}): Promise<Sink> {
  const sink: Sink = { url: '', mails: [], ids: [], behave: (how) => (behaviour = how) }
  let behaviour: Behaviour = {}
  const tries = new Map<string, number>()
  const refuse = ({ responseCode, message }: { responseCode: number; message: string }) =>
    Object.assign(new Error(message), { responseCode })
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => {
      tries.set(address, (tries.get(address) ?? 0) + 1)
      const no = behaviour.rcpt?.(address, tries.get(address)!)
      done(no ? refuse(no) : undefined)
    },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        const mail = await simpleParser(Buffer.concat(parts))
        const no = behaviour.data?.()
        if (no) return done(refuse(no))
        sink.mails.push(mail)
        sink.ids.push(mail.messageId!)
        if (!behaviour.dropAfterData?.()) return done(undefined)
        for (const socket of sockets) socket.destroy()
      })
    },
    ...options
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  after(() => new Promise<void>((done) => server.close(() => done())))
  sink.url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
  return sink
}

/** A server that takes connections and never says a word. */
export async function openSilence(): Promise<{ url: string; connections: () => number }> {
  const sockets: Socket[] = []
  const server = createServer((socket) => void sockets.push(socket.on('error', () => {})))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, connections: () => sockets.length }
}
