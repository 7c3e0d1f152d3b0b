export interface Screen {
  /** Announces a step; the returned function prints its one line, with the time that it took. */
  step(label: string): (outcome?: string) => void
  say: (line: string) => void
  /** Forgets the step under way. */
  drop(): void
}

/** Prints one line for each step. A terminal also shows the step under way; a file or a pipe gets plain lines. */
export function openScreen(out: NodeJS.WriteStream): Screen {
  let pending = ''
  const clear = () => (pending && out.isTTY ? '\r\x1b[2K' : '')

  return {
    step(label) {
      const startedAt = performance.now()
      pending = `· ${label} …`
      if (out.isTTY) out.write(pending)
      return (outcome = label) => {
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
        out.write(`${clear()}✓ ${outcome} (${seconds} s)\n`)
        pending = ''
      }
    },
    drop() {
      out.write(clear())
      pending = ''
    },
    say(line) {
      out.write(`${clear()}${line}\n${out.isTTY ? pending : ''}`)
    }
  }
}
