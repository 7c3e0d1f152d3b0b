import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { useMessages } from '../locale.ts'
import type { View } from './gallery.tsx'
import { CloseIcon } from './icons.tsx'
import { Picture } from './picture.tsx'

interface ViewerProps {
  views: View[]
  first: number
  onClose: () => void
}

/** The pictures over the whole screen, one at a time; a press comes closer, arrows go on. */
export default function Viewer({ views, first, onClose }: ViewerProps) {
  const texts = useMessages()
  const [at, setAt] = useState(first)
  const [isClose, setClose] = useState(false)
  const shown = views[at] ?? views[0]!
  const step = (by: number) => {
    setClose(false)
    setAt((now) => (now + by + views.length) % views.length)
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          className="fixed inset-0 z-50 grid grid-rows-[auto_1fr_auto] bg-[#f5f1ea] text-[#1d1915] outline-none"
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') step(1)
            if (event.key === 'ArrowLeft') step(-1)
          }}
        >
          <div className="flex items-center justify-between gap-4 px-5 py-2">
            <Dialog.Title className="text-lg">{shown.alt}</Dialog.Title>
            <Dialog.Close className="icon-link" aria-label={texts.close}>
              <CloseIcon />
            </Dialog.Close>
          </div>
          <button
            className={`min-h-0 ${isClose ? 'cursor-zoom-out overflow-auto' : 'grid cursor-zoom-in place-items-center overflow-hidden'}`}
            onClick={() => setClose((now) => !now)}
            aria-label={isClose ? texts.zoomOut : texts.zoomIn}
          >
            <Picture
              src={shown.src}
              view={shown.view}
              alt=""
              eager
              sizes="(min-width: 64rem) 1600px, 100vw"
              className={isClose ? '!w-[200vmin] !max-w-none' : '!h-full !w-full !object-contain'}
            />
          </button>
          {views.length > 1 && (
            <div className="flex justify-center gap-3 py-3">
              <button className="button !min-h-11 !border-[#1d1915]" onClick={() => step(-1)}>
                {texts.previous}
              </button>
              <button className="button !min-h-11 !border-[#1d1915]" onClick={() => step(1)}>
                {texts.next}
              </button>
            </div>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
