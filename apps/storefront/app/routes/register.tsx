import { Form, Link, useNavigation } from 'react-router'
import type { Route } from './+types/register'
import { claimBag } from '../carts.server.ts'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useMessages } from '../locale.ts'
import { Refused } from '../parts/alert.tsx'
import { Field, NewPassword } from '../parts/field.tsx'
import { formOf, goTo, refused, safePath, shopOf } from '../shop.server.ts'

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text, secret } = await formOf(request)
  try {
    const { session } = await shop.send<{ session: { token: string } }>('POST', '/auth/register', {
      body: { email: text('email'), name: text('name'), password: secret('password') }
    })
    await claimBag(shop, session.token)
    return goTo(shop, safePath(new URL(request.url).searchParams.get('back'), '/account'))
  } catch (error) {
    return refused(shop, error, { email: text('email'), name: text('name') })
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.register }))
}

export default function Register({ actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { state } = useNavigation()
  return (
    <section className="frame max-w-md py-20">
      <h1 className="text-4xl">{texts.register}</h1>
      <Refused>{actionData?.refusal}</Refused>
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
        <NewPassword label={texts.password} />
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
