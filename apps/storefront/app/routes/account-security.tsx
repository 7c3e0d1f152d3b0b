import { Form, Link, useNavigation, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/account-security'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import { Done, Refused } from '../parts/alert.tsx'
import { CurrentPassword, Field, NewPassword } from '../parts/field.tsx'
import {
  cookieNames,
  cookieOf,
  formOf,
  goTo,
  ifPossible,
  orSignIn,
  refused,
  shopOf,
  signedInOnly,
  withCookies
} from '../shop.server.ts'
import type { loader as accountLoader } from './account.tsx'

interface Session {
  id: string
  device: string
  lastUsedAt: string
  current: boolean
}
interface SecondFactor {
  enrolledAt: string | null
  recoveryCodesLeft: number
}
interface Export {
  id: string
  state: 'running' | 'done' | 'failed' | 'expired'
}

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  signedInOnly(shop, request)
  const exportId = new URL(request.url).searchParams.get('export')
  const [sessions, secondFactor, archive] = await Promise.all([
    shop.get<{ items: Session[] }>('/auth/sessions').catch(orSignIn(shop, request)),
    ifPossible(shop.get<SecondFactor>('/auth/second-factor')),
    exportId ? ifPossible(shop.get<Export>(`/users/me/exports/${encodeURIComponent(exportId)}`)) : null
  ])
  return { sessions: sessions.items, secondFactor, archive }
}

export const shouldRevalidate = () => true

interface Answer {
  done?: 'saved' | 'emailLinkSent' | 'linkSent'
  secret?: { secret: string; uri: string }
  recoveryCodes?: string[]
  refusal?: string
}

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text, secret } = await formOf(request)
  const answer = (value: Answer) => withCookies<Answer>(shop, value)
  /** Shows anew who it is, which what matters most asks for. */
  const prove = () => {
    const code = text('code').replaceAll(' ', '')
    return shop.send('POST', '/auth/sessions/current/proof', {
      body: code ? { code } : { password: secret('password') }
    })
  }
  try {
    switch (text('what')) {
      case 'end':
        await shop.send('DELETE', `/auth/sessions/${encodeURIComponent(text('id'))}`)
        return answer({})
      case 'end-others':
        await shop.send('DELETE', '/auth/sessions')
        return answer({})
      case 'password':
        await shop.send('PUT', '/auth/password', {
          body: { currentPassword: secret('currentPassword'), password: secret('password') }
        })
        return answer({ done: 'saved' })
      case 'email':
        await shop.send('POST', '/auth/email-changes', { body: { email: text('email'), password: secret('password') } })
        return answer({ done: 'emailLinkSent' })
      case 'verify':
        await shop.send('POST', '/auth/email-verifications')
        return answer({ done: 'linkSent' })
      case 'factor-begin':
        return answer({
          secret: await shop.send('POST', '/auth/second-factor', { body: { password: secret('password') } })
        })
      case 'factor-confirm':
        try {
          return answer(
            await shop.send<Answer>('POST', '/auth/second-factor/confirm', { body: { code: text('code') } })
          )
        } catch (error) {
          return refused<Answer>(shop, error, { secret: { secret: text('secret'), uri: text('uri') } })
        }
      case 'factor-end':
        await prove()
        await shop.send('DELETE', '/auth/second-factor')
        return answer({ done: 'saved' })
      case 'export': {
        await prove()
        const { id } = await shop.send<Export>('POST', '/users/me/exports')
        return goTo(shop, `/account/security?export=${id}#data`)
      }
      default: {
        await prove()
        const { receipt } = await shop.send<{ receipt: string }>('POST', '/users/me/erasure', {
          body: { email: text('email') }
        })
        shop.setCookies.push(cookieOf(cookieNames.session, '', 0))
        return goTo(shop, `/pages/erased?receipt=${encodeURIComponent(receipt)}`)
      }
    }
  } catch (error) {
    return refused<Answer>(shop, error)
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.security }))
}

export default function Security({
  loaderData: { sessions, secondFactor, archive },
  actionData
}: Route.ComponentProps) {
  const texts = useMessages()
  const { moment } = useFormats()
  const { state } = useNavigation()
  const account = useRouteLoaderData<typeof accountLoader>('routes/account')
  const isBusy = state !== 'idle'
  const isOn = Boolean(secondFactor?.enrolledAt)
  const proof = isOn ? (
    <Field label={texts.secondFactorCode} name="code" autoComplete="one-time-code" required maxLength={19} />
  ) : (
    <CurrentPassword label={texts.currentPassword} />
  )
  const press = (what: string, label: string) => (
    <button name="what" value={what} className="button justify-self-start" disabled={isBusy}>
      {label}
    </button>
  )
  return (
    <>
      <h1 className="text-4xl">{texts.security}</h1>
      <Refused>{actionData?.refusal}</Refused>
      <Done>{actionData?.done && texts[actionData.done]}</Done>
      {account && !account.profile.emailVerifiedAt && (
        <Form method="post" className="panel mt-6 flex flex-wrap items-center justify-between gap-4">
          <p>{texts.notVerified}</p>
          {press('verify', texts.sendAgain)}
        </Form>
      )}
      <h2 className="mt-10 text-2xl">{texts.sessions}</h2>
      <ul className="rows mt-4">
        {sessions.map(({ id, device, lastUsedAt, current }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6">
            <span>
              {device} {current && <span className="text-good">({texts.thisDevice})</span>}
              <span className="block text-sm text-quiet">{texts.lastUsed(moment(lastUsedAt))}</span>
            </span>
            {!current && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="id" value={id} />
                <button name="what" value="end" className="link min-h-11 cursor-pointer">
                  {texts.end}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" className="mt-4" preventScrollReset>
          {press('end-others', texts.endOthers)}
        </Form>
      )}
      <div className="mt-12 grid gap-x-12 gap-y-12 sm:grid-cols-2">
        <Form method="post" className="grid content-start gap-4">
          <h2 className="text-2xl">{texts.changePassword}</h2>
          <CurrentPassword label={texts.currentPassword} name="currentPassword" />
          <NewPassword label={texts.newPassword} />
          {press('password', texts.save)}
        </Form>
        <Form method="post" className="grid content-start gap-4">
          <h2 className="text-2xl">{texts.changeEmail}</h2>
          <Field label={texts.email} name="email" type="email" autoComplete="email" required maxLength={254} />
          <CurrentPassword label={texts.currentPassword} />
          {press('email', texts.sendLink)}
        </Form>
      </div>
      <section className="mt-14" aria-label={texts.secondFactor}>
        <h2 className="text-2xl">{texts.secondFactor}</h2>
        <p className="mt-2 text-quiet">
          {isOn ? texts.secondFactorOn(secondFactor!.recoveryCodesLeft) : texts.secondFactorOff}
        </p>
        {actionData?.recoveryCodes && (
          <div className="panel mt-5">
            <h3 className="text-lg">{texts.recoveryCodes}</h3>
            <p className="mt-1 text-quiet">{texts.recoveryLead}</p>
            <ul className="mt-3 grid gap-1 font-mono sm:grid-cols-2">
              {actionData.recoveryCodes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ul>
          </div>
        )}
        {actionData?.secret ? (
          <Form method="post" className="panel mt-5 grid gap-4">
            <p>{texts.secondFactorSecret}</p>
            <p className="font-mono text-lg break-all">{actionData.secret.secret}</p>
            <a href={actionData.secret.uri} className="link">
              {texts.openApp}
            </a>
            <input type="hidden" name="secret" value={actionData.secret.secret} />
            <input type="hidden" name="uri" value={actionData.secret.uri} />
            <Field
              label={texts.secondFactorCode}
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              maxLength={6}
            />
            {press('factor-confirm', texts.secondFactorBegin)}
          </Form>
        ) : (
          <Form method="post" className="mt-5 grid max-w-md gap-4" key={String(isOn)}>
            {proof}
            {press(isOn ? 'factor-end' : 'factor-begin', isOn ? texts.secondFactorEnd : texts.secondFactorBegin)}
          </Form>
        )}
      </section>
      <section className="mt-14" id="data" aria-label={texts.yourData}>
        <h2 className="text-2xl">{texts.yourData}</h2>
        <p className="mt-2 text-quiet">{texts.exportLead}</p>
        {archive && (
          <p className="mt-4" role="status">
            {archive.state === 'done' ? (
              <a href={`/account/export/${archive.id}`} className="button button-main" download>
                {texts.exportDone}
              </a>
            ) : (
              <>
                {texts.exportRunning}{' '}
                <Link to={`?export=${archive.id}#data`} className="link">
                  {texts.tryAgain}
                </Link>
              </>
            )}
          </p>
        )}
        <Form method="post" className="mt-5 grid max-w-md gap-4">
          {proof}
          {press('export', texts.exportAsk)}
        </Form>
        <p className="mt-12 text-quiet">{texts.eraseLead}</p>
        <Form method="post" className="mt-5 grid max-w-md gap-4">
          <Field label={texts.eraseEmail} name="email" type="email" required maxLength={254} autoComplete="off" />
          {proof}
          {press('erase', texts.erase)}
        </Form>
      </section>
    </>
  )
}
