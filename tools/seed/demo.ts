import { readFile } from 'node:fs/promises'
import { importDesigns, importStones, paisePerDollar, prepareCatalogue } from './catalogue.ts'
import { openShop, signIn } from './shop.ts'
import { dressWindow } from './window.ts'

/** Who can sign in at the demo shop. Nobody else's shop has these accounts; its administrator signs in without a second factor. */
export const demoAccounts = {
  shopper: { email: 'maya@example.com', password: 'marigold-lantern-27', name: 'Maya Rao' },
  administrator: { email: 'admin@example.com', password: 'banyan-workbench-41', name: 'Arjun Mehta' }
}

export const demoSeed = 1
export const demoDesigns = 180

/** Fills the shop: accounts, categories, rates, designs, stones. May run again; returns what is then there. */
export async function seedDemo({
  gatewayUrl,
  serviceUrl,
  tokenUrl,
  secret
}: {
  gatewayUrl: string
  serviceUrl: (name: string) => string
  tokenUrl: string
  secret: string
}): Promise<string> {
  const { shopper, administrator } = demoAccounts
  const { token } = await openShop(tokenUrl, {
    authorization: `Basic ${Buffer.from(`operator:${secret}`).toString('base64')}`
  }).ask<{ token: string }>('POST', '', { body: { audience: 'auth' } })
  const staff = openShop(serviceUrl('auth'), { authorization: `Bearer ${token}` })
  const gateway = openShop(gatewayUrl)
  await Promise.all([
    staff.ask('POST', '/internal/staff', {
      body: { ...administrator, roles: ['owner'], secondFactor: 'not-required' }
    }),
    staff.ask('POST', '/internal/staff', { body: { ...shopper, roles: [] } })
  ])
  const shop = await signIn(gateway, administrator.email, administrator.password)
  await prepareCatalogue(shop)
  const file = await readFile(new URL('stones.csv', import.meta.url))
  const [stones] = await Promise.all([
    importStones(shop, file, 'INR', paisePerDollar),
    importDesigns(shop, {
      seed: demoSeed,
      count: demoDesigns,
      atOnce: 2,
      batch: 60,
      pictureOf: (slug) => `/pictures/${slug}/preview.jpg`
    }),
    dressWindow(shop)
  ])
  const { imported, alreadyThere } = stones
  return `${demoDesigns} designs, ${imported + alreadyThere} stones, ${Object.keys(demoAccounts).length} accounts`
}
