import { Problem } from '@lumora/kit/problem'
import type { Breakdown } from '../schemas/designs.ts'
import type { QuoteOptions } from '../schemas/quotes.ts'

/** How many characters there is room for, by type; what is not here cannot be engraved. */
const room: Record<string, number> = {
  ring: 20,
  bracelet: 30,
  bangle: 30,
  pendant: 24,
  necklace: 24,
  anklet: 20,
  cufflinks: 6,
  brooch: 20,
  coin: 20,
  set: 20
}
/** How many characters can be engraved on what is of this type; null when none can. */
export const engravingRoomOf = (type: string): number | null => room[type] ?? null

/** Letters of Latin, Devanagari, Tamil, Bengali, Arabic and Greek script with their marks, digits, spaces and a few signs. */
const engravable =
  /^[\p{Script=Latin}\p{Script=Devanagari}\p{Script=Tamil}\p{Script=Bengali}\p{Script=Arabic}\p{Script=Greek}\p{M}0-9 .,&+'’♥∞-]+$/u
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** In minor units: the engraving with its first 10 characters, each further one, and the gift wrap. */
const fees = { engraving: 60_000, engravedFree: 10, engravedCharacter: 3_000, giftWrap: 15_000 }

export interface PricedOption {
  name: string
  minor: number
}

/** What the options come to, each checked: the size must be the variant's own, the text must fit and be of letters that can be cut. */
export function optionsOf(
  { size, engraving, engravingFont, giftWrap }: QuoteOptions,
  variant: { type: string; size: string | null; title: string }
): { options: QuoteOptions; priced: PricedOption[] } {
  const priced: PricedOption[] = []
  const options: QuoteOptions = {}
  if (size !== undefined) {
    if (size !== variant.size)
      throw new Problem(422, 'size-not-offered', `This variant of ${variant.title} is not of the size ${size}.`)
    options.size = size
  }
  if (engraving !== undefined) {
    const text = engraving.normalize('NFC').trim().replaceAll(/ +/g, ' ')
    priced.push({ name: 'engraving', minor: engravingMinor(text, variant) })
    options.engraving = text
    if (engravingFont !== undefined) options.engravingFont = engravingFont
  }
  if (giftWrap) {
    priced.push({ name: 'gift wrap', minor: fees.giftWrap })
    options.giftWrap = true
  }
  return { options, priced }
}

function engravingMinor(text: string, { type, title }: { type: string; title: string }): number {
  const most = engravingRoomOf(type)
  if (most === null) throw new Problem(422, 'engraving-not-possible', `${title} cannot be engraved.`)
  const length = [...characters.segment(text)].length
  if (!engravable.test(text) || length > most || text.length > most * 4)
    throw new Problem(
      422,
      'engraving-not-possible',
      `The engraving takes 1 to ${most} letters, digits, spaces and the signs . , & + - ' ♥ ∞.`,
      { most }
    )
  return fees.engraving + Math.max(0, length - fees.engravedFree) * fees.engravedCharacter
}

/** What a price of one is made of before tax, by name; discounts are negative, what is nothing is left out. */
export function componentsOf(breakdown: Breakdown, options: PricedOption[]): PricedOption[] {
  const { metalMinor, wastageMinor, makingMinor, stonesMinor, otherMinor, discountMinor } = breakdown
  return [
    { name: 'metal', minor: metalMinor },
    { name: 'wastage', minor: wastageMinor },
    { name: 'making', minor: makingMinor },
    { name: 'stones', minor: stonesMinor },
    { name: 'other', minor: otherMinor },
    { name: 'discount', minor: -discountMinor },
    ...options
  ].filter(({ minor }) => minor !== 0)
}
