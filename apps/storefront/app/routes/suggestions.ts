import type { Route } from './+types/suggestions'
import { ifPossible, shopOf } from '../shop.server.ts'

interface Suggestions {
  items: { text: string; slug: string | null }[]
}

/** What the words typed so far may become; nothing when the shop cannot say. */
export async function loader({ request }: Route.LoaderArgs): Promise<Suggestions> {
  const q = new URL(request.url).searchParams.get('q')?.trim().slice(0, 100) ?? ''
  if (q === '') return { items: [] }
  const found = await ifPossible(
    shopOf(request).getShared<Suggestions>(`/designs/suggestions?q=${encodeURIComponent(q)}`)
  )
  return { items: (found?.items ?? []).slice(0, 8) }
}
