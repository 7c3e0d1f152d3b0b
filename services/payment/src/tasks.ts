import type { Work } from '@lumora/kit/process'
import { paymentReadings } from './controllers/exceptions.ts'
import { reconcilePayments, releasePayment, type Deps } from './controllers/payments.ts'
import { reconcileDays } from './controllers/reconciliations.ts'
import { finishRefunds } from './controllers/refunds.ts'
import { decidePayment, deliverReports, type SandboxDeps } from './controllers/sandbox.ts'

/** What happens later here: jobs by name, timers by clock, sweeps by interval. The sandbox's jobs are its own. */
export const work = (deps: Deps & SandboxDeps): Work => ({
  readings: paymentReadings(deps),
  tasks: {
    'release-payment': ({ paymentId }: { paymentId: string }) => releasePayment(deps, paymentId),
    'reconcile-payments': () => reconcilePayments(deps),
    'finish-refunds': () => finishRefunds(deps),
    'decide-sandbox-payment': ({ key }: { key: string }) => decidePayment(deps, key),
    'send-sandbox-reports': () => deliverReports(deps),
    'reconcile-days': () => reconcileDays(deps)
  },
  timers: [
    { task: 'reconcile-payments', at: '* * * * *' },
    { task: 'finish-refunds', at: '* * * * *' },
    { task: 'reconcile-days', at: '10 * * * *' }
  ],
  sweeps: [{ seconds: 2, run: () => deliverReports(deps) }]
})
