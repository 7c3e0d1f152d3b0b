import type { Variant } from '../jewels.ts'
import type { Messages } from '../messages/en.ts'

/** An alloy as people say it: 18K rose gold. */
export const alloyName = (
  { metal, purity, colour }: Pick<Variant, 'metal' | 'purity' | 'colour'>,
  texts: Messages
): string => texts.alloy(purity, metal === 'gold' && colour ? texts.colours[colour]! : '', texts.metals[metal] ?? metal)
