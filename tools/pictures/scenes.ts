import { makeDesigns } from '../seed/designs.ts'
import type { Alloy } from './src/bench.ts'
import type { Cut } from './src/gems.ts'
import type { Design } from './src/models/order.ts'
import type { Placed } from './src/page.ts'

const designs = makeDesigns(1, 0, 180) as Design[]
const jewel = (index: number, alloy: Alloy, at: [number, number], turn: number): Placed => ({
  design: designs[index]!,
  alloy,
  at,
  turn
})
const loose = (cut: Cut, kind: string, mm: number, at: [number, number], turn: number): Placed => ({
  stone: { cut, kind, mm },
  at,
  turn
})

/** What the shop shows of itself: rings of three metals for its door, cut stones for those that are sold loose. */
export const scenes: Record<string, { placed: Placed[]; from: [number, number, number] }> = {
  home: {
    from: [0.12, 0.42, 1],
    placed: [
      jewel(72, 'yellow-18', [-13, -4], 0.55),
      jewel(0, 'platinum', [13, -7], -0.5),
      jewel(37, 'rose', [2, 12], 0.2),
      loose('round', 'diamond', 5.2, [-14, 17], 0.4),
      loose('oval', 'blue sapphire', 4.2, [-8, 21], 2.2),
      loose('round', 'diamond', 3.6, [20, 13], 1.3)
    ]
  },
  stones: {
    from: [0.1, 0.75, 1],
    placed: [
      loose('round', 'diamond', 8, [0, 0], 0.5),
      loose('emerald', 'diamond', 6, [12, -3], 2.4),
      loose('pear', 'diamond', 5.6, [-12, -2], 1.2),
      loose('cushion', 'diamond', 6.4, [6, 11], 3.6),
      loose('princess', 'diamond', 5.6, [-7, 10], 0.1),
      loose('oval', 'diamond', 5.4, [2, -12], 4.4),
      loose('marquise', 'diamond', 4.4, [-13, -13], 5.2),
      loose('round', 'diamond', 4.2, [15, 8], 5.9)
    ]
  }
}
