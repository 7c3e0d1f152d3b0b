import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { issuer, platformAudience, type Keys } from '@lumora/kit/auth'
import { openDatabase, openPool } from '@lumora/kit/database'
import { fromService, keys, staff, testDatabase } from '@lumora/kit/testing'
import { generateKeyPair, SignJWT } from 'jose'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import { openQuoteSeal } from '../src/controllers/seals.ts'
import { openDiskStorage } from '../src/controllers/storages.ts'
import type { NewDesign, NewVariant } from '../src/schemas/designs.ts'

/** Pictures in a folder of this test file's own. */
export async function openMedia(perDay = 1000) {
  const folder = await mkdtemp(join(tmpdir(), 'lumora-media-'))
  after(() => rm(folder, { recursive: true, force: true }))
  return { storage: openDiskStorage(join(folder, 'kept')), incoming: join(folder, 'incoming'), perDay }
}

const pair = await generateKeyPair('EdDSA')
const deskKey = 'desk'
const allKeys: Keys = async (header, token) => (header?.kid === deskKey ? pair.publicKey : keys(header, token))

/** The header of a request from this member of staff of the catalogue. */
export const colleague = async (userId: string) => ({
  authorization: `Bearer ${await new SignJWT({ sid: 'desk', roles: ['catalogue'], permissions: ['catalogue:write'] })
    .setProtectedHeader({ alg: 'EdDSA', kid: deskKey })
    .setIssuer(issuer)
    .setSubject(userId)
    .setAudience(platformAudience)
    .setExpirationTime('5m')
    .sign(pair.privateKey)}`
})

export const quoteSecrets = { now: 'n'.repeat(32), before: 'b'.repeat(32) }

/** The service on a database of its own, with metal rates in force, and what its tests do with it. */
export async function openCatalogue({ connections }: { connections?: number } = {}) {
  const wide: { close?: () => Promise<void> } = {}
  after(() => wide.close?.())
  const given = await testDatabase(new URL('../migrations/', import.meta.url))
  const pool = connections === undefined ? given.pool : openPool(given.url, { max: connections })
  const db = connections === undefined ? given.db : openDatabase(pool)
  if (connections !== undefined) wide.close = () => db.destroy()
  const media = await openMedia()
  const quotes = openQuoteSeal([quoteSecrets.now, quoteSecrets.before])
  const appWith = (own: Partial<Parameters<typeof buildApp>[0]>) =>
    buildApp({ db, keys: allKeys, quotes, media, ...own })
  const app = appWith({})
  const manager = await staff('catalogue:write')
  const order = await fromService('order', 'product', 'quotes', 'reservations')

  const call = (method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH', url: string, headers: object, payload?: object) =>
    app.inject({ method, url, headers: { ...headers }, ...(payload ? { payload } : {}) })
  const importDesigns = (...designs: NewDesign[]) => call('PUT', '/api/v1/designs/import', manager, { designs })
  const read = async (slug: string) => (await app.inject(`/api/v1/designs/${slug}`)).json()
  const variantId = async (sku: string) =>
    (await sql<{ id: string }>`select "id" from variants where "sku" = ${sku}`.execute(db)).rows[0]!.id

  await call('PUT', '/api/v1/metal-rates', manager, { rates, source: 'test' })
  return {
    db,
    pool,
    url: given.url,
    app,
    /** The service once more with other means. */
    appWith,
    media,
    manager,
    order,
    call,
    importDesigns,
    read,
    post: (url: string, payload: object, own: object = {}) =>
      call('POST', `/api/v1${url}`, { ...manager, 'idempotency-key': crypto.randomUUID(), ...own }, payload),
    variantId,
    quote: async (lines: object[], currency = 'INR') =>
      (await call('POST', '/internal/quotes', order, { currency, lines })).json(),
    reserve: (orderId: string, lines: object[], expiresInSeconds = 60) =>
      call('PUT', `/internal/reservations/${orderId}`, order, { lines, expiresInSeconds }),
    commit: (orderId: string) => call('PUT', `/internal/reservations/${orderId}/commit`, order),
    release: (orderId: string) => call('DELETE', `/internal/reservations/${orderId}`, order),
    takeBack: (returnId: string, orderId: string, lines: object[]) =>
      call('PUT', `/internal/returns/${returnId}`, order, { orderId, lines }),
    /** Makes the reservation one whose time is over. */
    pass: (orderId: string) =>
      sql`update reservations set "expiresAt" = now() - interval '1 second' where "orderId" = ${orderId} and "status" = 'held'`.execute(
        db
      )
  }
}

export type Catalogue = Awaited<ReturnType<typeof openCatalogue>>

export const rates = [
  { metal: 'gold', fineness: 1000, minorPerGram: 1_200_000 },
  { metal: 'gold', fineness: 750, minorPerGram: 900_000 },
  { metal: 'silver', fineness: 925, minorPerGram: 14_000 }
]

let made = 0

/** A new variant of 2 g of 18 karat gold at 18,000.00, making 10 %, tax 3 %: 20,394.00. */
export const newVariant = (own: Partial<NewVariant> = {}): NewVariant => ({
  sku: `SKU-${++made}`,
  metal: 'gold',
  purity: '18K',
  colour: 'yellow',
  size: null,
  grossMg: 2000,
  netMg: 2000,
  stones: [],
  making: { kind: 'percent', permille: 100 },
  onHand: 5,
  oneOfAKind: false,
  pieces: [],
  ...own
})

/** A new variant of which there are these pieces only. */
export const oneOfAKind = (pieces: number, own: Partial<NewVariant> = {}): NewVariant =>
  newVariant({
    onHand: 0,
    oneOfAKind: true,
    pieces: Array.from({ length: pieces }, () => ({ serial: `PIECE-${++made}`, certificates: [] })),
    ...own
  })

export const newDesign = (own: Partial<NewDesign> = {}): NewDesign => ({
  slug: `design-${++made}`,
  title: 'A ring',
  type: 'ring',
  description: 'Plain.',
  categories: ['rings'],
  variants: [newVariant()],
  ...own
})

/** What breaks the rules of stock: counters that are not the sums of their movements (I2), more reserved than there is or held than live orders hold (I1), pieces whose status says otherwise than their owners. */
export async function stockFaults({ db }: { db: Catalogue['db'] }): Promise<unknown[]> {
  const { rows } = await sql`
    select 'counters are not the sum of movements' as "fault", v."sku" from variants v
    left join (select "variantId", sum("onHandDelta") as "onHand", sum("reservedDelta") as "reserved" from "stockMovements" group by 1) m on m."variantId" = v."id"
    where v."onHand" <> coalesce(m."onHand", 0) or v."reserved" <> coalesce(m."reserved", 0)
    union all
    select 'oversold', "sku" from variants where "onHand" < 0 or "reserved" < 0 or "reserved" > "onHand"
    union all
    select 'reserved is not what live orders hold', v."sku" from variants v
    left join (select l."variantId", sum(l."quantity") as "held" from "reservationLines" l join reservations r on r."orderId" = l."orderId" and r."status" = 'held' and not l."made" group by 1) h
      on h."variantId" = v."id"
    where v."reserved" <> coalesce(h."held", 0)
    union all
    select 'lines are not as live as their order', r."orderId"::text from reservations r join "reservationLines" l on l."orderId" = r."orderId"
    where l."live" <> (r."status" in ('held', 'committed') and (l."pieceId" is null or l."returned" = 0))
    union all
    select 'a piece is not as its owner', p."serial" from pieces p
    left join (select l."pieceId", r."status" from "reservationLines" l join reservations r on r."orderId" = l."orderId" where l."live") o on o."pieceId" = p."id"
    where p."status" <> 'withdrawn' and p."status" <> case o."status" when 'held' then 'reserved' when 'committed' then 'sold' else 'in-stock' end
    union all
    select 'a piece was sold twice', "pieceId"::text from "stockMovements" where "kind" in ('committed', 'returned') and "pieceId" is not null group by "pieceId"
      having count(*) filter (where "kind" = 'committed') > 1 + count(*) filter (where "kind" = 'returned')
    union all
    select 'pieces do not add up', v."sku" from variants v where v."oneOfAKind" and v."onHand" <> (select count(*) from pieces p where p."variantId" = v."id" and p."status" not in ('sold', 'withdrawn'))`.execute(
    db
  )
  return rows
}
