/** Calls back once when npm, which started this process, is gone: a signal that ends npm does not reach what it runs. */
export function onOrphaned(orphaned: () => void): void {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    orphaned()
  }, 500)
  timer.unref()
}
