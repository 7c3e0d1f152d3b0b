import * as cards from '@lumora/kit/cards'

/** A bank's reference begins with the bank's four letters; one in ten would pass for a card number by chance. */
const bankReferenceShape = /^[A-Z]{4}[A-Z0-9]?\d{8,22}$/

/** Throws a 400 when anything in the body may be a card number. */
export const refuseCardNumbers = (body: unknown): void =>
  cards.refuseCardNumbers(body, 400, (text) => bankReferenceShape.test(text))
