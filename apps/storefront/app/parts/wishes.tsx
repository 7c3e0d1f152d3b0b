import { Form, Link } from 'react-router'
import { useFormats, useMessages } from '../locale.ts'
import { Brilliant } from './brilliant.tsx'
import { Picture } from './picture.tsx'

export interface Wished {
  id: string
  to: string
  title: string | null
  stone: { caratMct: number; colour: string; clarity: string } | null
  imageUrl: string | null
  fromMinor: number | null
  currency: string
}

/** The things on a list, each as it is now; they can be taken off one's own list. */
export function Wishes({ wishes, listId }: { wishes: Wished[]; listId?: string }) {
  const texts = useMessages()
  const { price, carats } = useFormats()
  if (wishes.length === 0) return <p className="mt-6 text-quiet">{texts.noWishes}</p>
  return (
    <ul className="mt-6 grid grid-cols-2 gap-x-4 gap-y-8 md:grid-cols-3 md:gap-x-6">
      {wishes.map((wish) => {
        const title = wish.stone
          ? texts.stoneTitle(carats(wish.stone.caratMct), wish.stone.colour, wish.stone.clarity)
          : (wish.title ?? texts.soldOut)
        return (
          <li key={wish.id}>
            {wish.stone ? (
              <Brilliant className="aspect-square w-full p-8" />
            ) : (
              <Picture src={wish.imageUrl} alt={wish.imageUrl ? '' : title} />
            )}
            <Link to={wish.to} className="mt-3 block font-display text-lg leading-snug">
              {title}
            </Link>
            {wish.fromMinor !== null && (
              <p className="text-quiet">
                {!wish.stone && texts.from}{' '}
                <span className="money text-ink">{price(wish.fromMinor, wish.currency)}</span>
              </p>
            )}
            {listId && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="list" value={listId} />
                <input type="hidden" name="item" value={wish.id} />
                <button
                  name="what"
                  value="drop"
                  className="link min-h-11 cursor-pointer text-sm text-quiet"
                  aria-label={`${texts.remove}: ${title}`}
                >
                  {texts.remove}
                </button>
              </Form>
            )}
          </li>
        )
      })}
    </ul>
  )
}
