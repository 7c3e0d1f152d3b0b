import type { Once } from '@lumora/kit/idempotency'
import type { Database } from '@lumora/kit/database'
export interface Deps {
  db: Database
}
const no = (..._: unknown[]): any => {
  throw new Error('not yet')
}
export const addDesign = (d: Deps, o: Once, b: unknown): Promise<any> => no(d, o, b)
export const importDesigns = (d: Deps, b: unknown): Promise<any> => no(d, b)
export const listDesigns = (d: Deps, b: unknown): Promise<string> => no(d, b)
export const readDesign = (d: Deps, b: unknown): Promise<string> => no(d, b)
