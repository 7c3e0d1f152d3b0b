import type { Database } from '@lumora/kit/database'
import { fetchOutside, type OutsideOptions } from '@lumora/kit/outside'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { matches } from '@lumora/kit/schemas'
import { claimFeed, findFeedRuns, findOpenProposals, saveFeedRun } from '../models/feeds.ts'
import { saveDecision, saveProposal } from '../models/proposals.ts'
import { findRates } from '../models/rates.ts'
import { FeedMap, type FeedRun, type TakenRate } from '../schemas/feeds.ts'
import type { Rate } from '../schemas/rates.ts'
import { finenessesOf, halfUp, times, whole, type Ratio } from './prices.ts'
import { approveProposal } from './proposals.ts'
import { rateInForce, shopCurrency, type Deps as RateDeps } from './rates.ts'

export interface Feed extends Pick<OutsideOptions, 'allow' | 'resolve'> {
  url: string
  headers: Record<string, string>
  map: FeedMap
  /** What the feed proposes and is at most this far (permille) from the rate in force comes into force at once; the rest, and all when null, waits for a person. */
  autoPermille: number | null
  /** How old a rate may be that says its time, in seconds. */
  maxAgeSeconds: number
  everyMinutes: number
}

export interface Deps extends RateDeps {
  feed?: Feed
}

/** The job by which the feed is asked. */
export const feedTask = 'fetch-rate-feed'
/** Whose the proposals of the feed are, and who approves those that need no person. */
const feedId = '00000000-0000-7000-8000-00000000feed'
const feedRuleId = '00000000-0000-7000-8000-0000000feed1'
const maxBytes = 256 * 1024
/** What is ten times the rate in force, or a tenth, is a mistake in the unit. */
const tooFar = 10

/** The map of a feed out of its text; throws when it is none. */
export function readFeedMap(text: string): FeedMap {
  const map: unknown = JSON.parse(text)
  if (!matches(FeedMap, map)) throw new Error('RATE_FEED_MAP is not a list of {metal, fineness, price, …}.')
  for (const { metal, fineness } of map as FeedMap) {
    if (fineness !== 1000 && !finenessesOf(metal).includes(fineness))
      throw new Error(`RATE_FEED_MAP: ${fineness} is not a fineness of ${metal}.`)
  }
  return map as FeedMap
}

/** The value that a JSON pointer leads to; undefined when it leads nowhere. */
export function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Record<string, unknown>)[name]
          : undefined,
      document
    )
}

/** A decimal number, or its text, as an exact fraction; undefined when it is none, or not above zero. */
function amountOf(value: unknown): Ratio | undefined {
  const text = typeof value === 'number' ? String(value) : value
  const [, units, decimals = ''] = typeof text === 'string' ? (/^(\d{1,12})(?:\.(\d{1,12}))?$/.exec(text) ?? []) : []
  if (units === undefined) return undefined
  const digits = BigInt(units + decimals)
  return digits === 0n ? undefined : times(whole(digits), 1, 10n ** BigInt(decimals.length))
}

function timeOf(value: unknown): number | undefined {
  if (typeof value === 'string') return Number.isNaN(Date.parse(value)) ? undefined : Date.parse(value)
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  return value < 1e11 ? value * 1000 : value
}

type Offered = Pick<TakenRate, 'metal' | 'fineness' | 'side' | 'minorPerGram'>
type Read = { offered: Offered } | { refused: Offered; why: string }

/** What a feed's answer offers by one entry of its map, or why that is not believed. */
function readOffer(document: unknown, entry: FeedMap[number], { maxAgeSeconds }: Feed, rates: readonly Rate[]): Read {
  const { metal, fineness, side = 'sell', price, per = 'gram', minorPerUnit = 100, at, currency } = entry
  const kind = { metal, fineness, side }
  const refuse = (why: string, minorPerGram = 0): Read => ({ refused: { ...kind, minorPerGram }, why })
  const given = valueAt(document, price)
  const amount = amountOf(given)
  if (!amount)
    return refuse(`${price} is ${JSON.stringify(given)?.slice(0, 60) ?? 'not there'}, not a number above zero.`)
  if (currency !== undefined && valueAt(document, currency) !== shopCurrency)
    return refuse(`${currency} does not say ${shopCurrency}.`)
  if (at !== undefined) {
    const time = timeOf(valueAt(document, at))
    if (time === undefined) return refuse(`${at} says no time.`)
    const ageSeconds = (Date.now() - time) / 1000
    if (ageSeconds > maxAgeSeconds || ageSeconds < -300)
      return refuse(`${at} is ${new Date(time).toISOString()}, which is ${ageSeconds < 0 ? 'to come' : 'too old'}.`)
  }
  const inMinor = times(amount, minorPerUnit)
  const minorPerGram = halfUp(per === 'ounce' ? times(inMinor, 10_000_000, 311_034_768) : inMinor)
  if (minorPerGram < 1n || minorPerGram > 1_000_000_000_000n) return refuse(`${price} is out of all bounds.`)
  const inForce = rateInForce(rates, kind)?.rate
  const current = inForce && Number(inForce.numerator) / Number(inForce.denominator)
  if (current !== undefined) {
    const ratio = Number(minorPerGram) / current
    if (ratio >= tooFar || ratio <= 1 / tooFar)
      return refuse(
        `It is ${ratio.toPrecision(3)} times the rate in force: the unit must be another.`,
        Number(minorPerGram)
      )
  }
  return { offered: { ...kind, minorPerGram: Number(minorPerGram) } }
}

/** Asks the feed, and proposes what it offers; what cannot be believed is refused and told. Without a feed it does nothing. */
export async function fetchRateFeed(deps: Deps): Promise<void> {
  const { db, feed } = deps
  if (!feed) return
  const document = await ask(feed).catch((error: Error) => error)
  if (document instanceof Error) return saveFeedRun(db, 'failed', document.message.slice(0, 300), [])
  const taken = await db.transaction().execute(async (tx) => {
    if (!(await claimFeed(tx))) return undefined
    const rates = await findRates(tx)
    const reads = feed.map.map((entry) => readOffer(document.json, entry, feed, rates))
    return propose(tx, reads, rates, feed)
  })
  if (!taken) return
  const decided: TakenRate[] = []
  for (const { within, ...rate } of taken) {
    if (within) await approveProposal(deps, feedRuleId, rate.proposalId!, false)
    decided.push(
      within
        ? { ...rate, outcome: 'in-force', detail: 'It is near the rate before, and came into force at once.' }
        : rate
    )
  }
  const refused = decided.filter(({ outcome }) => outcome === 'refused').length
  const detail = refused === 0 ? 'All rates were taken.' : `${refused} of ${decided.length} rates were refused.`
  await saveFeedRun(db, refused === 0 ? 'taken' : 'refused', detail, decided)
}

async function ask({ url, headers, allow, resolve }: Feed): Promise<{ json: unknown }> {
  const answer = await fetchOutside(url, {
    headers: { accept: 'application/json', ...headers },
    timeoutMs: 10_000,
    maxBytes,
    ...(allow ? { allow } : {}),
    ...(resolve ? { resolve } : {})
  })
  if (answer.status !== 200) throw new Error(`The feed answered ${answer.status}.`)
  try {
    return { json: JSON.parse(answer.body.toString()) as unknown }
  } catch {
    throw new Error('The feed answered with what is not JSON.')
  }
}

type Proposed = TakenRate & { within: boolean }

async function propose(tx: Database, reads: Read[], rates: readonly Rate[], feed: Feed): Promise<Proposed[]> {
  const open = await findOpenProposals(tx, feedId)
  const proposed: Proposed[] = []
  for (const read of reads) {
    if ('refused' in read) {
      proposed.push({ ...read.refused, outcome: 'refused', detail: read.why, proposalId: null, within: false })
      continue
    }
    const { offered } = read
    const own = rates.find((rate) => isSameKind(rate, offered))
    const waiting = open.find((one) => isSameKind(one, offered))
    const said = (outcome: TakenRate['outcome'], detail: string, proposalId: string | null, within = false) =>
      proposed.push({ ...offered, outcome, detail, proposalId, within })
    if (waiting?.minorPerGram === offered.minorPerGram) {
      said('proposed', 'It waits for a person since it was offered first.', waiting.id)
      continue
    }
    if (waiting) await saveDecision(tx, waiting.id, 'rejected', feedRuleId)
    if (own?.minorPerGram === offered.minorPerGram) {
      said('unchanged', 'It is in force.', null)
      continue
    }
    const { id } = await saveProposal(tx, {
      ...offered,
      source: 'feed',
      currency: shopCurrency,
      proposedBy: feedId,
      rollbackOf: null
    })
    const change = own && Math.abs(((offered.minorPerGram - own.minorPerGram) * 1000) / own.minorPerGram)
    const within = feed.autoPermille !== null && change !== undefined && change <= feed.autoPermille
    said('proposed', 'It waits for a person.', id, within)
  }
  return proposed
}

const isSameKind = (
  a: { metal: string; fineness: number; side: string },
  b: { metal: string; fineness: number; side: string }
) => a.metal === b.metal && a.fineness === b.fineness && a.side === b.side

/** A page of what the feed was asked and what came of it, the newest first. */
export async function listFeedRuns(
  { db }: Deps,
  { after, limit }: { after?: string; limit: number }
): Promise<{ items: FeedRun[]; next: string | null }> {
  const place = after === undefined ? null : (readPlace(after, ['number'])[0] as number)
  return pageOf(await findFeedRuns(db, place, limit + 1), limit, ({ id }) => [id])
}
