interface State {
  /** The statuses it may move to. */
  to: readonly OrderStatus[]
  /** The buyer may still cancel: nothing that cannot be undone has been asked of anyone. */
  buyerMayCancel: boolean
  /** Staff may still call it off, giving the money back when it was taken; nothing has been shipped. */
  staffMayCancel: boolean
}

export const orderStatuses = [
  'placed',
  'reserved',
  'awaiting-payment',
  'payment-failed',
  'authorised',
  'committed',
  'confirmed',
  'cancelled'
] as const

export type OrderStatus = (typeof orderStatuses)[number]

/** The life of an order: the same moves stand in the table legal_moves, which refuses any other. */
export const orderStates: Record<OrderStatus, State> = {
  placed: { to: ['reserved', 'cancelled'], buyerMayCancel: true, staffMayCancel: true },
  reserved: {
    to: ['authorised', 'awaiting-payment', 'payment-failed', 'cancelled'],
    buyerMayCancel: true,
    staffMayCancel: true
  },
  'awaiting-payment': { to: ['authorised', 'payment-failed', 'cancelled'], buyerMayCancel: true, staffMayCancel: true },
  'payment-failed': { to: ['reserved', 'cancelled'], buyerMayCancel: true, staffMayCancel: true },
  authorised: { to: ['committed', 'cancelled'], buyerMayCancel: false, staffMayCancel: false },
  committed: { to: ['confirmed'], buyerMayCancel: false, staffMayCancel: false },
  confirmed: { to: ['cancelled'], buyerMayCancel: false, staffMayCancel: true },
  cancelled: { to: [], buyerMayCancel: false, staffMayCancel: false }
}
