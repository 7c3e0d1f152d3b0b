export type { Deps } from './designs.ts'
const no = (..._: unknown[]): any => {
  throw new Error('not yet')
}
export const commitReservation = (...a: unknown[]): Promise<any> => no(a)
export const releaseReservation = (...a: unknown[]): Promise<any> => no(a)
export const reserve = (...a: unknown[]): Promise<any> => no(a)
