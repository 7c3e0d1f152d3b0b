import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { useMessages } from '../locale.ts'
import { CloseIcon, ZoomIcon } from './icons.tsx'
import { Picture } from './picture.tsx'

export interface View {
  src: string
  /** Which of the project's own views, where it is one. */
  view: string
  alt: string
}

/** The pictures of a jewel; each opens large, and closer on a further press. Without JavaScript they are links to the large picture. */
export function Gallery({ views, title }: { views: View[]; title: string }) {
  const texts = useMessages()
  const [at, setAt] = useState(0)
  const [isClose, setClose] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const shown = views[at] ?? views[0]
  if (!shown) return <Picture src={null} alt={title} className="text-2xl" />
  const step = (by: number) => {
    setClose(false)
    setAt((now) => (now + by + views.length) % views.length)
  }
  return (
    <div>
      <ul className="grid grid-cols-2 gap-3" aria-label={texts.pictures}>
        {views.map(({ src, view, alt }, index) => (
          <li key={src + view} className={index === 0 ? 'col-span-2' : ''}>
            <a
              href={src.replace(/preview\.jpg$/, `${view}-800.avif`)}
              className="group relative block overflow-hidden"
              onClick={(event) => {
                event.preventDefault()
                setAt(index)
                setOpen(true)
              }}
            >
              <Picture
                src={src}
                view={view}
                alt={alt}
                eager={index === 0}
                sizes={index === 0 ? '(min-width: 64rem) 50vw, 92vw' : '(min-width: 64rem) 25vw, 45vw'}
              />
              <span className="absolute end-3 bottom-3 grid size-10 place-items-center bg-[#f5f1ea]/80 text-[#1d1915]">
                <ZoomIcon className="size-5" />
                <span className="sr-only">{texts.enlarge}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <Dialog.Root
        open={isOpen}
        onOpenChange={(open) => {
          setOpen(open)
          setClose(false)
        }}
      >
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
    </div>
  )
}
