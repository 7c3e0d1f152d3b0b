import type { Route } from './+types/sitemap'
import { ifPossible, shopOf } from '../shop.server.ts'

/** The pages that search engines may know: the kinds, and the newest jewels. */
export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const { origin } = new URL(request.url)
  const [tree, newest] = await Promise.all([
    ifPossible(shop.get<{ items: { slug: string }[] }>('/categories')),
    ifPossible(shop.get<{ items: { slug: string }[] }>('/designs?sort=newest&limit=100'))
  ])
  const paths = [
    '/',
    '/jewels',
    '/diamonds',
    '/sizes',
    ...(tree?.items ?? []).map(({ slug }) => `/jewels/in/${slug}`),
    ...(newest?.items ?? []).map(({ slug }) => `/jewels/${slug}`)
  ]
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map((path) => `<url><loc>${origin}${path}</loc></url>`)
    .join('')}</urlset>`
  return new Response(body, { headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=3600' } })
}
