import { Form, Link, NavLink } from 'react-router'
import { useMessages } from '../locale.ts'

interface HeaderProps {
  menu: { slug: string; name: string }[]
  inBag: number
  isSignedIn: boolean
}

export function Header({ menu, inBag, isSignedIn }: HeaderProps) {
  const texts = useMessages()
  return (
    <header className="sticky top-0 z-40 border-b border-line bg-ground/95 backdrop-blur-sm">
      <div className="frame flex flex-wrap items-center gap-x-8 gap-y-3 py-4">
        <Link to="/" className="font-display text-2xl tracking-tight">
          {texts.shop}
        </Link>
        <Form action="/jewels" role="search" className="order-last w-full md:order-none md:ms-auto md:w-72">
          <label className="sr-only" htmlFor="search">
            {texts.search}
          </label>
          <input
            id="search"
            name="q"
            type="search"
            placeholder={texts.searchHint}
            maxLength={100}
            className="input"
            autoComplete="off"
          />
        </Form>
        <nav aria-label={texts.account} className="ms-auto flex items-center gap-6 md:ms-0">
          <Link to={isSignedIn ? '/account' : '/sign-in'} className="link">
            {isSignedIn ? texts.account : texts.signIn}
          </Link>
          <Link to="/bag" className="link" aria-label={texts.cartCount(inBag)}>
            {texts.cart} <span className="money">({inBag})</span>
          </Link>
        </nav>
      </div>
      <nav aria-label={texts.menu} className="frame -mt-1 overflow-x-auto pb-3">
        <ul className="flex gap-7 text-[0.95rem] whitespace-nowrap">
          {menu.map(({ slug, name }) => (
            <li key={slug}>
              <NavLink
                to={`/jewels/in/${slug}`}
                className={({ isActive }) =>
                  `inline-block border-b py-1 ${isActive ? 'border-accent' : 'border-transparent hover:border-line'}`
                }
              >
                {name}
              </NavLink>
            </li>
          ))}
          <li>
            <NavLink
              to="/diamonds"
              className={({ isActive }) =>
                `inline-block border-b py-1 ${isActive ? 'border-accent' : 'border-transparent hover:border-line'}`
              }
            >
              {texts.stones}
            </NavLink>
          </li>
        </ul>
      </nav>
    </header>
  )
}
