import { Problem } from '@lumora/kit/problem'

const shortest = 13
const longest = 19
const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
/** E.164: at most 15 digits after the plus. */
const phoneShape = /^\+(?:[\s().-]*\d){7,15}$/

/** The check digit of ISO/IEC 7812 (Luhn): every second digit from the right is doubled, and the digits sum to a multiple of ten. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    const counted = i % 2 === 0 ? digit : digit * 2
    sum += counted > 9 ? counted - 9 : counted
  }
  return sum % 10 === 0
}

/** Whether whole groups of digits, next to each other but for one mark, make a card number, in whatever width they are written. */
function holdsCardNumber(text: string): boolean {
  if (idShape.test(text) || phoneShape.test(text)) return false
  for (const [run] of text.normalize('NFKC').matchAll(/\d+(?:[\s.\-_/]\d+)*/g)) {
    const groups = run.split(/\D/)
    for (let from = 0; from < groups.length; from++) {
      let digits = ''
      for (let to = from; to < groups.length && digits.length <= longest; to++) {
        digits += groups[to]
        if (digits.length >= shortest && digits.length <= longest && passesLuhn(digits)) return true
      }
    }
  }
  return false
}

function mentionsCard(value: unknown): boolean {
  if (typeof value === 'string') return holdsCardNumber(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(mentionsCard)
}

/** Throws a 422 when any text in the body may be a card number: those are for the payment provider's own page only. */
export function refuseCardNumbers(body: unknown): void {
  if (mentionsCard(body))
    throw new Problem(
      422,
      'card-number-refused',
      'This looks like a card number. Enter it on the page of the payment provider only, and send the token you get there.'
    )
}
