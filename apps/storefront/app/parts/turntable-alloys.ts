/** The name that pictures and models give an alloy: `front-<name>-800.avif`, and the variants of a model. */
export function alloyOf({ metal, purity, colour }: { metal: string; purity: string; colour?: string | null }): string {
  if (metal === 'platinum') return 'platinum'
  if (metal === 'silver') return purity === '999' ? 'fine-silver' : 'silver'
  if (colour === 'white' || colour === 'rose') return colour
  return purity === '24K' ? 'fine-gold' : purity === '22K' ? 'yellow-22' : purity === '14K' ? 'yellow-14' : 'yellow-18'
}
