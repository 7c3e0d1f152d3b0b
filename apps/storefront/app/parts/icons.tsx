import type { ReactNode } from 'react'

const icon = (shape: ReactNode) =>
  function Icon({ className = 'size-6' }: { className?: string }) {
    return (
      <svg
        viewBox="0 0 24 24"
        className={className}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
      >
        {shape}
      </svg>
    )
  }

export const SearchIcon = icon(<path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20.5 20.5" />)
export const PersonIcon = icon(
  <path d="M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM4.5 20.5c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5" />
)
export const BagIcon = icon(<path d="M5.5 8.5h13l1 12h-15l1-12ZM9 8.5V7a3 3 0 0 1 6 0v1.5" />)
export const HeartIcon = icon(
  <path d="M12 20s-7.5-4.6-7.5-10.1A4.1 4.1 0 0 1 12 7.4a4.1 4.1 0 0 1 7.5 2.5C19.5 15.4 12 20 12 20Z" />
)
export const MenuIcon = icon(<path d="M4 7.5h16M4 12h16M4 16.500h16" />)
export const CloseIcon = icon(<path d="m6 6 12 12M18 6 6 18" />)
export const ShareIcon = icon(<path d="M12 15V3.500m0 0L8 7.500m4-4 4 4M5.5 11.500v9h13v-9" />)
export const ZoomIcon = icon(<path d="M9 4H4v5M15 20h5v-5M4 4l6 6M20 20l-6-6" />)
export const TurnIcon = icon(
  <path d="M12 8v8m0-8 3.5-2v8L12 16m0-8L8.500 6v8l3.500 2M5 12.500c-3 3 1 5.500 7 5.500 4 0 7-1 8-2.500m.500 3-.500-3-3 .500" />
)
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.500L19.5 7" />)
