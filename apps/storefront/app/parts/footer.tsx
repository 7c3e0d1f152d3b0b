import { Link, useLocation } from 'react-router'
import { currencies, languages, themes, useMessages, type Currency, type Language, type Theme } from '../locale.ts'

const chosen = ['language', 'currency', 'theme'] as const

/** Where to find everything else, and how the page is shown. */
export function Footer({ language, currency, theme }: { language: Language; currency: Currency; theme: Theme }) {
  const texts = useMessages()
  const { pathname, search } = useLocation()
  const choices: Record<(typeof chosen)[number], { label: string; now: string; all: [string, string][] }> = {
    language: { label: texts.language, now: language, all: Object.entries(languages) },
    currency: { label: texts.currency, now: currency, all: currencies.map((code) => [code, code]) },
    theme: { label: texts.theme, now: theme, all: themes.map((one) => [one, texts.themes[one]!]) }
  }
  const column = (title: string, links: [string, string][]) => (
    <nav aria-label={title}>
      <h2 className="eyebrow font-sans">{title}</h2>
      <ul className="mt-3">
        {links.map(([to, name]) => (
          <li key={to}>
            <Link to={to} className="inline-block py-1.5 hover:underline">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
  const page = (name: string): [string, string] => [`/pages/${name}`, texts.pages[name]!]
  return (
    <footer className="mt-28 border-t border-line print:hidden">
      <div className="frame grid gap-10 py-14 sm:grid-cols-2 lg:grid-cols-[1.6fr_1fr_1fr_1.4fr]">
        <div className="max-w-sm">
          <p className="font-display text-2xl">{texts.shop}</p>
          <p className="mt-3 text-quiet">{texts.footer}</p>
          <p className="mt-3 text-quiet">
            {texts.cookies}{' '}
            <Link to="/pages/privacy" className="link">
              {texts.pages.privacy}
            </Link>
          </p>
        </div>
        {column(texts.help, [
          ['/track', texts.track],
          ['/sizes', texts.sizeHelp],
          page('delivery'),
          page('returns'),
          page('exchange'),
          page('care')
        ])}
        {column(texts.house, [page('about'), page('terms'), page('privacy'), page('imprint')])}
        <form method="post" action="/preferences" className="grid content-start gap-3">
          <input type="hidden" name="back" value={pathname + search} />
          {chosen.map((name) => (
            <label key={name} className="grid grid-cols-[6rem_1fr] items-center gap-3">
              <span className="text-quiet">{choices[name].label}</span>
              <select
                name={name}
                key={choices[name].now}
                defaultValue={choices[name].now}
                className="input !min-h-11 !py-1.5"
                onChange={(event) => event.currentTarget.form?.requestSubmit()}
              >
                {choices[name].all.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <noscript>
            <button className="button w-full">{texts.apply}</button>
          </noscript>
        </form>
      </div>
    </footer>
  )
}
