import type { Config } from '@react-router/dev/config'

export default {
  ssr: true,
  // All pages are named in one small script, rather than asked for link by link.
  routeDiscovery: { mode: 'initial' },
  serverModuleFormat: 'esm',
  buildDirectory: process.env.STOREFRONT_BUILD ?? 'build'
} satisfies Config
