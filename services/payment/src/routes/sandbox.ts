import type { App } from '@lumora/kit/service'
import { refuseCardNumbers } from '../controllers/cards.ts'
import { settleChallenge, showChallenge, type SandboxDeps } from '../controllers/sandbox.ts'
import { Challenge, ChallengeAnswer, ChallengePath } from '../schemas/sandbox.ts'

const url = '/api/v1/payments/sandbox/:challengeId'

export async function sandboxRoutes(app: App, deps: SandboxDeps) {
  app.addHook('preValidation', async ({ body }) => refuseCardNumbers(body))

  app.get(
    url,
    {
      config: { access: 'anyone' },
      schema: { operationId: 'showSandboxChallenge', params: ChallengePath, response: { 200: Challenge } }
    },
    ({ params }) => showChallenge(deps, params.challengeId)
  )

  app.post(
    url,
    {
      config: { access: 'anyone', once: true },
      schema: {
        operationId: 'settleSandboxChallenge',
        params: ChallengePath,
        body: ChallengeAnswer,
        response: { 200: Challenge }
      }
    },
    ({ params, body, once }) => settleChallenge(deps, once, params.challengeId, body)
  )
}
