export interface Deps {
  db: any
}
const no = (..._: unknown[]): any => {
  throw new Error('not yet')
}
export const addCategory = (...a: unknown[]): Promise<any> => no(a)
export const changeCategory = (...a: unknown[]): Promise<any> => no(a)
export const importCategories = (...a: unknown[]): Promise<any> => no(a)
export const listCategories = (...a: unknown[]): Promise<any> => no(a)
export const readCategory = (...a: unknown[]): Promise<any> => no(a)
export const removeCategory = (...a: unknown[]): Promise<any> => no(a)
