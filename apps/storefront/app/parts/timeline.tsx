import { useFormats, useMessages } from '../locale.ts'

export interface Shipment {
  id: string
  carrierName: string
  trackingNumber: string | null
  trackingUrl: string | null
  sealNumber: string | null
  shippedAt: string
  deliveredAt: string | null
}
interface Told {
  placedAt: string
  confirmedAt: string | null
  cancelledAt: string | null
  deliverBy?: string | null | undefined
}

/** What has happened to an order so far, the first thing first, and what is still to come. */
export function Timeline({ order, shipments }: { order: Told; shipments: Shipment[] }) {
  const texts = useMessages()
  const { moment, day } = useFormats()
  const steps: { at: string; what: string; shipment?: Shipment }[] = [
    { at: order.placedAt, what: texts.steps.placed! },
    ...(order.confirmedAt ? [{ at: order.confirmedAt, what: texts.steps.confirmed! }] : []),
    ...(order.cancelledAt ? [{ at: order.cancelledAt, what: texts.steps.cancelled! }] : []),
    ...shipments.flatMap((shipment) => [
      { at: shipment.shippedAt, what: texts.shippedWith(shipment.carrierName), shipment },
      ...(shipment.deliveredAt ? [{ at: shipment.deliveredAt, what: texts.steps.delivered! }] : [])
    ])
  ]
  const isOnTheWay = order.confirmedAt && !order.cancelledAt && !shipments.some(({ deliveredAt }) => deliveredAt)
  return (
    <ol className="border-s border-line">
      {steps
        .toSorted((a, b) => a.at.localeCompare(b.at))
        .map(({ at, what, shipment }) => (
          <li key={at + what} className="relative ps-6 pb-5">
            <span aria-hidden className="absolute -start-[5px] top-2 size-2.5 rounded-full bg-accent" />
            {what} <time className="block text-sm text-quiet">{moment(at)}</time>
            {shipment?.trackingNumber && (
              <span className="block text-sm">
                {shipment.trackingUrl ? (
                  <a href={shipment.trackingUrl} rel="noreferrer" className="link">
                    {texts.trackWith(shipment.trackingNumber)}
                  </a>
                ) : (
                  shipment.trackingNumber
                )}
              </span>
            )}
            {shipment?.sealNumber && (
              <span className="block text-sm text-quiet">{texts.seal(shipment.sealNumber)}</span>
            )}
          </li>
        ))}
      {isOnTheWay && order.deliverBy && (
        <li className="relative ps-6 text-quiet">
          <span
            aria-hidden
            className="absolute -start-[5px] top-2 size-2.5 rounded-full border border-quiet bg-ground"
          />
          {texts.expectedBy(day(order.deliverBy))}
        </li>
      )}
    </ol>
  )
}
