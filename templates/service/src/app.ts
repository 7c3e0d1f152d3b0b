import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/__resources__.ts'
import { __resource__Routes } from './routes/__resources__.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: '__service__' })
  app.register(__resource__Routes, deps)
  return app
}
