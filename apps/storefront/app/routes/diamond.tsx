import { Form, Link, useNavigation } from 'react-router'
import type { Route } from './+types/diamond'
import { putIntoBag } from '../carts.server.ts'
import { headOf, type MetaDescriptor } from '../head.ts'
import { currencyOf, useFormats, useMessages } from '../locale.ts'
import { Done, Refused } from '../parts/alert.tsx'
import { Brilliant } from '../parts/brilliant.tsx'
import { formOf, goTo, orNotFound, refused, shopOf, signedInOnly, withCookies } from '../shop.server.ts'
import type { Stone } from '../stones.ts'
import { wishFor } from '../wishlists.server.ts'

export async function loader({ request, params }: Route.LoaderArgs) {
  return { stone: await shopOf(request).getShared<Stone>(`/stones/${params.pieceId}`).catch(orNotFound) }
}

export async function action({ request, params }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text } = await formOf(request)
  try {
    if (text('what') === 'wish') {
      signedInOnly(shop, request)
      await wishFor(shop, { pieceId: params.pieceId })
      return withCookies(shop, { done: true })
    }
    await putIntoBag(shop, currencyOf(request), { variantId: text('variantId'), pieceId: params.pieceId, quantity: 1 })
    return goTo(shop, '/bag?added=1')
  } catch (error) {
    return refused(shop, error)
  }
}

export function meta({ matches, loaderData }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts, { carats }, origin) => {
    if (!loaderData) return {}
    const { stone } = loaderData
    const path = `/diamonds/${stone.pieceId}`
    const title = texts.stoneTitle(carats(stone.caratMct), stone.colour, stone.clarity)
    return {
      title,
      description: `${title}, ${texts.cutGrade} ${stone.cut}.`,
      path,
      type: 'product',
      things: [
        {
          '@type': 'Product',
          name: title,
          sku: stone.pieceId,
          offers: {
            '@type': 'Offer',
            url: origin + path,
            priceCurrency: stone.currency,
            price: (stone.priceMinor / 100).toFixed(2),
            availability: `https://schema.org/${stone.available ? 'InStock' : 'SoldOut'}`
          }
        }
      ]
    }
  })
}

export default function Diamond({ loaderData: { stone }, actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { price, carats, millimetres } = useFormats()
  const { state } = useNavigation()
  const facts: [string, string, string?][] = [
    [texts.carat, carats(stone.caratMct), texts.fourCs.carat],
    [texts.cutGrade, stone.cut, texts.fourCs.cutGrade],
    [texts.colour, stone.colour, texts.fourCs.colour],
    [texts.clarity, stone.clarity, texts.fourCs.clarity],
    [texts.measures, `${millimetres(stone.lengthUm)} × ${millimetres(stone.widthUm)} × ${millimetres(stone.heightUm)}`],
    [texts.depth, `${stone.depth} %`],
    [texts.table, `${stone.table} %`]
  ]
  return (
    <article className="frame grid gap-10 py-10 lg:grid-cols-2 lg:gap-16">
      <div className="grid place-items-center bg-raised p-8 sm:p-14">
        <Brilliant table={stone.table} className="w-full max-w-md text-ink" />
      </div>
      <div>
        <p className="text-sm text-quiet">
          <Link to="/diamonds" className="link">
            {texts.stones}
          </Link>
        </p>
        <h1 className="mt-4 text-4xl sm:text-5xl">
          {texts.stoneTitle(carats(stone.caratMct), stone.colour, stone.clarity)}
        </h1>
        <p className="mt-5 text-2xl">
          <span className="money">{price(stone.priceMinor, stone.currency)}</span>
          <span className="ms-3 text-base text-quiet">{texts.included}</span>
        </p>
        <Refused>{actionData && 'refusal' in actionData && actionData.refusal}</Refused>
        <Done>{actionData && 'done' in actionData && texts.wished}</Done>
        <Form method="post" className="mt-8 grid gap-3">
          <input type="hidden" name="variantId" value={stone.variantId} />
          <p className={stone.available ? 'text-good' : 'text-quiet'}>
            {stone.available ? texts.oneOfAKind : texts.soldOut}
          </p>
          {stone.available && (
            <button className="button button-main" disabled={state === 'submitting'}>
              {texts.addToCart}
            </button>
          )}
          <button name="what" value="wish" className="button">
            {texts.wish}
          </button>
        </Form>
        <dl className="rows mt-10">
          {facts.map(([name, value, about]) => (
            <div key={name} className="grid grid-cols-[8rem_1fr] gap-x-5">
              <dt className="text-quiet">{name}</dt>
              <dd className="tabular-nums">
                {value}
                {about && <span className="block text-sm text-quiet">{about}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </article>
  )
}
