import { useId } from 'react'
import { useMessages } from '../locale.ts'

export const faces = ['serif', 'italic', 'plain'] as const
export type Face = (typeof faces)[number]

const grounds: Record<string, [string, string, string]> = {
  yellow: ['#8a6420', '#f0d58b', '#6d4c12'],
  rose: ['#8d5440', '#f1c4ae', '#6b3c2b'],
  white: ['#77797c', '#f4f5f6', '#595b5e']
}

/** How the engraving will look: the text in its face, cut into a band of the metal. */
export function EngravingPreview({ text, face, colour }: { text: string; face: Face; colour: string | null }) {
  const texts = useMessages()
  const id = useId()
  const [edge, light, ink] = grounds[colour ?? 'white'] ?? grounds.white!
  const family = face === 'plain' ? 'Hanken Grotesk Variable, sans-serif' : 'Fraunces Variable, serif'
  return (
    <figure className="mt-3">
      <svg viewBox="0 0 400 120" role="img" aria-label={`${texts.engravingPreview}: ${text}`} className="w-full">
        <defs>
          <linearGradient id={`${id}-metal`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor={edge} />
            <stop offset="0.3" stopColor={light} />
            <stop offset="0.62" stopColor={light} />
            <stop offset="1" stopColor={edge} />
          </linearGradient>
          <path id={`${id}-line`} d="M20 92 Q200 52 380 92" />
        </defs>
        <path d="M0 62 Q200 14 400 62 V120 Q200 72 0 120 Z" fill={`url(#${id}-metal)`} />
        <text
          fontFamily={family}
          fontStyle={face === 'italic' ? 'italic' : 'normal'}
          fontSize={text.length > 16 ? 19 : 25}
          letterSpacing={face === 'plain' ? 3 : 1}
          textAnchor="middle"
          fill={ink}
        >
          <textPath href={`#${id}-line`} startOffset="50%">
            {text}
          </textPath>
        </text>
      </svg>
      <figcaption className="sr-only">{texts.engravingPreview}</figcaption>
    </figure>
  )
}
