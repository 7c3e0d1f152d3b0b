import { Form, Link, useNavigation } from 'react-router'
import type { Route } from './+types/sign-in'
import { claimBag } from '../carts.server.ts'
import { useMessages } from '../locale.ts'
import { Field } from '../parts/field.tsx'
import { goTo, Refusal, shopOf, withCookies } from '../shop.server.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  return shop.isSignedIn ? goTo(shop, '/account') : null
}

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  try {
    const { session } = await shop.send<{ session: { token: string } }>('POST', '/auth/sessions', {
      body: { email: text('email').trim(), password: text('password') }
    })
    await claimBag(shop, session.token)
    return goTo(shop, '/account')
  } catch (error) {
    if (error instanceof Refusal)
      return withCookies(shop, { refusal: error.message, email: text('email') }, error.status)
    throw error
  }
}

export const meta = () => [{ title: 'Sign in · Lumora Jewels' }]

export default function SignIn({ actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { state } = useNavigation()
  return (
    <section className="frame max-w-md py-20">
      <h1 className="text-4xl">{texts.signIn}</h1>
      {actionData?.refusal && (
        <p role="alert" className="mt-6 border-s-2 border-warn ps-4 text-warn">
          {actionData.refusal}
        </p>
      )}
      <Form method="post" className="mt-8 grid gap-5">
        <Field
          label={texts.email}
          name="email"
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={actionData?.email ?? ''}
        />
        <Field
          label={texts.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
        />
        <button className="button button-main" disabled={state !== 'idle'}>
          {texts.signIn}
        </button>
      </Form>
      <p className="mt-8 text-quiet">
        {texts.noAccount}{' '}
        <Link to="/register" className="link text-ink">
          {texts.register}
        </Link>
      </p>
    </section>
  )
}
