export interface Deps {
  db: any
}
export interface Reader {
  userId: string | null
  token: string | null
  readsAll: boolean
}
export const cancelOrder: any = 0,
  getOrder: any = 0,
  listOrders: any = 0,
  payOrder: any = 0
