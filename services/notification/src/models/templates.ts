import { sql } from 'kysely'
import type { Db } from './messages.ts'

export interface TemplateText {
  name: string
  locale: string
  subject: string
  content: string
}
export interface StoredTemplate extends TemplateText {
  id: string
  version: number
  origin: 'shipped' | 'staff'
  isActive: boolean
  createdAt: string
}

/**
 * Adds the shipped texts that are not the newest shipped ones yet, each as a new version. It comes into use unless staff
 * have made one of their own. One process at a time.
 */
export async function shipTemplates(db: Db, texts: TemplateText[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7031)`.execute(tx)
    const isNew = sql`json_to_recordset(${JSON.stringify(texts)}::json) s("name" text, "locale" text, "subject" text, "content" text)
      left join lateral (select "subject", "content" from templates t where t."name" = s."name" and t."locale" = s."locale"
        and t."origin" = 'shipped' order by t."version" desc limit 1) last on true
      where last."subject" is distinct from s."subject" or last."content" is distinct from s."content"`
    await sql`
      update templates t set "isActive" = false from (select s.* from ${isNew}) fresh
      where t."name" = fresh."name" and t."locale" = fresh."locale" and t."isActive" and t."origin" = 'shipped'`.execute(
      tx
    )
    await sql`
      insert into templates ("name", "locale", "version", "subject", "content", "origin", "isActive")
      select s."name", s."locale", coalesce((select max("version") from templates t where t."name" = s."name" and t."locale" = s."locale"), 0) + 1,
        s."subject", s."content", 'shipped',
        not exists (select 1 from templates t where t."name" = s."name" and t."locale" = s."locale" and t."isActive")
      from ${isNew}`.execute(tx)
  })
}

/** All templates that are in use. */
export async function findActiveTemplates(db: Db): Promise<StoredTemplate[]> {
  const { rows } = await sql<StoredTemplate>`
    select "id", "name", "locale", "version", "subject", "content", "origin", "isActive", "createdAt" from templates
    where "isActive" order by "name", "locale"`.execute(db)
  return rows
}

/** These versions of templates. */
export async function findTemplatesById(db: Db, ids: string[]): Promise<StoredTemplate[]> {
  const { rows } = await sql<StoredTemplate>`
    select "id", "name", "locale", "version", "subject", "content", "origin", "isActive", "createdAt" from templates
    where "id" = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** All versions of a template in one language, the newest first. */
export async function findVersions(db: Db, name: string, locale: string): Promise<StoredTemplate[]> {
  const { rows } = await sql<StoredTemplate>`
    select "id", "name", "locale", "version", "subject", "content", "origin", "isActive", "createdAt" from templates
    where "name" = ${name} and "locale" = ${locale} order by "version" desc limit 100`.execute(db)
  return rows
}

/** Brings a new version into use in place of the one in use; undefined when that is not `version` (0: none). */
export function saveTemplate(
  db: Db,
  { name, locale, subject, content }: TemplateText,
  { version, origin, madeBy }: { version: number; origin: 'shipped' | 'staff'; madeBy: string }
): Promise<StoredTemplate | undefined> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7031)`.execute(tx)
    const former = await sql<{ id: string }>`
      update templates set "isActive" = false
      where "name" = ${name} and "locale" = ${locale} and "isActive" and "version" = ${version} returning "id"`.execute(
      tx
    )
    const { rows } = await sql<StoredTemplate>`
      insert into templates ("name", "locale", "version", "subject", "content", "origin", "isActive", "madeBy")
      select ${name}, ${locale}, coalesce(max("version"), 0) + 1, ${subject}, ${content}, ${origin}, true, ${madeBy}::uuid
      from templates where "name" = ${name} and "locale" = ${locale}
      having ${former.rows.length > 0} or not coalesce(bool_or("isActive"), false) and ${version === 0}
      returning "id", "name", "locale", "version", "subject", "content", "origin", "isActive", "createdAt"`.execute(tx)
    return rows[0]
  })
}
