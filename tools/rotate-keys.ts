import { operate } from './operator.ts'

/** npm run rotate-keys: the next signing key signs from now on; what the one before has signed is good until it ends. */
await operate('auth', async (auth) => {
  const { keys } = await auth.ask<{ keys: { kid: string }[] }>('POST', '/internal/keys/rotate')
  return { good: true, said: `The next key signs now. Published: ${keys.map(({ kid }) => kid).join(', ')}` }
})
