import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { takeBack, type Deps } from '../controllers/returns.ts'
import { Id } from '../schemas/designs.ts'
import { NewReturn, Return } from '../schemas/returns.ts'

export async function returnRoutes(app: App, deps: Deps) {
  app.put(
    '/internal/returns/:returnId',
    {
      config: { access: { service: 'reservations' } },
      schema: {
        operationId: 'takeBack',
        params: Type.Object({ returnId: Id }),
        body: NewReturn,
        response: { 200: Return }
      }
    },
    ({ params: { returnId }, body }) => takeBack(deps, returnId, body)
  )
}
