import type { paths } from '@lumora/contracts/cart'
import { createClient, type Peer } from '@lumora/kit/client'

/** Every service that knows people offers the same route (the kit's), so one contract stands for all. */
type PersonPaths = Pick<paths, '/internal/people/{userId}'>
type Erasing = PersonPaths['/internal/people/{userId}']['delete']
export type Erased = Erasing['responses'][200]['content']['application/json']['did'][number]

export interface People {
  /** What the service knows of a person. */
  collect: (userId: string) => Promise<Record<string, unknown>>
  /** Has the service forget a person; asked again, it forgets what came since. */
  erase: (userId: string) => Promise<Erased[]>
}

/** Waits up to 10 s, as a person may have much. */
export function peopleClient(peer: Peer): People {
  const client = createClient<PersonPaths>({ ...peer, timeoutMs: 10_000 })
  const at = (userId: string) => ({ params: { path: { userId } } })
  return {
    collect: async (userId) => {
      const { data } = await client.GET('/internal/people/{userId}', at(userId))
      return data!.data
    },
    erase: async (userId) => {
      const { data } = await client.DELETE('/internal/people/{userId}', at(userId))
      return data!.did
    }
  }
}
