import { use, type ReactNode } from 'react'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData
} from 'react-router'
import type { Route } from './+types/root'
import './app.css'
import { findCart } from './carts.server.ts'
import { LanguageContext, languageOf, messagesOf, useMessages, type Language } from './locale.ts'
import { NonceContext } from './nonce.ts'
import { Footer } from './parts/footer.tsx'
import { Header } from './parts/header.tsx'
import { ifPossible, shopOf } from './shop.server.ts'

interface Category {
  slug: string
  name: string
  parentSlug: string | null
}

/** What every page shows: the menu, whether somebody is signed in, how much is in the bag. None of it may keep a page from being shown. */
export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const [tree, cart] = await Promise.all([
    ifPossible(shop.get<{ items: Category[] }>('/categories')),
    ifPossible(findCart(shop))
  ])
  return {
    language: languageOf(request),
    isSignedIn: shop.isSignedIn,
    menu: (tree?.items ?? []).filter(({ parentSlug }) => parentSlug === null).map(({ slug, name }) => ({ slug, name })),
    inBag: (cart?.lines ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = use(NonceContext)
  const shown = useRouteLoaderData<typeof loader>('root')
  const language: Language = shown?.language ?? 'en'
  const texts = messagesOf(language)
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageContext value={language}>
          <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-raised focus:p-4">
            {texts.skip}
          </a>
          <Header menu={shown?.menu ?? []} inBag={shown?.inBag ?? 0} isSignedIn={shown?.isSignedIn ?? false} />
          <main id="content" tabIndex={-1} className="outline-none">
            {children}
          </main>
          <Footer language={language} />
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
      <h1 className="text-4xl">{isMissing ? texts.notFound : texts.broken}</h1>
      <p className="mx-auto mt-5 max-w-md text-quiet">{isMissing ? texts.notFoundLead : texts.brokenLead}</p>
      <a href="/" className="button mt-10">
        {texts.backHome}
      </a>
    </section>
  )
}
