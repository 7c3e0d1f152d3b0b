import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../locale.ts'

const SizeSheet = lazy(() => import('./size-sheet.tsx'))

/** Opens the chart of sizes beside the jewel; without JavaScript, a link to it. */
export function SizeHelp({ kind }: { kind: 'ring' | 'bangle' | 'chain' }) {
  const texts = useMessages()
  const [isOpen, setOpen] = useState(false)
  const page = `/sizes?kind=${kind}`
  return (
    <>
      <Link
        to={page}
        className="link text-sm"
        onClick={(event) => {
          event.preventDefault()
          setOpen(true)
        }}
      >
        {texts.sizeHelp}
      </Link>
      {isOpen && (
        <Suspense>
          <SizeSheet page={page} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
