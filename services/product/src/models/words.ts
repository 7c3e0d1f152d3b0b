/** What to look for, as PostgreSQL's tsquery says it; of a phrase only its words, not how far apart they stand. */
export type Wanted =
  | { kind: 'word'; lexeme: string }
  | { kind: 'not'; of: Wanted }
  | { kind: 'and' | 'or' | 'phrase'; of: Wanted[] }

const token = /\s*(?:'((?:[^'\\]|''|\\.)*)'(:[*A-D]+)?|([!&|()])|(<(?:-|\d+)>))/y

/** Reads the text of a tsquery: words, !, <->, &, | and brackets, which bind in this order. Undefined when nothing is looked for. */
export function readWanted(text: string): Wanted | undefined {
  if (text.trim() === '') return undefined
  const parts: { sign?: string; lexeme?: string; inexact?: boolean }[] = []
  token.lastIndex = 0
  for (let found; token.lastIndex < text.trimEnd().length && (found = token.exec(text));) {
    const [, lexeme, suffix, sign, distance] = found
    if (lexeme === undefined) parts.push({ sign: sign ?? distance! })
    else parts.push({ lexeme: lexeme.replace(/''|\\(.)/g, (_, own?: string) => own ?? "'"), inexact: !!suffix })
  }
  let at = 0
  const either = (): Wanted => several('or', '|', all)
  const all = (): Wanted => several('and', '&', near)
  function several(kind: 'and' | 'or', sign: string, next: () => Wanted): Wanted {
    const of = [next()]
    while (parts[at]?.sign === sign) {
      at++
      of.push(next())
    }
    return of.length === 1 ? of[0]! : { kind, of }
  }
  function near(): Wanted {
    const of = [one()]
    while (parts[at]?.sign?.startsWith('<')) {
      at++
      of.push(one())
    }
    return of.length === 1 ? of[0]! : { kind: 'phrase', of }
  }
  function one(): Wanted {
    const part = parts[at++]
    if (part?.lexeme !== undefined)
      return part.inexact ? { kind: 'phrase', of: [] } : { kind: 'word', lexeme: part.lexeme }
    if (part?.sign === '!') return { kind: 'not', of: one() }
    if (part?.sign === '(') {
      const inner = either()
      if (parts[at++]?.sign === ')') return inner
    }
    throw new Error(`${text} is no query of words.`)
  }
  const wanted = either()
  if (at < parts.length) throw new Error(`${text} is no query of words.`)
  return wanted
}

/** Whether only PostgreSQL can say what this finds, as it depends on where the words stand. */
export const hasPhrase = (wanted: Wanted): boolean =>
  wanted.kind === 'phrase' ||
  (wanted.kind === 'not' && hasPhrase(wanted.of)) ||
  ((wanted.kind === 'and' || wanted.kind === 'or') && wanted.of.some(hasPhrase))

/** The words looked for, those that may stand for one another together; what must not be there is left out. */
export function groupsIn(wanted: Wanted): string[][] {
  if (wanted.kind === 'and' || wanted.kind === 'phrase') return wanted.of.flatMap(groupsIn)
  const lexemes = lexemesIn(wanted)
  return lexemes.length > 0 ? [lexemes] : []
}

function lexemesIn(wanted: Wanted): string[] {
  if (wanted.kind === 'word') return [wanted.lexeme]
  return wanted.kind === 'not' ? [] : wanted.of.flatMap(lexemesIn)
}
