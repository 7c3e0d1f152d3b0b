import type { Route } from './+types/archive'
import { fileOf, goTo, Refusal, shopOf, signedInOnly } from '../shop.server.ts'

/** All that the shop knows of the customer, as a file. */
export async function loader({ request, params: { exportId } }: Route.LoaderArgs) {
  const shop = shopOf(request)
  signedInOnly(shop, request)
  return fileOf(shop, `/users/me/exports/${exportId}/archive`).catch((error: unknown) => {
    if (error instanceof Refusal) throw goTo(shop, `/account/security?export=${exportId}&refused=${error.slug}`)
    throw error
  })
}
