import type { Route } from './+types/robots'
import { originOf } from '../shop.server.ts'

const closed = [
  '/bag',
  '/checkout',
  '/orders/',
  '/account',
  '/wishlists/',
  '/sign-in',
  '/register',
  '/compare',
  '/api/'
]

/** What search engines leave out. */
export const loader = ({ request }: Route.LoaderArgs) =>
  new Response(
    `User-agent: *\n${closed.map((path) => `Disallow: ${path}\n`).join('')}Sitemap: ${originOf(request)}/sitemap.xml\n`,
    { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' } }
  )
