import { Form, Link, useLocation } from 'react-router'
import { languages, useMessages, type Language } from '../locale.ts'

export function Footer({ language }: { language: Language }) {
  const texts = useMessages()
  const { pathname, search } = useLocation()
  return (
    <footer className="mt-28 border-t border-line">
      <div className="frame flex flex-wrap items-end justify-between gap-8 py-12">
        <div className="max-w-md">
          <p className="font-display text-xl">{texts.shop}</p>
          <p className="mt-2 text-quiet">{texts.footer}</p>
          <p className="mt-4">
            <Link to="/sizes" className="link">
              {texts.sizeHelp}
            </Link>
          </p>
        </div>
        <Form method="post" action="/language" className="flex gap-2" aria-label={texts.language}>
          <input type="hidden" name="back" value={pathname + search} />
          {Object.entries(languages).map(([code, name]) => (
            <button
              key={code}
              name="language"
              value={code}
              lang={code}
              className="chip"
              aria-current={code === language}
            >
              {name}
            </button>
          ))}
        </Form>
      </div>
    </footer>
  )
}
