import { useSyncExternalStore } from 'react'
import { useMessages } from '../locale.ts'

const listen = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** Says that the connection is gone, for as long as it is. */
export function Offline() {
  const texts = useMessages()
  const isOnline = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true
  )
  return (
    <div role="status" className={isOnline ? 'sr-only' : 'border-b border-line bg-raised'}>
      {!isOnline && <p className="frame py-3">{texts.offline}</p>}
    </div>
  )
}
