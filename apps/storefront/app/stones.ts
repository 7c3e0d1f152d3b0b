export interface Stone {
  pieceId: string
  variantId: string
  shape: string
  caratMct: number
  cut: string
  colour: string
  clarity: string
  depth: number
  table: number
  lengthUm: number
  widthUm: number
  heightUm: number
  priceMinor: number
  currency: string
  available: boolean
}

/** Grades from the least to the best, as the sliders go. */
export const grades = {
  cut: ['Fair', 'Good', 'Very Good', 'Premium', 'Ideal', 'Excellent'],
  colour: ['J', 'I', 'H', 'G', 'F', 'E', 'D'],
  clarity: ['I1', 'SI2', 'SI1', 'VS2', 'VS1', 'VVS2', 'VVS1', 'IF']
}
export const caratsMct = [200, 300, 400, 500, 600, 700, 800, 900, 1000, 1250, 1500, 1750, 2000, 2500, 3000]
export const pricesMinor = [
  25_000, 50_000, 75_000, 1_00_000, 1_50_000, 2_00_000, 3_00_000, 5_00_000, 7_50_000, 10_00_000, 15_00_000
].map((rupees) => rupees * 100)
