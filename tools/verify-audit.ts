import { operate } from './operator.ts'

interface Verdict {
  intact: boolean
  entries: number
  head: string
  fault: string | null
}

/** npm run verify-audit: goes through auth's audit log. The head that it prints, noted elsewhere, proves later that nothing before it was touched. */
await operate('auth', async (auth) => {
  const { intact, entries, head, fault } = await auth.ask<Verdict>('GET', '/internal/audit/verdict')
  const said = `${entries} entries, head ${head}`
  return {
    good: intact,
    said: intact ? `The audit log is intact: ${said}.` : `The audit log is NOT intact. ${fault} (${said})`
  }
})
