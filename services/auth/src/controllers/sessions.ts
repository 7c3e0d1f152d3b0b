export interface Deps {
  secureCookies?: boolean
}
export const signIn: any = 0,
  signOut: any = 0,
  showSession: any = 0,
  exchangeSession: any = 0
