import { Form, useNavigation } from 'react-router'
import type { Route } from './+types/forgotten-password'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useMessages } from '../locale.ts'
import { Done, Refused } from '../parts/alert.tsx'
import { Field } from '../parts/field.tsx'
import { formOf, refused, shopOf, withCookies } from '../shop.server.ts'

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text } = await formOf(request)
  try {
    await shop.send('POST', '/auth/password-resets', { body: { email: text('email') } })
    return withCookies(shop, { refusal: null, done: true })
  } catch (error) {
    return refused(shop, error, { done: false })
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.forgotTitle }))
}

export default function ForgottenPassword({ actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { state } = useNavigation()
  return (
    <section className="frame max-w-md py-20">
      <h1 className="text-4xl">{texts.forgotTitle}</h1>
      <p className="mt-4 text-quiet">{texts.forgotLead}</p>
      <Refused>{actionData?.refusal}</Refused>
      <Done>{actionData?.done && texts.linkSent}</Done>
      <Form method="post" className="mt-8 grid gap-5">
        <Field label={texts.email} name="email" type="email" autoComplete="email" required maxLength={254} />
        <button className="button button-main" disabled={state !== 'idle'}>
          {texts.sendLink}
        </button>
      </Form>
    </section>
  )
}
