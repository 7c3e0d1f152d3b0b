import { Problem } from '@lumora/kit/problem'
import { escapeHtml, formatDate, formatMoney, formatNumber, oneLine, pluralOf } from './formats.ts'

/** What the values of a template are: a text, a link, an amount in minor units (of `currency`), a moment, a count, yes or no, or a list of such. */
export type Kind = 'text' | 'link' | 'money' | 'date' | 'number' | 'flag' | { each: Kinds }
export interface Kinds {
  [name: string]: Kind
}
export type Values = Record<string, unknown>

interface Hole {
  is: 'hole'
  name: string
  as: 'text' | 'link' | 'money' | 'date' | 'time' | 'number' | 'plural' | 'choose'
  options: Record<string, string>
}
type Part =
  | { is: 'text'; text: string }
  | Hole
  | { is: 'tag'; tag: string; href: Part[] | null; inner: Part[] }
  | { is: 'each'; name: string; inner: Part[] }
  | { is: 'if'; name: string; inner: Part[]; otherwise: Part[] }

/** A text that was read and found to be proper; `holes` are the names of the values it uses. */
export interface Content {
  parts: Part[]
  holes: Set<string>
}

const notValid = (detail: string) => new Problem(422, 'template-not-valid', detail)

/** Which tags may stand in which; no attribute but those of links. */
const within: Record<string, readonly string[]> = {
  '': ['h1', 'p', 'ul', 'table', 'hr', 'small', 'button'],
  h1: ['em', 'br'],
  p: ['strong', 'em', 'br', 'a'],
  small: ['strong', 'em', 'br', 'a'],
  ul: ['li'],
  li: ['strong', 'em', 'br', 'a'],
  table: ['tr'],
  tr: ['td'],
  td: ['strong', 'em', 'br', 'a'],
  a: ['strong', 'em'],
  button: [],
  strong: ['em'],
  em: ['strong']
}
const empty = new Set(['br', 'hr'])
const holdsNoText = new Set(['', 'ul', 'table', 'tr'])

const token = /\{\{([^{}]*)\}\}|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z]+="[^"<>]*")*)\s*>/g
const filters = new Set(['money', 'date', 'time', 'number', 'plural', 'choose'])
const kindFor: Record<string, Kind> = {
  money: 'money',
  date: 'date',
  time: 'date',
  number: 'number',
  plural: 'number',
  choose: 'text'
}

/**
 * Reads a template's content: the tags above, `{{name}}`, `{{total|money}}`, `{{at|date}}`, `{{at|time}}`, `{{n|number}}`,
 * `{{n|plural|one: # piece|other: # pieces}}`, `{{reason|choose|not-paid: …|other: …}}`, `{{#each lines}}…{{/each}}`,
 * `{{#if name}}…{{else}}…{{/if}}`. Anything else, and any value that `kinds` does not know, is a 422 that names it.
 */
export function readContent(source: string, kinds: Kinds, inline = false): Content {
  if (source.includes('<!--')) throw notValid('A comment cannot stand in a template.')
  const holes = new Set<string>()
  const top: Part[] = []
  interface Open {
    tag: string
    parts: Part[]
    kinds: Kinds
    close: string
    other?: Part[]
  }
  const open: Open[] = [{ tag: inline ? 'inline' : '', parts: top, kinds, close: '' }]
  const here = () => open.at(-1)!
  const add = (part: Part) => void here().parts.push(part)
  const enclosing = () => open.findLast(({ tag }) => tag !== 'block')!.tag

  function addText(text: string): void {
    if (/[<>]/.test(text)) throw notValid(`“${oneLine(text).slice(0, 60)}” holds a tag that a template cannot have.`)
    if (/\{\{|\}\}/.test(text)) throw notValid(`“${oneLine(text).slice(0, 60)}” holds a bracket that is not closed.`)
    const isOutside = holdsNoText.has(enclosing())
    if (isOutside && text.trim() !== '') throw notValid(`“${oneLine(text).slice(0, 60)}” has to stand in a paragraph.`)
    if (!isOutside && text !== '') add({ is: 'text', text: unescape(text.replaceAll(/\s+/g, ' ')) })
  }
  function addCode(code: string): void {
    const [, block, name] = /^#(each|if) (\w+)$/.exec(code) ?? []
    if (block !== undefined && name !== undefined) {
      const kind = here().kinds[name]
      if (kind === undefined) throw notValid(`There is no value “${name}”.`)
      holes.add(name)
      const inner: Part[] = []
      if (block === 'if') {
        const otherwise: Part[] = []
        add({ is: 'if', name, inner, otherwise })
        open.push({ tag: 'block', parts: inner, kinds: here().kinds, close: '/if', other: otherwise })
        return
      }
      if (typeof kind !== 'object') throw notValid(`“${name}” is not a list.`)
      add({ is: 'each', name, inner })
      open.push({ tag: 'block', parts: inner, kinds: { ...here().kinds, ...kind.each }, close: '/each' })
      return
    }
    if (code === 'else') {
      const { other } = here()
      if (!other) throw notValid('{{else}} has to stand in an {{#if}}.')
      here().parts = other
      delete here().other
      return
    }
    if (code.startsWith('/')) {
      if (here().close !== code) throw notValid(`{{${code}}} closes what is not open.`)
      open.pop()
      return
    }
    if (holdsNoText.has(enclosing())) throw notValid(`{{${code}}} has to stand in a paragraph.`)
    add(readHole(code, here().kinds, holes))
  }
  function addTag(closing: boolean, name: string, attributes: string): void {
    if (closing) {
      const tag = here().tag
      if (tag !== name && !(tag === 'button' && name === 'a')) throw notValid(`</${name}> closes what is not open.`)
      open.pop()
      return
    }
    const { href, isButton } = readAttributes(name, attributes, here().kinds, holes)
    const tag = isButton ? 'button' : name
    if (!within[enclosing()]?.includes(tag)) throw notValid(`<${name}> cannot stand here.`)
    const part: Part = { is: 'tag', tag, href, inner: [] }
    add(part)
    if (!empty.has(tag)) open.push({ tag, parts: part.inner, kinds: here().kinds, close: '' })
  }

  let at = 0
  for (const match of source.matchAll(token)) {
    addText(source.slice(at, match.index))
    at = match.index + match[0].length
    if (match[1] === undefined) addTag(match[2] === '/', match[3]!, match[4]!)
    else addCode(match[1].trim())
  }
  addText(source.slice(at))
  if (open.length > 1) throw notValid(`${here().close ? `{{${here().close}}}` : `</${here().tag}>`} is missing.`)
  return { parts: top, holes }
}

const unescape = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

function readHole(code: string, kinds: Kinds, holes: Set<string>): Hole {
  const [name = '', filter, ...rest] = code.split('|').map((word) => word.trim())
  const kind = Object.hasOwn(kinds, name) ? kinds[name]! : undefined
  if (kind === undefined) throw notValid(`There is no value “${name.slice(0, 40)}”.`)
  if (typeof kind === 'object') throw notValid(`“${name}” is a list: go through it with {{#each ${name}}}.`)
  if (filter !== undefined && !filters.has(filter))
    throw notValid(`There is no way to write a value called “${filter.slice(0, 40)}”.`)
  const isFitting = filter === undefined ? kind === 'text' || kind === 'link' : kind === kindFor[filter]
  if (!isFitting)
    throw notValid(`“${name}” is a ${kind}: ${filter ? `${filter} cannot write it` : 'say how it is to be written'}.`)
  holes.add(name)
  const options: Record<string, string> = {}
  if (filter === 'plural' || filter === 'choose') {
    for (const option of rest) {
      const [, key, text] = /^([\w-]+):\s*(.*)$/s.exec(option) ?? []
      if (key === undefined) throw notValid(`“${option.slice(0, 40)}” is not “case: text”.`)
      options[key] = unescape(text!)
    }
    if (options.other === undefined) throw notValid(`${filter} of “${name}” needs a text for “other”.`)
  } else if (rest.length > 0) throw notValid(`${filter} takes nothing after it.`)
  return { is: 'hole', name, as: (filter ?? kind) as Hole['as'], options }
}

function readAttributes(name: string, text: string, kinds: Kinds, holes: Set<string>) {
  const attributes = Object.fromEntries(
    [...text.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!])
  )
  const isButton = name === 'a' && attributes.class === 'button'
  for (const key of Object.keys(attributes))
    if (name !== 'a' || !(key === 'href' || (key === 'class' && isButton)))
      throw notValid(`<${name}> cannot have “${key}”.`)
  if (name !== 'a') return { href: null, isButton }
  const source = attributes.href ?? ''
  const href: Part[] = []
  let at = 0
  for (const match of source.matchAll(/\{\{([^{}]*)\}\}/g)) {
    if (match.index > at) href.push({ is: 'text', text: source.slice(at, match.index) })
    href.push(readHole(match[1]!.trim(), kinds, holes))
    at = match.index + match[0].length
  }
  if (at < source.length) href.push({ is: 'text', text: source.slice(at) })
  const [first, ...rest] = href
  const isSafe =
    first?.is === 'hole' ? first.as === 'link' : first?.is === 'text' && /^https:\/\/[\w.-]+(\/|$)/.test(first.text)
  if (!isSafe || rest.some((part) => part.is === 'hole' && part.as === 'link'))
    throw notValid('A link leads to https://… or begins with a value that is a link.')
  return { href, isButton }
}

/** For whom a content is written out. */
export interface Writing {
  /** The language and region of numbers and dates. */
  locale: string
  rightToLeft: boolean
  /** The frame's blocks: HTML with `{{inner}}`, and of a button `{{href}}`. */
  blocks: Record<string, string>
}

const textual = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

function written(hole: Hole, values: Values, { locale }: Writing): string {
  const value = values[hole.name]
  if (value === null || value === undefined) return ''
  switch (hole.as) {
    case 'money':
      return formatMoney(value as number, String(values.currency), locale)
    case 'date':
    case 'time':
      return oneLine(formatDate(textual(value), locale, hole.as === 'time'))
    case 'number':
      return formatNumber(value as number, locale)
    case 'plural': {
      const count = value as number
      const text = hole.options[pluralOf(count, locale)] ?? hole.options.other!
      return text.replaceAll('#', formatNumber(count, locale))
    }
    case 'choose':
      return (Object.hasOwn(hole.options, textual(value)) ? hole.options[textual(value)] : hole.options.other)!
    default:
      return oneLine(textual(value))
  }
}

/** A link to where it may lead; any other is one to nowhere. */
function linkTo(href: Part[], values: Values, writing: Writing): string {
  const text = href
    .map((part) => {
      if (part.is === 'text') return part.text
      const value = written(part as Hole, values, writing)
      return (part as Hole).as === 'link' ? value : encodeURIComponent(value)
    })
    .join('')
  return /^https?:\/\/[^\s"'<>]+$/.test(text) ? text : '#'
}

const itemsOf = (value: unknown): Values[] => (Array.isArray(value) ? (value as Values[]) : [])
const isThere = (value: unknown) => !(value === null || value === undefined || value === false || value === '')
const place = (block: string, inner: string) => block.replace('{{inner}}', () => inner)
const border = 'border-bottom:1px solid #e6dccf;padding:10px 0;vertical-align:top;'

/** The content as HTML: every value is escaped, each block is laid out by the frame's. */
export function toHtml(parts: Part[], values: Values, writing: Writing): string {
  return parts.map((part) => partToHtml(part, values, writing)).join('')
}
function partToHtml(part: Part, values: Values, writing: Writing): string {
  const inner = (parts: Part[], own = values) => toHtml(parts, own, writing)
  switch (part.is) {
    case 'text':
      return escapeHtml(part.text)
    case 'hole': {
      const text = escapeHtml(written(part, values, writing))
      return writing.rightToLeft && part.as === 'text' ? `<bdi>${text}</bdi>` : text
    }
    case 'if':
      return inner(isThere(values[part.name]) ? part.inner : part.otherwise)
    case 'each':
      return itemsOf(values[part.name])
        .map((item) => inner(part.inner, { ...values, ...item }))
        .join('')
    case 'tag': {
      const { tag } = part
      const block = writing.blocks[tag]
      const href = part.href && escapeHtml(linkTo(part.href, values, writing))
      if (block !== undefined)
        return place(href === null ? block : block.replace('{{href}}', () => href), inner(part.inner))
      if (tag === 'br') return '<br>'
      if (tag === 'tr') return `<tr>${rowOf(part.inner, inner, writing)}</tr>`
      return `<${tag}${href === null ? '' : ` href="${href}"`}>${inner(part.inner)}</${tag}>`
    }
  }
}
/** The cells of a row: the last of several stands at the end of the line. */
function rowOf(cells: Part[], inner: (parts: Part[]) => string, { rightToLeft }: Writing): string {
  return cells
    .filter((cell) => cell.is === 'tag')
    .map((cell, i, all) => {
      const end =
        i > 0 && i === all.length - 1 ? `text-align:${rightToLeft ? 'left' : 'right'};white-space:nowrap;` : ''
      return `<td style="${border}${end}">${inner(cell.inner)}</td>`
    })
    .join('')
}

/** The content as plain text: paragraphs with an empty line between, links written out. Values stand as they are. */
export function toText(parts: Part[], values: Values, writing: Writing): string {
  return parts
    .map((part) => partToText(part, values, writing))
    .join('')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
function partToText(part: Part, values: Values, writing: Writing): string {
  const inner = (parts: Part[], own = values): string => parts.map((one) => partToText(one, own, writing)).join('')
  switch (part.is) {
    case 'text':
      return part.text
    case 'hole':
      return written(part, values, writing)
    case 'if':
      return inner(isThere(values[part.name]) ? part.inner : part.otherwise)
    case 'each':
      return itemsOf(values[part.name])
        .map((item) => inner(part.inner, { ...values, ...item }))
        .join('')
    case 'tag': {
      const { tag } = part
      const text = inner(part.inner)
      const href = part.href && linkTo(part.href, values, writing)
      if (tag === 'button') return `\n\n${text}:\n${href}\n\n`
      if (tag === 'a') return text === href ? text : `${text} (${href})`
      if (tag === 'br' || tag === 'tr') return tag === 'br' ? '\n' : `${text.trimEnd()}\n`
      if (tag === 'li') return `- ${text}\n`
      if (tag === 'td') return `${text}  `
      if (tag === 'hr') return '\n\n'
      return tag === 'em' || tag === 'strong' ? text : `\n\n${text}\n\n`
    }
  }
}

/** The first link that a content leads to, for channels that have room for one; null when there is none. */
export function firstLink(parts: Part[], values: Values, writing: Writing): string | null {
  for (const part of parts) {
    if (part.is === 'tag' && part.tag === 'button') return linkTo(part.href!, values, writing)
    if (part.is !== 'if') continue
    const found = firstLink(isThere(values[part.name]) ? part.inner : part.otherwise, values, writing)
    if (found !== null) return found
  }
  return null
}
