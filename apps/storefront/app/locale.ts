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

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()
const units = new Map<string, number>()

/** Making a format takes many times as long as using it. */
function numberIn(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = locale + Object.values(options).join()
  let format = numbers.get(key)
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(locale, options)))
  return format
}
function dateIn(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + Object.entries(options).join()
  let format = dates.get(key)
  if (!format) dates.set(key, (format = new Intl.DateTimeFormat(locale, options)))
  return format
}

function moneyIn(locale: string, minor: number, currency: string, trailingZeroDisplay: 'auto' | 'stripIfInteger') {
  const format = numberIn(locale, { style: 'currency', currency, trailingZeroDisplay })
  let unit = units.get(currency)
  if (!unit) units.set(currency, (unit = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)))
  return format.format(minor / unit)
}

function makeFormats(locale: string) {
  const zone = { timeZone: 'Asia/Kolkata' }
  /** A measure keeps its order among letters that run from right to left. */
  const measure = (least: number, value: number, unit: string) => {
    const text = `${numberIn(locale, { minimumFractionDigits: least }).format(value)} ${unit}`
    return locale.startsWith('ar') ? `\u2066${text}\u2069` : text
  }
  let regions: Intl.DisplayNames | undefined
  return {
    /** Minor units of a currency, written out, so that amounts below one another line up. */
    money: (minor: number, currency: string) => moneyIn(locale, minor, currency, 'auto'),
    /** An amount that stands alone: whole ones without their zeros. */
    price: (minor: number, currency: string) => moneyIn(locale, minor, currency, 'stripIfInteger'),
    grams: (mg: number) => measure(3, mg / 1000, 'g'),
    carats: (mct: number) => measure(2, mct / 1000, 'ct'),
    millimetres: (um: number) => measure(2, um / 1000, 'mm'),
    count: (value: number) => numberIn(locale).format(value),
    day: (at: string) => dateIn(locale, { dateStyle: 'long', ...zone }).format(new Date(at)),
    time: (at: string) => dateIn(locale, { timeStyle: 'short', ...zone }).format(new Date(at)),
    moment: (at: string) => dateIn(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone }).format(new Date(at)),
    month: (month: number) =>
      dateIn(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 1))),
    region: (code: string) => (regions ??= new Intl.DisplayNames(locale, { type: 'region' })).of(code) ?? code
  }
}
type Formats = ReturnType<typeof makeFormats>
const formats = new Map<Language, Formats>()

/** How amounts, numbers and times are written in a language. */
export function formatsOf(language: Language): Formats {
  let made = formats.get(language)
  if (!made) formats.set(language, (made = makeFormats(locales[language])))
  return made
}
export const useFormats = () => formatsOf(use(LanguageContext))
