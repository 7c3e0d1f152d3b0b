const made = /^(\/pictures\/[\w-]+)\//

interface PictureProps {
  src: string | null
  alt: string
  /** Which of the views that the project makes of its own designs. */
  view?: string | undefined
  sizes?: string
  eager?: boolean
  className?: string
}

/** A jewel's picture in the sizes that there are; without one, its name on the ground that pictures are taken on. */
export function Picture({
  src,
  alt,
  view = 'front',
  sizes = '(min-width: 64rem) 22vw, 45vw',
  eager = false,
  className = ''
}: PictureProps) {
  if (src === null)
    return (
      <span
        className={`picture grid place-items-center p-4 !bg-raised text-center font-display text-quiet ${className}`}
      >
        {alt}
      </span>
    )
  const folder = made.exec(src)?.[1]
  const loading = eager ? ('eager' as const) : ('lazy' as const)
  const plain = { alt, loading, decoding: 'async' as const, width: 800, height: 800, className: `picture ${className}` }
  if (!folder) return <img {...plain} src={src} />
  return (
    <picture className="contents">
      <source
        className="hidden"
        type="image/avif"
        srcSet={`${folder}/${view}-400.avif 400w, ${folder}/${view}-800.avif 800w`}
        sizes={sizes}
      />
      <img {...plain} src={src} fetchPriority={eager ? 'high' : 'auto'} />
    </picture>
  )
}
