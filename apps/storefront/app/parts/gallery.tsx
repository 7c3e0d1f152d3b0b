import { lazy, Suspense, useState } from 'react'
import { useMessages } from '../locale.ts'
import { ZoomIcon } from './icons.tsx'
import { Picture } from './picture.tsx'

const Viewer = lazy(() => import('./viewer.tsx'))

export interface View {
  src: string
  /** Which of the project's own views, where it is one. */
  view: string
  alt: string
}

/** The pictures of a jewel; each opens large. Without JavaScript they are links to the large picture. */
export function Gallery({ views, title }: { views: View[]; title: string }) {
  const texts = useMessages()
  const [opened, setOpened] = useState<number | null>(null)
  if (views.length === 0) return <Picture src={null} alt={title} className="text-2xl" />
  return (
    <>
      <ul className="grid grid-cols-6 gap-3" aria-label={texts.pictures}>
        {views.map(({ src, view, alt }, index) => (
          <li
            key={src + view}
            className={index === 0 ? 'col-span-6' : views.length % 3 === 1 ? 'col-span-2' : 'col-span-3'}
          >
            <a
              href={src.replace(/preview\.jpg$/, `${view}-800.avif`)}
              className="group relative block overflow-hidden"
              onClick={(event) => {
                event.preventDefault()
                setOpened(index)
              }}
            >
              <Picture
                src={src}
                view={view}
                alt={alt}
                eager={index === 0}
                sizes={index === 0 ? '(min-width: 64rem) 50vw, 92vw' : '(min-width: 64rem) 25vw, 45vw'}
              />
              {index === 0 && (
                <span className="absolute end-3 bottom-3 grid size-10 place-items-center bg-[#f5f1ea]/80 text-[#1d1915]">
                  <ZoomIcon className="size-5" />
                </span>
              )}
              <span className="sr-only">{texts.enlarge}</span>
            </a>
          </li>
        ))}
      </ul>
      {opened !== null && (
        <Suspense>
          <Viewer views={views} first={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  )
}
