import { Slider } from '@base-ui/react/slider'
import { useState } from 'react'
import { useScripts } from './scripts.ts'

interface RangeProps {
  label: string
  /** What the thumbs stand on, from the least to the most. */
  stops: { value: string; label: string }[]
  /** The names of the two ends in the address; with one name, every value between them is sent. */
  names: [from: string, to: string] | [all: string]
  from: number
  to: number
}

/** A choice from one stop to another; without scripts, two lists to choose from. */
export function Range({ label, stops, names, from, to }: RangeProps) {
  const hasScripts = useScripts()
  const [[low, high], setEnds] = useState<[number, number]>([from, to])
  const last = stops.length - 1
  const sent: [string, string][] =
    low === 0 && high === last
      ? []
      : names.length === 1
        ? stops.slice(low, high + 1).map(({ value }) => [names[0], value])
        : [
            ...(low > 0 ? [[names[0], stops[low]!.value] as [string, string]] : []),
            ...(high < last ? [[names[1], stops[high]!.value] as [string, string]] : [])
          ]
  if (!hasScripts) {
    const [first, second] = names
    const list = (name: string, value: string) => (
      <select name={name} aria-label={label} defaultValue={value} className="input">
        <option value="">–</option>
        {stops.map((stop) => (
          <option key={stop.value} value={stop.value}>
            {stop.label}
          </option>
        ))}
      </select>
    )
    return (
      <fieldset>
        <legend className="eyebrow mb-2">{label}</legend>
        <div className={second ? 'grid grid-cols-2 gap-2' : ''}>
          {list(first, from > 0 ? stops[from]!.value : '')}
          {second && list(second, to < last ? stops[to]!.value : '')}
        </div>
      </fieldset>
    )
  }
  return (
    <div role="group" aria-label={label}>
      {sent.map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      <p className="flex items-baseline justify-between gap-3">
        <span className="eyebrow">{label}</span>
        <span className="money text-sm">
          {stops[low]!.label} – {stops[high]!.label}
        </span>
      </p>
      <Slider.Root
        value={[low, high]}
        min={0}
        max={last}
        onValueChange={(value) => setEnds(value as [number, number])}
        onValueCommitted={(_, { event }) => {
          const form =
            (event.target as Element | null)?.closest?.('form') ?? document.querySelector<HTMLFormElement>('#stones')
          // The hidden fields are drawn first.
          setTimeout(() => form?.requestSubmit())
        }}
      >
        <Slider.Control className="flex h-11 touch-none items-center select-none">
          <Slider.Track className="h-px w-full bg-ink/40">
            <Slider.Indicator className="h-0.5 bg-accent" />
            {[low, high].map((stop, index) => (
              <Slider.Thumb
                key={index}
                index={index}
                getAriaLabel={() => label}
                getAriaValueText={() => stops[stop]!.label}
                className="size-5 rounded-full border border-ink bg-ground has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
              />
            ))}
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
    </div>
  )
}
