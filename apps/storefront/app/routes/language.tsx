import { redirect } from 'react-router'
import type { Route } from './+types/language'
import { languages } from '../locale.ts'

export const loader = () => redirect('/')

/** Remembers the language that was chosen, and goes back to the page where it was. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData()
  const language = String(form.get('language'))
  const back = String(form.get('back') ?? '/')
  const headers = new Headers()
  if (language in languages)
    headers.set('set-cookie', `lumora_language=${language}; Path=/; SameSite=Lax; Max-Age=31536000`)
  return redirect(/^\/(?![/\\])/.test(back) ? back : '/', { status: 303, headers })
}
