import { useEffect, useId, useRef, useState } from 'react'
import { Form, useFetcher, useNavigate } from 'react-router'
import type { loader } from '../routes/suggestions.ts'
import { useMessages } from '../locale.ts'
import { SearchIcon } from './icons.tsx'

const pauseMs = 160

/** The search with suggestions while one types: arrows choose, Enter takes, Escape closes. Without JavaScript it is a plain form. */
export function Search() {
  const texts = useMessages()
  const id = useId()
  const navigate = useNavigate()
  const { data, load } = useFetcher<typeof loader>({ key: 'suggestions' })
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (text.trim().length < 2) return undefined
    const timer = setTimeout(() => void load(`/suggestions?q=${encodeURIComponent(text.trim())}`), pauseMs)
    return () => clearTimeout(timer)
  }, [text, load])
  const items = isOpen && text.trim().length > 1 ? (data?.items ?? []) : []
  const take = ({ text: words, slug }: { text: string; slug: string | null }) => {
    setOpen(false)
    setText(slug ? '' : words)
    field.current?.blur()
    void navigate(slug ? `/jewels/${slug}` : `/jewels?q=${encodeURIComponent(words)}`)
  }
  return (
    <Form
      action="/jewels"
      role="search"
      className="relative order-last w-full md:order-none md:w-72 xl:w-96"
      onSubmit={() => setOpen(false)}
    >
      <label className="sr-only" htmlFor={`${id}-field`}>
        {texts.search}
      </label>
      <SearchIcon className="pointer-events-none absolute start-3 top-3 size-5 text-quiet" />
      <input
        ref={field}
        id={`${id}-field`}
        name="q"
        type="search"
        placeholder={texts.searchHint}
        maxLength={100}
        className="input !min-h-11 !ps-10"
        autoComplete="off"
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={items[chosen] ? `${id}-${chosen}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
          setChosen(-1)
        }}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false)
          if (items.length === 0) return
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            const step = event.key === 'ArrowDown' ? 1 : -1
            setChosen((now) => (now + step + items.length + (now < 0 && step < 0 ? 1 : 0)) % items.length)
          }
          if (event.key === 'Enter' && items[chosen]) {
            event.preventDefault()
            take(items[chosen])
          }
        }}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={texts.suggestions}
        hidden={items.length === 0}
        className="absolute inset-x-0 top-full z-50 border border-t-0 border-line bg-raised py-1 shadow-lg"
      >
        {items.map((item, index) => (
          // The keyboard is served by the field, as a combobox does.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={item.slug ?? item.text}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(item)}
            className={`cursor-pointer px-4 py-2.5 ${index === chosen ? 'bg-line/60' : 'hover:bg-line/40'} ${item.slug ? 'font-display' : 'text-quiet'}`}
          >
            {item.text}
          </div>
        ))}
      </div>
    </Form>
  )
}
