export type { Deps } from './designs.ts'
const no = (..._: unknown[]): any => {
  throw new Error('not yet')
}
export const quote = (...a: unknown[]): Promise<any> => no(a)
