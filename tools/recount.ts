import { operate } from './operator.ts'

interface Recount {
  variants: number
  drifted: {
    sku: string
    onHand: number
    reserved: number
    ledgerOnHand: number
    ledgerReserved: number
    mended: boolean
  }[]
}

/** npm run recount: compares every counter of stock with the sum of its movements; `-- --mend` also sets those right that differ. */
await operate(
  'product',
  async (product, mend) => {
    const { variants, drifted } = await product.ask<Recount>('POST', '/api/v1/stock/recounts', { body: { mend } })
    const lines = drifted.map(
      ({ sku, onHand, reserved, ledgerOnHand, ledgerReserved, mended }) =>
        `${sku} has ${onHand} and ${reserved} reserved, its movements say ${ledgerOnHand} and ${ledgerReserved}${mended ? ': mended' : ''}`
    )
    const said = `${variants} variants recounted, ${drifted.length} differ from their movements.`
    return { good: drifted.every(({ mended }) => mended), said: [...lines, said].join('\n') }
  },
  'mend'
)
