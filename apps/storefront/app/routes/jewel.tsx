import { useEffect, useState } from 'react'
import { Form, Link, useFetcher, useNavigation, useRouteLoaderData, useSearchParams } from 'react-router'
import type { Route } from './+types/jewel'
import { putIntoBag } from '../carts.server.ts'
import { unlessOtherChoice } from '../choices.ts'
import { deliveryOf } from '../delivery-dates.server.ts'
import { breadcrumbOf, headOf, type MetaDescriptor } from '../head.ts'
import { alloyKey, canBeBought, reportUrl, sizeKinds, variantOf, type Design } from '../jewels.ts'
import { currencyOf, useFormats, useMessages } from '../locale.ts'
import { Done, Refused } from '../parts/alert.tsx'
import { alloyName } from '../parts/alloy.ts'
import { Breakdown } from '../parts/breakdown.tsx'
import { Cards, type CardDesign } from '../parts/card.tsx'
import { DeliveryDate } from '../parts/delivery-date.tsx'
import { EngravingPreview, faces, type Face } from '../parts/engraving.tsx'
import { Gallery, type View } from '../parts/gallery.tsx'
import { HeartIcon } from '../parts/icons.tsx'
import type { Rate } from '../parts/rates.tsx'
import { Share } from '../parts/share.tsx'
import { SizeHelp } from '../parts/size-help.tsx'
import { Turntable } from '../parts/turntable.tsx'
import { alloyOf } from '../parts/turntable-alloys.ts'
import { hasModel as modelOf, viewsOf, withPicture } from '../pictures.server.ts'
import { formOf, goTo, ifPossible, orNotFound, refused, shopOf, signedInOnly, withCookies } from '../shop.server.ts'
import { wishFor } from '../wishlists.server.ts'
import type { loader as rootLoader } from '../root.tsx'
import type { loader as quote } from './quote.ts'

export async function loader({ request, params }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const [design, related, rates] = await Promise.all([
    shop.getShared<Design>(`/designs/${params.slug}?currency=${currencyOf(request)}`).catch(orNotFound),
    ifPossible(shop.getShared<{ items: CardDesign[] }>(`/designs/${params.slug}/related`)),
    ifPossible(shop.getShared<{ items: Rate[] }>('/metal-rates'))
  ])
  return {
    design: withPicture(design),
    views: viewsOf(design.slug),
    hasModel: modelOf(design.slug),
    related: (related?.items ?? []).slice(0, 4).map(withPicture),
    rates: (rates?.items ?? []).filter(({ side }) => side === 'sell')
  }
}

/** All variants are here already, so another one is shown at once. */
export const shouldRevalidate = unlessOtherChoice

export async function action({ request, params }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text, filled } = await formOf(request)
  try {
    switch (text('what')) {
      case 'wish':
        signedInOnly(shop, request)
        await wishFor(shop, { designSlug: params.slug })
        return withCookies(shop, { done: 'wished' as const })
      case 'delivery': {
        const [country, postcode, currency] = [text('country'), text('postcode'), currencyOf(request)]
        const shipping = await deliveryOf(shop, {
          variantId: text('variantId'),
          pieceId: text('pieceId') || null,
          size: text('size') || undefined,
          currency,
          country,
          postcode
        })
        return withCookies(shop, { delivery: { country, postcode, currency, shipping } })
      }
      case 'alert':
        signedInOnly(shop, request)
        await shop.send('POST', '/alerts', {
          body:
            text('kind') === 'price-drop'
              ? { kind: 'price-drop', slug: params.slug }
              : { kind: 'back-in-stock', variantId: text('variantId') }
        })
        return withCookies(shop, { done: 'told' as const })
      default: {
        const engraving = text('engraving')
        await putIntoBag(shop, currencyOf(request), {
          variantId: text('variantId'),
          pieceId: text('pieceId') || null,
          quantity: 1,
          options: {
            ...filled('size'),
            ...(engraving && { engraving, ...filled('engravingFont') }),
            ...(text('giftWrap') && { giftWrap: true })
          }
        })
        return goTo(shop, '/bag?added=1')
      }
    }
  } catch (error) {
    return refused(shop, error)
  }
}

export function meta({ loaderData, matches, location }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts, _, origin) => {
    if (!loaderData) return {}
    const { design } = loaderData
    const { title, slug, description, imageUrl, variants } = design
    const path = `/jewels/${slug}`
    const shown = variantOf(design, new URLSearchParams(location.search).get('sku'))
    return {
      title,
      description,
      path,
      image: imageUrl,
      type: 'product',
      things: [
        {
          '@type': 'Product',
          name: title,
          description,
          sku: shown.sku,
          brand: { '@type': 'Brand', name: texts.shop },
          material: alloyName(shown, texts),
          weight: { '@type': 'QuantitativeValue', value: shown.grossMg / 1000, unitCode: 'GRM' },
          ...(imageUrl && { image: origin + imageUrl }),
          offers: variants.map((variant) => ({
            '@type': 'Offer',
            sku: variant.sku,
            url: `${origin}${path}?sku=${encodeURIComponent(variant.sku)}`,
            priceCurrency: variant.price.currency,
            price: (variant.price.totalMinor / 100).toFixed(2),
            itemCondition: 'https://schema.org/NewCondition',
            availability: `https://schema.org/${variant.available > 0 ? 'InStock' : variant.promisedOn ? 'PreOrder' : 'OutOfStock'}`
          }))
        },
        breadcrumbOf(origin, [
          [texts.shop, '/'],
          [texts.types[design.type] ?? texts.allJewels, `/jewels/in/${design.categories[0] ?? ''}`],
          [title, path]
        ])
      ]
    }
  })
}

const quotePauseMs = 300
const finenessOf: Record<string, number> = { '24K': 1000, '22K': 916, '18K': 750, '14K': 585 }

export default function Jewel({
  loaderData: { design, views, hasModel, related, rates },
  actionData
}: Route.ComponentProps) {
  const texts = useMessages()
  const { price, grams, carats, day } = useFormats()
  const [searchParams] = useSearchParams()
  const { state } = useNavigation()
  const { data: quoted, load } = useFetcher<typeof quote>()
  const chosen = variantOf(design, searchParams.get('sku'))
  const [engraving, setEngraving] = useState('')
  const [face, setFace] = useState<Face>('serif')
  const [giftWrap, setGiftWrap] = useState(false)
  const [pieceId, setPieceId] = useState('')
  const hasOptions = engraving.trim() !== '' || giftWrap
  useEffect(() => {
    if (!hasOptions) return undefined
    const asked = new URLSearchParams({
      variantId: chosen.id,
      engraving,
      giftWrap: giftWrap ? '1' : '',
      pieceId: chosen.oneOfAKind ? pieceId || (chosen.pieces[0]?.id ?? '') : ''
    })
    const timer = setTimeout(() => void load(`/quote?${asked}`), quotePauseMs)
    return () => clearTimeout(timer)
  }, [engraving, giftWrap, pieceId, hasOptions, chosen.id, chosen.oneOfAKind, chosen.pieces, load])
  const withOptions = hasOptions && quoted?.price ? quoted : null
  const shown = withOptions?.price ?? chosen.price
  const alloys = [
    ...new Map(design.variants.toReversed().map((variant) => [alloyKey(variant), variant])).values()
  ].toReversed()
  const sizes = design.variants.filter((variant) => alloyKey(variant) === alloyKey(chosen))
  const to = ({ sku }: { sku: string }) => `?sku=${encodeURIComponent(sku)}`
  const buyable = canBeBought(chosen)
  const room = design.engravingRoom
  const sizeKind = sizeKinds[design.type]
  const rate = rates.find(
    ({ metal, fineness }) =>
      metal === chosen.metal && fineness === (finenessOf[chosen.purity] ?? (metal === 'gold' ? 0 : 1000))
  )
  const pictures: View[] = (design.images ?? []).length
    ? design.images!.map(({ url, alt }) => ({ src: url, view: '', alt }))
    : picturesOf(design, views, alloyOf(chosen)).map((view) => ({
        src: design.imageUrl!,
        view,
        alt: texts.viewOf(design.title, texts.views[view.split('-')[0]!] ?? view)
      }))
  return (
    <>
      <article className="frame grid gap-10 py-8 lg:grid-cols-[1.2fr_1fr] lg:gap-16 lg:py-10">
        <div className="self-start">
          <Gallery key={design.slug} views={pictures} title={design.title} />
          {hasModel && (
            <Turntable
              key={`${design.slug} in 3D`}
              slug={design.slug}
              title={design.title}
              alloy={alloyOf(chosen)}
              alloys={alloys.map((one) => ({
                name: alloyOf(one),
                label: alloyName(one, texts),
                swatch: one.colour ?? one.metal
              }))}
            />
          )}
        </div>
        <div>
          <nav aria-label="Breadcrumb" className="mb-4">
            <ol className="flex gap-2 text-sm text-quiet">
              <li>
                <Link to={design.categories[0] ? `/jewels/in/${design.categories[0]}` : '/jewels'} className="link">
                  {texts.types[design.type] ?? texts.allJewels}
                </Link>
              </li>
            </ol>
          </nav>
          <h1 className="text-4xl sm:text-5xl">{design.title}</h1>
          <p className="mt-5 text-2xl">
            <output className="money" aria-live="polite">
              {price(shown.totalMinor, shown.currency)}
            </output>
            <span className="ms-3 text-base text-quiet">{texts.included}</span>
          </p>
          <p className="mt-5 text-lg text-quiet" dir="auto">
            {design.description}
          </p>

          <section className="mt-8" aria-labelledby="choose-metal">
            <h2 id="choose-metal" className="eyebrow font-sans">
              {texts.chooseMetal}
            </h2>
            <ul className="mt-3 flex flex-wrap gap-2">
              {alloys.map((one) => {
                const key = alloyKey(one)
                const same = design.variants.find(
                  (variant) => alloyKey(variant) === key && variant.size === chosen.size && canBeBought(variant)
                )
                return (
                  <li key={key}>
                    <Link
                      to={to(same ?? one)}
                      preventScrollReset
                      replace
                      className="chip gap-2.5"
                      aria-current={key === alloyKey(chosen) ? 'true' : undefined}
                    >
                      <span aria-hidden className={`swatch swatch-${one.colour ?? one.metal}`} />
                      {alloyName(one, texts)}
                    </Link>
                  </li>
                )
              })}
            </ul>
          </section>
          {(sizes.length > 1 || sizes[0]?.size) && (
            <section className="mt-6" aria-labelledby="choose-size">
              <div className="flex items-baseline justify-between gap-4">
                <h2 id="choose-size" className="eyebrow font-sans">
                  {texts.chooseSize}
                </h2>
                {sizeKind && <SizeHelp kind={sizeKind} />}
              </div>
              <ul className="mt-2 flex flex-wrap gap-2">
                {sizes.map((variant) => (
                  <li key={variant.id}>
                    <Link
                      to={to(variant)}
                      preventScrollReset
                      replace
                      className={`chip ${canBeBought(variant) ? '' : 'text-quiet line-through'}`}
                      aria-current={variant.id === chosen.id ? 'true' : undefined}
                    >
                      {variant.size ?? texts.oneSize}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}

          <Form method="post" className="mt-8 grid gap-5" preventScrollReset>
            <input type="hidden" name="variantId" value={chosen.id} />
            <input type="hidden" name="size" value={chosen.size ?? ''} />
            {chosen.oneOfAKind && chosen.pieces.length > 0 && (
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
                        onChange={() => setPieceId(id)}
                        className="tick"
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
            {room !== null && (
              <details className="border-y border-line py-1" open={engraving !== '' || undefined}>
                <summary className="flex min-h-11 cursor-pointer items-center">
                  {texts.engraving} <span className="ms-2 text-quiet">({texts.optional})</span>
                </summary>
                <div className="pb-4">
                  <input
                    name="engraving"
                    aria-label={texts.engraving}
                    maxLength={room * 2}
                    value={engraving}
                    onChange={(event) => setEngraving(event.target.value)}
                    className="input mt-1"
                    aria-describedby="engraving-hint"
                    autoComplete="off"
                  />
                  <p id="engraving-hint" className="mt-1 text-sm text-quiet">
                    {texts.engravingHint}; {texts.engravingMost(room)}. {texts.engravingFinal}
                  </p>
                  {engraving.trim() !== '' && (
                    <>
                      <fieldset className="mt-3 flex flex-wrap gap-2">
                        <legend className="sr-only">{texts.face}</legend>
                        {faces.map((one) => (
                          <label key={one} className="chip">
                            <input
                              type="radio"
                              name="engravingFont"
                              value={one}
                              checked={face === one}
                              onChange={() => setFace(one)}
                              className="sr-only"
                            />
                            <span className={one === 'plain' ? '' : `font-display ${one === 'italic' ? 'italic' : ''}`}>
                              {texts.faces[one]}
                            </span>
                          </label>
                        ))}
                      </fieldset>
                      <EngravingPreview text={engraving.trim()} face={face} colour={chosen.colour} />
                    </>
                  )}
                </div>
              </details>
            )}
            <label className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                name="giftWrap"
                value="1"
                checked={giftWrap}
                onChange={(event) => setGiftWrap(event.target.checked)}
                className="tick"
              />
              {texts.giftWrap}
              {withOptions && withOptions.giftWrapMinor > 0 && (
                <span className="money text-quiet">+ {price(withOptions.giftWrapMinor, shown.currency)}</span>
              )}
            </label>
            {hasOptions && quoted?.refusal && <Refused>{quoted.refusal}</Refused>}
            <Refused>{actionData && 'refusal' in actionData && actionData.refusal}</Refused>
            <Done>{actionData && 'done' in actionData && texts[actionData.done]}</Done>
            <p className={buyable ? 'text-good' : 'text-quiet'}>
              {chosen.available > 0
                ? texts.inStock(chosen.available)
                : chosen.promisedOn
                  ? texts.madeFor(day(chosen.promisedOn))
                  : texts.soldOut}
            </p>
            {buyable && (
              <button name="what" value="buy" className="button button-main" disabled={state === 'submitting'}>
                {texts.addToCart}
              </button>
            )}
          </Form>
          {buyable && (
            <DeliveryDate
              variantId={chosen.id}
              pieceId={chosen.oneOfAKind ? pieceId || (chosen.pieces[0]?.id ?? '') : ''}
              size={chosen.size ?? ''}
              answer={actionData && 'delivery' in actionData ? actionData.delivery : undefined}
              isBusy={state !== 'idle'}
            />
          )}
          <Form method="post" className="mt-4 flex flex-wrap items-center gap-x-7" preventScrollReset>
            <input type="hidden" name="variantId" value={chosen.id} />
            <input type="hidden" name="kind" value={buyable ? 'price-drop' : 'back-in-stock'} />
            <button
              name="what"
              value="wish"
              className="inline-flex min-h-11 cursor-pointer items-center gap-2 hover:underline"
            >
              <HeartIcon className="size-5" />
              {texts.wish}
            </button>
            <button name="what" value="alert" className="min-h-11 cursor-pointer hover:underline">
              {buyable ? texts.tellPrice : texts.tellMe}
            </button>
            <ShareHere title={design.title} slug={design.slug} />
          </Form>

          <details open className="unfold mt-8">
            <summary>
              <h2>{texts.breakdown}</h2>
            </summary>
            <Breakdown
              {...shown}
              rate={rate}
              options={
                withOptions
                  ? [
                      [texts.engravingPart, withOptions.engravingMinor],
                      [texts.giftWrapPart, withOptions.giftWrapMinor]
                    ]
                  : []
              }
            />
          </details>
          <details className="unfold">
            <summary>
              <h2>{texts.details}</h2>
            </summary>
            <dl className="grid grid-cols-[1fr_auto] gap-x-8 gap-y-2">
              <dt className="text-quiet">{texts.purity}</dt>
              <dd className="text-end">{alloyName(chosen, texts)}</dd>
              <dt className="text-quiet">{texts.gross}</dt>
              <dd className="money text-end">{grams(chosen.grossMg)}</dd>
              <dt className="text-quiet">{texts.net}</dt>
              <dd className="money text-end">{grams(chosen.netMg)}</dd>
              {chosen.stones.map(({ kind, shape, caratMct, count, colour, clarity, origin }) => (
                <div key={kind + caratMct} className="col-span-2 grid grid-cols-subgrid">
                  <dt className="text-quiet first-letter:uppercase">
                    {count} × {[origin, shape, kind].filter(Boolean).join(' ')}{' '}
                    {[colour, clarity].filter(Boolean).join(' ')}
                  </dt>
                  <dd className="money text-end">{carats(caratMct * count)}</dd>
                </div>
              ))}
            </dl>
          </details>
          <details className="unfold">
            <summary>
              <h2>{texts.hallmark}</h2>
            </summary>
            <p className="text-quiet">{texts.hallmarkLead}</p>
            {chosen.pieces.length > 0 && (
              <ul className="mt-4 grid gap-2">
                {chosen.pieces.map(({ id, serial, huid, certificates = [] }) => (
                  <li key={id} className="flex flex-wrap gap-x-5 border-t border-line pt-2">
                    <span>{serial}</span>
                    {huid && <span className="text-quiet">HUID {huid}</span>}
                    {certificates.map(({ lab, number }) => {
                      const url = reportUrl(lab, number)
                      return url ? (
                        <a key={number} href={url} rel="noreferrer" className="link" title={texts.checkReport(lab)}>
                          {lab} {number}
                        </a>
                      ) : (
                        <span key={number}>
                          {lab} {number}
                        </span>
                      )
                    })}
                  </li>
                ))}
              </ul>
            )}
          </details>
          <details className="unfold">
            <summary>
              <h2>{texts.care}</h2>
            </summary>
            <p className="text-quiet">{texts.careLead}</p>
            <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
              {(['delivery', 'returns', 'exchange', 'care'] as const).map((name) => (
                <Link key={name} to={`/pages/${name}`} className="link">
                  {texts.pages[name]}
                </Link>
              ))}
            </p>
          </details>
        </div>
      </article>
      {related.length > 0 && (
        <div className="later">
          <section className="frame mt-16 border-t border-line pt-12">
            <h2 className="mb-10 text-3xl">{texts.related}</h2>
            <Cards designs={related} />
          </section>
        </div>
      )}
    </>
  )
}

/** The project's views of the alloy that was chosen; those of the first one where it has none of its own. */
function picturesOf({ imageUrl }: Design, views: string[], alloy: string): string[] {
  if (!imageUrl) return []
  const plain = views.filter((view) => ['front', 'turned', 'detail', 'scale'].includes(view))
  const own = views.filter((view) => view.endsWith(`-${alloy}`))
  const others = own.length > 0 ? plain.filter((view) => !own.some((one) => one.startsWith(view))) : plain
  return views.length === 0 ? ['front'] : [...own, ...others]
}

function ShareHere({ title, slug }: { title: string; slug: string }) {
  const origin = useRouteLoaderData<typeof rootLoader>('root')?.origin ?? ''
  return <Share title={title} url={`${origin}/jewels/${slug}`} />
}
