import { useEffect } from 'react'
import { Form, Link, useNavigation, useRevalidator } from 'react-router'
import type { Route } from './+types/account-messages'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import { Refused } from '../parts/alert.tsx'
import { formOf, goTo, ifPossible, orSignIn, refused, shopOf, signedInOnly } from '../shop.server.ts'

interface Message {
  id: string
  subject: string
  orderId: string | null
  readAt: string | null
  createdAt: string
  text?: string
}
interface Consent {
  channel: string
  topic: string
  granted: boolean
  fixed: boolean
}
interface Alert {
  id: string
  kind: string
  slug: string | null
  variantId: string | null
}

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  signedInOnly(shop, request)
  const { searchParams } = new URL(request.url)
  const [after, opened] = [searchParams.get('after'), searchParams.get('message')]
  const asked = new URLSearchParams({ channel: 'inbox', limit: '20', ...(after && { after }) })
  const [found, consents, alerts, message] = await Promise.all([
    shop.get<{ items: Message[]; next: string | null }>(`/messages?${asked}`).catch(orSignIn(shop, request)),
    ifPossible(shop.get<{ items: Consent[] }>('/users/me/consents')),
    ifPossible(shop.get<{ items: Alert[] }>('/alerts')),
    opened ? ifPossible(shop.get<Message>(`/messages/${encodeURIComponent(opened)}`)) : null
  ])
  if (message && message.readAt === null) await ifPossible(shop.send('POST', `/messages/${message.id}/read`))
  return {
    messages: found.items,
    next: found.next,
    consents: consents?.items ?? [],
    alerts: alerts?.items ?? [],
    message
  }
}

export const shouldRevalidate = () => true

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text, all } = await formOf(request)
  try {
    switch (text('what')) {
      case 'read':
        await shop.send('POST', '/messages/read')
        break
      case 'alert':
        await shop.send('DELETE', `/alerts/${encodeURIComponent(text('id'))}`)
        break
      case 'consents': {
        const granted = new Set(all('granted'))
        const changes = all('shown').map((one) => {
          const [channel, topic] = one.split(' ')
          return { channel, topic, granted: granted.has(one) }
        })
        await shop.send('PUT', '/users/me/consents', { body: { changes, source: 'account' } })
      }
    }
    return goTo(shop, '/account/messages')
  } catch (error) {
    return refused(shop, error)
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.messages }))
}

/** New messages come in over the shop's own stream, with the session that the browser has. */
function useLiveMessages() {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const stream = new EventSource('/api/v1/messages/stream')
    const look = () => void revalidate()
    stream.addEventListener('message', look)
    stream.addEventListener('unread', look)
    return () => stream.close()
  }, [revalidate])
}

export default function Messages({ loaderData, actionData }: Route.ComponentProps) {
  const { messages, next, consents, alerts, message } = loaderData
  const texts = useMessages()
  const { moment } = useFormats()
  const { state } = useNavigation()
  useLiveMessages()
  const topics = [...new Set<string>(consents.map(({ topic }) => topic))]
  const channels = [...new Set<string>(consents.map(({ channel }) => channel))]
  return (
    <>
      <h1 className="text-4xl">{texts.messages}</h1>
      <Refused>{actionData?.refusal}</Refused>
      {message && (
        <article className="panel mt-6">
          <h2 className="text-2xl">{message.subject}</h2>
          <p className="mt-1 text-sm text-quiet">{moment(message.createdAt)}</p>
          <p className="mt-4 whitespace-pre-line">{message.text}</p>
          {message.orderId && (
            <Link to={`/orders/${message.orderId}`} className="button mt-5">
              {texts.order}
            </Link>
          )}
        </article>
      )}
      {messages.length === 0 ? (
        <p className="mt-6 text-quiet">{texts.noMessages}</p>
      ) : (
        <>
          <ul className="rows mt-6" aria-live="polite">
            {messages.map(({ id, subject, readAt, createdAt }) => (
              <li key={id} className="flex flex-wrap justify-between gap-x-6">
                <Link to={`?message=${id}`} className={readAt === null ? 'font-semibold' : ''}>
                  {subject}
                  {readAt === null && <span className="ms-2 text-sm text-accent">{texts.unread}</span>}
                </Link>
                <time className="text-sm text-quiet">{moment(createdAt)}</time>
              </li>
            ))}
          </ul>
          <div className="mt-6 flex flex-wrap gap-4">
            {messages.some(({ readAt }) => readAt === null) && (
              <Form method="post">
                <button name="what" value="read" className="button" disabled={state !== 'idle'}>
                  {texts.markRead}
                </button>
              </Form>
            )}
            {next && (
              <Link to={`?after=${encodeURIComponent(next)}`} className="button">
                {texts.more}
              </Link>
            )}
          </div>
          <p className="mt-3 text-sm text-quiet">{texts.live}</p>
        </>
      )}
      {alerts.length > 0 && (
        <>
          <h2 className="mt-12 text-2xl">{texts.alerts}</h2>
          <ul className="rows mt-4">
            {alerts.map(({ id, kind, slug }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-4">
                <span>
                  {slug && (
                    <Link to={`/jewels/${slug}`} className="link">
                      {slug}
                    </Link>
                  )}{' '}
                  {texts.alertKinds[kind]}
                </span>
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="id" value={id} />
                  <button name="what" value="alert" className="link cursor-pointer">
                    {texts.remove}
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
      {consents.length > 0 && (
        <Form method="post" className="mt-12" preventScrollReset>
          <h2 className="text-2xl">{texts.tellMeOf}</h2>
          {/* It can be wider than a small screen: who uses a keyboard scrolls it as well. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={texts.tellMeOf}>
            <table className="w-full">
              <thead>
                <tr className="border-b border-ink">
                  <th scope="col" className="py-2 text-start">
                    <span className="sr-only">{texts.property}</span>
                  </th>
                  {channels.map((channel) => (
                    <th key={channel} scope="col" className="px-3 py-2 font-medium">
                      {texts.channels[channel] ?? channel}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {topics.map((topic) => (
                  <tr key={topic} className="border-b border-line">
                    <th scope="row" className="py-3 text-start font-normal">
                      {texts.topics[topic] ?? topic}
                    </th>
                    {channels.map((channel) => {
                      const one = consents.find((consent) => consent.channel === channel && consent.topic === topic)
                      return (
                        <td key={channel} className="text-center">
                          {one && !one.fixed && <input type="hidden" name="shown" value={`${channel} ${topic}`} />}
                          {one && (
                            <input
                              type="checkbox"
                              name="granted"
                              value={`${channel} ${topic}`}
                              defaultChecked={one.granted}
                              disabled={one.fixed}
                              aria-label={`${texts.topics[topic] ?? topic}, ${texts.channels[channel] ?? channel}`}
                              className="tick"
                            />
                          )}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <button name="what" value="consents" className="button mt-5" disabled={state !== 'idle'}>
            {texts.save}
          </button>
        </Form>
      )}
    </>
  )
}
