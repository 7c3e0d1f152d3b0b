import type { Work } from '@lumora/kit/process'
import { reconcilePayments, releasePayment, type Deps } from './controllers/payments.ts'
import { finishRefunds } from './controllers/refunds.ts'
import { decidePayment, deliverReport, type SandboxDeps } from './controllers/sandbox.ts'

/** What happens later here: jobs by name, timers by clock. The sandbox's jobs are its own. */
export const work = (deps: Deps & SandboxDeps): Work => ({
  tasks: {
    'release-payment': ({ paymentId }: { paymentId: string }) => releasePayment(deps, paymentId),
    'reconcile-payments': () => reconcilePayments(deps),
    'finish-refunds': () => finishRefunds(deps),
    'decide-sandbox-payment': ({ key }: { key: string }) => decidePayment(deps, key),
    'send-sandbox-report': ({ eventId }: { eventId: string }) => deliverReport(deps, eventId)
  },
  timers: [
    { task: 'reconcile-payments', at: '* * * * *' },
    { task: 'finish-refunds', at: '* * * * *' }
  ]
})
