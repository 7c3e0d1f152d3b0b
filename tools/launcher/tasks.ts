import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { Fault } from './faults.ts'
import type { Log } from './logs.ts'
import { startProgram } from './processes.ts'

type Answer<Result> = { result: Result } | { fault: string }

/** Runs a task of this folder in a process of its own: its memory goes with it, and the signal ends it at any time. */
export async function runTask<Result>(
  name: string,
  input: object,
  env: NodeJS.ProcessEnv,
  log: Log,
  signal: AbortSignal
): Promise<Result> {
  signal.throwIfAborted()
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
  const child = startProgram({ name, file, cwd: process.cwd(), env, log })
  const kill = () => child.kill('SIGKILL')
  signal.addEventListener('abort', kill)
  let answer: Answer<Result> | undefined
  child.on('message', (message) => (answer = message as Answer<Result>))
  child.send(input, () => {})
  await once(child, 'close')
  signal.removeEventListener('abort', kill)
  signal.throwIfAborted()
  if (!answer) throw new Fault(`The task ${name} ended without an answer: see ${log.file}.`)
  if ('fault' in answer) throw new Fault(answer.fault)
  return answer.result
}

/** The task's side: does its work on the input once, and answers with what comes of it. */
export async function answerTask<Result>(work: (input: any) => Promise<Result>): Promise<void> {
  process.channel?.ref()
  const [input] = await once(process, 'message')
  const answer: Answer<Result> = await work(input).then(
    (result) => ({ result }),
    (error: Error) => {
      console.log(JSON.stringify({ level: 'info', msg: error.message, stack: error.stack }))
      return { fault: error.message }
    }
  )
  process.send?.(answer, () => process.exit())
}
