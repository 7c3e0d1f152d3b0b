import { sql } from 'kysely'
import type { Difference, Reconciliation } from '../schemas/reconciliations.ts'
import type { Db } from './payments.ts'

/** Money that moved: a capture is known by the provider's id of the payment, a refund by that of the refund. */
export interface Booked {
  movement: Difference['movement']
  reference: string
  orderId: string
  amountMinor: number
  currency: string
}

/** What the ledger says of these of the provider's movements, whenever it was booked. */
export async function findBookedOf(
  db: Db,
  provider: string,
  { captures, refunds }: { captures: string[]; refunds: string[] }
): Promise<Booked[]> {
  const { rows } = await sql<Booked>`
    select 'capture' as "movement", p."providerPaymentId" as "reference", p."orderId", ${sumBooked} as "amountMinor", e."currency"
      from payments p join "ledgerEntries" e on e."paymentId" = p."id" and e."kind" = 'capture'
      where p."provider" = ${provider} and p."providerPaymentId" = any(${captures}::text[])
    union all
    select 'refund', r."providerRefundId", r."orderId", ${sumBooked}, e."currency"
      from refunds r join payments p on p."id" = r."paymentId" join "ledgerEntries" e on e."refundId" = r."id"
      where p."provider" = ${provider} and r."providerRefundId" = any(${refunds}::text[])`.execute(db)
  return rows
}
/** What an entry moved. */
const sumBooked = sql`(select sum("amountMinor") filter (where "amountMinor" > 0) from "ledgerPostings" where "entryId" = e."id")::bigint`

/** What was booked of a provider between two times: at most `limit` entries after the one with this id. */
export async function findBookedBetween(
  db: Db,
  { provider, from, to, afterId, limit }: { provider: string; from: string; to: string; afterId: string; limit: number }
): Promise<(Booked & { id: string })[]> {
  const { rows } = await sql<Booked & { id: string }>`
    select e."id", e."kind" as "movement", coalesce(r."providerRefundId", p."providerPaymentId") as "reference", p."orderId",
      ${sumBooked} as "amountMinor", e."currency"
    from "ledgerEntries" e join payments p on p."id" = e."paymentId" left join refunds r on r."id" = e."refundId"
    where e."postedAt" >= ${from} and e."postedAt" < ${to} and e."kind" in ('capture', 'refund') and p."provider" = ${provider}
      and e."id" > ${afterId} order by e."id" limit ${limit}`.execute(db)
  return rows
}

/** Keeps what was found of a day, in place of what was found of it before. */
export async function saveReconciliation(
  tx: Db,
  { day, provider, totals }: Pick<Reconciliation, 'day' | 'provider' | 'totals'>,
  differences: Omit<Difference, 'provider'>[]
): Promise<void> {
  await sql`
    insert into reconciliations ("day", "provider", "totals", "differences")
    values (${day}, ${provider}, ${JSON.stringify(totals)}::jsonb, ${differences.length})
    on conflict ("day", "provider") do update set "totals" = excluded."totals", "differences" = excluded."differences", "checkedAt" = now()`.execute(
    tx
  )
  await sql`delete from "reconciliationDifferences" where "day" = ${day} and "provider" = ${provider}`.execute(tx)
  await sql`
    insert into "reconciliationDifferences" ("day", "provider", "movement", "reference", "kind", "orderId", "currency", "oursMinor", "theirsMinor")
    select ${day}, ${provider}, "movement", "reference", "kind", "orderId", "currency", "oursMinor", "theirsMinor"
    from json_to_recordset(${JSON.stringify(differences)}::json) as d ("movement" text, "reference" text, "kind" text, "orderId" uuid,
      "currency" text, "oursMinor" bigint, "theirsMinor" bigint)`.execute(tx)
}

/** At most `limit` reports before this one, the newest day first. */
export async function findReconciliations(
  db: Db,
  { before, limit }: { before: { day: string; provider: string } | null; limit: number }
): Promise<Reconciliation[]> {
  const { rows } = await sql<Reconciliation>`
    select "day", "provider", "totals", "differences", "checkedAt" from reconciliations
    where ("day", "provider") < (${before?.day ?? 'infinity'}::date, ${before?.provider ?? ''}::text)
    order by "day" desc, "provider" desc limit ${limit}`.execute(db)
  return rows
}

/** What was found of a day: the providers, and at most 1,000 differences. */
export async function findDay(
  db: Db,
  day: string
): Promise<{ providers: Reconciliation[]; differences: Difference[] }> {
  const { rows } = await sql<{ providers: Reconciliation[]; differences: Difference[] }>`
    select coalesce((select json_agg(json_build_object('day', "day", 'provider', "provider", 'totals', "totals", 'differences', "differences",
        'checkedAt', to_char("checkedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by "provider") from reconciliations where "day" = ${day}), '[]') as "providers",
      coalesce((select json_agg(d) from (select "provider", "movement", "reference", "kind", "orderId", "currency", "oursMinor", "theirsMinor"
        from "reconciliationDifferences" where "day" = ${day} order by "provider", "movement", "reference" limit 1000) d), '[]') as "differences"`.execute(
    db
  )
  return rows[0]!
}

/** The days of the last seven, over for an hour and with payments until then, of which these providers have no report. */
export async function findUnreconciled(db: Db, providers: string[]): Promise<{ day: string; provider: string }[]> {
  const { rows } = await sql<{ day: string; provider: string }>`
    select days."day"::date as "day", asked."provider" from unnest(${providers}::text[]) as asked ("provider"),
      generate_series(date_trunc('day', now()) - interval '7 days', now() - interval '25 hours', interval '1 day') as days ("day")
    where not exists (select from reconciliations done where done."day" = days."day"::date and done."provider" = asked."provider")
      and exists (select from payments where payments."provider" = asked."provider" and payments."createdAt" < days."day" + interval '1 day')
    order by 1, 2`.execute(db)
  return rows
}
