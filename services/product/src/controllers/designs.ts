import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { stale } from '@lumora/kit/versions'
import {
  findChanges,
  findDesignText,
  hasCrossed,
  lockDesign,
  lockStored,
  noteStock,
  saveChangedDesign,
  saveChanges,
  saveDesignCategories,
  saveDesignRows,
  saveFacetTokens,
  saveSearchWords,
  saveStatuses,
  type Db,
  type DesignRow
} from '../models/designs.ts'
import { showMedia } from '../models/media.ts'
import { findPricing } from '../models/currencies.ts'
import { findRates, holdRates, waitForOthers } from '../models/rates.ts'
import { retireVariants, savePieceRows, saveVariantRows, type PieceRow, type VariantRow } from '../models/variants.ts'
import { caratBands } from '../schemas/designs.ts'
import type { DesignChange, NewDesign, NewSetStone, NewVariant, Price } from '../schemas/designs.ts'
import type { Rate } from '../schemas/rates.ts'
import { engravingRoomOf } from './options.ts'
import { checkCertificates, refuseTaken } from './pieces.ts'
import { resolvePrice } from './currencies.ts'
import { finenessOf, priceOf } from './prices.ts'
import { rateOf, shopCurrency } from './rates.ts'

export interface Deps {
  db: Db
}

/** A design as JSON text, with its variants, their prices and what of them can be bought; in another currency without those that are not sold in it. */
export async function readDesign(
  { db }: Deps,
  slug: string,
  any: boolean,
  currency: string = shopCurrency
): Promise<{ text: string; version: number }> {
  const found = await designText(db, slug, any)
  if (found === undefined) throw notThere()
  if (currency === shopCurrency) return found
  const design = JSON.parse(found.text) as { variants: { id: string; price: Price }[] }
  const { rates, fixed } = await findPricing(
    db,
    design.variants.map(({ id }) => id),
    currency
  )
  const at = new Date().toISOString()
  const variants = design.variants.flatMap((variant) => {
    const resolved = resolvePrice(
      { ...variant.price, rateId: null, isFixed: false },
      currency,
      { rates, fixed: fixed?.[variant.id] },
      at
    )
    if (!resolved) return []
    const { totalMinor, breakdown, priceReason } = resolved
    return [{ ...variant, price: { totalMinor, currency, breakdown, priceReason } }]
  })
  return { text: JSON.stringify({ ...design, variants }), version: found.version }
}

/** A design as it is told, with what can be done to what is of its type. */
async function designText(db: Deps['db'], slug: string, any: boolean) {
  const found = await findDesignText(db, slug, any)
  if (!found) return undefined
  const { text, version, type } = found
  return { text: `{"engravingRoom":${engravingRoomOf(type)},${text.slice(1)}`, version }
}

const notThere = () => new Problem(404, 'not-found', 'There is no such design.')

/** Changes what is said of a design if it is still of this version, and notes who changed what. */
export function changeDesign(
  { db }: Deps,
  staffId: string,
  slug: string,
  version: number,
  given: DesignChange
): Promise<{ text: string; version: number }> {
  return db.transaction().execute(async (tx) => {
    const before = await lockDesign(tx, slug)
    if (!before) throw notThere()
    if (before.version !== version) throw stale()
    const wanted = { ...given, ...(given.categories ? { categories: [...new Set(given.categories)] } : {}) }
    const names = (Object.keys(wanted) as (keyof DesignChange)[]).filter(
      (name) => JSON.stringify(wanted[name]) !== JSON.stringify(before[name])
    )
    if (names.length > 0) {
      const { title, description, categories, attributes, imageUrl, status } = { ...before, ...wanted }
      const card = JSON.stringify({ ...(JSON.parse(before.card) as object), title, imageUrl })
      const doc = { ...(JSON.parse(before.doc) as object), title, description, categories, attributes, imageUrl }
      await saveChangedDesign(tx, {
        ...before,
        title,
        description,
        categories,
        attributes,
        imageUrl,
        status,
        card,
        doc: JSON.stringify(doc)
      })
      await saveDesignCategories(tx, [before.id])
      await saveSearchWords(tx, [title])
      const changes = Object.fromEntries(names.map((name) => [name, { from: before[name], to: wanted[name] }]))
      await saveChanges(tx, [{ designId: before.id, version: version + 1, kind: 'changed', changes, madeBy: staffId }])
    }
    return (await designText(tx, slug, true))!
  })
}

/** A page of the changes of a design, the newest first. */
export async function listChanges({ db }: Deps, slug: string, { after, limit }: { after?: string; limit: number }) {
  const place = after === undefined ? null : (readPlace(after, ['number'])[0] as number)
  return pageOf(await findChanges(db, slug, place, limit + 1), limit, ({ id }) => [id])
}

/** Adds a design, priced by the metal rates in force. */
export async function addDesign({ db }: Deps, once: Once, staffId: string, design: NewDesign): Promise<any> {
  await makeFacetsKnown(db, [design])
  return db.transaction().execute(async (tx) => {
    await saveDesigns(tx, staffId, [design], true)
    return once.answer(tx, 201, JSON.parse((await designText(tx, design.slug, true))!.text) as unknown)
  })
}

/** Adds the designs, or changes those with the same slug: all of them or none. Variants that are no longer named are no longer sold. */
export async function importDesigns(
  { db }: Deps,
  staffId: string,
  designs: NewDesign[]
): Promise<{ imported: number }> {
  await makeFacetsKnown(db, designs)
  const save = () =>
    db.transaction().execute(async (tx) => {
      await waitForOthers(tx)
      await saveDesigns(tx, staffId, designs, false)
    })
  await inTurn(() => save().catch((error) => (hasCrossed(error) ? save() : Promise.reject(error))))
  return { imported: designs.length }
}

const importsAtOnce = 2
const turns = Array.from({ length: importsAtOnce }, () => Promise.resolve())
let turn = 0

/** Runs two imports at a time: more of them would wait for each other's rows, each with a connection of the pool that shoppers need. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const mine = turn++ % importsAtOnce
  const done = turns[mine]!.then(work)
  turns[mine] = done.catch(() => {})
  return done
}

/**
 * Gives what these designs may be found by its numbers, in a commit of its own: an import that gave them within its transaction
 * would hold up every other one with a new size or grade until its end.
 */
export async function makeFacetsKnown(db: Db, designs: NewDesign[]): Promise<void> {
  const variants = designs.flatMap((design) => design.variants)
  const certificates = variants.flatMap(({ pieces }) => (pieces ?? []).flatMap((piece) => piece.certificates ?? []))
  const tokens = [
    ...designs.flatMap((design) => facetsOf(design, design.variants)),
    ...variants.flatMap(({ size }) => (size ? [`size:${size}`] : [])),
    ...certificates.map(({ lab }) => `lab:${lab}`),
    ...certificates.flatMap(({ origin }) => (origin ? [`origin:${origin.toLowerCase().replaceAll('_', '-')}`] : []))
  ]
  await saveFacetTokens(db, [...new Set(tokens)].sort())
}

/** Adds designs, or changes those with the same slug, within the caller's transaction. */
export async function saveDesigns(tx: Db, staffId: string, designs: NewDesign[], onlyNew: boolean): Promise<void> {
  checkUnique(designs)
  await holdRates(tx)
  const rates = await findRates(tx)
  const priced = designs.map((design) => design.variants.map((variant) => variantRow(variant, rates)))
  const skus = designs.flatMap(({ variants }) => variants.map(({ sku }) => sku))
  const rows = designs.map((design, index) => designRow(design, priced[index]!))
  checkCertificates(designs.flatMap(({ variants }) => variants.flatMap(({ pieces }) => pieces)))
  await lockStored(
    tx,
    rows.map(({ slug }) => slug),
    skus
  )
  const saved = await saveDesignRows(tx, rows)
  const ids = new Map(saved.map(({ slug, id }) => [slug, id]))
  const notFree =
    designs.find(({ slug }) => !ids.has(slug)) ?? (onlyNew ? saved.find(({ isNew }) => !isNew) : undefined)
  if (notFree) throw new Problem(409, 'slug-taken', `The slug ${notFree.slug} is taken by another design.`)
  const statuses = designs.flatMap(({ slug, status }) => (status ? [{ slug, status }] : []))
  if (statuses.length > 0) await saveStatuses(tx, statuses)
  await saveChanges(
    tx,
    saved.map(({ id, version, isNew }) => ({
      designId: id,
      version,
      kind: isNew ? ('added' as const) : ('imported' as const),
      changes: {},
      madeBy: staffId
    }))
  )
  await saveDesignCategories(tx, [...ids.values()])
  if (saved.some(({ isNew }) => !isNew)) await showMedia(tx, [...ids.values()])
  const variantRows = designs.flatMap(({ slug }, index) =>
    priced[index]!.map((row, position): VariantRow => Object.assign(row, { designId: ids.get(slug)!, position }))
  )
  const variantIds = new Map((await saveVariantRows(tx, variantRows)).map(({ sku, id }) => [sku, id]))
  const taken = skus.find((sku) => !variantIds.has(sku))
  if (taken !== undefined)
    throw new Problem(409, 'sku-taken', `The SKU ${taken} belongs to another design, or to a variant of another kind.`)
  const changed = saved.filter(({ isNew }) => !isNew).map(({ id }) => id)
  if (changed.length > 0) await retireVariants(tx, changed, skus)
  await savePieces(tx, designs, variantIds)
  await noteStock(tx, [...ids.values()])
  // Last, as another import with one of these words waits for it until the commit.
  await saveSearchWords(
    tx,
    rows.flatMap(({ title, keywords }) => [title, keywords])
  )
}

async function savePieces(tx: Db, designs: NewDesign[], variantIds: Map<string, string>): Promise<void> {
  const rows = designs.flatMap(({ variants }) =>
    variants.flatMap(({ sku, pieces }) =>
      pieces.map(({ serial, huid, certificates }): PieceRow => ({
        variantId: variantIds.get(sku)!,
        serial,
        huid: huid ?? null,
        certificates
      }))
    )
  )
  if (rows.length === 0) return
  const taken = await savePieceRows(tx, rows).catch(refuseTaken)
  if (taken.length > 0)
    throw new Problem(409, 'serial-taken', `The serial ${taken[0]} belongs to a piece of another variant.`)
}

function checkUnique(designs: NewDesign[]): void {
  const variants = designs.flatMap((design) => design.variants)
  const pieces = variants.flatMap((variant) => variant.pieces ?? [])
  const named: [string, string[]][] = [
    ['slug', designs.map(({ slug }) => slug)],
    ['SKU', variants.map(({ sku }) => sku)],
    ['serial', pieces.map(({ serial }) => serial)],
    ['HUID', pieces.flatMap(({ huid }) => huid ?? [])]
  ]
  for (const [what, values] of named) {
    const seen = new Set<string>()
    const twice = values.find((value) => seen.size === seen.add(value).size)
    if (twice !== undefined) throw new Problem(422, 'named-twice', `The ${what} ${twice} stands in the request twice.`)
  }
}

type PricedVariant = Omit<VariantRow, 'designId' | 'position'>

/** A variant priced by these rates, as it is stored; throws when it cannot be. */
export function variantRow(variant: NewVariant, rates: readonly Rate[]): PricedVariant {
  const { sku, metal, purity, colour, size, grossMg, netMg, stones, making } = variant
  const { onHand, oneOfAKind, pieces, leadTimeDays, wastage, fees, discounts, articles, fixedMinor } = variant
  if (oneOfAKind && leadTimeDays !== undefined)
    throw new Problem(422, 'stock-of-pieces', `${sku} exists in its pieces only: it has no lead time.`)
  checkWeights(variant, stones)
  if (oneOfAKind && onHand !== 0 && onHand !== pieces.length)
    throw new Problem(
      422,
      'stock-of-pieces',
      `The stock of ${sku} is its pieces: name ${onHand} of them, or no onHand.`
    )
  const extras = { wastage, fees, discounts, articles, fixedMinor }
  const { id, rate } = rateOf(rates, metal, purity)
  const rateId = fixedMinor === undefined ? id : null
  const { totalMinor, breakdown } = priceOf({
    netMg,
    grossMg,
    stones,
    making,
    ...extras,
    rate
  })
  const shown = { sku, metal, purity, colour, size, grossMg, netMg }
  const price: Price = { totalMinor, currency: shopCurrency, breakdown }
  return {
    ...shown,
    fineness: finenessOf(metal, purity),
    rateId,
    stones,
    making,
    extras,
    oneOfAKind,
    leadTimeDays: leadTimeDays ?? null,
    onHand: oneOfAKind ? 0 : onHand,
    totalMinor,
    currency: shopCurrency,
    breakdown,
    doc: JSON.stringify({ ...shown, stones: stones.map(shownStone), price, oneOfAKind, leadTimeDays })
  }
}

const shownStone = ({ kind, shape, caratMct, count, colour, clarity, origin }: NewSetStone) => ({
  kind,
  shape,
  caratMct,
  count,
  colour,
  clarity,
  origin
})

/** Gross includes the stones and net does not; a carat is 0.2 g, so 5 mct are 1 mg. */
function checkWeights({ sku, grossMg, netMg }: NewVariant, stones: readonly NewSetStone[]): void {
  const stonesMct = stones.reduce((sum, { caratMct, count }) => sum + caratMct * count, 0)
  if (netMg * 5 + stonesMct > grossMg * 5)
    throw new Problem(
      422,
      'weights-not-valid',
      `${sku}: net weight and stones (${netMg + stonesMct / 5} mg) are more than the gross weight (${grossMg} mg).`
    )
}

function designRow(design: NewDesign, variants: PricedVariant[]): DesignRow {
  const { slug, title, type, description = '', attributes = {}, imageUrl = null } = design
  const categories = [...new Set(design.categories)]
  const metals = [...new Set(variants.map(({ metal }) => metal))]
  const purities = [...new Set(variants.map(({ purity }) => purity))]
  const oneOfAKind = variants.some((variant) => variant.oneOfAKind)
  const colours = [...new Set(variants.flatMap(({ colour }) => colour ?? []))]
  const stones = [...new Set(design.variants.flatMap((variant) => variant.stones.map(({ kind }) => kind)))]
  const fromMinor = lowest(variants)
  return {
    slug,
    title,
    description,
    type,
    categories,
    attributes,
    imageUrl,
    metals,
    purities,
    colours,
    stones,
    oneOfAKind,
    facets: facetsOf(design, variants),
    keywords: [type, ...metals, ...colours, ...stones].join(' '),
    fromMinor,
    currency: shopCurrency,
    card: JSON.stringify({ slug, title, imageUrl, type, metals, fromMinor, currency: shopCurrency }),
    doc: JSON.stringify({ slug, title, type, attributes, description, categories, imageUrl })
  }
}

/** What a design is found by that its stock does not change. */
function facetsOf(
  design: NewDesign,
  variants: readonly Pick<PricedVariant, 'metal' | 'purity' | 'colour' | 'oneOfAKind'>[]
): string[] {
  const tokens = [
    `type:${design.type}`,
    ...variants.map(({ metal }) => `metal:${metal}`),
    ...variants.map(({ purity }) => `purity:${purity}`),
    ...variants.flatMap(({ colour }) => (colour ? [`colour:${colour}`] : [])),
    ...design.variants.flatMap(({ stones }) => stones.map(({ kind }) => `stone:${kind}`)),
    ...stoneFacets(design),
    ...(variants.some(({ oneOfAKind }) => oneOfAKind) ? ['oneOfAKind:'] : [])
  ]
  return [...new Set(tokens)]
}

/** What the set stones of a design count for in the facets. */
function stoneFacets({ variants }: NewDesign): string[] {
  const tokens = variants.flatMap((variant) =>
    variant.stones.flatMap(({ shape, clarity, origin, caratMct }) => [
      `shape:${shape}`,
      `carat:${caratBand(caratMct)}`,
      ...(clarity === undefined ? [] : [`clarity:${clarity}`]),
      ...(origin === undefined ? [] : [`origin:${origin}`])
    ])
  )
  return [...new Set(tokens)].sort()
}

/** The band of `caratBands` that a weight falls into; the function of the same name in 009_listings.sql, for what was there before. */
const caratBand = (mct: number) =>
  caratBands[[300, 500, 1000, 1500, 2000, 3000].filter((bound) => mct >= bound).length]!

const lowest = (variants: { totalMinor: number }[]) => Math.min(...variants.map(({ totalMinor }) => totalMinor))
