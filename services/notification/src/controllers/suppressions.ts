import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { matches } from '@lumora/kit/schemas'
import { saveConsents } from '../models/contacts.ts'
import { deleteSuppression, findSuppressions, saveSuppression } from '../models/suppressions.ts'
import { Reports, type Suppression } from '../schemas/suppressions.ts'
import { publishUnsubscribed } from '../models/unsubscriptions.ts'
import { escapeHtml } from './formats.ts'
import type { Deps } from './messages.ts'
import { isReportSigned, readUnsubscribeToken } from './secrets.ts'

/** Has nothing more sent to an address, as staff say. */
export const suppressEmail = ({ db }: Deps, email: string, detail: string): Promise<Suppression> =>
  saveSuppression(db, { email, reason: 'staff', detail })

/** The suppressed addresses, by their letters. */
export async function listSuppressions({ db }: Deps, { after, limit }: { after?: string; limit: number }) {
  const from = after === undefined ? '' : (readPlace(after, ['string'])[0] as string)
  return pageOf(await findSuppressions(db, from, limit + 1), limit, ({ email }) => [email])
}

export async function liftSuppression({ db }: Deps, email: string): Promise<null> {
  if (!(await deleteSuppression(db, email))) throw new Problem(404, 'not-found', 'This address is not suppressed.')
  return null
}

/** Takes what the mail provider reports of bounces and complaints, signed by the secret that it was given. */
export async function takeReports(
  { db, bounceSecret }: Deps & { bounceSecret?: string },
  signature: string | undefined,
  rawBody: string
): Promise<{ suppressed: number }> {
  if (bounceSecret === undefined || !isReportSigned(bounceSecret, signature, rawBody))
    throw new Problem(
      400,
      'signature-not-valid',
      'This report is not signed by the provider, or was signed too long ago.'
    )
  const body = parsed(rawBody)
  if (!matches(Reports, body)) throw new Problem(400, 'input-not-valid', 'This is not a list of reports.')
  const hard = (body as Reports).reports.filter(({ kind }) => kind !== 'soft-bounce')
  for (const { email, kind, detail } of hard)
    await saveSuppression(db, { email, reason: kind as 'hard-bounce' | 'complaint', detail: detail ?? '' })
  return { suppressed: hard.length }
}
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const notOurs = () => new Problem(404, 'not-found', 'There is nothing at this address.')

/** What a link would have no more sent; a look changes nothing, as programs that check mails look at every link. */
export function showUnsubscription(
  { secret }: Deps,
  token: string
): { channel: string; topic: string; unsubscribed: boolean } {
  const said = readUnsubscribeToken(secret, token)
  if (!said) throw notOurs()
  return { channel: said.channel, topic: said.topic, unsubscribed: false }
}

/** Has no more of a topic sent on a channel, as the link of a mail says; again, it changes nothing. */
export async function unsubscribe({ db, secret }: Deps, token: string) {
  const said = readUnsubscribeToken(secret, token)
  if (!said) throw notOurs()
  const { userId, channel, topic } = said
  await db.transaction().execute(async (tx) => {
    const changedAt = new Date().toISOString()
    await saveConsents(tx, userId, [{ channel, topic, granted: false }], changedAt)
    await publishUnsubscribed(tx, { userId, channel, topic, unsubscribedAt: changedAt })
  })
  return { channel, topic, unsubscribed: true }
}

const topics: Record<string, string> = {
  promotions: 'news and offers',
  'price-drops': 'lower prices',
  'back-in-stock': 'what is back in stock',
  reminders: 'reminders'
}

/** The page that a person sees who follows such a link: one button, no script, nothing from elsewhere. */
export function unsubscriptionPage({ topic, unsubscribed }: { topic: string; unsubscribed: boolean }): string {
  const what = escapeHtml(topics[topic] ?? topic)
  const said = unsubscribed
    ? `<p>Done: we send you no more mails about ${what}.</p>`
    : `<p>No more mails about ${what}?</p><form method="post"><button name="List-Unsubscribe" value="One-Click">No more of these</button></form>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Lumora Jewels</title><style>body{font:17px/1.6 Georgia,serif;max-width:32em;margin:15vh auto;padding:0 1.5em;color:#2b2320;background:#fffdfa}button{font:inherit;padding:.6em 1.4em;border:0;border-radius:2px;background:#8a5a2b;color:#fffdfa}@media(prefers-color-scheme:dark){body{color:#e8dfd3;background:#161310}}</style></head><body>${said}</body></html>`
}
