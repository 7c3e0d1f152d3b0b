import type { Article } from '../articles.server.ts'
import { useMessages } from '../locale.ts'
import { alloyName } from './alloy.ts'

interface OptionsProps {
  article: Article | null
  options: { size?: string; engraving?: string; engravingFont?: string; giftWrap?: boolean }
  giftNote?: string | null
}

/** What was chosen of a jewel, in one line: its metal, size, engraving and wrapping. */
export function Options({ article, options: { size, engraving, engravingFont, giftWrap }, giftNote }: OptionsProps) {
  const texts = useMessages()
  const parts = [
    article && alloyName(article, texts),
    size && `${texts.size} ${size}`,
    engraving && `${texts.engraving}: ${engraving}${engravingFont ? ` (${texts.faces[engravingFont]})` : ''}`,
    giftWrap && texts.giftWrapPart,
    giftNote
  ]
  return parts.filter(Boolean).map((part, index) => (
    <span key={String(part)}>
      {index > 0 && ' · '}
      <bdi>{part}</bdi>
    </span>
  ))
}
