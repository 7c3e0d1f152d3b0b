import { useEffect, useState } from 'react'
import { useMessages } from '../locale.ts'
import { Field } from './field.tsx'
import { useScripts } from './scripts.ts'

/** The secret of a mailed link, which stands behind its # and so in no log; without JavaScript it is typed. */
export function TokenField() {
  const texts = useMessages()
  const hasScripts = useScripts()
  const [token] = useState(() => (typeof location === 'undefined' ? '' : location.hash.slice(1)))
  useEffect(() => history.replaceState(history.state, '', location.pathname), [])
  return hasScripts && token ? (
    <input type="hidden" name="token" value={token} />
  ) : (
    <Field label={texts.token} name="token" required autoComplete="off" maxLength={60} />
  )
}
