import { use, type ReactNode } from 'react'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useNavigation,
  useRouteError,
  useRouteLoaderData
} from 'react-router'
import type { Route } from './+types/root'
import './app.css'
import display from './fonts/fraunces-latin.woff2?url'
import text from './fonts/hanken-grotesk-latin.woff2?url'
import { findCart } from './carts.server.ts'
import { unlessOtherChoice } from './choices.ts'
import {
  currencyOf,
  directionOf,
  LanguageContext,
  languageOf,
  messagesOf,
  themeOf,
  useMessages,
  type Language
} from './locale.ts'
import { NonceContext } from './nonce.ts'
import { Footer } from './parts/footer.tsx'
import { Header } from './parts/header.tsx'
import { Offline } from './parts/offline.tsx'
import { ifPossible, originOf, shopOf } from './shop.server.ts'

interface Category {
  slug: string
  name: string
  parentSlug: string | null
  designs: number
}

/** What every page shows: the menu, whether somebody is signed in, how much is in the bag. None of it may keep a page from being shown. */
export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const [tree, cart] = await Promise.all([
    ifPossible(shop.getShared<{ items: Category[] }>('/categories')),
    ifPossible(findCart(shop))
  ])
  return {
    language: languageOf(request),
    currency: currencyOf(request),
    theme: themeOf(request),
    origin: originOf(request),
    isSignedIn: shop.isSignedIn,
    menu: (tree?.items ?? [])
      .filter(({ parentSlug, designs }) => parentSlug === null && designs > 0)
      .map(({ slug, name }) => ({ slug, name })),
    inBag: (cart?.status === 'open' ? cart.lines : []).reduce((sum, { quantity }) => sum + quantity, 0)
  }
}

/** Another choice on the same page changes neither the menu nor the bag. */
export const shouldRevalidate = unlessOtherChoice

export function Layout({ children }: { children: ReactNode }) {
  const nonce = use(NonceContext)
  const shown = useRouteLoaderData<typeof loader>('root')
  const language: Language = shown?.language ?? 'en'
  const theme = shown?.theme ?? 'auto'
  const texts = messagesOf(language)
  const { state } = useNavigation()
  return (
    <html lang={language} dir={directionOf(language)} data-theme={theme === 'auto' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5f1ea" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#15120f" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/site.webmanifest" />
        {[text, display].map((font) => (
          <link key={font} rel="preload" as="font" type="font/woff2" crossOrigin="" href={font} />
        ))}
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageContext value={language}>
          <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-raised focus:p-4">
            {texts.skip}
          </a>
          <div className="progress" data-busy={state !== 'idle'} aria-hidden />
          <Header menu={shown?.menu ?? []} inBag={shown?.inBag ?? 0} isSignedIn={shown?.isSignedIn ?? false} />
          <Offline />
          <main id="content" tabIndex={-1} className="min-h-[60vh] outline-none">
            {children}
          </main>
          <Footer language={language} currency={shown?.currency ?? 'INR'} theme={theme} />
        </LanguageContext>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const texts = useMessages()
  const isMissing = isRouteErrorResponse(error) && error.status === 404
  return (
    <section className="frame py-28 text-center">
      <title>{`${isMissing ? texts.notFound : texts.broken} · ${texts.shop}`}</title>
      <meta name="robots" content="noindex" />
      <h1 className="text-4xl">{isMissing ? texts.notFound : texts.broken}</h1>
      <p className="mx-auto mt-5 max-w-md text-quiet">{isMissing ? texts.notFoundLead : texts.brokenLead}</p>
      <p className="mt-10 flex flex-wrap justify-center gap-4">
        <a href="/" className="button">
          {texts.backHome}
        </a>
        {!isMissing && (
          <a href="?" className="button button-main">
            {texts.tryAgain}
          </a>
        )}
      </p>
    </section>
  )
}
