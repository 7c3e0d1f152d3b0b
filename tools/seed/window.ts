import type { Shop } from './shop.ts'

/** Rupees for one unit of the currencies that the demo shop also sells in. */
const exchangeRates = { USD: '85', EUR: '98.5', GBP: '112', AED: '23.15' }

const collections = [
  {
    slug: 'first-light',
    name: 'First light',
    description: 'For the question, and for the answer: rings with a diamond, and nothing that distracts from it.',
    rule: { all: [{ type: ['ring'] }, { stone: ['diamond'] }] }
  },
  {
    slug: 'temple-gold',
    name: 'Temple gold',
    description:
      'Twenty-two karat, heavy in the hand: deities, lotus and bells as they have been worn for a thousand years.',
    rule: { all: [{ metal: ['gold'] }, { purity: ['22K'] }, { type: ['necklace', 'earrings', 'bangle', 'set'] }] }
  },
  {
    slug: 'every-day',
    name: 'Every day',
    description: 'Light, ready to leave today, and under fifty thousand rupees.',
    rule: { all: [{ readyToShip: true }, { price: { maxMinor: 5_000_000 } }] }
  }
]

/** What the demo shop shows besides its goods: collections, and prices in other currencies; what staff have set stays. */
export async function dressWindow({ ask }: Shop): Promise<void> {
  await Promise.all([
    ...Object.entries(exchangeRates).map(async ([currency, perUnit]) => {
      const { items } = await ask<{ items: unknown[] }>('GET', `/api/v1/exchange-rates?currency=${currency}`)
      if (items.length === 0)
        await ask('PUT', '/api/v1/exchange-rates', { body: { currency, perUnit, source: 'demo' } })
    }),
    ...collections.map((collection, position) =>
      ask('POST', '/api/v1/collections', {
        body: { ...collection, position },
        headers: { 'idempotency-key': `demo-collection-${collection.slug}` },
        accept: [409]
      })
    )
  ])
}
