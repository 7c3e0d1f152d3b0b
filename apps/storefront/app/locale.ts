import { createContext, use } from 'react'
import type { Messages } from './messages/en.ts'

export const languages = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const
export type Language = keyof typeof languages
export const currencies = ['INR', 'USD', 'EUR', 'GBP', 'AED'] as const
export type Currency = (typeof currencies)[number]
export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const loaded = new Map<Language, Messages>()

/** Makes the texts of a language known; a browser loads the one that its page is written in. */
export const keepMessages = (language: Language, messages: Messages) => void loaded.set(language, messages)
export const messagesOf = (language: Language): Messages => loaded.get(language)!
export const directionOf = (language: Language) => (language === 'ar' ? 'rtl' : 'ltr')

const cookieOf = (request: Request, name: string) =>
  new RegExp(`(?:^|; *)${name}=(\\w+)`).exec(request.headers.get('cookie') ?? '')?.[1]
const oneOf = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((one) => one === value)

/** The language that was chosen, or that the browser asks for. */
export function languageOf(request: Request): Language {
  const known = Object.keys(languages) as Language[]
  const chosen = oneOf(known, cookieOf(request, 'lumora_language'))
  const asked = (request.headers.get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2))
  return chosen ?? asked.map((one) => oneOf(known, one)).find((one) => one !== undefined) ?? 'en'
}
export const currencyOf = (request: Request): Currency =>
  oneOf(currencies, cookieOf(request, 'lumora_currency')) ?? 'INR'
export const themeOf = (request: Request): Theme => oneOf(themes, cookieOf(request, 'lumora_theme')) ?? 'auto'

export const LanguageContext = createContext<Language>('en')
export const useMessages = (): Messages => messagesOf(use(LanguageContext))

const locales: Record<Language, string> = { en: 'en-IN', de: 'de-DE', ar: 'ar-AE-u-nu-latn' }

function moneyIn(locale: string, minor: number, currency: string, trailingZeroDisplay: 'auto' | 'stripIfInteger') {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** How amounts, numbers and times are written in a language. */
export function formatsOf(language: Language) {
  const locale = locales[language]
  const zone = { timeZone: 'Asia/Kolkata' }
  return {
    /** Minor units of a currency, written out, so that amounts below one another line up. */
    money: (minor: number, currency: string) => moneyIn(locale, minor, currency, 'auto'),
    /** An amount that stands alone: whole ones without their zeros. */
    price: (minor: number, currency: string) => moneyIn(locale, minor, currency, 'stripIfInteger'),
    grams: (mg: number) => `${new Intl.NumberFormat(locale, { minimumFractionDigits: 3 }).format(mg / 1000)} g`,
    carats: (mct: number) => `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(mct / 1000)} ct`,
    millimetres: (um: number) => `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(um / 1000)} mm`,
    count: (value: number) => new Intl.NumberFormat(locale).format(value),
    day: (at: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...zone }).format(new Date(at)),
    time: (at: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone }).format(new Date(at)),
    moment: (at: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone }).format(new Date(at)),
    month: (month: number) =>
      new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
        new Date(Date.UTC(2026, month - 1, 1))
      ),
    region: (code: string) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
  }
}
export const useFormats = () => formatsOf(use(LanguageContext))
