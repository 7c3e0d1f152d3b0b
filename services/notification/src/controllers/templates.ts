/** What is told, ready for any channel. */
export interface Told {
  subject: string
  text: string
  html: string
}

interface OrderTold {
  number: string
  name: string
  totalMinor: number
  currency: string
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text made safe for HTML, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char]!)

/** One line: control characters and line ends become spaces, so that no text can start a header or a paragraph of its own. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** An amount in its currency's minor units, written with as many digits as the currency has. */
export function formatMoney(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat('en-IN', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  const padded = String(amountMinor).padStart(digits + 1, '0')
  const decimal = `${padded.slice(0, padded.length - digits)}.${padded.slice(padded.length - digits)}` as `${number}`
  return format.format(decimal)
}

/** Lays paragraphs and a table of lines out as text and as HTML; every value is taken literally. */
function tell(subject: string, paragraphs: string[], rows: [string, string][] = []): Told {
  const title = oneLine(subject)
  const lines = paragraphs.map(oneLine)
  const cells = rows.map(([name, value]) => [oneLine(name), oneLine(value)] as const)
  const table = cells.map(([name, value]) => `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(value)}</td></tr>`)
  const [greeting, ...rest] = lines.map((line) => `<p>${escapeHtml(line)}</p>`)
  return {
    subject: title,
    text: [
      lines[0],
      ...(cells.length > 0 ? [cells.map((cell) => cell.join('  ')).join('\n')] : []),
      ...lines.slice(1)
    ].join('\n\n'),
    html:
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body>` +
      `${greeting}${table.length > 0 ? `<table>${table.join('')}</table>` : ''}${rest.join('')}</body></html>`
  }
}

const signature = 'Lumora Jewels'

/** To someone who has just registered. */
export const welcome = ({ name }: { name: string }): Told =>
  tell(`Welcome to Lumora Jewels, ${name}`, [
    `Dear ${name},`,
    'your account is ready. Your orders, addresses and messages are kept in it.',
    signature
  ])

interface Linked {
  name: string
  link: string
}

const ignore = 'If you did not ask for this, leave this mail as it is: nothing changes.'

/** To who is to show that the e-mail of an account is theirs. */
export const verifyEmail = ({ name, link }: Linked): Told =>
  tell('Please confirm your e-mail', [
    `Dear ${name},`,
    'please confirm that this e-mail is yours: open the link while you are signed in. It is good for 24 hours.',
    link,
    ignore,
    signature
  ])

/** To the owner of an e-mail with which somebody has just registered once more. */
export const registeredAgain = ({ name }: { name: string }): Told =>
  tell('You have an account already', [
    `Dear ${name},`,
    'somebody has just registered at Lumora Jewels with this e-mail, which has an account already.',
    'If it was you, sign in to it with your password; if you do not remember it, ask for a new one by “Forgotten password”.',
    ignore,
    signature
  ])

/** To whose account was signed in to from somewhere new. */
export const signedInAnew = ({ name, device, at }: { name: string; device: string; at: string }): Told =>
  tell('A new sign-in to your account', [
    `Dear ${name},`,
    `your account was signed in to with ${device} on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC, from where it had not been used before.`,
    'If it was you, all is well. If it was not, set a new password at once by “Forgotten password”: that ends all sessions.',
    signature
  ])

/** To who forgot the password. */
export const resetPassword = ({ name, link }: Linked): Told =>
  tell('Set a new password', [
    `Dear ${name},`,
    'by this link you set a new password. It is good for 30 minutes and once.',
    link,
    ignore,
    signature
  ])

/** To whose password is another now. */
export const passwordChanged = ({ name }: { name: string }): Told =>
  tell('Your password was changed', [
    `Dear ${name},`,
    'the password of your account was changed, and all other sessions have ended.',
    'If it was not you, set a new password at once by “Forgotten password”, and write to us.',
    signature
  ])

/** To the e-mail that is to become an account’s. */
export const confirmNewEmail = ({ name, link }: Linked): Told =>
  tell('Please confirm your new e-mail', [
    `Dear ${name},`,
    'please confirm that this is to be the e-mail of your account: open the link while you are signed in. It is good for 30 minutes.',
    link,
    ignore,
    signature
  ])

/** To the e-mail that an account had before. */
export const emailChanged = ({ name, email }: { name: string; email: string }): Told =>
  tell('The e-mail of your account was changed', [
    `Dear ${name},`,
    `your account now has the e-mail ${email}. From now on we write to you there.`,
    'If it was not you, write to us at once.',
    signature
  ])

/** To who has set up a second factor, or has one no more. */
export const secondFactorChanged = ({ name, enrolled }: { name: string; enrolled: boolean }): Told =>
  tell(enrolled ? 'Sign-in with a code is on' : 'Sign-in with a code is off', [
    `Dear ${name},`,
    enrolled
      ? 'signing in to your account now needs a code of your app as well.'
      : 'signing in to your account no longer needs a code.',
    'If it was not you, set a new password at once, and write to us.',
    signature
  ])

/** To who is asked to join the staff. */
export const staffInvited = ({ link, roles }: { link: string; roles: readonly string[] }): Told =>
  tell('You are invited to work at Lumora Jewels', [
    'Good day,',
    `you are invited to join the staff of Lumora Jewels (${roles.join(', ')}). Set a password by this link; it is good for 7 days and once.`,
    link,
    signature
  ])

interface Line {
  title: string
  quantity: number
  totalMinor: number
}

/** To the buyer of an order that is paid. */
export const orderConfirmed = ({ number, name, totalMinor, currency, lines }: OrderTold & { lines: Line[] }): Told =>
  tell(
    `Your order ${number} is confirmed`,
    [`Dear ${name}, thank you for your order ${number}.`, 'We tell you as soon as it is on its way.', signature],
    [
      ...lines.map((line): [string, string] => [
        `${line.quantity} × ${line.title}`,
        formatMoney(line.totalMinor, currency)
      ]),
      ['Total', formatMoney(totalMinor, currency)]
    ]
  )

/** To the buyer whose payment did not go through. */
export const orderPaymentFailed = ({ number, name, totalMinor, currency }: OrderTold): Told =>
  tell(`The payment of your order ${number} did not go through`, [
    `Dear ${name},`,
    `the payment of ${formatMoney(totalMinor, currency)} for your order ${number} was not accepted, and nothing was taken.`,
    'Open the order to try again or to pay in another way. We keep the pieces for you for a short while.',
    signature
  ])

const cancelReasons: Record<string, string> = {
  'out-of-stock': 'A piece in it was sold before your payment was complete.',
  'not-paid': 'It was not paid in time.',
  'payment-failed': 'It was not paid in time.'
}

/** To the buyer of an order of which money was given back. */
export const orderRefunded = ({
  number,
  name,
  currency,
  amountMinor,
  refundedMinor
}: OrderTold & { amountMinor: number; refundedMinor: number }): Told =>
  tell(`Your refund for order ${number}`, [
    `Dear ${name},`,
    `we have given back ${formatMoney(amountMinor, currency)} of your order ${number}.`,
    `That makes ${formatMoney(refundedMinor, currency)} in all. It reaches the card or account you paid with within a few days.`,
    signature
  ])

/** To the buyer of an order that is called off. */
export const orderCancelled = ({ number, name, reason }: OrderTold & { reason: string }): Told =>
  tell(`Your order ${number} is cancelled`, [
    `Dear ${name},`,
    [`your order ${number} is cancelled.`, cancelReasons[reason] ?? ''].join(' '),
    'What was held on your card or account for it is released.',
    signature
  ])
