import { sql } from 'kysely'
import type { Db } from './designs.ts'

export type Status = 'held' | 'committed' | 'released' | 'expired'

export interface Line {
  variantId: string
  pieceId: string | null
  quantity: number
}

export interface Refused {
  variantId: string
  pieceId: string | null
}

export interface ReservationRow {
  status: Status
  expiresAt: string | null
}

/**
 * Every statement here that changes stock locks the variants in the order of their ids, and only then pieces, so that no
 * two of them can wait for each other. It decides from the locked rows, which are the newest ones whatever was committed
 * while it waited.
 */
const lockAndCheck = sql`
  demand as (select "variantId", sum("quantity")::int as "quantity" from wanted group by 1),
  locked as materialized (
    select "id", "onHand" - "reserved" as "free", "oneOfAKind", "leadTimeDays",
      "active" and (select d."status" in ('published', 'hidden') from designs d where d."id" = "designId") as "active" from variants
    where "id" in (select "variantId" from demand) order by "id" for no key update
  ),
  made as materialized (
    select v."id" from locked v join demand d on d."variantId" = v."id" where v."leadTimeDays" is not null and v."free" < d."quantity"
  ),
  "lockedPieces" as materialized (
    select "id", "variantId", "status" from pieces
    where "id" in (select "pieceId" from wanted) and (select count(*) from locked) > 0 order by "id" for no key update
  ),
  refused as materialized (
    select w."variantId", w."pieceId" from (
      select *, count(*) over (partition by "pieceId") as "owners" from wanted
    ) w
    join demand d on d."variantId" = w."variantId"
    left join locked v on v."id" = w."variantId"
    left join "lockedPieces" p on p."id" = w."pieceId" and p."variantId" = w."variantId"
    where v."id" is null or not v."active" or (v."free" < d."quantity" and v."leadTimeDays" is null) or (v."oneOfAKind" and w."pieceId" is null)
      or (w."pieceId" is not null and (w."quantity" > 1 or w."owners" > 1 or p."status" is distinct from 'in-stock'))
  )`

/** Holds the stock of an order until it expires (DB clock), all or nothing, in one statement. Null when the order already has a reservation or something is refused. */
export async function holdStock(
  db: Db,
  orderId: string,
  lines: Line[],
  expiresInSeconds: number
): Promise<{ expiresAt: string | null; refused: Refused[] }> {
  const { rows } = await sql<{ expiresAt: string | null; refused: Refused[] }>`
    with wanted as materialized (
      select * from "askedLines"(${lines.map(({ variantId }) => variantId)}, ${lines.map(({ pieceId }) => pieceId)},
        ${lines.map(({ quantity }) => quantity)})
    ), ${lockAndCheck},
    opened as (
      insert into reservations ("orderId", "status", "expiresAt")
      select ${orderId}::uuid, 'held', now() + make_interval(secs => ${expiresInSeconds}::int) where not exists (select from refused)
      on conflict ("orderId") do nothing returning "orderId", "expiresAt"
    ),
    noted as (
      insert into "reservationLines" ("orderId", "position", "variantId", "pieceId", "quantity", "made")
      select opened."orderId", wanted."n", wanted."variantId", wanted."pieceId", wanted."quantity", wanted."variantId" in (select "id" from made)
      from opened cross join wanted
    ),
    counted as (
      update variants v set "reserved" = v."reserved" + demand."quantity" from opened cross join demand
      where v."id" = demand."variantId" and v."id" not in (select "id" from made)
    ),
    taken as (
      update pieces p set "status" = 'reserved' from opened cross join wanted where p."id" = wanted."pieceId"
    ),
    moved as (
      insert into "stockMovements" ("variantId", "pieceId", "kind", "onHandDelta", "reservedDelta", "orderId")
      select wanted."variantId", wanted."pieceId", 'reserved', 0, wanted."quantity", opened."orderId" from opened cross join wanted
      where wanted."variantId" not in (select "id" from made)
    )
    select (select "expiresAt" from opened) as "expiresAt",
      coalesce((select json_agg(json_build_object('variantId', "variantId", 'pieceId', "pieceId")) from refused), '[]') as "refused"`.execute(
    db
  )
  return rows[0]!
}

/**
 * Lets what is held leave the shop, in one statement. False when the order holds nothing. The reservation is found by its key:
 * a bare "status" = 'held' has PostgreSQL read the index of all that is held instead, which grows with how many check out at once.
 */
export async function commitHeld(db: Db, orderId: string): Promise<boolean> {
  const { rows } = await sql`
    with done as (
      update reservations set "status" = 'committed', "updatedAt" = now() where "orderId" = ${orderId} and "status" || '' = 'held' returning "orderId"
    ),
    lines as materialized (
      select l."variantId", l."pieceId", l."quantity", l."orderId" from "reservationLines" l join done on done."orderId" = l."orderId" where not l."made"
    ),
    demand as (select "variantId", sum("quantity")::int as "quantity" from lines group by 1),
    locked as materialized (select "id" from variants where "id" in (select "variantId" from demand) order by "id" for no key update),
    locks as materialized (select count(*) as "count" from locked),
    counted as (
      update variants v set "onHand" = v."onHand" - demand."quantity", "reserved" = v."reserved" - demand."quantity"
      from locks cross join demand where v."id" = demand."variantId"
    ),
    sold as (update pieces p set "status" = 'sold' from locks cross join lines where p."id" = lines."pieceId"),
    moved as (
      insert into "stockMovements" ("variantId", "pieceId", "kind", "onHandDelta", "reservedDelta", "orderId")
      select "variantId", "pieceId", 'committed', -"quantity", -"quantity", "orderId" from lines
    )
    select from done`.execute(db)
  return rows.length > 0
}

export async function findReservation(db: Db, orderId: string): Promise<ReservationRow | undefined> {
  const { rows } = await sql<ReservationRow>`
    select "status", "expiresAt" from reservations where "orderId" = ${orderId}`.execute(db)
  return rows[0]
}

/** Up to `limit` reservations in this status that are so old, by order id after this one. */
export async function findReservations(
  db: Db,
  { status, olderThanSeconds }: { status: Status; olderThanSeconds: number },
  afterId: string | null,
  limit: number
): Promise<{ orderId: string; status: Status; expiresAt: string | null; createdAt: string }[]> {
  const { rows } = await sql<{ orderId: string; status: Status; expiresAt: string | null; createdAt: string }>`
    select "orderId", "status", "expiresAt", "createdAt" from reservations
    where "status" = ${status} and "orderId" > coalesce(${afterId}::uuid, '00000000-0000-0000-0000-000000000000')
      and "createdAt" <= now() - make_interval(secs => ${olderThanSeconds}::int)
    order by "orderId" limit ${limit}`.execute(db)
  return rows
}

/** Takes what an expired reservation had, if it is still there, either to hold it again or for good. Returns what is refused, or null when it was no longer expired. */
export function takeAgain(
  db: Db,
  orderId: string,
  status: 'held' | 'committed',
  expiresInSeconds: number
): Promise<Refused[] | null> {
  return db.transaction().execute(async (tx) => {
    const { rows: found } = await sql`
      select from reservations where "orderId" = ${orderId} and "status" = 'expired' for update`.execute(tx)
    if (found.length === 0) return null
    const [onHand, reserved] = status === 'held' ? [0, 1] : [-1, 0]
    const { rows } = await sql<{ refused: Refused[] }>`
      with wanted as materialized (
        select "variantId", "pieceId", "quantity" from "reservationLines" where "orderId" = ${orderId}
      ), ${lockAndCheck},
      opened as (
        update reservations set "status" = ${status}, "expiresAt" = now() + make_interval(secs => ${expiresInSeconds}::int), "updatedAt" = now()
        where "orderId" = ${orderId} and not exists (select from refused) returning "orderId"
      ),
      noted as (
        update "reservationLines" l set "live" = true, "made" = l."variantId" in (select "id" from made) from opened where l."orderId" = opened."orderId"
      ),
      counted as (
        update variants v set "onHand" = v."onHand" + ${onHand}::int * demand."quantity", "reserved" = v."reserved" + ${reserved}::int * demand."quantity"
        from opened cross join demand where v."id" = demand."variantId" and v."id" not in (select "id" from made)
      ),
      taken as (
        update pieces p set "status" = ${status === 'held' ? 'reserved' : 'sold'} from opened cross join wanted where p."id" = wanted."pieceId"
      ),
      moved as (
        insert into "stockMovements" ("variantId", "pieceId", "kind", "onHandDelta", "reservedDelta", "orderId")
        select wanted."variantId", wanted."pieceId", ${status === 'held' ? 'reserved' : 'committed'}, ${onHand}::int * wanted."quantity",
          ${reserved}::int * wanted."quantity", opened."orderId" from opened cross join wanted
        where wanted."variantId" not in (select "id" from made)
      )
      select coalesce((select json_agg(json_build_object('variantId', "variantId", 'pieceId', "pieceId")) from refused), '[]') as "refused"`.execute(
      tx
    )
    return rows[0]!.refused
  })
}

/** Marks the order as released and gives back what it held; an unknown order leaves a mark that stops it from reserving later. Returns the status it then has. */
export function releaseHeld(db: Db, orderId: string): Promise<Status> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ isNew: boolean }>`
      insert into reservations ("orderId", "status") values (${orderId}, 'released')
      on conflict ("orderId") do update set "status" = 'released', "updatedAt" = now() where reservations."status" in ('held', 'expired')
      returning xmax = 0 as "isNew"`.execute(tx)
    if (!rows[0]) return (await findReservation(tx, orderId))!.status
    if (!rows[0].isNew) await giveBack(tx, [orderId], 'released')
    return 'released'
  })
}

/** Gives back what reservations hold past their time (DB clock), at most 100 at once. Returns how many. */
export function expireHeld(db: Db): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ orderId: string }>`
      update reservations set "status" = 'expired', "updatedAt" = now() where "orderId" in (
        select "orderId" from reservations where "status" = 'held' and "expiresAt" <= now() order by "expiresAt" limit 100 for update skip locked
      ) returning "orderId"`.execute(tx)
    const orderIds = rows.map(({ orderId }) => orderId)
    if (orderIds.length > 0) await giveBack(tx, orderIds, 'expired')
    return orderIds.length
  })
}

/** Gives back what their lines still hold. Must run as a statement of its own after the one that locked the reservations, to see lines that were committed meanwhile. */
async function giveBack(tx: Db, orderIds: string[], kind: 'released' | 'expired'): Promise<void> {
  await sql`
    with lines as materialized (select "orderId", "variantId", "pieceId", "quantity" from "reservationLines" where "orderId" = any(${orderIds}) and "live" and not "made"),
    demand as (select "variantId", sum("quantity")::int as "quantity" from lines group by 1),
    locked as materialized (select "id" from variants where "id" in (select "variantId" from demand) order by "id" for no key update),
    locks as materialized (select count(*) as "count" from locked),
    noted as (update "reservationLines" set "live" = false where "orderId" = any(${orderIds})),
    counted as (
      update variants v set "reserved" = v."reserved" - demand."quantity" from locks cross join demand where v."id" = demand."variantId"
    ),
    freed as (update pieces p set "status" = 'in-stock' from locks cross join lines where p."id" = lines."pieceId")
    insert into "stockMovements" ("variantId", "pieceId", "kind", "onHandDelta", "reservedDelta", "orderId")
    select "variantId", "pieceId", ${kind}, 0, -"quantity", "orderId" from lines`.execute(tx)
}
