import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { stale } from '@lumora/kit/versions'
import {
  cancelCampaign as cancelOne,
  changeCampaign as changeOne,
  countByState,
  findCampaign,
  findCampaigns,
  finishCampaigns,
  moveMessages,
  pauseCampaign as pauseOne,
  queueCampaign,
  saveCampaign,
  startCampaign as startOne,
  tryCampaign
} from '../models/campaigns.ts'
import type { Campaign, NewCampaign } from '../schemas/campaigns.ts'
import { stateOf, type Deps } from './messages.ts'
import { templatesOf, writeTemplate } from './templates.ts'

const notFound = () => new Problem(404, 'not-found', 'There is no such campaign.')

function checkSegment({ segment }: NewCampaign): void {
  if (segment.boughtMinor !== undefined && segment.currency === undefined)
    throw new Problem(422, 'currency-needed', 'Say in which currency `boughtMinor` is counted.')
}

/** Makes a campaign; it begins when it is started. */
export async function makeCampaign(
  { db }: Deps,
  once: Once,
  staffId: string,
  campaign: NewCampaign
): Promise<Campaign> {
  checkSegment(campaign)
  await templatesOf(db).use(campaign.template, 'en')
  return db.transaction().execute(async (tx) => once.answer(tx, 201, await saveCampaign(tx, campaign, staffId)))
}

/** Changes a campaign that is not begun. */
export async function changeCampaign(
  { db }: Deps,
  id: string,
  version: number,
  campaign: NewCampaign
): Promise<Campaign> {
  checkSegment(campaign)
  await templatesOf(db).use(campaign.template, 'en')
  const changed = await changeOne(db, id, version, campaign)
  if (changed) return changed
  const found = await findCampaign(db, id)
  if (!found) throw notFound()
  if (found.state !== 'draft') throw begun(found)
  throw stale()
}
const begun = ({ state }: Campaign) => new Problem(409, 'campaign-state', `This campaign is ${state}.`, { state })

/** All campaigns, the newest first. */
export async function listCampaigns({ db }: Deps, { after, limit }: { after?: string; limit: number }) {
  const before = after === undefined ? null : (readPlace(after, ['id'])[0] as string)
  return pageOf(await findCampaigns(db, before, limit + 1), limit, ({ id }) => [id])
}

/** A campaign with what became of its messages so far. */
export async function reportCampaign({ db }: Deps, id: string) {
  const campaign = await findCampaign(db, id)
  if (!campaign) throw notFound()
  const counts = await countByState(db, id)
  const of = (state: string) => counts[state] ?? 0
  const withheld = of('suppressed') + of('cancelled') + of('withheld')
  const sent = of('sent') + of('shown') + of('delivered')
  return {
    ...campaign,
    messages: { waiting: of('waiting'), sent, failed: of('failed'), optedOut: of('opted-out'), withheld }
  }
}

/** Whom a campaign would reach, with a sample of people and of what they would read. Nothing is sent. */
export async function tryCampaignOut({ db, shopUrl }: Deps, id: string) {
  const campaign = await findCampaign(db, id)
  if (!campaign) throw notFound()
  const counts = await tryCampaign(db, campaign as NewCampaign)
  const [first = { name: 'Asha Rao', locale: 'en' }] = counts.sample
  const template = await templatesOf(db).use(campaign.template, first.locale)
  const { subject, text, html } = writeTemplate(
    template,
    { name: first.name, email: '' },
    { shopUrl, locale: first.locale, unsubscribeUrl: `${shopUrl}/unsubscribe/sample` }
  )
  return { ...counts, preview: { subject, text, html } }
}

async function move({ db }: Deps, id: string, moved: Campaign | undefined): Promise<Campaign> {
  if (moved) return moved
  const found = await findCampaign(db, id)
  throw found ? begun(found) : notFound()
}

/** Has a campaign begin at its time, or go on after a pause; the versions of its template are held fast at the beginning. */
export async function startCampaign(deps: Deps, id: string): Promise<Campaign> {
  const found = await findCampaign(deps.db, id)
  if (!found) throw notFound()
  const templateIds = await templatesOf(deps.db).idsOf(found.template)
  return move(deps, id, await startOne(deps.db, id, templateIds))
}
export const pauseCampaign = async (deps: Deps, id: string) => move(deps, id, await pauseOne(deps.db, id))
export const cancelCampaign = async (deps: Deps, id: string) => move(deps, id, await cancelOne(deps.db, id))

/** Queues what campaigns are due, slice by slice, moves what those need that go on or were cancelled, and notes those that are done. */
export async function runCampaigns(deps: Deps, isStopping: () => boolean = () => false): Promise<void> {
  const state = (channel: Parameters<typeof stateOf>[1]) => stateOf(deps, channel)
  while (!isStopping() && (await queueCampaign(deps.db, state))) continue
  while (!isStopping() && (await moveMessages(deps.db))) continue
  await finishCampaigns(deps.db)
}
