import { Link } from 'react-router'
import { useFormats, useMessages } from '../locale.ts'
import { Picture } from './picture.tsx'

export interface CardDesign {
  slug: string
  title: string
  imageUrl: string | null
  fromMinor: number
  currency: string
  available: boolean
}

export function Card({ design, eager = false }: { design: CardDesign; eager?: boolean }) {
  const texts = useMessages()
  const { money } = useFormats()
  return (
    <article className="group relative">
      <div className="overflow-hidden">
        <Picture
          src={design.imageUrl}
          alt={design.title}
          eager={eager}
          className="transition-transform duration-500 ease-calm motion-safe:group-hover:scale-[1.03]"
        />
      </div>
      <h3 className="mt-4 text-lg">
        <Link to={`/jewels/${design.slug}`} prefetch="intent" className="after:absolute after:inset-0">
          {design.title}
        </Link>
      </h3>
      <p className="mt-1 text-quiet">
        {design.available ? (
          <>
            {texts.from} <span className="money text-ink">{money(design.fromMinor, design.currency)}</span>
          </>
        ) : (
          texts.soldOut
        )}
      </p>
    </article>
  )
}

export function Cards({ designs, eagerFirst = 0 }: { designs: CardDesign[]; eagerFirst?: number }) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-12 md:grid-cols-3 md:gap-x-8 xl:grid-cols-4">
      {designs.map((design, index) => (
        <li key={design.slug}>
          <Card design={design} eager={index < eagerFirst} />
        </li>
      ))}
    </ul>
  )
}
