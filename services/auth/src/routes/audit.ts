import type { App } from '@lumora/kit/service'
import { listAudit, verifyAudit } from '../controllers/audit.ts'
import type { Deps } from '../controllers/sessions.ts'
import { AuditPage, AuditVerdict } from '../schemas/audit.ts'
import { Paging } from '../schemas/staff.ts'

export async function auditRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/auth/audit',
    {
      config: { access: { staff: 'staff:write' } },
      schema: { operationId: 'listAudit', querystring: Paging, response: { 200: AuditPage } }
    },
    ({ query }) => listAudit(deps, query)
  )

  app.get(
    '/internal/audit/verdict',
    {
      config: { access: { service: 'staff' } },
      schema: { operationId: 'verifyAudit', response: { 200: AuditVerdict } }
    },
    () => verifyAudit(deps)
  )
}
