import { readFileSync } from 'node:fs'
import { Problem } from '@lumora/kit/problem'
import { stale } from '@lumora/kit/versions'
import type { Db } from '../models/messages.ts'
import {
  findActiveTemplates,
  findTemplatesById,
  findVersions,
  saveTemplate,
  shipTemplates,
  type StoredTemplate,
  type TemplateText
} from '../models/templates.ts'
import { firstLink, readContent, toHtml, toText, type Content, type Values } from './content.ts'
import { escapeHtml, formatLocaleOf, isRightToLeft, languageOf, locales, oneLine, type Locale } from './formats.ts'
import { tellingOf } from './topics.ts'

interface Frame {
  frame: string
  blocks: Record<string, string>
}
interface Compiled {
  ltr: Frame
  rtl: Frame
  mails: TemplateText[]
}

const compiled = JSON.parse(readFileSync(new URL('../../templates/compiled.json', import.meta.url), 'utf8')) as Compiled

/** What is told, ready for any channel. */
export interface Told {
  subject: string
  text: string
  html: string
  /** The one link that a short message has room for. */
  link: string | null
}

export interface Reading {
  shopUrl: string
  /** The language, and the region, of who reads it. */
  locale: string
  /** Where one says no to more of this; null for what is always told. */
  unsubscribeUrl?: string | null
}

/** A version that was read: its texts can be written out. */
export interface Template extends StoredTemplate {
  subjectContent: Content
  bodyContent: Content
}

/** Reads a text and finds it proper: every value it uses is there, and it uses those that must be told. Throws a 422 that says what is wrong. */
export function readTemplate(text: TemplateText): { subjectContent: Content; bodyContent: Content } {
  const telling = tellingOf(text.name)
  if (!telling) throw new Problem(404, 'not-found', 'There is no template of this name.')
  const kinds = { shopUrl: 'link' as const, ...telling.kinds }
  if (/[\p{Cc}\u2028\u2029]/u.test(text.subject))
    throw new Problem(422, 'template-not-valid', 'The subject has to be one line without control characters.')
  const subjectContent = readContent(text.subject, kinds, true)
  const bodyContent = readContent(text.content, kinds)
  const missing = telling.needed.filter((name) => !subjectContent.holes.has(name) && !bodyContent.holes.has(name))
  if (missing.length > 0)
    throw new Problem(422, 'template-not-valid', `This template has to tell “${missing.join('”, “')}”.`)
  if (subjectContent.parts.length === 0 || bodyContent.parts.length === 0)
    throw new Problem(422, 'template-not-valid', 'A template needs a subject and a content.')
  return { subjectContent, bodyContent }
}

const footers: Record<Locale, { sent: string; unsubscribe: string }> = {
  en: { sent: 'Lumora Jewels sent you this.', unsubscribe: 'No more of these' },
  de: { sent: 'Diese Nachricht kommt von Lumora Jewels.', unsubscribe: 'Nicht mehr zusenden' },
  ar: { sent: 'أرسلت إليك هذه الرسالة لومورا للمجوهرات.', unsubscribe: 'إيقاف هذه الرسائل' }
}

/** Writes a template out with these values, which are taken literally wherever they stand. */
export function writeTemplate(
  template: Pick<Template, 'locale' | 'subjectContent' | 'bodyContent'>,
  values: Values,
  { shopUrl, locale, unsubscribeUrl = null }: Reading
): Told {
  const language = languageOf(template.locale)
  const rightToLeft = isRightToLeft(language)
  const { frame, blocks } = rightToLeft ? compiled.rtl : compiled.ltr
  const region = languageOf(locale) === language ? locale : language
  const writing = { locale: formatLocaleOf(region), rightToLeft, blocks }
  const all = { shopUrl, ...values }
  const subject = oneLine(toText(template.subjectContent.parts, all, writing)).slice(0, 300)
  const body = toText(template.bodyContent.parts, all, writing)
  const { sent, unsubscribe } = footers[language]
  const holes: Record<string, string> = {
    lang: language,
    subject: escapeHtml(subject),
    preview: escapeHtml(oneLine(body.split('\n\n').slice(1, 3).join(' ')).slice(0, 140)),
    content: toHtml(template.bodyContent.parts, all, writing),
    footer:
      unsubscribeUrl === null
        ? escapeHtml(sent)
        : `${escapeHtml(sent)}<br><a href="${escapeHtml(unsubscribeUrl)}" style="color:#85796c">${escapeHtml(unsubscribe)}</a>`
  }
  return {
    subject,
    text: [body, '--', ...(unsubscribeUrl === null ? [sent] : [`${sent} ${unsubscribe}: ${unsubscribeUrl}`])].join(
      '\n\n'
    ),
    html: frame.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => holes[name]!),
    link: firstLink(template.bodyContent.parts, all, writing)
  }
}

/** The templates in use, and every version that anything was sent by. */
export interface Templates {
  /** The one in use in a language, or in English. */
  use: (name: string, locale: string) => Promise<Template>
  /** The ids of all languages of one template. */
  idsOf: (name: string) => Promise<Record<string, string>>
  byId: (ids: string[]) => Promise<Map<string, Template>>
  reload: () => Promise<void>
}

const opened = new WeakMap<Db, Templates>()
/** A change by another process is seen after so long. */
const freshMs = 5000
const maxKept = 2000

/** The templates of a database, kept in memory: a version never changes. */
export function templatesOf(db: Db): Templates {
  if (!opened.has(db)) opened.set(db, openTemplates(db))
  return opened.get(db)!
}

function openTemplates(db: Db): Templates {
  const known = new Map<string, Template>()
  let active: Map<string, Template> | undefined
  let loading: Promise<Map<string, Template>> | undefined
  let freshUntil = 0
  let hasShipped = false

  function keep(stored: StoredTemplate): Template {
    if (known.size >= maxKept) known.clear()
    if (!known.has(stored.id)) known.set(stored.id, { ...stored, ...readTemplate(stored) })
    return known.get(stored.id)!
  }
  async function load(): Promise<Map<string, Template>> {
    if (!hasShipped) await shipTemplates(db, compiled.mails)
    hasShipped = true
    const found = await findActiveTemplates(db)
    active = new Map(found.map((stored) => [`${stored.name} ${stored.locale}`, keep(stored)]))
    freshUntil = Date.now() + freshMs
    return active
  }
  const reload = () => (loading ??= load().finally(() => (loading = undefined)))
  /** Those known now, while newer ones are fetched: who asks may hold a transaction, and must not wait for a second connection. */
  async function current(): Promise<Map<string, Template>> {
    if (!active) return reload()
    if (Date.now() >= freshUntil) reload().catch(() => {})
    return active
  }
  return {
    use: async (name, locale) => {
      const all = await current()
      const found = all.get(`${name} ${languageOf(locale)}`) ?? all.get(`${name} en`)
      if (!found) throw new Problem(422, 'template-not-known', `There is no template ${name} in English.`)
      return found
    },
    idsOf: async (name) => {
      const all = await current()
      const found = Object.keys(locales).flatMap((locale) => {
        const template = all.get(`${name} ${locale}`)
        return template ? [[locale, template.id] as const] : []
      })
      return Object.fromEntries(found)
    },
    byId: async (ids) => {
      const missing = ids.filter((id) => !known.has(id))
      const found = missing.length > 0 ? await findTemplatesById(db, missing) : []
      const fresh = new Map(found.map((stored) => [stored.id, keep(stored)]))
      return new Map(
        ids.flatMap((id) => ((fresh.get(id) ?? known.get(id)) ? [[id, (fresh.get(id) ?? known.get(id))!]] : []))
      )
    },
    reload: async () => void (await load())
  }
}

const notFound = () => new Problem(404, 'not-found', 'There is no such template.')
const shown = ({ name, locale, version, origin, subject, content, isActive, createdAt }: StoredTemplate) => ({
  name,
  locale,
  version,
  origin,
  subject,
  content,
  isActive,
  createdAt
})

/** Every template in use, with what it may say and an example. */
export async function listTemplates({ db }: { db: Db }) {
  await templatesOf(db).idsOf('')
  const rows = await findActiveTemplates(db)
  return rows.map((row) => {
    const { kinds, needed, about } = tellingOf(row.name)!
    return Object.assign(shown(row), { about, values: { shopUrl: 'link', ...kinds }, needed: [...needed] })
  })
}

/** A template in one language, with its versions, the newest first. */
export async function showTemplate({ db }: { db: Db }, name: string, locale: Locale) {
  await templatesOf(db).idsOf('')
  const versions = await findVersions(db, name, locale)
  const current = versions.find(({ isActive }) => isActive)
  if (!current) throw notFound()
  return { ...shown(current), versions: versions.map(shown) }
}

/** How a template looks with its example values: the one in use, one of its versions, or a text that is not saved yet. */
export async function previewTemplate(
  { db, shopUrl }: { db: Db; shopUrl: string },
  name: string,
  { locale, version, draft }: { locale: Locale; version?: number; draft?: { subject: string; content: string } }
): Promise<Told> {
  const telling = tellingOf(name)
  if (!telling) throw notFound()
  const text = draft ? { name, locale, ...draft } : await textOf(db, name, locale, version)
  const unsubscribeUrl = ['account', 'orders', 'staff'].includes(telling.about) ? null : `${shopUrl}/unsubscribe/sample`
  return writeTemplate({ locale, ...readTemplate(text) }, telling.sample, { shopUrl, locale, unsubscribeUrl })
}
async function textOf(db: Db, name: string, locale: Locale, version?: number): Promise<TemplateText> {
  const { versions } = await showTemplate({ db }, name, locale)
  const found = versions.find((one) => (version === undefined ? one.isActive : one.version === version))
  if (!found) throw notFound()
  return found
}

/** Saves a text as the new version of a template; a new one of a campaign begins at version 0. What is not proper is a 422, what was changed meanwhile a 412. */
export async function changeTemplate(
  { db }: { db: Db },
  text: TemplateText,
  { version, staffId }: { version: number; staffId: string }
) {
  readTemplate(text)
  await templatesOf(db).idsOf('')
  const saved = await saveTemplate(db, text, { version, origin: 'staff', madeBy: staffId })
  if (!saved) throw stale()
  await templatesOf(db).reload()
  return shown(saved)
}

/** Brings the shipped text back into use as a new version. */
export async function restoreTemplate(
  { db }: { db: Db },
  { name, locale }: { name: string; locale: Locale },
  { version, staffId }: { version: number; staffId: string }
) {
  const text = compiled.mails.find((mail) => mail.name === name && mail.locale === locale)
  if (!text) throw notFound()
  await templatesOf(db).idsOf('')
  const saved = await saveTemplate(db, text, { version, origin: 'shipped', madeBy: staffId })
  if (!saved) throw stale()
  await templatesOf(db).reload()
  return shown(saved)
}
