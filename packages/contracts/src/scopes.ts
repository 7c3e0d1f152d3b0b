import { events } from './events.ts'

/** Which service may call which other, and for what: the scopes in its token. `operator` is the shop's own tools. */
const calls: Record<string, Record<string, readonly string[]>> = {
  operator: { auth: ['staff'], product: ['stock'] },
  gateway: { auth: ['sessions'] },
  cart: { product: ['quotes'] },
  order: { cart: ['carts'], product: ['reservations'], payment: ['payments', 'refunds'] },
  user: { auth: ['people'], cart: ['people'], notification: ['people'], order: ['people'], product: ['sizes'] }
}

/** The scopes of `caller` at `called`; whoever publishes a topic may send it to those who hear it. */
export function scopesOf(caller: string, called: string): string[] {
  const sends = Object.entries(events).some(
    ([topic, { heardBy }]) => topic.startsWith(`${caller}.`) && (heardBy as readonly string[]).includes(called)
  )
  return [...(calls[caller]?.[called] ?? []), ...(sends ? ['events'] : [])]
}
