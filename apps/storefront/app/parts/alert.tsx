import type { ReactNode } from 'react'

/** What went wrong, told at once to everybody. */
export function Refused({ children }: { children: ReactNode }) {
  return children ? (
    <p role="alert" className="mt-6 border-s-2 border-warn ps-4 text-warn">
      {children}
    </p>
  ) : null
}

/** What went well. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={children ? 'mt-6 border-s-2 border-good ps-4 text-good' : 'sr-only'}>
      {children}
    </p>
  )
}
