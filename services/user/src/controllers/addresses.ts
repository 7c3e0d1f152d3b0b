export const addAddress: any = 0,
  changeAddress: any = 0,
  dropAddress: any = 0,
  listAddresses: any = 0
