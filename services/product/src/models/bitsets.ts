/** A set of row numbers, a bit each. */
export type Bits = Uint32Array

/** The empty set of so many rows. */
export const noBits = (rows: number): Bits => new Uint32Array((rows + 31) >>> 5)

export const hasBit = (bits: Bits, row: number) => ((bits[row >>> 5]! >>> (row & 31)) & 1) === 1

/** Takes out of `bits` what is not in `other`. */
export function intersect(bits: Bits, other: Bits): Bits {
  for (let word = 0; word < bits.length; word++) bits[word]! &= other[word]!
  return bits
}

/** Adds to `bits` what is in `other`. */
export function unite(bits: Bits, other: Bits): Bits {
  for (let word = 0; word < bits.length; word++) bits[word]! |= other[word]!
  return bits
}

/** Takes out of `bits` what is in `other`. */
export function subtract(bits: Bits, other: Bits): Bits {
  for (let word = 0; word < bits.length; word++) bits[word]! &= ~other[word]!
  return bits
}

function countBits(bits: Bits): number {
  let count = 0
  for (let word = 0; word < bits.length; word++) {
    let left = bits[word]!
    left -= (left >>> 1) & 0x55555555
    left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
    count += Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

export function isEmpty(bits: Bits): boolean {
  for (let word = 0; word < bits.length; word++) if (bits[word] !== 0) return false
  return true
}

/** The rows of a set, ascending; written into `room` when it is long enough. */
export function rowsIn(bits: Bits, room?: Uint32Array): Uint32Array {
  const count = countBits(bits)
  const rows = room && room.length >= count ? room.subarray(0, count) : new Uint32Array(count)
  let at = 0
  for (let word = 0; word < bits.length; word++) {
    for (let left = bits[word]!; left !== 0; left &= left - 1) rows[at++] = (word << 5) + 31 - Math.clz32(left & -left)
  }
  return rows
}

/** The rows that have something in common. They are added in ascending order; a list of them becomes a set of bits where that is smaller. */
export class Postings {
  #list: Uint32Array | undefined = new Uint32Array(2)
  #bits: Bits = noBits(0)
  #size = 0

  get size() {
    return this.#size
  }

  add(row: number): void {
    if (this.#list && this.#size >= 64 && this.#size > row >>> 5) {
      this.#bits = noBits(row * 1.25)
      for (let at = 0; at < this.#size; at++) setBit(this.#bits, this.#list[at]!)
      this.#list = undefined
    }
    if (this.#list) {
      if (this.#size === this.#list.length) this.#list = grown(this.#list, this.#size * 2)
      this.#list[this.#size] = row
    } else {
      if (row >>> 5 >= this.#bits.length) this.#bits = grown(this.#bits, (this.#bits.length * 1.25 + 64) | 0)
      setBit(this.#bits, row)
    }
    this.#size++
  }

  /** Adds these rows to a set that has room for all of them. */
  uniteInto(bits: Bits): void {
    if (this.#list) for (let at = 0; at < this.#size; at++) setBit(bits, this.#list[at]!)
    else {
      const words = Math.min(bits.length, this.#bits.length)
      for (let word = 0; word < words; word++) bits[word]! |= this.#bits[word]!
    }
  }

  rows(): Uint32Array {
    return this.#list ? this.#list.subarray(0, this.#size) : rowsIn(this.#bits)
  }
}

export function setBit(bits: Bits, row: number): void {
  bits[row >>> 5]! |= 1 << (row & 31)
}

/** A longer copy of what does not fit any more. */
export function grown<Numbers extends Uint32Array | Uint16Array | Uint8Array | Float64Array>(
  numbers: Numbers,
  length: number
) {
  const longer = new (numbers.constructor as new (length: number) => Numbers)(length)
  longer.set(numbers)
  return longer
}
