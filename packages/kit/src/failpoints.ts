/** The point at which this process is to end, as tests ask with LUMORA_FAILPOINTS=1 and LUMORA_FAILPOINT=<name>; in any other process there is none. */
export const failpointOf = (env: Record<string, string | undefined>): string | undefined =>
  env.LUMORA_FAILPOINTS === '1' ? env.LUMORA_FAILPOINT : undefined

const armed = failpointOf(process.env)

/** Does `work`, a commit or a call to another process, between the named points `<name>.before` and `<name>.after`, at which a test may have the process killed. */
export async function around<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (armed === undefined) return work()
  endAt(`${name}.before`)
  const done = await work()
  endAt(`${name}.after`)
  return done
}

function endAt(name: string): void {
  if (armed === name) process.kill(process.pid, 'SIGKILL')
}
