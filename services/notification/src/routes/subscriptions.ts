import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch, versionIn } from '@lumora/kit/versions'
import { Type } from 'typebox'
import {
  addSubscription,
  changeSubscription,
  listSubscriptions,
  listWebhooks,
  listWebhookTopics,
  removeSubscription,
  replayRange,
  replayWebhook,
  rotateSecret,
  showSubscription,
  showWebhook,
  type WebhookDeps
} from '../controllers/subscriptions.ts'
import {
  NewSubscription,
  Replay,
  Replayed,
  SecretMade,
  Subscription,
  SubscriptionChanges,
  SubscriptionMade,
  SubscriptionPath,
  Topic,
  Webhook,
  WebhookPath,
  WebhookWithTries
} from '../schemas/subscriptions.ts'

const reads = { staff: 'operations:read' }
const writes = { staff: 'operations:write' }

export async function subscriptionRoutes(app: App, deps: WebhookDeps) {
  app.get(
    '/api/v1/subscriptions/topics',
    {
      config: { access: reads },
      schema: { operationId: 'listWebhookTopics', response: { 200: Type.Object({ items: Type.Array(Topic) }) } }
    },
    async () => listWebhookTopics()
  )

  app.get(
    '/api/v1/subscriptions',
    {
      config: { access: reads },
      schema: { operationId: 'listSubscriptions', response: { 200: Type.Object({ items: Type.Array(Subscription) }) } }
    },
    () => listSubscriptions(deps)
  )

  app.post(
    '/api/v1/subscriptions',
    {
      config: { access: writes, once: true },
      schema: { operationId: 'addSubscription', body: NewSubscription, response: { 201: SubscriptionMade } }
    },
    async ({ caller, once, body }, reply) => {
      reply.code(201)
      return addSubscription(deps, once, personId(caller), body)
    }
  )

  app.get(
    '/api/v1/subscriptions/:subscriptionId',
    {
      config: { access: reads },
      schema: { operationId: 'showSubscription', params: SubscriptionPath, response: { 200: Subscription } }
    },
    async ({ params }, reply) => {
      const found = await showSubscription(deps, params.subscriptionId)
      reply.header('etag', etagOf(found.version))
      return found
    }
  )

  app.patch(
    '/api/v1/subscriptions/:subscriptionId',
    {
      config: { access: writes },
      schema: {
        operationId: 'changeSubscription',
        params: SubscriptionPath,
        headers: IfMatch,
        body: SubscriptionChanges,
        response: { 200: Subscription }
      }
    },
    async ({ params, headers, body }, reply) => {
      const changed = await changeSubscription(deps, params.subscriptionId, versionIn(headers['if-match']), body)
      reply.header('etag', etagOf(changed.version))
      return changed
    }
  )

  app.delete(
    '/api/v1/subscriptions/:subscriptionId',
    {
      config: { access: writes },
      schema: { operationId: 'removeSubscription', params: SubscriptionPath, response: { 204: Type.Null() } }
    },
    async ({ params }, reply) => {
      reply.code(204)
      return removeSubscription(deps, params.subscriptionId)
    }
  )

  app.post(
    '/api/v1/subscriptions/:subscriptionId/secret',
    {
      config: { access: writes, once: true },
      schema: { operationId: 'rotateWebhookSecret', params: SubscriptionPath, response: { 200: SecretMade } }
    },
    ({ params, once }) => rotateSecret(deps, once, params.subscriptionId)
  )

  app.get(
    '/api/v1/subscriptions/:subscriptionId/webhooks',
    {
      config: { access: reads },
      schema: {
        operationId: 'listWebhooks',
        params: SubscriptionPath,
        querystring: Type.Object({
          state: Type.Optional(Type.Enum(['waiting', 'delivered', 'failed'])),
          ...pageQuery
        }),
        response: { 200: Page(Webhook) }
      }
    },
    ({ params, query }) => listWebhooks(deps, params.subscriptionId, query)
  )

  app.get(
    '/api/v1/subscriptions/:subscriptionId/webhooks/:webhookId',
    {
      config: { access: reads },
      schema: { operationId: 'showWebhook', params: WebhookPath, response: { 200: WebhookWithTries } }
    },
    ({ params }) => showWebhook(deps, params.subscriptionId, params.webhookId)
  )

  app.post(
    '/api/v1/subscriptions/:subscriptionId/webhooks/:webhookId/replay',
    {
      config: { access: writes },
      schema: { operationId: 'replayWebhook', params: WebhookPath, response: { 200: Replayed } }
    },
    ({ params }) => replayWebhook(deps, params.subscriptionId, params.webhookId)
  )

  app.post(
    '/api/v1/subscriptions/:subscriptionId/replays',
    {
      config: { access: writes },
      schema: { operationId: 'replayWebhooks', params: SubscriptionPath, body: Replay, response: { 200: Replayed } }
    },
    ({ params, body }) => replayRange(deps, params.subscriptionId, body)
  )
}
