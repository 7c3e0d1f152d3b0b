export type { Deps } from './designs.ts'
const no = (..._: unknown[]): any => {
  throw new Error('not yet')
}
export const listRates = (...a: unknown[]): Promise<any> => no(a)
export const setRates = (...a: unknown[]): Promise<any> => no(a)
