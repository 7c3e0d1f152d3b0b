import type { Route } from './+types/sitemap'
import { ifPossible, originOf, shopOf } from '../shop.server.ts'

const pageLimit = 100
const mostPages = 100

/** The pages that search engines may know: the kinds, the collections, all jewels, and what stands. */
export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const origin = originOf(request)
  const [tree, collections] = await Promise.all([
    ifPossible(shop.getShared<{ items: { slug: string }[] }>('/categories')),
    ifPossible(shop.getShared<{ items: { slug: string }[] }>('/collections?limit=100'))
  ])
  const jewels: string[] = []
  let after: string | null = null
  for (let page = 0; page < mostPages; page++) {
    const asked: string = `/designs?sort=newest&limit=${pageLimit}${after ? `&after=${encodeURIComponent(after)}` : ''}`
    const found = await ifPossible(shop.getShared<{ items: { slug: string }[]; next: string | null }>(asked))
    jewels.push(...(found?.items ?? []).map(({ slug }) => slug))
    after = found?.next ?? null
    if (after === null) break
  }
  const standing = ['about', 'delivery', 'returns', 'exchange', 'care', 'privacy', 'terms', 'imprint']
  const paths = [
    '/',
    '/jewels',
    '/diamonds',
    '/sizes',
    '/sizes/sizer',
    '/sizes/screen',
    '/track',
    ...standing.map((name) => `/pages/${name}`),
    ...(tree?.items ?? []).map(({ slug }) => `/jewels/in/${slug}`),
    ...(collections?.items ?? []).map(({ slug }) => `/collections/${slug}`),
    ...jewels.map((slug) => `/jewels/${slug}`)
  ]
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map((path) => `<url><loc>${origin}${path}</loc></url>`)
    .join('')}</urlset>`
  return new Response(body, { headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=3600' } })
}
