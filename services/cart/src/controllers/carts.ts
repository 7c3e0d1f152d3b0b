export interface Deps {
  db: any
}
export interface Shopper {
  userId: string | null
  token: string | null
}
export const addLine: any = 0,
  changeLine: any = 0,
  claimCart: any = 0,
  createCart: any = 0,
  getCart: any = 0,
  getCartContent: any = 0,
  getCurrentCart: any = 0,
  removeLine: any = 0
