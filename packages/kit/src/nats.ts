import type { JetStreamClient, JsMsg } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from './app.ts'
import { context } from './context.ts'
import { isEvent, requirePayload, takeInTrace, type Catalogue, type Event, type EventBus } from './events.ts'

export interface NatsBusOptions {
  /** This service: the user at NATS, and the durable consumer that all its processes share. */
  name: string
  /** `nats://name:password@host:4222,host:4222`, or `tls://…`. */
  url: string
  /** On how many servers each event is kept; 1 unless told. */
  replicas?: number
  catalogue: Catalogue
  /** Keeps an event that could not be taken, where it is tried on and listed. */
  setAside: (event: Event) => Promise<void>
  log: Log
}

const stream = 'EVENTS'
/** An event is set aside that could not be taken so often: within about 15 s. */
const mostTries = 5
const atOnce = 4
const ackWaitMs = 30_000
const answerWithinMs = 2000
/** Events that nobody has taken yet may fill so much; then none is accepted, and each waits in its sender's outbox. */
const mostBytes = 1024 ** 3

interface Opened {
  connection: NatsConnection
  jetstream: JetStreamClient
}

/**
 * Events by NATS JetStream. `events.<receiver>.<topic>` in one stream, where each event lies once for each who hears it, until
 * that one has taken it. Topics begin with their sender's name, so the server lets each user send only its own
 * (deploy/nats). A sender whose event was stored is done with it; a receiver takes it at least once, again after 1 to 8 s
 * when it fails, and sets it aside then. It goes on when servers are away, from the start on.
 */
export function natsBus({ name, url, replicas = 1, catalogue, setAside, log }: NatsBusOptions): EventBus {
  const { servers, user, pass, tls } = readUrl(url)
  const stopped = new AbortController()
  const underWay = new Set<Promise<void>>()
  let consuming: Promise<void> | undefined
  const opened = open()
  opened.catch(() => {})

  async function open(): Promise<Opened> {
    const [{ connect }, api] = await Promise.all([import('@nats-io/transport-node'), import('@nats-io/jetstream')])
    for (;;) {
      let connection: NatsConnection | undefined
      try {
        connection = await connect({
          servers,
          name,
          user,
          pass,
          ...(tls ? { tls: {} } : {}),
          inboxPrefix: `_INBOX.${name}`,
          maxReconnectAttempts: -1,
          reconnectTimeWait: 250,
          reconnectJitter: 250,
          ignoreAuthErrorAbort: true,
          pingInterval: 10_000,
          timeout: answerWithinMs
        })
        const manager = await api.jetstreamManager(connection, { checkAPI: false, timeout: answerWithinMs })
        await manager.streams.info(stream).catch(() =>
          manager.streams.add({
            name: stream,
            subjects: ['events.>'],
            retention: api.RetentionPolicy.Workqueue,
            storage: api.StorageType.File,
            discard: api.DiscardPolicy.New,
            max_bytes: mostBytes,
            num_replicas: replicas
          })
        )
        void watch(connection)
        return { connection, jetstream: api.jetstream(connection, { timeout: answerWithinMs }) }
      } catch (error) {
        await connection?.close().catch(() => {})
        if (stopped.signal.aborted) throw error
        log.warn({ err: error }, 'NATS does not answer; it will be asked again')
        await wait(1000, undefined, { signal: stopped.signal })
      }
    }
  }

  async function watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'error') log.warn({ err: status.error }, 'NATS refused something')
      else if (status.type === 'disconnect') log.warn('the connection to NATS is lost; it will be made anew')
    }
  }

  async function consume(take: (event: Event) => Promise<void>): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        const { connection, jetstream } = await opened
        const { jetstreamManager, AckPolicy } = await import('@nats-io/jetstream')
        const manager = await jetstreamManager(connection, { checkAPI: false, timeout: answerWithinMs })
        await manager.consumers.info(stream, name).catch(() =>
          manager.consumers.add(stream, {
            durable_name: name,
            filter_subject: `events.${name}.>`,
            ack_policy: AckPolicy.Explicit,
            ack_wait: ackWaitMs * 1_000_000
          })
        )
        const consumer = await jetstream.consumers.get(stream, name)
        const messages = await consumer.consume({ max_messages: 8 * atOnce, abort_on_missing_resource: true })
        const stop = () => messages.stop()
        stopped.signal.addEventListener('abort', stop)
        if (stopped.signal.aborted) stop()
        for await (const message of messages) {
          const work = handle(message, take).finally(() => underWay.delete(work))
          underWay.add(work)
          if (underWay.size >= atOnce) await Promise.race(underWay)
        }
        stopped.signal.removeEventListener('abort', stop)
      } catch (error) {
        if (stopped.signal.aborted) return
        log.warn({ err: error }, 'events could not be fetched and will be')
        await wait(1000, undefined, { signal: stopped.signal }).catch(() => {})
      }
    }
  }

  async function handle(message: JsMsg, take: (event: Event) => Promise<void>): Promise<void> {
    const event = read(message)
    if (!event) {
      log.error(
        { subject: message.subject },
        'what came is no event, or not of the service that sent it: it is dropped'
      )
      return message.term()
    }
    const around = { requestId: `event-${event.id}`, deadlineAt: Date.now() + ackWaitMs / 2 }
    try {
      requirePayload(catalogue, event)
      await context.run(around, () => takeInTrace(event, take))
      message.ack()
    } catch (error) {
      const { deliveryCount } = message.info
      log.warn({ err: error, topic: event.type, tries: deliveryCount }, 'an event was not taken')
      if (deliveryCount < mostTries)
        return message.nak(Math.round(1000 * 2 ** (deliveryCount - 1) * (0.5 + Math.random() / 2)))
      const isAside = await setAside(event).then(
        () => true,
        () => false
      )
      if (isAside) message.ack()
      else message.nak(ackWaitMs)
    }
  }

  return {
    send: async (event, to) => {
      const current = await Promise.race([opened, wait(answerWithinMs)]).catch(() => undefined)
      if (!current) return []
      const body = JSON.stringify(event)
      const results = await Promise.allSettled(
        to.map((receiver) =>
          current.jetstream.publish(`events.${receiver}.${event.type}`, body, {
            msgID: `${event.id}.${receiver}`
          })
        )
      )
      for (const result of results)
        if (result.status === 'rejected')
          log.warn({ err: result.reason as Error, topic: event.type }, 'an event was not stored')
      return to.filter((_, index) => results[index]!.status === 'fulfilled')
    },
    receive: async (take) => {
      consuming = consume(take)
    },
    close: async () => {
      stopped.abort()
      await Promise.race([consuming, wait(1000)])
      await Promise.all(underWay)
      const end = async ({ connection }: Opened) => {
        await Promise.race([connection.drain().catch(() => {}), wait(1000)])
        await connection.close()
      }
      await Promise.race([opened.then(end, () => {}), wait(2000)])
    }
  }
}

/** The event in a message, when it is one of the service that the server let send it. */
function read(message: JsMsg): Event | undefined {
  const [, , ...topic] = message.subject.split('.')
  const [sender] = topic
  try {
    const event: unknown = message.json()
    const isOwn = isEvent(event) && event.source === sender && event.type === topic.join('.')
    return isOwn ? event : undefined
  } catch {
    return undefined
  }
}

function readUrl(url: string) {
  const [, scheme, user = '', pass = '', hosts] = /^(nats|tls):\/\/(?:([^:@/]*):([^@/]*)@)?([^@/]+)\/?$/.exec(url)!
  return {
    servers: hosts!.split(','),
    user: decodeURIComponent(user),
    pass: decodeURIComponent(pass),
    tls: scheme === 'tls'
  }
}
