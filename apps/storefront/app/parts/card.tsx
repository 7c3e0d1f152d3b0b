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

interface CardProps {
  design: CardDesign
  eager?: boolean
  level: 2 | 3
  /** The form whose tick puts the jewel into the comparison. */
  compareForm?: string | undefined
}

export function Card({ design, eager = false, level, compareForm }: CardProps) {
  const texts = useMessages()
  const { price } = useFormats()
  const Title = `h${level}` as const
  return (
    <article className="group relative flex h-full flex-col">
      <div className="overflow-hidden">
        <Picture
          src={design.imageUrl}
          alt={design.imageUrl ? '' : design.title}
          eager={eager}
          className="transition-transform duration-500 ease-calm motion-safe:group-hover:scale-[1.03]"
        />
      </div>
      <Title className="mt-4 text-lg leading-snug">
        <Link to={`/jewels/${design.slug}`} prefetch="intent" className="after:absolute after:inset-0">
          {design.title}
        </Link>
      </Title>
      <p className="mt-1 text-quiet">
        {design.available ? (
          <>
            {texts.from} <span className="money text-ink">{price(design.fromMinor, design.currency)}</span>
          </>
        ) : (
          texts.soldOut
        )}
      </p>
      {compareForm && (
        <label className="relative z-10 mt-1 flex min-h-9 w-fit cursor-pointer items-center gap-2 text-sm text-quiet hover:text-ink">
          <input
            type="checkbox"
            name="jewel"
            value={design.slug}
            form={compareForm}
            aria-label={texts.compareAdd(design.title)}
            className="tick"
          />
          {texts.compare}
        </label>
      )}
    </article>
  )
}

interface CardsProps {
  designs: CardDesign[]
  eagerFirst?: number
  level?: 2 | 3
  compareForm?: string
}

/** More than stand on a first screen. */
const shownAtOnce = 8

export function Cards({ designs, eagerFirst = 0, level = 3, compareForm }: CardsProps) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-10 md:grid-cols-3 md:gap-x-8 md:gap-y-12 xl:grid-cols-4">
      {designs.map((design, index) => (
        <li key={design.slug} className={index < shownAtOnce ? '' : 'later -m-1.5 p-1.5'}>
          <Card design={design} eager={index < eagerFirst} level={level} compareForm={compareForm} />
        </li>
      ))}
    </ul>
  )
}
