import { Dialog } from '@base-ui/react/dialog'
import { useEffect } from 'react'
import { Link, useFetcher } from 'react-router'
import type { loader } from '../routes/sizes.tsx'
import { useMessages } from '../locale.ts'
import { CloseIcon } from './icons.tsx'
import { SizeChart } from './size-chart.tsx'

/** The chart of sizes, beside the page. */
export default function SizeSheet({ page, onClose }: { page: string; onClose: () => void }) {
  const texts = useMessages()
  const { data, load } = useFetcher<typeof loader>()
  useEffect(() => void load(page), [load, page])
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="sheet">
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="text-3xl">{texts.sizeHelp}</Dialog.Title>
            <Dialog.Close className="icon-link" aria-label={texts.close}>
              <CloseIcon />
            </Dialog.Close>
          </div>
          <Dialog.Description className="mt-2 text-quiet">{texts.sizeLead}</Dialog.Description>
          <p className="mt-4 flex flex-wrap gap-5">
            <Link to={page} className="link">
              {texts.convert}
            </Link>
            <Link to="/sizes/sizer" className="link">
              {texts.sizer}
            </Link>
          </p>
          <div className="mt-5">{data ? <SizeChart rows={data.rows} /> : <p>{texts.loading} …</p>}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
