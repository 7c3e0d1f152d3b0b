import { redirect } from 'react-router'
import type { Route } from './+types/preferences'
import { currencies, languages, themes } from '../locale.ts'
import { safePath } from '../shop.server.ts'

export const loader = () => redirect('/')

const known = { language: Object.keys(languages), currency: currencies, theme: themes }

/** Remembers how the page is to be shown, and goes back to where one was. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData()
  const headers = new Headers()
  for (const [name, values] of Object.entries(known)) {
    const value = String(form.get(name) ?? '')
    if (values.some((one) => one === value))
      headers.append('set-cookie', `lumora_${name}=${value}; Path=/; SameSite=Lax; Max-Age=31536000`)
  }
  return redirect(safePath(form.get('back')), { status: 303, headers })
}
