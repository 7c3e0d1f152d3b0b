import type { BenchOptions } from './bench.ts'
import { fill, measure, once, warmUp, warmRounds, withStock } from './checkout.ts'

/** Of one thing a cart takes 20. */
const most = 20

/** Measures adding to a guest's cart that holds the thing already, through the gateway, and what that costs. */
export async function benchCart(options: BenchOptions): Promise<void> {
  const what = { whole: 'additions to carts', one: 'an addition', done: 'added' }
  await withStock(options, async ({ shop, stocked, pids, count }) => {
    const carts: { id: string; token: string; variantId: string }[] = []
    let next = 0
    const more = async () => {
      const variantId = stocked[carts.length % stocked.length]!.id
      carts.push({ ...(await fill(shop, variantId)), variantId })
    }
    const add = async () => {
      const { id, token, variantId } = carts[next++ % carts.length]!
      const headers = { ...once(), 'cart-token': token }
      await shop.ask('POST', `/carts/${id}/lines`, { headers, body: { variantId, pieceId: null, quantity: 1 } })
      return what.done
    }
    const refill = async (wanted: number) => {
      carts.length = next = 0
      while (carts.length < wanted) await more()
    }
    await refill(Math.ceil(warmRounds / (most - 1)) + options.connections)
    await warmUp(add, options)
    await refill(Math.max(options.connections * 2, Math.ceil((options.seconds * 500) / (most - 1))))
    await measure(add, pids, what, options)
    await refill(options.connections)
    await count(add, what)
  })
}
