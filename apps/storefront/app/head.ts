import type { MetaDescriptor } from 'react-router'
import { formatsOf, messagesOf, type Language } from './locale.ts'
import type { Messages } from './messages/en.ts'

export type { MetaDescriptor }

interface Known {
  language: Language
  origin: string
}
type Matches = readonly ({ id: string; loaderData?: unknown } | undefined)[]

interface Head {
  /** What the page is called, before the shop's name. */
  title?: string
  description?: string | undefined
  /** The one address of the page, for search engines; without it they are asked not to keep it. */
  path?: string
  image?: string | null | undefined
  type?: 'website' | 'product'
  /** What the page is about, as schema.org says it. */
  things?: Record<string, unknown>[]
}

/** The page's title, address and picture as search engines and messengers want them. */
export function headOf(
  matches: Matches,
  make: (texts: Messages, formats: ReturnType<typeof formatsOf>, origin: string) => Head
): MetaDescriptor[] {
  const { language, origin } = (matches.find((one) => one?.id === 'root')?.loaderData as Known | undefined) ?? {
    language: 'en' as const,
    origin: ''
  }
  const texts = messagesOf(language)
  const { title, description, path, image, type = 'website', things = [] } = make(texts, formatsOf(language), origin)
  const whole = title ? `${title} · ${texts.shop}` : texts.shop
  return [
    { title: whole },
    ...(description ? [{ name: 'description', content: description }] : []),
    ...(path === undefined
      ? [{ name: 'robots', content: 'noindex' }]
      : [
          { tagName: 'link', rel: 'canonical', href: origin + path },
          { property: 'og:url', content: origin + path }
        ]),
    { property: 'og:site_name', content: texts.shop },
    { property: 'og:type', content: type },
    { property: 'og:title', content: title ?? texts.shop },
    ...(description ? [{ property: 'og:description', content: description }] : []),
    ...(image
      ? [
          { property: 'og:image', content: origin + image },
          { name: 'twitter:card', content: 'summary_large_image' }
        ]
      : []),
    ...things.map((thing) => ({ 'script:ld+json': { '@context': 'https://schema.org', ...thing } }))
  ]
}

/** Where a page stands, as schema.org says it. */
export const breadcrumbOf = (origin: string, steps: [name: string, path: string][]) => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, path], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: origin + path
  }))
})
