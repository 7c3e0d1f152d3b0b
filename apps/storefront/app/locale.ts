import { createContext, use } from 'react'
import { de } from './messages/de.ts'
import { en, type Messages } from './messages/en.ts'

export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages
const messages: Record<Language, Messages> = { en, de }

/** The language that was chosen, or that the browser asks for. */
export function languageOf(request: Request): Language {
  const chosen = /(?:^|; *)lumora_language=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  const asked = (request.headers.get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2))
  return [chosen, ...asked].find((one): one is Language => one !== undefined && one in languages) ?? 'en'
}

export const LanguageContext = createContext<Language>('en')
export const useMessages = (): Messages => messages[use(LanguageContext)]
export const messagesOf = (language: Language): Messages => messages[language]

const locales: Record<Language, string> = { en: 'en-IN', de: 'de-DE' }

/** How amounts, numbers and times are written in the page's language. */
export function useFormats() {
  const locale = locales[use(LanguageContext)]
  return {
    /** Minor units of a currency, written out. */
    money: (minor: number, currency: string) => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2
      return format.format(minor / 10 ** digits)
    },
    grams: (mg: number) => `${new Intl.NumberFormat(locale, { minimumFractionDigits: 3 }).format(mg / 1000)} g`,
    carats: (mct: number) => `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(mct / 1000)} ct`,
    millimetres: (um: number) => `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(um / 1000)} mm`,
    count: (value: number) => new Intl.NumberFormat(locale).format(value),
    day: (at: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Kolkata' }).format(new Date(at)),
    time: (at: string) =>
      new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Asia/Kolkata' }).format(new Date(at))
  }
}
