/** What a person can put right: shown as its one sentence, without a stack. */
export class Fault extends Error {}

/** The sentence of a fault; of anything else its stack, because that is a defect. */
export function explain(error: unknown): string {
  if (error instanceof Fault) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** The system's code of an error, such as EADDRINUSE, or PostgreSQL's, such as 28P01. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : undefined
}
