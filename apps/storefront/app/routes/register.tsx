import { Form, Link, useNavigation } from 'react-router'
import type { Route } from './+types/register'
import { claimBag } from '../carts.server.ts'
import { useMessages } from '../locale.ts'
import { Field } from '../parts/field.tsx'
import { goTo, Refusal, shopOf, withCookies } from '../shop.server.ts'

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  try {
    const { session } = await shop.send<{ session: { token: string } }>('POST', '/auth/register', {
      body: { email: text('email').trim(), name: text('name').trim(), password: text('password') }
    })
    await claimBag(shop, session.token)
    return goTo(shop, '/account')
  } catch (error) {
    if (error instanceof Refusal)
      return withCookies(shop, { refusal: error.message, email: text('email'), name: text('name') }, error.status)
    throw error
  }
}

export const meta = () => [{ title: 'Make an account · Lumora Jewels' }]

export default function Register({ actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { state } = useNavigation()
  return (
    <section className="frame max-w-md py-20">
      <h1 className="text-4xl">{texts.register}</h1>
      {actionData?.refusal && (
        <p role="alert" className="mt-6 border-s-2 border-warn ps-4 text-warn">
          {actionData.refusal}
        </p>
      )}
      <Form method="post" className="mt-8 grid gap-5">
        <Field
          label={texts.name}
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          defaultValue={actionData?.name ?? ''}
        />
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
          hint={texts.passwordHint}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={8}
          maxLength={128}
        />
        <button className="button button-main" disabled={state !== 'idle'}>
          {texts.register}
        </button>
      </Form>
      <p className="mt-8 text-quiet">
        {texts.haveAccount}{' '}
        <Link to="/sign-in" className="link text-ink">
          {texts.signIn}
        </Link>
      </p>
    </section>
  )
}
