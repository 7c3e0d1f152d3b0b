export interface Deps {}
export const showProfile: any = 0,
  changeProfile: any = 0
