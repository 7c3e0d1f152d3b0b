import { Form, NavLink, Outlet } from 'react-router'
import type { Route } from './+types/account'
import { useMessages } from '../locale.ts'
import { ifPossible, orSignIn, shopOf, signedInOnly } from '../shop.server.ts'

export interface Profile {
  email: string | null
  emailVerifiedAt: string | null
  name: string | null
}

/** What every page of the account shows; who is not signed in signs in first. */
export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  signedInOnly(shop, request)
  const [profile, unread] = await Promise.all([
    shop.get<Profile>('/users/me').catch(orSignIn(shop, request)),
    ifPossible(shop.get<{ unread: number }>('/messages/unread'))
  ])
  return { profile, unread: unread?.unread ?? 0 }
}

export default function Account({ loaderData: { profile, unread } }: Route.ComponentProps) {
  const texts = useMessages()
  const pages: [string, string][] = [
    ['/account', texts.myOrders],
    ['/account/wishlists', texts.wishlists],
    ['/account/messages', texts.messages],
    ['/account/addresses', texts.myAddresses],
    ['/account/sizes', texts.mySizes],
    ['/account/dates', texts.myDates],
    ['/account/security', texts.security]
  ]
  return (
    <div className="frame grid gap-10 py-12 lg:grid-cols-[14rem_1fr] lg:gap-16">
      <div>
        <p className="font-display text-2xl">{profile.name ?? texts.account}</p>
        <p className="mt-1 text-sm break-all text-quiet">{profile.email}</p>
        <nav aria-label={texts.profile} className="mt-6">
          <ul className="flex flex-wrap gap-x-6 border-y border-line py-2 lg:block lg:py-3">
            {pages.map(([to, name]) => (
              <li key={to}>
                <NavLink
                  to={to}
                  end
                  className={({ isActive }) =>
                    `inline-block py-2 ${isActive ? 'border-b border-accent' : 'text-quiet hover:text-ink'}`
                  }
                >
                  {name}
                  {to.endsWith('messages') && unread > 0 && (
                    <span className="money ms-2 text-sm text-accent">
                      {unread} {texts.unread}
                    </span>
                  )}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <Form method="post" action="/account/sign-out" reloadDocument className="mt-4">
          <button className="link min-h-11 cursor-pointer">{texts.signOut}</button>
        </Form>
      </div>
      <div className="min-w-0">
        <Outlet />
      </div>
    </div>
  )
}
