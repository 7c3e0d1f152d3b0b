import type { Page } from '../content/pages.server.ts'

/** The text of a page that stands; paragraphs that begin with • become a list. */
export function Standing({ page: { lead, parts } }: { page: Page }) {
  return (
    <div className="prose">
      <p className="text-xl text-quiet">{lead}</p>
      {parts.map(([heading, ...paragraphs]) => {
        const points = paragraphs.filter((text) => text.startsWith('•'))
        const first = paragraphs.findIndex((text) => text.startsWith('•'))
        const plain = paragraphs.map((text, index) => ({ text, index })).filter(({ text }) => !text.startsWith('•'))
        return (
          <section key={heading}>
            {heading && <h2>{heading}</h2>}
            {plain
              .filter(({ index }) => first < 0 || index < first)
              .map(({ text }) => (
                <p key={text}>{text}</p>
              ))}
            {points.length > 0 && (
              <ul>
                {points.map((text) => (
                  <li key={text}>{text.slice(2)}</li>
                ))}
              </ul>
            )}
            {plain
              .filter(({ index }) => first >= 0 && index > first)
              .map(({ text }) => (
                <p key={text}>{text}</p>
              ))}
          </section>
        )
      })}
    </div>
  )
}
