import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether scripts run: pages come from the server without what only they can do. */
export const useScripts = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false
  )
