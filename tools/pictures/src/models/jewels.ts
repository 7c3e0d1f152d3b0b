import type { Bench } from '../bench.ts'
import { bangle, bracelet } from './bangles.ts'
import { chain, necklace, pendant } from './necklaces.ts'
import { earrings } from './earrings.ts'
import type { Jewel, Order } from './order.ts'
import { ring } from './rings.ts'
import { brooch, coin, cufflinks, nosePin } from './trinkets.ts'

const makers: Record<string, (bench: Bench, order: Order) => Jewel> = {
  ring,
  earrings,
  necklace,
  set: necklace,
  pendant,
  chain,
  anklet: chain,
  bracelet,
  bangle,
  brooch,
  coin,
  cufflinks,
  'nose-pin': nosePin
}

/** Makes what a design describes, in millimetres. */
export function makeJewel(bench: Bench, { type, ...order }: Order & { type: string }): Jewel {
  return (makers[type] ?? ring)(bench, order)
}
