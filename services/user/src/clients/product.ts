import type { paths } from '@lumora/contracts/product'
import { createClient, type Peer } from '@lumora/kit/client'
import type { NewSize, SizeMeasure } from '../schemas/sizes.ts'

export interface Product {
  /** What a label of a system measures, and how the house writes it; a 422 when there is no such size. */
  measure: (size: Pick<NewSize, 'kind' | 'system' | 'label'>) => Promise<SizeMeasure>
}

export function productClient(peer: Peer): Product {
  const client = createClient<paths>(peer)
  return {
    measure: async ({ kind, system, label }) => {
      const query = { from: system, label, to: system }
      const { data } = await client.GET('/api/v1/sizes/{kind}/convert', { params: { path: { kind }, query } })
      return { label: data!.from.label, hundredthsMm: data!.from.hundredthsMm }
    }
  }
}
