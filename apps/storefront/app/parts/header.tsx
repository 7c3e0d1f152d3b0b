import { Link, NavLink } from 'react-router'
import { useMessages } from '../locale.ts'
import { BagIcon, HeartIcon, MenuIcon, PersonIcon } from './icons.tsx'
import { Search } from './search.tsx'

interface HeaderProps {
  menu: { slug: string; name: string }[]
  inBag: number
  isSignedIn: boolean
}

export function Header({ menu, inBag, isSignedIn }: HeaderProps) {
  const texts = useMessages()
  const links = [
    ...menu.map(({ slug, name }) => ({ to: `/jewels/in/${slug}`, name })),
    { to: '/diamonds', name: texts.stones }
  ]
  return (
    <header className="z-40 border-b border-line bg-ground md:sticky md:top-0">
      <div className="frame flex flex-wrap items-center gap-x-1 gap-y-3 py-3 sm:gap-x-5 md:py-4">
        <details className="group lg:hidden" key={links.length}>
          <summary className="-ms-2 grid size-11 cursor-pointer list-none place-items-center">
            <span className="sr-only">{texts.menu}</span>
            <MenuIcon />
          </summary>
          <nav
            aria-label={texts.menu}
            className="absolute inset-x-0 z-50 mt-3 max-h-[75vh] overflow-y-auto border-y border-line bg-ground"
          >
            <ul className="frame grid grid-cols-2 gap-x-6 py-4">
              {links.map(({ to, name }) => (
                <li key={to}>
                  <a href={to} className="block border-b border-line py-3">
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </details>
        <Link to="/" className="me-auto font-display text-lg tracking-tight min-[23rem]:text-xl sm:text-2xl">
          {texts.shop}
        </Link>
        <Search />
        <nav aria-label={texts.account} className="-me-2 flex items-center">
          <Link
            to={isSignedIn ? '/account' : '/sign-in'}
            className="icon-link"
            aria-label={isSignedIn ? texts.account : texts.signIn}
          >
            <PersonIcon />
          </Link>
          <Link to="/account/wishlists" className="icon-link hidden sm:grid" aria-label={texts.wishlists}>
            <HeartIcon />
          </Link>
          <Link to="/bag" className="icon-link relative" aria-label={texts.cartCount(inBag)}>
            <BagIcon />
            {inBag > 0 && (
              <span className="money absolute end-0 top-0.5 grid size-5 place-items-center rounded-full bg-accent text-[0.7rem] font-semibold text-on-accent">
                {inBag}
              </span>
            )}
          </Link>
        </nav>
      </div>
      <nav aria-label={texts.kinds} className="frame hidden pb-3 lg:block">
        <ul className="flex flex-wrap gap-x-7 gap-y-1 text-[0.95rem]">
          {links.map(({ to, name }) => (
            <li key={to}>
              <NavLink
                to={to}
                prefetch="intent"
                className={({ isActive }) =>
                  `inline-block border-b py-1 ${isActive ? 'border-accent' : 'border-transparent hover:border-line'}`
                }
              >
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
