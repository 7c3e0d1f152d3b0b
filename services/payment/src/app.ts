import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/payments.ts'
import type { SandboxDeps } from './controllers/sandbox.ts'
import { exceptionRoutes } from './routes/exceptions.ts'
import { ledgerRoutes } from './routes/ledger.ts'
import { paymentRoutes } from './routes/payments.ts'
import { receiptRoutes } from './routes/receipts.ts'
import { reconciliationRoutes } from './routes/reconciliations.ts'
import { refundRoutes } from './routes/refunds.ts'
import { sandboxRoutes } from './routes/sandbox.ts'
import { webhookRoutes } from './routes/webhooks.ts'

export function buildApp(deps: Deps & SandboxDeps & Omit<ServiceOptions, 'name' | 'db'>) {
  const app = buildService({ ...deps, name: 'payment' })
  app.register(paymentRoutes, deps)
  app.register(refundRoutes, deps)
  app.register(receiptRoutes, deps)
  app.register(exceptionRoutes, deps)
  app.register(ledgerRoutes, deps)
  app.register(reconciliationRoutes, deps)
  app.register(webhookRoutes, deps)
  app.register(sandboxRoutes, deps)
  return app
}
