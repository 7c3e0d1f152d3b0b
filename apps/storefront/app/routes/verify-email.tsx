import { Form, Link, useLocation, useNavigation } from 'react-router'
import type { Route } from './+types/verify-email'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useMessages } from '../locale.ts'
import { Done, Refused } from '../parts/alert.tsx'
import { TokenField } from '../parts/token.tsx'
import { formOf, refused, shopOf, withCookies } from '../shop.server.ts'

const isChange = (pathname: string) => pathname.includes('confirm-email')

/** Takes the link of a mail: that an e-mail is somebody's, or that it is theirs from now on. */
export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text } = await formOf(request)
  const what = isChange(new URL(request.url).pathname) ? 'email-changes' : 'email-verifications'
  try {
    await shop.send('POST', `/auth/${what}/confirm`, { body: { token: text('token') } })
    return withCookies(shop, { refusal: null, done: true })
  } catch (error) {
    return refused(shop, error, { done: false })
  }
}

export function meta({ matches, location }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({
    title: isChange(location.pathname) ? texts.confirmEmailTitle : texts.verifyTitle
  }))
}

export default function VerifyEmail({ actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { state } = useNavigation()
  const { pathname } = useLocation()
  const changes = isChange(pathname)
  return (
    <section className="frame max-w-md py-20">
      <h1 className="text-4xl">{changes ? texts.confirmEmailTitle : texts.verifyTitle}</h1>
      <Refused>{actionData?.refusal}</Refused>
      <Done>{actionData?.done && (changes ? texts.emailChanged : texts.verified)}</Done>
      {actionData?.done ? (
        <Link to="/account" className="button mt-8 w-full">
          {texts.account}
        </Link>
      ) : (
        <Form method="post" className="mt-8 grid gap-5">
          <TokenField />
          <button className="button button-main" disabled={state !== 'idle'}>
            {texts.verifyNow}
          </button>
        </Form>
      )}
    </section>
  )
}
