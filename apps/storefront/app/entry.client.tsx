import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { keepMessages, type Language } from './locale.ts'

const texts = {
  en: async () => (await import('./messages/en.ts')).en,
  de: async () => (await import('./messages/de.ts')).de,
  ar: async () => (await import('./messages/ar.ts')).ar
}
const language = document.documentElement.lang as Language
keepMessages(language, await texts[language]())

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>
  )
})
// What keeps the shop's files for later waits until the page is there.
const keep = () => void navigator.serviceWorker.register('/sw.js')
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  if (document.readyState === 'complete') keep()
  else addEventListener('load', keep, { once: true })
}
