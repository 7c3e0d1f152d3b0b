import type { Language } from '../locale.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export type PageName = 'about' | 'delivery' | 'returns' | 'exchange' | 'care' | 'privacy' | 'terms' | 'imprint'
/** A page's parts: a heading, which the first one may do without, and its paragraphs; a paragraph that begins with • is a point of a list. */
export interface Page {
  lead: string
  parts: [heading: string, ...paragraphs: string[]][]
}
export type Pages = Record<PageName, Page>

const pages: Record<Language, Pages> = { en, de, ar }

/** A standing page in a language; null when there is none of this name. */
export const pageOf = (name: string, language: Language): Page | null =>
  Object.hasOwn(pages[language], name) ? pages[language][name as PageName] : null
