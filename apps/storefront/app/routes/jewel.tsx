import { Form, Link, useNavigation, useSearchParams } from 'react-router'
import type { Route } from './+types/jewel'
import { openBag } from '../carts.server.ts'
import { useFormats, useMessages } from '../locale.ts'
import { Breakdown, type BreakdownMinor } from '../parts/breakdown.tsx'
import { Cards, type CardDesign } from '../parts/card.tsx'
import { Picture } from '../parts/picture.tsx'
import { goTo, ifPossible, orNotFound, Refusal, shopOf, withCookies } from '../shop.server.ts'

interface Variant {
  id: string
  sku: string
  metal: string
  purity: string
  colour: string | null
  size: string | null
  grossMg: number
  netMg: number
  stones: { kind: string; shape?: string; caratMct: number; count: number; colour?: string; clarity?: string }[]
  price: { totalMinor: number; currency: string; breakdown: BreakdownMinor }
  oneOfAKind: boolean
  available: number
  promisedOn?: string
  pieces: { id: string; serial: string; huid?: string; certificates?: { lab: string; number: string }[] }[]
}
interface Design {
  slug: string
  title: string
  type: string
  description: string
  categories: string[]
  imageUrl: string | null
  variants: Variant[]
}

const alloyOf = ({ metal, purity, colour }: Variant) =>
  `${purity} ${colour && metal === 'gold' ? `${colour} ` : ''}${metal}`

export async function loader({ request, params }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const [design, related] = await Promise.all([
    shop.get<Design>(`/designs/${params.slug}`).catch(orNotFound),
    ifPossible(shop.get<{ items: CardDesign[] }>(`/designs/${params.slug}/related?limit=4`))
  ])
  return { design, related: related?.items ?? [], url: new URL(request.url).origin }
}

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  try {
    const bag = await openBag(shop)
    const engraving = text('engraving')
    await shop.send('POST', `/carts/${bag.id}/lines`, {
      headers: bag.headers,
      body: {
        variantId: text('variantId'),
        pieceId: text('pieceId') || null,
        quantity: 1,
        ...(engraving !== '' && { engraving })
      }
    })
    return goTo(shop, '/bag')
  } catch (error) {
    if (error instanceof Refusal) return withCookies(shop, { refusal: error.message }, error.status)
    throw error
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => {
  if (!loaderData) return []
  const { design, url } = loaderData
  const prices = design.variants.map(({ price }) => price.totalMinor / 100)
  const image = design.imageUrl ? url + design.imageUrl : undefined
  return [
    { title: `${design.title} · Lumora Jewels` },
    { name: 'description', content: design.description },
    { tagName: 'link', rel: 'canonical', href: `${url}/jewels/${design.slug}` },
    { property: 'og:type', content: 'product' },
    { property: 'og:title', content: design.title },
    { property: 'og:description', content: design.description },
    ...(image ? [{ property: 'og:image', content: image }] : []),
    {
      'script:ld+json': {
        '@context': 'https://schema.org',
        '@type': 'Product',
        name: design.title,
        description: design.description,
        sku: design.variants[0]?.sku,
        ...(image && { image }),
        offers: {
          '@type': 'AggregateOffer',
          priceCurrency: design.variants[0]?.price.currency,
          lowPrice: Math.min(...prices),
          highPrice: Math.max(...prices),
          offerCount: design.variants.length,
          availability: design.variants.some(({ available }) => available > 0)
            ? 'https://schema.org/InStock'
            : 'https://schema.org/OutOfStock'
        }
      }
    }
  ]
}

const views = ['front', 'turned', 'detail', 'scale']

export default function Jewel({ loaderData: { design, related }, actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { money, grams, carats, day } = useFormats()
  const [searchParams] = useSearchParams()
  const { state } = useNavigation()
  const chosen =
    design.variants.find(({ sku }) => sku === searchParams.get('sku')) ??
    design.variants.find(({ available }) => available > 0) ??
    design.variants[0]!
  const alloys = [...new Map(design.variants.map((variant) => [alloyOf(variant), variant])).keys()]
  const alloy = alloyOf(chosen)
  const sizes = design.variants.filter((variant) => alloyOf(variant) === alloy)
  const to = (variant: Variant) => `?sku=${encodeURIComponent(variant.sku)}`
  const canBuy = chosen.available > 0 || chosen.promisedOn !== undefined
  return (
    <>
      <article className="frame grid gap-10 py-10 lg:grid-cols-[1.2fr_1fr] lg:gap-16">
        <div className="grid grid-cols-2 gap-3 self-start">
          {(design.imageUrl ? views : ['front']).map((view, index) => (
            <Picture
              key={view}
              src={design.imageUrl}
              view={view}
              alt={index === 0 ? design.title : ''}
              eager={index === 0}
              className={index === 0 ? 'col-span-2' : ''}
              sizes={index === 0 ? '(min-width: 64rem) 50vw, 92vw' : '(min-width: 64rem) 25vw, 45vw'}
            />
          ))}
        </div>
        <div className="lg:sticky lg:top-36 lg:self-start">
          <h1 className="text-4xl sm:text-5xl">{design.title}</h1>
          <p className="mt-5 text-2xl">
            <span className="money">{money(chosen.price.totalMinor, chosen.price.currency)}</span>
            <span className="ms-3 text-base text-quiet">{texts.included}</span>
          </p>
          <p className="mt-5 text-lg text-quiet">{design.description}</p>

          <fieldset className="mt-8">
            <legend className="eyebrow">{texts.chooseMetal}</legend>
            <div className="mt-3 flex flex-wrap gap-2">
              {alloys.map((name) => {
                const first =
                  design.variants.find((variant) => alloyOf(variant) === name && variant.size === chosen.size) ??
                  design.variants.find((variant) => alloyOf(variant) === name)!
                return (
                  <Link
                    key={name}
                    to={to(first)}
                    preventScrollReset
                    replace
                    className="chip"
                    aria-current={name === alloy}
                  >
                    {name}
                  </Link>
                )
              })}
            </div>
          </fieldset>
          {sizes.length > 1 || sizes[0]?.size ? (
            <fieldset className="mt-6">
              <legend className="eyebrow">
                {texts.chooseSize} ·{' '}
                <Link to="/sizes" className="link">
                  {texts.sizeHelp}
                </Link>
              </legend>
              <div className="mt-3 flex flex-wrap gap-2">
                {sizes.map((variant) => (
                  <Link
                    key={variant.id}
                    to={to(variant)}
                    preventScrollReset
                    replace
                    className={`chip ${variant.available > 0 || variant.promisedOn ? '' : 'text-quiet line-through'}`}
                    aria-current={variant.id === chosen.id}
                  >
                    {variant.size ?? texts.oneSize}
                  </Link>
                ))}
              </div>
            </fieldset>
          ) : null}

          <Form method="post" className="mt-8 grid gap-5" preventScrollReset>
            <input type="hidden" name="variantId" value={chosen.id} />
            {chosen.oneOfAKind && (
              <fieldset>
                <legend className="eyebrow">
                  {texts.choosePiece} · {texts.oneOfAKind}
                </legend>
                <div className="mt-3 grid gap-2">
                  {chosen.pieces.map(({ id, serial, huid, certificates = [] }, index) => (
                    <label key={id} className="chip justify-between gap-4">
                      <input
                        type="radio"
                        name="pieceId"
                        value={id}
                        defaultChecked={index === 0}
                        required
                        className="accent-[var(--color-accent)]"
                      />
                      <span className="grow">{serial}</span>
                      <span className="text-sm text-quiet">
                        {[huid && `HUID ${huid}`, ...certificates.map(({ lab, number }) => `${lab} ${number}`)]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </label>
                  ))}
                </div>
              </fieldset>
            )}
            <label>
              <span className="eyebrow">
                {texts.engraving} ({texts.optional})
              </span>
              <input name="engraving" maxLength={30} className="input mt-2" aria-describedby="engraving-hint" />
              <span id="engraving-hint" className="mt-1 block text-sm text-quiet">
                {texts.engravingHint}; {texts.engravingPrice}
              </span>
            </label>
            {actionData?.refusal && (
              <p role="alert" className="border-s-2 border-warn ps-4 text-warn">
                {actionData.refusal}
              </p>
            )}
            <p className={canBuy ? 'text-good' : 'text-quiet'}>
              {chosen.available > 0
                ? texts.inStock(chosen.available)
                : chosen.promisedOn
                  ? texts.madeFor(day(chosen.promisedOn))
                  : texts.soldOut}
            </p>
            <button className="button button-main" disabled={!canBuy || state === 'submitting'}>
              {texts.addToCart}
            </button>
          </Form>

          <details open className="mt-10 border-t border-line pt-6">
            <summary className="cursor-pointer font-display text-xl">{texts.breakdown}</summary>
            <div className="mt-4">
              <Breakdown {...chosen.price} />
            </div>
          </details>
          <details className="mt-6 border-t border-line pt-6">
            <summary className="cursor-pointer font-display text-xl">{texts.weights}</summary>
            <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-8 gap-y-2">
              <dt className="text-quiet">{texts.gross}</dt>
              <dd className="money text-end">{grams(chosen.grossMg)}</dd>
              <dt className="text-quiet">{texts.net}</dt>
              <dd className="money text-end">{grams(chosen.netMg)}</dd>
              <dt className="text-quiet">{texts.purity}</dt>
              <dd className="text-end">{alloy}</dd>
              {chosen.stones.map(({ kind, shape, caratMct, count, colour, clarity }) => (
                <div key={kind + caratMct} className="col-span-2 grid grid-cols-subgrid">
                  <dt className="text-quiet first-letter:uppercase">
                    {count} × {[shape, kind].filter(Boolean).join(' ')} {[colour, clarity].filter(Boolean).join(' ')}
                  </dt>
                  <dd className="money text-end">{carats(caratMct * count)}</dd>
                </div>
              ))}
            </dl>
          </details>
        </div>
      </article>
      {related.length > 0 && (
        <section className="frame mt-20 border-t border-line pt-12">
          <h2 className="mb-10 text-3xl">{texts.related}</h2>
          <Cards designs={related} />
        </section>
      )}
    </>
  )
}
