const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text made safe for HTML, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char]!)

/** One line: control characters and line ends become spaces, so that no text can start a header or a paragraph of its own. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** Keeps what `make` makes of a key. */
function kept<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    if (!made.has(key)) {
      if (made.size >= 200) made.clear()
      made.set(key, make(key))
    }
    return made.get(key)!
  }
}

const moneyFormat = kept((key) => {
  const [locale, currency] = key.split(' ') as [string, string]
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  return { format, digits: format.resolvedOptions().maximumFractionDigits ?? 2 }
})

/** An amount in its currency's minor units, written with as many digits as the currency has. */
export function formatMoney(amountMinor: number, currency: string, locale = 'en-IN'): string {
  const { format, digits } = moneyFormat(`${locale} ${currency}`)
  const padded = String(amountMinor).padStart(digits + 1, '0')
  const decimal = `${padded.slice(0, padded.length - digits)}.${padded.slice(padded.length - digits)}` as `${number}`
  return format.format(decimal)
}

const numberFormat = kept((locale) => new Intl.NumberFormat(locale))
const pluralRules = kept((locale) => new Intl.PluralRules(locale))
const dateFormat = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))
const timeFormat = kept(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
      timeZoneName: 'short'
    })
)

export const formatNumber = (value: number, locale: string): string => numberFormat(locale).format(value)
export const pluralOf = (value: number, locale: string): string => pluralRules(locale).select(value)
/** A day, or a moment in UTC, in words; what is no date stays as it is. */
export function formatDate(value: string, locale: string, withTime = false): string {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? value : (withTime ? timeFormat : dateFormat)(locale).format(at)
}

/** The locales that the shop writes in, each with the one its numbers and dates are written in. */
export const locales = { en: 'en-IN', de: 'de-DE', ar: 'ar-AE' } as const
export type Locale = keyof typeof locales

/** The shop's language for a person's; English where the shop does not write theirs. */
export function languageOf(locale: string): Locale {
  const language = locale.toLowerCase().split(/[-_]/)[0]!
  return language in locales ? (language as Locale) : 'en'
}

/** How numbers and dates are written for a person: their own region's way, if it is one of the language that is written. */
export function formatLocaleOf(locale: string): string {
  const language = languageOf(locale)
  const isOwn = /^[a-z]{2}-[A-Z]{2}$/.test(locale) && locale.startsWith(language)
  return isOwn ? locale : locales[language]
}

export const isRightToLeft = (language: Locale): boolean => language === 'ar'
