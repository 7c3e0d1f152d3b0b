import type { Language } from '../locale.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export type PageName = 'about' | 'delivery' | 'returns' | 'care' | 'privacy' | 'terms' | 'imprint'
/** A page's parts: a heading, which the first one may do without, and its paragraphs; a paragraph that begins with • is a point of a list. */
export interface Page {
  lead: string
  parts: [heading: string, ...paragraphs: string[]][]
}
export type Pages = Record<PageName, Page>

const pages: Partial<Record<Language, Pages>> = { en, de }

/** A page in the language asked for, or in English where it has not been translated. */
export function pageOf(name: string, language: Language): { page: Page; language: Language } | null {
  const own = pages[language]
  if (!Object.hasOwn(en, name)) return null
  return own ? { page: own[name as PageName], language } : { page: en[name as PageName], language: 'en' }
}
