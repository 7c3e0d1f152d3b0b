import type { ShouldRevalidateFunctionArgs } from 'react-router'

/** Has a route load anew as usual, but not when one stays on its page and only asks for another part of it, such as another size of a jewel. */
export const unlessOtherChoice = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate
}: ShouldRevalidateFunctionArgs): boolean => {
  const isOtherChoice =
    formMethod === undefined && currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return isOtherChoice ? false : defaultShouldRevalidate
}
