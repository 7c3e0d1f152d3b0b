import { Problem } from '@lumora/kit/problem'

const shortest = 13
const longest = 19

/** The check digit of ISO/IEC 7812: every second digit from the right is doubled, and the digits sum to a multiple of ten. */
function isLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    const counted = i % 2 === 0 ? digit : digit * 2
    sum += counted > 9 ? counted - 9 : counted
  }
  return sum % 10 === 0
}

/** Whether whole groups of digits, next to each other but for one space or dash, make a card number. */
function holdsCardNumber(text: string): boolean {
  for (const [run] of text.matchAll(/\d+(?:[ -]\d+)*/g)) {
    if (run.length < shortest) continue
    const groups = run.split(/[ -]/)
    for (let from = 0; from < groups.length; from++) {
      let digits = ''
      for (let to = from; to < groups.length && digits.length <= longest; to++) {
        digits += groups[to]
        if (digits.length >= shortest && digits.length <= longest && isLuhn(digits)) return true
      }
    }
  }
  return false
}

const idShape = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
/** A bank's reference begins with the bank's four letters; one in ten would pass for a card number by chance. */
const bankReferenceShape = /^[A-Z]{4}[A-Z0-9]?\d{8,22}$/
const isSurelyNone = (text: string) => idShape.test(text) || bankReferenceShape.test(text)

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string' || typeof value === 'number') yield String(value)
  if (typeof value !== 'object' || value === null) return
  for (const [name, item] of Object.entries(value)) {
    yield name
    yield* textsOf(item)
  }
}

/** Throws a 400 when any text or number in the body may be a card number: those are for the provider's own page only. */
export function refuseCardNumbers(body: unknown): void {
  if (textsOf(body).some((text) => !isSurelyNone(text) && holdsCardNumber(text))) {
    throw new Problem(
      400,
      'card-number-refused',
      'This looks like a card number. Enter it on the page of the payment provider only, and send the token you get there.'
    )
  }
}
