import type { Ask, Row } from './databases.ts'

/** What a check found: how many rows it looked at, and in words what is not as it must be. */
export interface Finding {
  looked: number
  broken: string[]
}
export interface Invariant {
  name: string
  promise: string
  check: (ask: Ask, services: string[]) => Promise<Finding>
}

/** Rows of this query are violations; its column `what` says them in words. */
async function none(ask: Ask, service: string, counted: string, broken: string): Promise<Finding> {
  const [count] = await ask(service, `select count(*) as "rows" from ${counted}`)
  const rows = await ask(service, `select * from (${broken}) broken limit 100`)
  return { looked: Number(count!.rows), broken: rows.map(({ what }) => `${service}: ${what}`) }
}

async function all(...checks: Promise<Finding>[]): Promise<Finding> {
  const findings = await Promise.all(checks)
  return {
    looked: findings.reduce((sum, { looked }) => sum + looked, 0),
    broken: findings.flatMap(({ broken }) => broken)
  }
}

const keyed = (rows: Row[], column: string) => new Map(rows.map((row) => [row[column] as string, row]))
function grouped(rows: Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row[column], [...(groups.get(row[column]) ?? []), row])
  return groups
}
const holding = new Set(['processing', 'action-needed', 'authorised'])
const waiting = new Set(['reserved', 'awaiting-payment', 'authorised', 'committed'])
const orders = (ask: Ask) =>
  ask(
    'order',
    `select "id", "number", "status", "totalMinor", "refundedMinor", "currency", "cartId", "userId", "email", "placedAt",
      "confirmedAt", "promotions" from orders`
  )
const payments = (ask: Ask) =>
  ask(
    'payment',
    'select "orderId", "attempt", "provider", "status", "amountMinor", "refundsMinor", "currency" from payments'
  )

/** Events and what was heard of them are kept for 30 days. */
const kept = `now() - interval '29 days'`

/** The promises of the shop that its databases can prove, by the numbers of the reliability plan. */
export const invariants: Invariant[] = [
  {
    name: 'I1',
    promise: 'nothing is sold that is not there, no piece has two owners',
    check: (ask) =>
      all(
        none(
          ask,
          'product',
          'variants',
          `select 'variant ' || "sku" || ' has ' || "onHand" || ' and ' || "reserved" || ' reserved' as "what" from variants
           where "onHand" < 0 or "reserved" < 0 or "reserved" > "onHand"`
        ),
        none(
          ask,
          'product',
          'pieces',
          `select 'piece ' || p."serial" || ' is ' || p."status" || ' and has ' || count(l."orderId") || ' owners' as "what"
           from pieces p left join "reservationLines" l on l."pieceId" = p."id" and l."live"
           group by p."id" having count(l."orderId") > 1 or (p."status" in ('in-stock', 'withdrawn')) <> (count(l."orderId") = 0)`
        )
      )
  },
  {
    name: 'I2',
    promise: 'stock is what its movements and reservations add up to',
    check: (ask) =>
      all(
        none(
          ask,
          'product',
          '"stockMovements"',
          `select 'variant ' || v."sku" || ' has ' || v."onHand" || '/' || v."reserved" || ', its movements say ' ||
             coalesce(sum(m."onHandDelta"), 0) || '/' || coalesce(sum(m."reservedDelta"), 0) as "what"
           from variants v left join "stockMovements" m on m."variantId" = v."id" group by v."id"
           having v."onHand" <> coalesce(sum(m."onHandDelta"), 0) or v."reserved" <> coalesce(sum(m."reservedDelta"), 0)`
        ),
        none(
          ask,
          'product',
          '"reservationLines"',
          `select 'variant ' || v."sku" || ' has ' || v."reserved" || ' reserved, held are ' || coalesce(h."held", 0) as "what"
           from variants v left join (select l."variantId", sum(l."quantity") as "held" from "reservationLines" l
             join reservations r using ("orderId") where r."status" = 'held' and not l."made" group by 1) h on h."variantId" = v."id"
           where v."reserved" <> coalesce(h."held", 0)`
        ),
        none(
          ask,
          'product',
          'reservations',
          `select 'order ' || r."orderId" || ' took ' || coalesce(m."left", 0) || ' of ' || l."wanted" as "what" from reservations r
           join (select "orderId", sum("quantity") filter (where not "made") as "wanted" from "reservationLines" group by 1) l using ("orderId")
           left join (select "orderId", -sum("onHandDelta") as "left" from "stockMovements" where "kind" = 'committed' group by 1) m
             using ("orderId")
           where case when r."status" = 'committed' then coalesce(l."wanted", 0) else 0 end <> coalesce(m."left", 0)`
        )
      )
  },
  {
    name: 'I3',
    promise: 'every paid order has one capture, every capture one paid order, and nothing else is held',
    check: async (ask) => {
      const [placed, paid, theirs] = await Promise.all([
        orders(ask),
        payments(ask),
        ask('payment', 'select "key", "state", "amountMinor", "capturedMinor", "currency" from "sandboxPayments"')
      ])
      const byId = keyed(placed, 'id')
      const byOrder = grouped(paid, 'orderId')
      const atProvider = keyed(theirs, 'key')
      const broken: string[] = []
      for (const { id, number, status, confirmedAt, totalMinor, currency } of placed) {
        const captured = (byOrder.get(id) ?? []).filter((payment) => payment.status === 'captured')
        const isPaid = confirmedAt !== null
        if (isPaid ? captured.length !== 1 : captured.length > (status === 'committed' ? 1 : 0))
          broken.push(`${number} is ${status} with ${captured.length} captures`)
        for (const { amountMinor, currency: theirCurrency } of captured)
          if (amountMinor !== totalMinor || theirCurrency !== currency)
            broken.push(`${number} of ${totalMinor} ${currency} was paid with ${amountMinor} ${theirCurrency}`)
      }
      for (const { orderId, attempt, provider, status, amountMinor } of paid) {
        const key = `${orderId}:${attempt}`
        const order = byId.get(orderId)
        if (holding.has(status) && !(order && waiting.has(order.status)))
          broken.push(`payment ${key} is ${status}, its order ${order?.status ?? 'unknown'}`)
        if (provider !== 'sandbox') continue
        const theirOwn = atProvider.get(key)
        if ((status === 'captured') !== (theirOwn?.state === 'captured'))
          broken.push(`payment ${key} is ${status} here and ${theirOwn?.state ?? 'unknown'} at its provider`)
        if (status === 'captured' && theirOwn && theirOwn.capturedMinor !== amountMinor)
          broken.push(`payment ${key} of ${amountMinor} was captured with ${theirOwn.capturedMinor}`)
      }
      const ours = new Set(paid.map(({ orderId, attempt }) => `${orderId}:${attempt}`))
      for (const { key, state } of theirs)
        if (!ours.has(key)) broken.push(`the provider has ${key} ${state}, the shop has not`)
      return { looked: placed.length + paid.length + theirs.length, broken }
    }
  },
  {
    name: 'I4',
    promise: 'an order costs its lines less discounts plus shipping and tax, and no more is given back than was taken',
    check: async (ask) => {
      const sums = none(
        ask,
        'order',
        'orders',
        `select o."number" || ' of ' || o."totalMinor" || ' has lines of ' || coalesce(sum(l."totalMinor"), 0) as "what"
         from orders o left join order_lines l on l."orderId" = o."id" group by o."id"
         having o."totalMinor" is distinct from sum(l."totalMinor") + coalesce((o."shipping"->>'totalMinor')::bigint, 0)
           or o."taxMinor" is distinct from sum(l."taxMinor") + coalesce((o."shipping"->>'taxMinor')::bigint, 0)
           or o."discountMinor" is distinct from sum(l."discountMinor") + coalesce((o."shipping"->>'discountMinor')::bigint, 0)
           or o."subtotalMinor" is distinct from sum(l."totalMinor" - l."taxMinor" + l."discountMinor")
           or o."shippingMinor" <> coalesce((o."shipping"->>'listMinor')::bigint, 0)
           or o."subtotalMinor" - o."discountMinor" + o."shippingMinor" + o."taxMinor" <> o."totalMinor"`
      )
      const returned = none(
        ask,
        'order',
        'returns',
        `select 'returns of ' || o."number" || ' give back ' || sum(r."refundMinor") || ' of ' || o."totalMinor" as "what"
         from returns r join orders o on o."id" = r."orderId" where coalesce(r."refundStatus", '') <> 'failed'
         group by o."id" having sum(r."refundMinor") > o."totalMinor"
         union all
         select 'return ' || r."id" || ' gives back ' || r."refundMinor" || ', its lines ' || sum(l."refundMinor")
         from returns r join return_lines l on l."returnId" = r."id" where r."kind" = 'return' and not r."shippingRefunded"
         group by r."id" having r."refundMinor" <> sum(l."refundMinor")
         union all
         select o."number" || ' was called off paid, and its money is not asked back' from orders o
         where o."status" = 'cancelled' and o."confirmedAt" is not null
           and not exists (select from returns r where r."orderId" = o."id" and r."kind" = 'cancellation')
         union all
         select o."number" || ' line ' || c."position" || ': ordered ' || l."quantity" || ', shipped ' || c."shipped" || ', sent ' ||
           coalesce(s."sent", 0) || ', returned ' || c."returned" || ', asked ' || coalesce(b."asked", 0)
         from line_counts c join orders o on o."id" = c."orderId"
         join order_lines l on l."orderId" = c."orderId" and l."position" = c."position"
         left join (select "orderId", "position", sum("quantity") as "sent" from shipment_lines group by 1, 2) s
           on s."orderId" = c."orderId" and s."position" = c."position"
         left join (select l."orderId", l."position", sum(coalesce(l."received", l."quantity")) as "asked"
           from return_lines l join returns r on r."id" = l."returnId" and r."status" <> 'refused' and r."kind" = 'return'
           group by 1, 2) b on b."orderId" = c."orderId" and b."position" = c."position"
         where c."quantity" <> l."quantity" or c."shipped" <> coalesce(s."sent", 0) or c."returned" <> coalesce(b."asked", 0)`
      )
      const numbered = none(
        ask,
        'order',
        'documents',
        `select c."kind" || ' ' || c."fiscalYear" || ' has ' || count(d."id") || ' documents to ' || coalesce(max(d."sequence"), 0)
           || ', the last number is ' || c."last" as "what"
         from document_counters c left join documents d using ("kind", "fiscalYear") group by c."kind", c."fiscalYear", c."last"
         having count(d."id") <> c."last" or coalesce(max(d."sequence"), 0) <> c."last"`
      )
      const claims = none(
        ask,
        'payment',
        'refunds',
        `select 'payment of ' || p."orderId" || ' has refunds of ' || coalesce(sum(r."amountMinor"), 0) || ', claimed are ' || p."refundsMinor" as "what"
         from payments p left join refunds r on r."paymentId" = p."id" and r."status" in ('waiting', 'processing', 'refunded')
         group by p."id" having p."refundsMinor" <> coalesce(sum(r."amountMinor"), 0) or p."refundsMinor" > p."amountMinor"`
      )
      const [all4, done, theirs] = await Promise.all([
        orders(ask),
        ask(
          'payment',
          `select "orderId", sum("amountMinor")::bigint as "minor" from refunds where "status" = 'refunded' group by 1`
        ),
        ask(
          'payment',
          `select split_part("key", ':', 1) as "orderId", "refundedMinor" as "minor" from "sandboxPayments" where "refundedMinor" > 0`
        )
      ])
      const given = keyed(done, 'orderId')
      const broken = all4
        .filter(({ id, refundedMinor }) => refundedMinor !== Number(given.get(id)?.minor ?? 0))
        .map(
          ({ id, number, refundedMinor }) =>
            `${number} notes refunds of ${refundedMinor}, given were ${given.get(id)?.minor ?? 0}`
        )
      for (const { orderId, minor } of theirs)
        if (Number(given.get(orderId)?.minor ?? 0) !== minor)
          broken.push(`the provider gave back ${minor} of order ${orderId}`)
      return all(sums, returned, numbered, claims, Promise.resolve({ looked: all4.length + done.length, broken }))
    }
  },
  {
    name: 'I5',
    promise: 'nothing is stuck: no step is overdue, no event unsent, no job given up',
    check: (ask, services) =>
      all(
        none(
          ask,
          'order',
          'orders',
          `select "number" || ' is ' || "status" || coalesce(': ' || "trouble", '') as "what" from orders
           where "status" in ('placed', 'reserved', 'authorised', 'committed') or "releaseDue" or "voidDue"
             or ("dueAt" is not null and least("dueAt", "expiresAt") < now() - interval '5 seconds')
           union all select "number" || ' is confirmed and has no invoice' from orders
             where "invoiceDue" and "confirmedAt" < now() - interval '60 seconds'
           union all select 'return ' || "id" || ' waits: ' || coalesce("trouble", '') from returns
             where "dueAt" < now() - interval '5 seconds'`
        ),
        none(
          ask,
          'product',
          'reservations',
          `select 'reservation of ' || "orderId" || ' has ended and is held' as "what" from reservations
           where "status" = 'held' and "expiresAt" < now() - interval '60 seconds'`
        ),
        none(
          ask,
          'payment',
          '"sandboxEvents"',
          `select 'report ' || "id" || ' is not delivered' as "what" from "sandboxEvents" where "deliveredAt" is null
           union all select 'refund ' || "id" || ' is not done: ' || coalesce("trouble", '') from refunds where "status" = 'processing'
           union all select 'payment of ' || "orderId" || ' of a closed order is ' || "status" from payments join orders using ("orderId")
             where "closedAt" is not null and "status" in ('processing', 'action-needed', 'authorised')`
        ),
        ...services.flatMap((service) => [
          none(
            ask,
            service,
            'outbox',
            `select "topic" || ' ' || "id" || ' is not sent' as "what" from outbox where "doneAt" is null`
          ),
          none(
            ask,
            service,
            'graphile_worker.jobs',
            `select 'job ' || task_identifier || ' ' || id || ' was given up: ' || left(coalesce(last_error, ''), 80) as "what"
             from graphile_worker.jobs where attempts >= max_attempts and locked_at is null`
          )
        ])
      )
  },
  {
    name: 'I7',
    promise: 'one request makes one order, one authorisation and one capture',
    check: async (ask) => {
      const made = await ask('order', `select "scope", "key", "made" from idempotency where "made" like 'LJ-%'`)
      const numbers = new Set((await ask('order', 'select "number" from orders')).map(({ number }) => number as string))
      const broken = made
        .filter((row) => !numbers.has(row.made))
        .map((row) => `a request made ${row.made}, which is not there`)
      for (const [number, rows] of grouped(made, 'made'))
        if (rows.length > 1) broken.push(`${rows.length} requests made ${number}`)
      return all(
        Promise.resolve({ looked: made.length, broken }),
        none(
          ask,
          'payment',
          'payments',
          `select 'order ' || "orderId" || ' has ' || count(*) || ' live or captured payments' as "what" from payments
           where "status" in ('processing', 'action-needed', 'authorised', 'captured') group by "orderId" having count(*) > 1
           union all select 'key ' || "key" || ' has ' || count(*) || ' payments at the provider' from "sandboxPayments"
             group by "key" having count(*) > 1`
        )
      )
    }
  },
  {
    name: 'I8',
    promise: 'the ledger sums to zero and is what was captured and given back',
    check: (ask) =>
      all(
        none(
          ask,
          'payment',
          '"ledgerPostings"',
          `select 'entry ' || "entryId" || ' sums to ' || sum("amountMinor") as "what" from "ledgerPostings" group by "entryId" having sum("amountMinor") <> 0
           union all select e."currency" || ' sums to ' || sum("amountMinor") from "ledgerPostings" join "ledgerEntries" e on e."id" = "entryId"
             group by e."currency" having sum("amountMinor") <> 0
           union all select 'payment of ' || p."orderId" || ' is ' || p."status" || ' with ' || count(e."id") || ' captures booked' from payments p
             left join "ledgerEntries" e on e."paymentId" = p."id" and e."kind" = 'capture' group by p."id"
             having count(e."id") <> case when p."status" = 'captured' then 1 else 0 end
           union all select 'refund ' || r."id" || ' is ' || r."status" || ' with ' || count(e."id") || ' entries' from refunds r
             left join "ledgerEntries" e on e."refundId" = r."id" group by r."id"
             having count(e."id") <> case when r."status" = 'refunded' then 1 else 0 end`
        ),
        none(
          ask,
          'payment',
          '"sandboxPayments"',
          `select c."currency" || ': the ledger has ' || coalesce(l."minor", 0) || ' at the sandbox, which has ' || c."minor" as "what"
           from (select "currency", sum("capturedMinor" - "refundedMinor") as "minor" from "sandboxPayments" group by 1) c
           left join (select e."currency", sum(p."amountMinor") as "minor" from "ledgerPostings" p join "ledgerEntries" e on e."id" = p."entryId"
             where p."account" = 'provider:sandbox' group by 1) l using ("currency")
           where c."minor" <> coalesce(l."minor", 0)`
        )
      )
  },
  {
    name: 'I9',
    promise: 'every change that others hear of was told once, and heard once by each of them',
    check: async (ask, services) => {
      const findings = await all(
        none(
          ask,
          'payment',
          'orders',
          `select 'order ' || o."orderId" || ' was told ' || count(e."id") || ' of ' || o."version" || ' changes of its payments' as "what" from orders o
           left join outbox e on e."subject" = o."orderId"::text group by o."orderId"
           having count(e."id") <> o."version" and coalesce(min(e."occurredAt"), now()) > ${kept}`
        ),
        none(
          ask,
          'order',
          'outbox',
          `select o."number" || ' is ' || o."status" || ', told ' || count(e."id") || ' times' as "what" from orders o
           left join outbox e on e."subject" = o."id"::text and e."topic" = 'order.' || o."status"
           where o."status" in ('confirmed', 'cancelled') and coalesce(o."confirmedAt", o."cancelledAt") > ${kept}
           group by o."id" having count(e."id") <> 1`
        )
      )
      for (const sender of services) {
        const sent = await ask(
          sender,
          `select "id", "topic", unnest("deliveredTo") as "to" from outbox where "doneAt" is not null and "occurredAt" > ${kept}`
        )
        for (const [to, events] of grouped(sent, 'to')) {
          if (!services.includes(to)) continue
          const ids = events.map(({ id }) => id as string)
          const heard = await ask(to, 'select "eventId" from inbox where "eventId" = any($1::uuid[])', [ids])
          const taken = new Set(heard.map(({ eventId }) => eventId as string))
          findings.looked += events.length
          for (const { id, topic } of events)
            if (!taken.has(id)) findings.broken.push(`${to} took ${topic} ${id} without noting it`)
        }
      }
      return findings
    }
  },
  {
    name: 'I10',
    promise: 'the buyer of every confirmed or cancelled order was told once, and nobody else',
    check: async (ask) => {
      const [all10, mails] = await Promise.all([
        orders(ask),
        ask(
          'notification',
          `select "orderId", "template", "channel", lower("recipient") as "recipient", count(*)::int as "times" from messages
           where "orderId" is not null group by 1, 2, 3, 4`
        )
      ])
      const byId = keyed(all10, 'id')
      const byOrder = grouped(mails, 'orderId')
      const broken: string[] = []
      const monthAgo = Date.now() - 29 * 86_400_000
      for (const { id, number, status, email, placedAt } of all10) {
        if (!['confirmed', 'cancelled'].includes(status) || email.endsWith('.invalid')) continue
        if (new Date(placedAt).getTime() < monthAgo) continue
        const told = (byOrder.get(id) ?? []).filter(
          ({ channel, template }) => channel === 'email' && template === `order.${status}`
        )
        const times = told.reduce((sum, row) => sum + row.times, 0)
        if (times !== 1) broken.push(`${number} is ${status}: ${times} mails say so`)
        if (told.some(({ recipient }) => recipient !== email.toLowerCase()))
          broken.push(`${number}: a mail went to another address`)
      }
      for (const { orderId, template } of mails)
        if (!byId.has(orderId)) broken.push(`${template} of order ${orderId}, which is not there`)
      return { looked: all10.length + mails.length, broken }
    }
  },
  {
    name: 'I11',
    promise: 'no promotion is redeemed beyond its limits, and each redemption has its live order',
    check: async (ask) => {
      const counted = none(
        ask,
        'cart',
        'promotions',
        `select 'promotion ' || p."name" || ' counts ' || p."redeemed" || ' of ' || coalesce(p."maxRedemptions"::text, 'any') ||
           ', redeemed are ' || count(r."id") as "what"
         from promotions p left join promotion_redemptions r on r."promotionId" = p."id" and r."status" <> 'given-back'
         group by p."id" having p."redeemed" <> count(r."id") or p."redeemed" > p."maxRedemptions"
         union all
         select 'a customer has redeemed ' || p."name" || ' ' || u."used" || ' times, allowed are ' || u."most"
         from promotion_customers u join promotions p on p."id" = u."promotionId" where u."used" > u."most" or u."used" < 0`
      )
      const [all11, redeemed, held] = await Promise.all([
        orders(ask),
        ask(
          'cart',
          `select "promotionId", "cartId", "orderIds", "status" from promotion_redemptions where "status" <> 'given-back'`
        ),
        ask('cart', `select "orderId" from checkouts where "status" = 'held' and "heldUntil" > now()`)
      ])
      const byId = keyed(all11, 'id')
      const waitingFor = new Set(held.map(({ orderId }) => orderId as string))
      const firm = new Set<string>()
      const broken: string[] = []
      for (const { promotionId, orderIds, status } of redeemed) {
        const live = (orderIds as string[]).filter((id) => byId.has(id) && byId.get(id)!.status !== 'cancelled')
        if (status === 'firm') for (const id of live) firm.add(`${id} ${promotionId}`)
        if (live.length === 0 && !(orderIds as string[]).some((id) => waitingFor.has(id)))
          broken.push(`promotion ${promotionId} is redeemed (${status}) for no live order`)
      }
      for (const { id, number, status, promotions } of all11) {
        if (status !== 'confirmed') continue
        for (const { promotionId } of promotions as { promotionId: string }[])
          if (!firm.has(`${id} ${promotionId}`))
            broken.push(`${number} has promotion ${promotionId}, which it has not redeemed`)
      }
      return all(counted, Promise.resolve({ looked: redeemed.length, broken }))
    }
  },
  {
    name: 'I12',
    promise: 'a cart has one live order, and a confirmed order its cart',
    check: async (ask) => {
      const twice = none(
        ask,
        'order',
        'orders',
        `select 'cart ' || "cartId" || ' has ' || count(*) || ' live orders' as "what" from orders where "status" <> 'cancelled'
         group by "cartId" having count(*) > 1`
      )
      const [all12, carts] = await Promise.all([orders(ask), ask('cart', 'select "id", "status" from carts')])
      const byId = keyed(carts, 'id')
      const broken = all12
        .filter(
          ({ status, cartId }) => status === 'confirmed' && !['ordered', undefined].includes(byId.get(cartId)?.status)
        )
        .map(({ number, cartId }) => `${number} is confirmed, its cart ${byId.get(cartId)!.status}`)
      return all(twice, Promise.resolve({ looked: carts.length, broken }))
    }
  },
  {
    name: 'I15',
    promise: 'what one service says of another’s things is there',
    check: async (ask) => {
      const [all15, lines, variants, reservations, paid] = await Promise.all([
        orders(ask),
        ask('order', 'select distinct "variantId", "pieceId" from order_lines'),
        ask('product', 'select "id" from variants union all select "id" from pieces'),
        ask('product', 'select "orderId", "status" from reservations'),
        ask('payment', 'select "orderId" from orders')
      ])
      const things = keyed(variants, 'id')
      const byId = keyed(all15, 'id')
      const reserved = keyed(reservations, 'orderId')
      const broken: string[] = []
      for (const { variantId, pieceId } of lines)
        for (const id of [variantId, pieceId])
          if (id !== null && !things.has(id)) broken.push(`an order has ${id}, which product has not`)
      for (const { orderId, status } of reservations)
        if (!byId.has(orderId)) broken.push(`a reservation is ${status} for order ${orderId}, which is not there`)
      for (const { orderId } of paid)
        if (!byId.has(orderId)) broken.push(`payment knows order ${orderId}, which is not there`)
      for (const { id, number, status, confirmedAt } of all15) {
        const stock = reserved.get(id)?.status
        const fits =
          status === 'confirmed'
            ? stock === 'committed'
            : status === 'cancelled'
              ? stock !== 'held' && (stock === 'committed') === (confirmedAt !== null)
              : true
        if (!fits) broken.push(`${number} is ${status}, its reservation ${stock ?? 'not there'}`)
      }
      return { looked: all15.length + lines.length + reservations.length + paid.length, broken }
    }
  },
  {
    name: 'I16',
    promise: 'orders made only legal moves, and none out of an end',
    check: (ask) =>
      none(
        ask,
        'order',
        'order_moves',
        `select o."number" || ' moved from ' || m."from" || ' to ' || m."to" || ' after ' || m."before" as "what"
         from (select *, coalesce(lag("to") over (partition by "orderId" order by "version"), 'placed') as "before",
             coalesce(lag("version") over (partition by "orderId" order by "version"), 1) + 1 as "next" from order_moves) m
         join orders o on o."id" = m."orderId"
         where m."from" <> m."before" or m."version" <> m."next"
           or not exists (select from legal_moves l where l."from" = m."from" and l."to" = m."to")
         union all
         select o."number" || ' is ' || o."status" || ', its last move says ' || coalesce(m."to", 'placed') from orders o
         left join lateral (select "to", "version" from order_moves where "orderId" = o."id" order by "version" desc limit 1) m on true
         where o."status" <> coalesce(m."to", 'placed') or o."version" <> coalesce(m."version", 1)`
      )
  }
]
