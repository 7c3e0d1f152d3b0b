import type { Outcome, Provider } from './deliveries.ts'
import { shortTextOf } from './messages.ts'

export interface SmsOptions {
  accountSid: string
  authToken: string
  from: string
  apiBase: string
  /** Where the provider tells what became of a message; nowhere unless told. */
  statusCallback?: string
  timeoutMs?: number
}

/** Text messages by Twilio's HTTP interface, or one that speaks it. */
export function smsProvider({
  accountSid,
  authToken,
  from,
  apiBase,
  statusCallback,
  timeoutMs = 10_000
}: SmsOptions): Provider {
  const url = `${apiBase}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  return {
    send: async ({ recipient, told }, over): Promise<Outcome> => {
      const body = new URLSearchParams({
        To: recipient,
        From: from,
        Body: shortTextOf(told).slice(0, 1600),
        ...(statusCallback === undefined ? {} : { StatusCallback: statusCallback })
      })
      const signal = AbortSignal.any([over, AbortSignal.timeout(timeoutMs)])
      try {
        const answer = await fetch(url, { method: 'POST', headers: { authorization }, body, signal, redirect: 'error' })
        const said = (await answer.json().catch(() => ({}))) as { sid?: string; code?: number }
        if (answer.ok) return { outcome: 'accepted', detail: `${answer.status}`, providerId: said.sid ?? null }
        const isPassing =
          answer.status === 429 || answer.status >= 500 || answer.status === 401 || answer.status === 403
        const detail = `${answer.status} ${said.code ?? ''}`.trim()
        return isPassing ? { outcome: 'again', detail } : { outcome: 'refused', detail, isBounce: false }
      } catch (error) {
        return { outcome: 'again', detail: (error as Error).name }
      }
    }
  }
}
