import { personId, type Caller } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import {
  countUnreadMessages,
  listAllMessages,
  listMessages,
  readAllMessages,
  readMessage,
  sendMessagesAgain,
  showMessage,
  type Deps
} from '../controllers/messages.ts'
import { streamMessages, type StreamLimits, type Streams } from '../controllers/streams.ts'
import {
  Channel,
  MarkedRead,
  Message,
  MessagePath,
  MessageState,
  MessageSummary,
  SendAgain,
  SentAgain,
  SentSummary,
  Unread
} from '../schemas/messages.ts'

const seesAll = 'notifications:read'
const viewer = (caller: Caller) => ({
  id: personId(caller),
  seesAll: caller.kind === 'staff' && caller.permissions.includes(seesAll)
})

export async function messageRoutes(app: App, deps: Deps & { streams: Streams; limits?: StreamLimits }) {
  app.addHook('preClose', async () => deps.streams.end())

  app.get(
    '/api/v1/messages',
    {
      config: { access: 'customer' },
      schema: {
        operationId: 'listMessages',
        querystring: Type.Object({ channel: Type.Optional(Channel), ...pageQuery }),
        response: { 200: Page(MessageSummary) }
      }
    },
    ({ caller, query }) => listMessages(deps, personId(caller), query)
  )

  app.get(
    '/api/v1/messages/stream',
    {
      config: { access: 'customer' },
      schema: {
        operationId: 'streamMessages',
        headers: Type.Object({ 'last-event-id': Type.Optional(Type.String({ maxLength: 100 })) }),
        response: {
          200: Type.String({
            description: 'text/event-stream: events `message`, each with a message of the inbox as its data.'
          })
        }
      }
    },
    async ({ caller, headers }, reply) => {
      const stream = await streamMessages(deps, personId(caller), headers['last-event-id'])
      reply.type('text/event-stream').header('cache-control', 'no-store').header('x-accel-buffering', 'no')
      return reply.send(stream as unknown as string)
    }
  )

  app.get(
    '/api/v1/messages/unread',
    { config: { access: 'customer' }, schema: { operationId: 'countUnreadMessages', response: { 200: Unread } } },
    ({ caller }) => countUnreadMessages(deps, personId(caller))
  )

  app.post(
    '/api/v1/messages/read',
    { config: { access: 'customer' }, schema: { operationId: 'readAllMessages', response: { 200: MarkedRead } } },
    ({ caller }) => readAllMessages(deps, personId(caller))
  )

  app.get(
    '/api/v1/messages/all',
    {
      config: { access: { staff: seesAll } },
      schema: {
        operationId: 'listAllMessages',
        querystring: Type.Object({
          recipient: Type.Optional(Type.String({ minLength: 1, maxLength: 320 })),
          state: Type.Optional(MessageState),
          channel: Type.Optional(Channel),
          campaignId: Type.Optional(Type.String({ format: 'uuid' })),
          ...pageQuery
        }),
        response: { 200: Page(SentSummary) }
      }
    },
    ({ query }) => listAllMessages(deps, query)
  )

  app.post(
    '/api/v1/messages/send-again',
    {
      config: { access: { staff: 'notifications:write' } },
      schema: { operationId: 'sendMessagesAgain', body: SendAgain, response: { 200: SentAgain } }
    },
    ({ body }) => sendMessagesAgain(deps, body.messageIds)
  )

  app.get(
    '/api/v1/messages/:messageId',
    {
      config: { access: 'customer' },
      schema: { operationId: 'showMessage', params: MessagePath, response: { 200: Message } }
    },
    ({ caller, params }) => showMessage(deps, params.messageId, viewer(caller))
  )

  app.post(
    '/api/v1/messages/:messageId/read',
    {
      config: { access: 'customer' },
      schema: { operationId: 'readMessage', params: MessagePath, response: { 200: MessageSummary } }
    },
    ({ caller, params }) => readMessage(deps, params.messageId, personId(caller))
  )
}
