export const placeOrder: any = 0
