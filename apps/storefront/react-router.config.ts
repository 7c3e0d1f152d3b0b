import type { Config } from '@react-router/dev/config'

export default {
  ssr: true,
  serverModuleFormat: 'esm',
  buildDirectory: process.env.STOREFRONT_BUILD ?? 'build'
} satisfies Config
