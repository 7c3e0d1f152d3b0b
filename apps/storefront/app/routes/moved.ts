import { redirect } from 'react-router'
import { pageOf } from '../shop.server.ts'
import type { Route } from './+types/moved'

/** Addresses that stand in mails, and the pages that they mean. */
export function loader({ request, params }: Route.LoaderArgs) {
  const pathname = pageOf(request)
  const { orderId, slug } = params as Record<string, string | undefined>
  if (orderId) return redirect(`/orders/${orderId}`)
  if (slug) return redirect(`/jewels/${slug}`, 301)
  const pages: Record<string, string> = {
    '/cart': '/bag',
    '/account/sign-in': '/sign-in',
    '/gifts': '/jewels?readyToShip=true'
  }
  return redirect(pages[pathname] ?? '/')
}
