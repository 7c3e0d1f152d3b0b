import { Form, Link, useNavigation } from 'react-router'
import type { Route } from './+types/reset-password'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useMessages } from '../locale.ts'
import { Done, Refused } from '../parts/alert.tsx'
import { NewPassword } from '../parts/field.tsx'
import { TokenField } from '../parts/token.tsx'
import { formOf, refused, shopOf, withCookies } from '../shop.server.ts'

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text, secret } = await formOf(request)
  try {
    await shop.send('POST', '/auth/password-resets/confirm', {
      body: { token: text('token'), password: secret('password') }
    })
    return withCookies(shop, { refusal: null, done: true })
  } catch (error) {
    return refused(shop, error, { done: false })
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.resetTitle }))
}

export default function ResetPassword({ actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { state } = useNavigation()
  return (
    <section className="frame max-w-md py-20">
      <h1 className="text-4xl">{texts.resetTitle}</h1>
      <Refused>{actionData?.refusal}</Refused>
      <Done>{actionData?.done && texts.resetDone}</Done>
      {actionData?.done ? (
        <Link to="/sign-in" className="button button-main mt-8 w-full">
          {texts.signIn}
        </Link>
      ) : (
        <Form method="post" className="mt-8 grid gap-5">
          <TokenField />
          <NewPassword label={texts.newPassword} />
          <button className="button button-main" disabled={state !== 'idle'}>
            {texts.save}
          </button>
        </Form>
      )}
    </section>
  )
}
