/** What came of each thing that was done together with others: an error, or that it went well. */
export type Outcomes = (Error | undefined)[]

/**
 * Does at once what was asked for at the same moment, or while the last was under way: one thing alone is not held up, and the
 * busier it is, the more are done together, at most `atMost`. What `work` throws is the outcome of all that it was given.
 */
export function gathering<T>(work: (items: T[]) => Promise<Outcomes>, atMost = 50): (item: T) => Promise<void> {
  const waiting: { item: T; settle: (error?: Error) => void }[] = []
  let isBusy = false

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const taken = waiting.splice(0, atMost)
      const outcomes = await work(taken.map(({ item }) => item)).catch((error: Error) => taken.map(() => error))
      for (const [index, { settle }] of taken.entries()) settle(outcomes[index])
    }
    isBusy = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, settle: (error) => (error ? reject(error) : resolve()) })
      if (isBusy) return
      isBusy = true
      queueMicrotask(() => void run())
    })
}
