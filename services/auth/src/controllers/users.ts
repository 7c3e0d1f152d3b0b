export const registerUser: any = 0,
  saveStaff: any = 0
