import { randomBytes } from 'node:crypto'
import { Problem } from '@lumora/kit/problem'
import type { PaymentProvider, ProviderPayment } from '../clients/providers.ts'
import { fileException } from '../models/exceptions.ts'
import type { Db } from '../models/payments.ts'
import {
  findPayout,
  findTransfer,
  findTransferMovement,
  findTransferMovements,
  openTransfer,
  voidTransfer,
  type Transfer
} from '../models/transfers.ts'
import type { Status } from '../schemas/payments.ts'

/** Where buyers transfer their money to, and how many days they have. */
export interface BankAccount {
  accountName: string
  account: string
  bankCode: string
  bankName: string
  days: number
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A reference of 50 random bits that tells nothing of how many there are; its two check digits (ISO 11649, modulo 97) find each mistyped character. */
export function newReference(): string {
  let text = ''
  for (const byte of randomBytes(10)) text += alphabet[byte & 31]
  const check = 98 - modulo97(`${text}RF00`)
  return `RF${String(check).padStart(2, '0')}${text}`
}

/** The letters count from 10, as in an IBAN. */
function modulo97(text: string): number {
  let rest = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

const statuses: Record<Transfer['state'], Status> = {
  awaiting: 'action-needed',
  received: 'captured',
  voided: 'voided'
}

/** Payments by bank transfer: the buyer is asked to name a reference, and staff record what comes. The receipt is the capture. */
export function transferProvider(db: Db, { days, ...account }: BankAccount): PaymentProvider {
  const inOurWords = ({ key, reference, amountMinor, currency, state, payBy }: Transfer): ProviderPayment => ({
    id: reference,
    key,
    status: statuses[state],
    amountMinor,
    currency,
    declineReason: null,
    action: state === 'awaiting' ? { kind: 'bank-transfer', reference, ...account, payBy } : null
  })
  const find = async ({ key }: { key: string }) => {
    const transfer = await findTransfer(db, key)
    return transfer ? inOurWords(transfer) : null
  }
  return {
    find,
    authorise: async ({ key, amountMinor, currency }) =>
      inOurWords(await openTransfer(db, { key, amountMinor, currency, reference: newReference() }, days)),
    capture: find,
    void: async ({ key }) => {
      const transfer = await voidTransfer(db, key)
      if (!transfer) return null
      if (transfer.state === 'voided' && transfer.receivedMinor > 0) await fileLeft(db, transfer)
      return inOurWords(transfer)
    },
    refund: async (_payment, { key }) => {
      const reference = await findPayout(db, key)
      return { id: reference ?? '', status: reference === undefined ? 'processing' : 'refunded', failReason: null }
    },
    movements: async function* (from, to) {
      yield await findTransferMovements(db, from, to)
    },
    findMovement: async (kind, id) => (await findTransferMovement(db, kind, id)) ?? null,
    readWebhook: () => {
      throw new Problem(404, 'not-found', 'A bank sends no reports here.')
    }
  }
}

/** Part of a transfer came before it was given up: it is to be returned. */
const fileLeft = (db: Db, { key, amountMinor, receivedMinor, currency }: Transfer) =>
  fileException(db, {
    kind: 'receipt-differs',
    provider: 'bank-transfer',
    reference: key,
    orderId: key.slice(0, 36),
    ours: { status: 'voided', amountMinor, currency },
    theirs: { status: 'received', amountMinor: receivedMinor, currency }
  })
