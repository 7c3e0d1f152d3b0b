import { Form, Link, useNavigation } from 'react-router'
import type { Route } from './+types/account-wishlists'
import { headOf, type MetaDescriptor } from '../head.ts'
import { currencyOf, useMessages } from '../locale.ts'
import { Refused } from '../parts/alert.tsx'
import { Field } from '../parts/field.tsx'
import { Share } from '../parts/share.tsx'
import { Wishes } from '../parts/wishes.tsx'
import { formOf, goTo, originOf, orSignIn, refused, shopOf, signedInOnly } from '../shop.server.ts'
import { wishedOf, type Wishlist } from '../wishlists.server.ts'

interface Item {
  id: string
  designSlug: string | null
  pieceId: string | null
}

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  signedInOnly(shop, request)
  const { items: lists } = await shop
    .get<{ items: Wishlist[] }>('/users/me/wishlists?limit=50')
    .catch(orSignIn(shop, request))
  const wanted = new URL(request.url).searchParams.get('list')
  const list = lists.find(({ id }) => id === wanted) ?? lists[0] ?? null
  const found = list ? await shop.get<{ items: Item[] }>(`/users/me/wishlists/${list.id}/items?limit=100`) : null
  return {
    lists,
    list,
    wishes: found ? await wishedOf(shop, found.items, currencyOf(request)) : [],
    origin: originOf(request)
  }
}

export const shouldRevalidate = () => true

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text } = await formOf(request)
  const id = encodeURIComponent(text('list'))
  const list = `/users/me/wishlists/${id}`
  try {
    switch (text('what')) {
      case 'drop':
        await shop.send('DELETE', `${list}/items/${encodeURIComponent(text('item'))}`)
        break
      case 'share':
        await shop.send('PUT', `${list}/link`)
        break
      case 'unshare':
        await shop.send('DELETE', `${list}/link`)
        break
      case 'remove':
        await shop.send('DELETE', list)
        return goTo(shop, '/account/wishlists')
      default: {
        const made = await shop.send<Wishlist>('POST', '/users/me/wishlists', { body: { name: text('name') } })
        return goTo(shop, `/account/wishlists?list=${made.id}`)
      }
    }
    return goTo(shop, `/account/wishlists?list=${id}`)
  } catch (error) {
    return refused(shop, error)
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.wishlists }))
}

export default function Wishlists({ loaderData: { lists, list, wishes, origin }, actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { state } = useNavigation()
  const url = list?.link ? `${origin}/wishlists/${list.link}` : null
  return (
    <>
      <h1 className="text-4xl">{texts.wishlists}</h1>
      <Refused>{actionData?.refusal}</Refused>
      {lists.length > 1 && (
        <ul className="mt-6 flex flex-wrap gap-2">
          {lists.map(({ id, name, itemCount }) => (
            <li key={id}>
              <Link to={`?list=${id}`} className="chip gap-2" aria-current={id === list?.id ? 'page' : undefined}>
                {name} <span className="text-sm text-quiet">{itemCount}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {list && (
        <>
          <h2 className="mt-8 text-2xl">{list.name}</h2>
          {url && (
            <p className="mt-2">
              <span className="text-quiet">{texts.sharedAt}</span>{' '}
              <a href={url} className="link break-all">
                {url}
              </a>{' '}
              <Share title={list.name} url={url} />
            </p>
          )}
          <Wishes wishes={wishes} listId={list.id} />
          <Form method="post" className="mt-10 flex flex-wrap gap-4" preventScrollReset>
            <input type="hidden" name="list" value={list.id} />
            <button name="what" value={list.link ? 'unshare' : 'share'} className="button" disabled={state !== 'idle'}>
              {list.link ? texts.unshareList : texts.shareList}
            </button>
            <button name="what" value="remove" className="link min-h-11 cursor-pointer">
              {texts.remove}: {list.name}
            </button>
          </Form>
        </>
      )}
      {!list && <p className="mt-6 text-quiet">{texts.noWishes}</p>}
      <Form method="post" className="mt-12 flex max-w-md items-end gap-3" key={lists.length}>
        <Field label={texts.newWishlist} name="name" required maxLength={100} className="grow" />
        <button className="button" disabled={state !== 'idle'}>
          {texts.add}
        </button>
      </Form>
    </>
  )
}
