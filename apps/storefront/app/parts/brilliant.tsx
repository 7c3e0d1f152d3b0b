/** A round brilliant from above, as its report draws it: table, stars, mains and girdle. The table is in percent of the width. */
export function Brilliant({ table = 57, className = '' }: { table?: number; className?: string }) {
  const at = (radius: number, step: number) => {
    const angle = (step * Math.PI) / 8 + Math.PI / 8
    return [50 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)].map((one) => one.toFixed(2)).join(' ')
  }
  const inner = table / 2
  const middle = inner + (48 - inner) * 0.55
  const eight = [0, 2, 4, 6, 8, 10, 12, 14]
  const ring = (radius: number, shift: number) => `M${eight.map((step) => at(radius, step + shift)).join('L')}Z`
  return (
    <svg viewBox="0 0 100 100" className={className} fill="none" stroke="currentColor" strokeWidth="0.7" aria-hidden>
      <circle cx="50" cy="50" r="48" />
      <path d={ring(inner, 0)} fill="currentColor" fillOpacity="0.07" />
      {eight.map((step) => (
        <g key={step}>
          <path
            d={`M${at(inner, step)}L${at(middle, step + 1)}L${at(inner, step + 2)}`}
            fill="currentColor"
            fillOpacity="0.03"
          />
          <path d={`M${at(middle, step + 1)}L${at(48, step)}M${at(middle, step + 1)}L${at(48, step + 2)}`} />
          <path d={`M${at(inner, step)}L${at(48, step)}M${at(middle, step + 1)}L${at(48, step + 1)}`} />
        </g>
      ))}
    </svg>
  )
}
