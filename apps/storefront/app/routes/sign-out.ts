import { redirect } from 'react-router'
import type { Route } from './+types/sign-out'
import { cookieNames, cookieOf, goTo, ifPossible, shopOf } from '../shop.server.ts'

export const loader = () => redirect('/')

/** Ends the session here and at the shop. */
export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  await ifPossible(shop.send('DELETE', '/auth/sessions/current'))
  shop.setCookies.push(cookieOf(cookieNames.session, '', 0))
  return goTo(shop, '/')
}
