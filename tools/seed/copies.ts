import { resolve } from 'node:path'
import pg from 'pg'
import { databasesOf } from '../verify/databases.ts'

const atOnce = 1000

/** Designs that are no copies, with variants in any number, after the place `$1`; copied under the number `$2`, at most `$3` of them. */
const copyBatch = `
  with source as materialized (
    select * from designs where "status" = 'published' and not "oneOfAKind" and "slug" !~ '-copy-[0-9]+$' and "id" > $1::uuid
    order by "id" limit $3
  ),
  copied as (
    insert into designs ("slug", "title", "description", "type", "categories", "attributes", "imageUrl", "metals", "purities", "colours", "stones",
      "keywords", "facets", "stockFacets", "available", "fromMinor", "currency", "card", "doc")
    select "slug" || '-copy-' || $2::int, "title", "description", "type", "categories", "attributes", "imageUrl", "metals", "purities", "colours", "stones",
      "keywords", "facets", "stockFacets", "available", "fromMinor", "currency",
      replace("card", '"' || "slug" || '"', '"' || "slug" || '-copy-' || $2::int || '"'),
      replace("doc", '"' || "slug" || '"', '"' || "slug" || '-copy-' || $2::int || '"')
    from source returning "id", "slug", "categories", "fromMinor"
  ),
  listed as (
    insert into "designCategories" ("category", "designId", "fromMinor") select c, "id", "fromMinor" from copied, unnest("categories") c
  ),
  made as (
    insert into variants ("designId", "sku", "position", "metal", "purity", "fineness", "rateId", "colour", "size", "grossMg", "netMg", "stones", "making", "extras",
      "oneOfAKind", "leadTimeDays", "onHand", "totalMinor", "currency", "breakdown", "doc")
    select c."id", v."sku" || '-C' || $2::int, v."position", v."metal", v."purity", v."fineness", v."rateId", v."colour", v."size", v."grossMg", v."netMg", v."stones",
      v."making", v."extras", false, v."leadTimeDays", v."onHand" - v."reserved", v."totalMinor", v."currency", v."breakdown",
      replace(v."doc", '"' || v."sku" || '"', '"' || v."sku" || '-C' || $2::int || '"')
    from source s join copied c on c."slug" = s."slug" || '-copy-' || $2::int join variants v on v."designId" = s."id" and v."active"
    returning "id", "onHand"
  ),
  received as (
    insert into "stockMovements" ("variantId", "kind", "onHandDelta", "reservedDelta") select "id", 'received', "onHand", 0 from made where "onHand" > 0
  )
  select (select max("id"::text) from source) as "last", (select count(*)::int from copied) as "copied"`

/** Sessions that copy at once: a copy is all CPU of one process of PostgreSQL. */
const sessions = 3

/** Makes copies, within the database, of the designs that are there and not one of a kind until there are `count`; `progress` hears how many there are. */
export async function copyDesigns(data: string, count: number, progress: (there: number) => void): Promise<void> {
  const { product } = databasesOf(resolve(import.meta.dirname, '..', '..', data), process.env.DATABASE_URL)
  const clients = Array.from({ length: sessions }, () => new pg.Client({ connectionString: product! }))
  try {
    await Promise.all(clients.map((client) => client.connect()))
    const [first] = clients
    const numberOf = async (text: string) => Number((await first!.query<{ n: string }>(text)).rows[0]!.n)
    let there = await numberOf(`select count(*) as "n" from designs where "status" <> 'hidden'`)
    let number = await numberOf(
      `select coalesce(max(substring("slug" from '-copy-([0-9]+)$')::int), 0) as "n" from designs`
    )
    let begun = there
    const copyAll = async (client: pg.Client) => {
      await client.query('set synchronous_commit = off')
      while (begun < count) {
        const own = ++number
        for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after !== null && begun < count;) {
          const size = Math.min(atOnce, count - begun)
          begun += size
          const values = [after, own, size]
          const answer: { rows: { last: string | null; copied: number }[] } = await client.query(copyBatch, values)
          const { last, copied }: { last: string | null; copied: number } = answer.rows[0]!
          begun -= size - copied
          there += copied
          after = last
          progress(there)
        }
      }
    }
    await Promise.all(clients.map(copyAll))
    await first!.query('vacuum analyze')
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}
