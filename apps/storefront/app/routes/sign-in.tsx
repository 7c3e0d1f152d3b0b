import { Form, Link, useNavigation, useSearchParams } from 'react-router'
import type { Route } from './+types/sign-in'
import { claimBag } from '../carts.server.ts'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useMessages } from '../locale.ts'
import { Refused } from '../parts/alert.tsx'
import { CurrentPassword, Field } from '../parts/field.tsx'
import { formOf, goTo, Refusal, refused, safePath, shopOf, withCookies } from '../shop.server.ts'

interface SignedIn {
  session: { token: string }
}

const backOf = (request: Request) => safePath(new URL(request.url).searchParams.get('back'), '/account')

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  return shop.isSignedIn ? goTo(shop, backOf(request)) : null
}

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text, secret } = await formOf(request)
  const challenge = text('challenge')
  try {
    const { session } = challenge
      ? await shop.send<SignedIn>('POST', '/auth/sessions/second-factor', {
          body: { challenge, code: text('code').replaceAll(' ', '') }
        })
      : await shop.send<SignedIn>('POST', '/auth/sessions', {
          body: { email: text('email'), password: secret('password') }
        })
    await claimBag(shop, session.token)
    return goTo(shop, backOf(request))
  } catch (error) {
    if (error instanceof Refusal && error.slug === 'second-factor-needed' && typeof error.extra.challenge === 'string')
      return withCookies(shop, { refusal: null, email: text('email'), challenge: error.extra.challenge })
    const isSameChallenge = challenge !== '' && !(error instanceof Refusal && error.slug === 'challenge-not-valid')
    return refused(shop, error, { email: text('email'), challenge: isSameChallenge ? challenge : null })
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.signIn }))
}

export default function SignIn({ actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { state } = useNavigation()
  const [searchParams] = useSearchParams()
  const back = searchParams.get('back')
  const isBusy = state !== 'idle'
  if (actionData?.challenge)
    return (
      <section className="frame max-w-md py-20">
        <h1 className="text-4xl">{texts.secondFactorTitle}</h1>
        <Refused>{actionData.refusal}</Refused>
        <Form method="post" className="mt-8 grid gap-5">
          <input type="hidden" name="challenge" value={actionData.challenge} />
          <Field
            label={texts.secondFactorCode}
            hint={texts.secondFactorHint}
            name="code"
            autoComplete="one-time-code"
            required
            maxLength={19}
          />
          <button className="button button-main" disabled={isBusy}>
            {texts.signIn}
          </button>
        </Form>
      </section>
    )
  return (
    <section className="frame max-w-md py-20">
      <h1 className="text-4xl">{texts.signIn}</h1>
      {searchParams.has('over') && !actionData && <p className="mt-5 text-quiet">{texts.sessionOver}</p>}
      <Refused>{actionData?.refusal}</Refused>
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
        <CurrentPassword label={texts.password} />
        <button className="button button-main" disabled={isBusy}>
          {texts.signIn}
        </button>
      </Form>
      <p className="mt-6">
        <Link to="/account/forgotten-password" className="link">
          {texts.forgot}
        </Link>
      </p>
      <p className="mt-3 text-quiet">
        {texts.noAccount}{' '}
        <Link to={`/register${back ? `?back=${encodeURIComponent(back)}` : ''}`} className="link text-ink">
          {texts.register}
        </Link>
      </p>
    </section>
  )
}
