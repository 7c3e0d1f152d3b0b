export type { Deps } from './designs.ts'
const no = (..._: unknown[]): any => {
  throw new Error('not yet')
}
export const importStones = (...a: unknown[]): Promise<any> => no(a)
export const listStones = (...a: unknown[]): Promise<any> => no(a)
export const readStone = (...a: unknown[]): Promise<any> => no(a)
