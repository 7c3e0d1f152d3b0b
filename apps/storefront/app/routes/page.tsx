import { data } from 'react-router'
import type { Route } from './+types/page'
import { pageOf } from '../content/pages.server.ts'
import { headOf, type MetaDescriptor } from '../head.ts'
import { languageOf, useMessages } from '../locale.ts'
import { Standing } from '../parts/standing.tsx'

/** A page that stands: its text comes from the shop's own files. */
export function loader({ request, params: { name } }: Route.LoaderArgs) {
  if (name === 'erased') return { name, page: null, receipt: new URL(request.url).searchParams.get('receipt') }
  const page = pageOf(name, languageOf(request))
  if (!page) throw data(null, { status: 404 })
  return { name, page, receipt: null }
}

export function meta({ matches, loaderData }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) =>
    loaderData?.page
      ? { title: texts.pages[loaderData.name]!, description: loaderData.page.lead, path: `/pages/${loaderData.name}` }
      : {}
  )
}

export default function StandingPage({ loaderData: { name, page, receipt } }: Route.ComponentProps) {
  const texts = useMessages()
  if (!page)
    return (
      <section className="frame py-28 text-center">
        <h1 className="text-4xl">{texts.erased}</h1>
        {receipt && (
          <p className="mt-5 text-quiet">
            {texts.receipt}: <span className="font-mono break-all">{receipt}</span>
          </p>
        )}
      </section>
    )
  return (
    <article className="frame py-14">
      <h1 className="text-4xl sm:text-5xl">{texts.pages[name]}</h1>
      <Standing page={page} />
    </article>
  )
}
