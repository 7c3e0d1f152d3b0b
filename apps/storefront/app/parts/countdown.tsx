import { useEffect, useState } from 'react'
import { useRevalidator } from 'react-router'
import { useFormats, useMessages } from '../locale.ts'

/** How long prices are kept; when the time is over they are read anew. Without JavaScript, until when. */
export function Countdown({ until }: { until: string }) {
  const texts = useMessages()
  const { time } = useFormats()
  const { revalidate } = useRevalidator()
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    const end = Date.parse(until)
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000))
      setLeft(seconds)
      if (seconds > 0) timer = setTimeout(tick, 1000)
      else void revalidate()
    }
    tick()
    return () => clearTimeout(timer)
  }, [until, revalidate])
  if (left === null) return <p className="mt-4 text-sm text-quiet">{texts.priceKept(time(until))}</p>
  return (
    <p className="mt-4 text-sm text-quiet">
      {left === 0 ? (
        texts.priceOver
      ) : (
        <>
          <span className="money me-2 text-base text-ink">
            {String(Math.floor(left / 60)).padStart(2, '0')}:{String(left % 60).padStart(2, '0')}
          </span>
          {texts.priceLeft}
        </>
      )}
    </p>
  )
}
