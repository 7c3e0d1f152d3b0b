/** One record of a CSV file with the number of its first line, or what is wrong with that line. */
export type CsvRecord = { line: number; fields: string[] } | { line: number; fault: string }

const maxLines = 50
const maxChars = 200_000

/** Reads one line on from where a record stands; `open` while a quoted field goes on in the next line. */
class Scanner {
  readonly fields: string[] = []
  field = ''
  open = false
  fault: string | undefined

  take(line: string): void {
    let i = 0
    if (this.open) this.field += '\n'
    else if (!line.includes('"')) {
      this.fields.push(...line.split(','))
      return
    }
    for (;;) {
      if (!this.open && line[i] === '"') {
        this.open = true
        i++
      }
      if (this.open) {
        const end = line.indexOf('"', i)
        if (end < 0) {
          this.field += line.slice(i)
          return
        }
        this.field += line.slice(i, end)
        i = end + 1
        if (line[i] === '"') {
          this.field += '"'
          i++
          continue
        }
        this.open = false
        if (i < line.length && line[i] !== ',')
          this.fault = 'Text follows a closing quotation mark: double the quotation marks in a field.'
      }
      const comma = line.indexOf(',', i)
      this.field += line.slice(i, comma < 0 ? undefined : comma)
      this.fields.push(this.field)
      this.field = ''
      if (comma < 0) return
      i = comma + 1
    }
  }
}

/**
 * The records of a CSV file (RFC 4180; a quotation mark within an unquoted field is one of its characters). A field that goes on in
 * further lines, but is not closed within 50 or leaves a record of another width than the first, makes its first line a fault, and
 * the lines after it are read on their own: nothing is swallowed.
 */
export async function* csvRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord> {
  let pending: string[] = []
  let scanner: Scanner | undefined
  let chars = 0
  let scanned = 0
  let first = 1
  let width = 0

  const strip = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
  const drop = (count: number) => {
    pending = pending.slice(count)
    first += count
    scanner = undefined
    scanned = chars = 0
  }
  function* settle(atEnd: boolean): Generator<CsvRecord> {
    for (;;) {
      if (scanned < pending.length) {
        const line = pending[scanned]!
        const plain = strip(line)
        scanner ??= new Scanner()
        scanner.take(plain)
        scanned++
        chars += line.length
        if (scanner.open && line !== plain) scanner.field += '\r'
        if (scanner.open && chars <= maxChars && scanned < maxLines) continue
      } else if (!(atEnd && scanner?.open)) return
      const line1 = first
      const { open, fault, fields } = scanner
      if (chars > maxChars) {
        yield { line: line1, fault: `It is longer than ${maxChars} characters.` }
        drop(open ? 1 : scanned)
      } else if (open || (scanned > 1 && (fault || (width > 0 && fields.length !== width)))) {
        yield { line: line1, fault: 'A quotation mark is opened here and not closed as it should be.' }
        drop(1)
      } else {
        const isEmpty = scanned === 1 && fields.length === 1 && fields[0]!.trim() === ''
        if (width === 0) width = fields.length
        if (fault) yield { line: line1, fault }
        else if (!isEmpty) yield { line: line1, fields }
        drop(scanned)
      }
    }
  }

  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop()!
    if (rest.length > maxChars * 2) rest = rest.slice(0, maxChars * 2)
    pending.push(...lines)
    yield* settle(false)
  }
  rest += decoder.decode()
  if (rest !== '') pending.push(rest)
  yield* settle(true)
}

const needsQuotes = /[",\r\n]/
/** What a spreadsheet would take for a formula, also behind apostrophes of the text's own. */
const dangerous = /^'*[=+\-@\t\r\n\0]/

/** One line of CSV. A field that a spreadsheet could take for a formula gets an apostrophe before it, which `plainField` takes off. */
export const csvLine = (fields: readonly string[]): string =>
  `${fields
    .map((field) => (dangerous.test(field) ? `'${field}` : field))
    .map((field) => (needsQuotes.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',')}\r\n`

/** The field without the apostrophe that kept it from being a formula. */
export const plainField = (field: string): string =>
  field.startsWith("'") && dangerous.test(field) ? field.slice(1) : field
