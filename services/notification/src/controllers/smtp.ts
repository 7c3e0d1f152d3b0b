import { createTransport } from 'nodemailer'
import type { Outcome, Provider } from './deliveries.ts'
import { oneLine } from './formats.ts'

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…`; `?requireTLS=true` refuses a server without TLS. */
  url: string
  /** `Name <address>`. */
  from: string
  connections: number
  timeoutMs?: number
}

/** Whether a refusal says that nobody has this mailbox, and not that the server does not like us (RFC 3463: 5.1.x is of the address, 5.7.x of policy). */
function isNoMailbox(responseCode: number, response: string): boolean {
  const status = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(response)
  if (status) return status[1] === '1' || (status[1] === '2' && status[2] === '1')
  return [550, 551, 553].includes(responseCode) && !/spam|polic|block|relay|denied|reputation/i.test(response)
}

interface SmtpError {
  code?: string
  responseCode?: number
  response?: string
  command?: string
}

/** E-mail by SMTP. A server that does not answer in time, or breaks off, is tried again; one that says no for good is believed. */
export function smtpProvider({
  url,
  from,
  connections,
  timeoutMs = 10_000
}: SmtpOptions): Provider & { close: () => void } {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: 1000,
    // A message that broke off is tried again by its row, not behind its back.
    maxRequeues: 0,
    connectionTimeout: Math.min(timeoutMs, 5000),
    greetingTimeout: Math.min(timeoutMs, 5000),
    dnsTimeout: 5000,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true
  })
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'lumora.example'

  return {
    send: async ({ id, recipient, told, unsubscribeUrl }, signal) => {
      try {
        const { response } = await transport.sendMail({
          signal,
          from,
          to: { name: '', address: recipient },
          subject: oneLine(told.subject),
          text: told.text,
          html: told.html,
          // The same at each try, so that who gets a mail twice can tell.
          messageId: `<${id}@${domain}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribeUrl && {
              'List-Unsubscribe': `<${unsubscribeUrl}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
            })
          }
        })
        return { outcome: 'accepted', detail: numbersOf(response), providerId: null }
      } catch (error) {
        return outcomeOf(error as SmtpError)
      }
    },
    close: () => transport.close()
  }
}

/** The numbers of what a server said: its words may hold anything, the address and the name of who is written to above all. */
const numbersOf = (response: string): string =>
  /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3}))?/.exec(response)?.slice(1).filter(Boolean).join(' ') ?? ''

function outcomeOf({ code = '', responseCode = 0, response = '', command = '' }: SmtpError): Outcome {
  const detail = `${code} ${numbersOf(response)}`.trim() || 'no answer'
  const isOfRecipient = code === 'EENVELOPE' && !command.startsWith('MAIL')
  const isForGood = responseCode >= 500 && responseCode < 600 && (isOfRecipient || code === 'EMESSAGE')
  if (!isForGood) return { outcome: 'again', detail }
  const isBounce = isOfRecipient && isNoMailbox(responseCode, response)
  return { outcome: 'refused', detail, isBounce }
}
