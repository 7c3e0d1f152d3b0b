import { personId } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { addAlert, listAlerts, removeAlert } from '../controllers/alerts.ts'
import type { Deps } from '../controllers/messages.ts'
import { Alert, AlertPath, NewAlert } from '../schemas/alerts.ts'

export async function alertRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/alerts',
    {
      config: { access: 'customer' },
      schema: { operationId: 'listAlerts', response: { 200: Type.Object({ items: Type.Array(Alert) }) } }
    },
    ({ caller }) => listAlerts(deps, personId(caller))
  )

  app.post(
    '/api/v1/alerts',
    {
      config: { access: 'customer', once: true },
      schema: { operationId: 'addAlert', body: NewAlert, response: { 201: Alert } }
    },
    async ({ caller, once, body }, reply) => {
      reply.code(201)
      return addAlert(deps, once, personId(caller), body)
    }
  )

  app.delete(
    '/api/v1/alerts/:alertId',
    {
      config: { access: 'customer' },
      schema: { operationId: 'removeAlert', params: AlertPath, response: { 204: Type.Null() } }
    },
    async ({ caller, params }, reply) => {
      reply.code(204)
      return removeAlert(deps, personId(caller), params.alertId)
    }
  )
}
