import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import { sql } from 'kysely'
import type { Promotion } from '../schemas/promotions.ts'
import type { Db } from './carts.ts'
import { raiseRulesVersion } from './rules.ts'

/** A promotion with the form of its code in which codes are compared. */
export type PromotionRow = Promotion & { codeKey: string | null }

/** A promotion `p` as JSON. */
export const promotionJson = sql`json_build_object('id', p."id", 'name', p."name", 'code', p."code", 'codeKey', p."codeKey",
  'kind', p."kind", 'target', p."target", 'component', p."component", 'permyriad', p."permyriad", 'amountMinor', p."amountMinor",
  'currency', p."currency", 'conditions', p."conditions", 'startsAt', p."startsAt", 'endsAt', p."endsAt",
  'maxRedemptions', p."maxRedemptions", 'maxPerCustomer', p."maxPerCustomer", 'redeemed', p."redeemed",
  'exclusive', p."exclusive", 'priority', p."priority", 'active', p."active", 'version', p."version")`

const one = sql<{ promotion: PromotionRow }>`select ${promotionJson} as "promotion" from promotions p`

/** At most `limit` promotions before this one, the newest first. */
export async function findPromotions(db: Db, before: string | null, limit: number): Promise<PromotionRow[]> {
  const { rows } = await sql<{
    promotion: PromotionRow
  }>`${one} where ${before}::uuid is null or p."id" < ${before}::uuid
    order by p."id" desc limit ${limit}`.execute(db)
  return rows.map(({ promotion }) => promotion)
}

export async function findPromotion(db: Db, id: string): Promise<PromotionRow | undefined> {
  const { rows } = await sql<{ promotion: PromotionRow }>`${one} where p."id" = ${id}`.execute(db)
  return rows[0]?.promotion
}

/** The promotion that this code, in the form in which codes are compared, stands for. */
export async function findByCode(db: Db, codeKey: string): Promise<PromotionRow | undefined> {
  const { rows } = await sql<{ promotion: PromotionRow }>`${one} where p."codeKey" = ${codeKey}`.execute(db)
  return rows[0]?.promotion
}

type Content = Omit<PromotionRow, 'id' | 'redeemed' | 'version'>

const contentOf = (
  row: Content
) => sql`(${row.name}, ${row.code}::text, ${row.codeKey}::text, ${row.kind}, ${row.target}, ${row.component}::text,
  ${row.permyriad}::integer, ${row.amountMinor}::bigint, ${row.currency}::text, ${JSON.stringify(row.conditions)}::jsonb,
  ${row.startsAt}::timestamptz, ${row.endsAt}::timestamptz, ${row.maxRedemptions}::integer, ${row.maxPerCustomer}::integer,
  ${row.exclusive}::boolean, ${row.priority}::integer, ${row.active}::boolean)`
const contentColumns = sql`("name", "code", "codeKey", "kind", "target", "component", "permyriad", "amountMinor", "currency",
  "conditions", "startsAt", "endsAt", "maxRedemptions", "maxPerCustomer", "exclusive", "priority", "active")`

/** Adds a promotion; 409 when another has its code. */
export async function insertPromotion(tx: Db, row: Content): Promise<PromotionRow> {
  const { rows } = await sql<{ promotion: PromotionRow }>`
    with raised as (${raiseRulesVersion}), p as (
      insert into promotions ${contentColumns} values ${contentOf(row)} returning *)
    select ${promotionJson} as "promotion" from p`
    .execute(tx)
    .catch(explain)
  return rows[0]!.promotion
}

/** Replaces what a promotion does, if it still has this version; undefined when it has not, or is not there. 409 when its limit would be below what was redeemed. */
export async function updatePromotion(
  db: Db,
  id: string,
  version: number,
  row: Content
): Promise<PromotionRow | undefined> {
  const { rows } = await sql<{ promotion: PromotionRow }>`
    with p as (
      update promotions set ${contentColumns} = ${contentOf(row)}, "version" = "version" + 1
      where "id" = ${id} and "version" = ${version} returning *
    ), raised as (${raiseRulesVersion} where exists (select from p))
    select ${promotionJson} as "promotion" from p`
    .execute(db)
    .catch(explain)
  return rows[0]?.promotion
}

/** Adds a promotion together with the stored answer of the request. */
export function addPromotion<T>(db: Db, once: Once, row: Content, shown: (row: PromotionRow) => T): Promise<T> {
  return db.transaction().execute(async (tx) => once.answer(tx, 201, shown(await insertPromotion(tx, row))))
}

function explain(error: { code?: string; constraint?: string }): never {
  if (error.constraint === 'promotions_codeKey_key')
    throw new Problem(409, 'code-taken', 'Another promotion has this code. Choose another one.')
  if (error.constraint === 'promotionLimit')
    throw new Problem(409, 'limit-below-use', 'This promotion has been redeemed more often than that already.')
  throw error
}
