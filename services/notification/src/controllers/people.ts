import type { Erased } from '@lumora/kit/people'
import { collectPerson, erasePerson } from '../models/people.ts'
import { textOf, withoutTokens, type Deps } from './messages.ts'

/** What this service knows of a person, for the person's archive; messages without the tokens in mailed links. */
export async function collectPersonalData(deps: Deps, userId: string): Promise<Record<string, unknown>> {
  const { messages, ...rest } = await collectPerson(deps.db, userId)
  const told = []
  for (const message of messages) {
    const { subject, text } = await textOf(deps, message)
    const { channel, recipient, readAt, createdAt } = message
    told.push({ channel, recipient, subject, text: withoutTokens(text), readAt, createdAt })
  }
  return { messages: told, ...rest }
}

/** Forgets a person; asked again, it forgets what came since. */
export const erasePersonalData = ({ db }: Deps, userId: string): Promise<Erased[]> => erasePerson(db, userId)
