/** Answers of the shop's API that are the same for everybody, kept for as long as they say, and for a second at most. */
const mostKept = 500
const longestMs = 1000

interface Kept {
  value: Promise<unknown>
  /** Infinity while it is on its way. */
  until: number
}
const kept = new Map<string, Kept>()

/** What this path answers; who asks meanwhile waits for the same answer, and asks anew where that was a refusal. */
export function share(path: string, ask: () => Promise<Response>): Promise<unknown> {
  const known = kept.get(path)
  if (known && known.until > Date.now())
    return known.until === Infinity ? known.value.catch(async () => (await ask()).json()) : known.value
  const entry: Kept = { until: Infinity, value: keep(path, ask) }
  if (kept.size >= mostKept) forget()
  kept.set(path, entry)
  return entry.value
}

async function keep(path: string, ask: () => Promise<Response>): Promise<unknown> {
  try {
    const answer = await ask()
    const value: unknown = await answer.json()
    const entry = kept.get(path)
    if (entry) entry.until = Date.now() + lifeOf(answer.headers.get('cache-control') ?? '')
    return value
  } catch (error) {
    kept.delete(path)
    throw error
  }
}

const lifeOf = (policy: string): number =>
  /\bpublic\b/.test(policy) ? Math.min(longestMs, Number(/max-age=(\d+)/.exec(policy)?.[1] ?? 0) * 1000) : 0

/** What has had its time goes; when that is not enough, all does. */
function forget(): void {
  const now = Date.now()
  for (const [path, { until }] of kept) if (until <= now) kept.delete(path)
  if (kept.size >= mostKept) kept.clear()
}
