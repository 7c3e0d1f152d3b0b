import { index, route, type RouteConfig } from '@react-router/dev/routes'

export default [
  index('routes/home.tsx'),
  route('jewels', 'routes/jewels.tsx', { id: 'jewels' }),
  route('jewels/in/:category', 'routes/jewels.tsx', { id: 'category' }),
  route('jewels/:slug', 'routes/jewel.tsx'),
  route('diamonds', 'routes/diamonds.tsx'),
  route('sizes', 'routes/sizes.tsx'),
  route('bag', 'routes/bag.tsx'),
  route('checkout', 'routes/checkout.tsx'),
  route('orders/:orderId', 'routes/order.tsx'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('register', 'routes/register.tsx'),
  route('account', 'routes/account.tsx'),
  route('language', 'routes/language.tsx'),
  route('sitemap.xml', 'routes/sitemap.ts'),
  route('*', 'routes/not-found.tsx')
] satisfies RouteConfig
