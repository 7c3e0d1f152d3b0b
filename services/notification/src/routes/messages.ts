import { personId, type Caller } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { listAllMessages, listMessages, readMessage, showMessage, type Deps } from '../controllers/messages.ts'
import { Message, MessagePath, MessageSummary, SentMessage } from '../schemas/messages.ts'

const seesAll = 'notifications:read'
const viewer = (caller: Caller) => ({
  id: personId(caller),
  seesAll: caller.kind === 'staff' && caller.permissions.includes(seesAll)
})

export async function messageRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/messages',
    {
      config: { access: 'customer' },
      schema: {
        operationId: 'listMessages',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(MessageSummary) }
      }
    },
    ({ caller, query }) => listMessages(deps, personId(caller), query)
  )

  app.get(
    '/api/v1/messages/all',
    {
      config: { access: { staff: seesAll } },
      schema: {
        operationId: 'listAllMessages',
        querystring: Type.Object({
          recipient: Type.Optional(Type.String({ minLength: 1, maxLength: 320 })),
          ...pageQuery
        }),
        response: { 200: Page(SentMessage) }
      }
    },
    ({ query }) => listAllMessages(deps, query)
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
