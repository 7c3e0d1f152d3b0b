import { useState } from 'react'
import { useMessages } from '../locale.ts'
import { ShareIcon } from './icons.tsx'

/** Shares an address with what the device shares with, or puts it onto the clipboard; without JavaScript, by mail. */
export function Share({ title, url }: { title: string; url: string }) {
  const texts = useMessages()
  const [isCopied, setCopied] = useState(false)
  return (
    <span>
      <a
        href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`}
        className="inline-flex min-h-11 items-center gap-2 hover:underline"
        onClick={(event) => {
          event.preventDefault()
          if (typeof navigator.share === 'function') return void navigator.share({ title, url }).catch(() => {})
          void navigator.clipboard.writeText(url).then(() => setCopied(true))
        }}
      >
        <ShareIcon className="size-5" />
        {texts.share}
      </a>
      <span role="status" className="ms-2 text-sm text-good">
        {isCopied && texts.copied}
      </span>
    </span>
  )
}
