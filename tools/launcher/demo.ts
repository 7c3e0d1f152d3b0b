import { answerTask } from './tasks.ts'

export interface Account {
  email: string
  password: string
}
export interface Accounts {
  shopper: Account
  administrator: Account
}
export interface Seeding {
  /** URL of the module that fills the shop: tools/seed/demo.ts. */
  module: string
  gatewayUrl: string
  tokenUrl: string
  secret: string
  serviceUrls: Record<string, string>
}
export interface Seeded {
  summary: string
  accounts: Accounts
}
interface Demo {
  demoAccounts: Accounts
  seedDemo: (shop: {
    gatewayUrl: string
    tokenUrl: string
    secret: string
    serviceUrl: (name: string) => string
  }) => Promise<string>
}

/** The task that fills the demo shop; answers a summary and the accounts to sign in with. */
await answerTask(async ({ module, serviceUrls, ...shop }: Seeding): Promise<Seeded> => {
  const { seedDemo, demoAccounts } = (await import(module)) as Demo
  const serviceUrl = (name: string) => {
    const url = serviceUrls[name]
    if (!url) throw new Error(`The demo shop needs the service ${name}.`)
    return url
  }
  return { summary: await seedDemo({ ...shop, serviceUrl }), accounts: demoAccounts }
})
