import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useMessages } from '../locale.ts'
import { TurnIcon } from './icons.tsx'
import type { View } from './turntable-view.ts'

interface TurntableProps {
  slug: string
  title: string
  /** The alloy that is chosen, as models name it. */
  alloy: string
  /** What the model's metal may be seen in: its name there, and what people call it. */
  alloys: { name: string; label: string; swatch: string }[]
}

type State = 'closed' | 'loading' | 'open' | 'failed'

/** A jewel to turn in three dimensions. Its code and its model are fetched on the first press; until then it is a button. */
export function Turntable({ slug, title, alloy, alloys }: TurntableProps) {
  const texts = useMessages()
  const [state, setState] = useState<State>('closed')
  // What is tried on here counts until another alloy is chosen on the page.
  const [tried, setTried] = useState({ alloy, worn: alloy })
  const worn = tried.alloy === alloy ? tried.worn : alloy
  const canvas = useRef<HTMLCanvasElement>(null)
  const view = useRef<View>(null)
  const isAsked = state === 'loading' || state === 'open'

  useEffect(() => {
    if (!isAsked || !canvas.current) return undefined
    const shown = canvas.current
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    let isGone = false
    import('./turntable-view.ts')
      .then(({ openView }) => openView(shown, `/pictures/${slug}/model.glb`, isStill))
      .then(
        (opened) => {
          if (isGone) return opened.stop()
          view.current = opened
          setState('open')
          return undefined
        },
        () => isGone || setState('failed')
      )
    return () => {
      isGone = true
      view.current?.stop()
      view.current = null
    }
  }, [isAsked, slug])
  useEffect(() => {
    if (state === 'open') view.current?.wear(worn)
  }, [worn, state])

  const keys: Record<string, (to: View) => void> = {
    ArrowLeft: ({ turn }) => turn(-0.15, 0),
    ArrowRight: ({ turn }) => turn(0.15, 0),
    ArrowUp: ({ turn }) => turn(0, -0.12),
    ArrowDown: ({ turn }) => turn(0, 0.12),
    '+': ({ zoom }) => zoom(1.15),
    '=': ({ zoom }) => zoom(1.15),
    '-': ({ zoom }) => zoom(1 / 1.15),
    Home: ({ reset }) => reset()
  }
  const press = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || !view.current || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    act(view.current)
  }

  if (!isAsked)
    return (
      <div className="no-print mt-3">
        <button type="button" className="button w-full gap-3" onClick={() => setState('loading')}>
          <TurnIcon /> {texts.turn}
        </button>
        {state === 'failed' && (
          <p role="alert" className="mt-2 text-quiet">
            {texts.turnFailed}
          </p>
        )}
      </div>
    )
  return (
    <div className="no-print relative mt-3 bg-[#f5f1ea] text-[#1d1915]">
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={texts.turnLabel(title)}
        aria-busy={state === 'loading'}
        onKeyDown={press}
        className="block aspect-square w-full cursor-grab touch-pan-y active:cursor-grabbing"
      />
      {state === 'loading' && (
        <p role="status" className="absolute inset-0 grid place-items-center">
          {texts.turnLoading}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3 p-4">
        {alloys.length > 1 ? (
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">{texts.chooseMetal}</legend>
            {alloys.map(({ name, label, swatch }) => (
              <label key={name} title={label} className="grid size-11 cursor-pointer place-items-center">
                <input
                  type="radio"
                  name="turntable-metal"
                  className="peer sr-only"
                  checked={worn === name}
                  onChange={() => setTried({ alloy, worn: name })}
                />
                <span
                  aria-hidden
                  className={`swatch swatch-${swatch} outline-offset-4 outline-[#7d5d22] peer-checked:outline-2 peer-focus-visible:outline-4`}
                />
                <span className="sr-only">{label}</span>
              </label>
            ))}
          </fieldset>
        ) : (
          <span className="text-sm">{texts.turnHint}</span>
        )}
        <button type="button" className="min-h-11 px-3 underline underline-offset-4" onClick={() => setState('closed')}>
          {texts.close}
        </button>
      </div>
    </div>
  )
}
