import { Problem } from './problem.ts'

const shortest = 13
const longest = 19
const ids = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi
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

/** Whether whole groups of digits, next to each other but for one mark, make a card number, in whatever width they are written. Ids are none, also within a sentence: one in some thousands has digits that would pass. */
function holdsCardNumber(text: string): boolean {
  if (text.length < shortest || phoneShape.test(text)) return false
  for (const [run] of text
    .normalize('NFKC')
    .replaceAll(ids, 'id')
    .matchAll(/\d+(?:[\s.\-_/]\d+)*/g)) {
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

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string' || typeof value === 'number') yield String(value)
  if (typeof value !== 'object' || value === null) return
  for (const [name, item] of Object.entries(value)) {
    yield name
    yield* textsOf(item)
  }
}

/** Throws a problem with this status when any text, number or name in the body may be a card number, and `isNone` does not say otherwise: those are for the payment provider's own page only. */
export function refuseCardNumbers(body: unknown, status: 400 | 422, isNone = (_text: string): boolean => false): void {
  if (textsOf(body).some((text) => holdsCardNumber(text) && !isNone(text)))
    throw new Problem(
      status,
      'card-number-refused',
      'This looks like a card number. Enter it on the page of the payment provider only, and send the token you get there.'
    )
}
