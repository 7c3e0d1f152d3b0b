import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import mjml2html from 'mjml'

/**
 * npm run mails: the frame of all mails, from MJML to HTML in both directions of writing, and its blocks (a heading, a
 * paragraph, a button …) one by one; and the shipped texts of all mails in one file. MJML is not needed when mails are sent.
 */
const home = import.meta.dirname
const check = process.argv.includes('--check')
const blocks = ['h1', 'p', 'ul', 'button', 'table', 'hr', 'small'] as const

async function frameOf(dir: 'ltr' | 'rtl'): Promise<{ frame: string; blocks: Record<string, string> }> {
  const source = readFileSync(join(home, 'frame.mjml'), 'utf8')
    .replaceAll(/\{\{\s*(\w+)\s*\}\}/g, '{{$1}}')
    .replaceAll('@start', dir === 'ltr' ? 'left' : 'right')
    .replaceAll('{{dir}}', dir)
  const { html: written, errors } = await mjml2html(source, { validationLevel: 'strict', fonts: {} })
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'))
  // MJML sets sections and columns from left to right whatever the document says.
  const html =
    dir === 'ltr'
      ? written
      : written.replaceAll('direction:ltr', 'direction:rtl').replaceAll(/(text-align:|align=")left/g, '$1right')
  const marks = [...blocks, 'end'].map((name) => `<!-- block:${name} -->`)
  const places = marks.map((mark) => html.indexOf(mark))
  if (places.includes(-1)) throw new Error('A block of the frame is missing.')
  const tidy = (part: string) =>
    part
      .replaceAll(/>\s+</g, '><')
      .replaceAll(/\s{2,}/g, ' ')
      .trim()
  return {
    frame: tidy(`${html.slice(0, places[0])}{{content}}${html.slice(places.at(-1)! + marks.at(-1)!.length)}`),
    blocks: Object.fromEntries(
      blocks.map((name, i) => [name, tidy(html.slice(places[i]! + marks[i]!.length, places[i + 1]))])
    )
  }
}

const mails = globSync('mails/*/*.mail', { cwd: home })
  .toSorted()
  .map((path) => {
    const [, locale, file] = path.split('/') as [string, string, string]
    const [subject, ...content] = readFileSync(join(home, path), 'utf8').trim().split('\n')
    return { name: file.replace(/\.mail$/, ''), locale, subject: subject!, content: content.join('\n').trim() }
  })
const text = `${JSON.stringify({ ltr: await frameOf('ltr'), rtl: await frameOf('rtl'), mails }, null, 2)}\n`
const file = join(home, 'compiled.json')
if (check) {
  if (readFileSync(file, 'utf8') !== text) throw new Error('templates/compiled.json is not up to date: npm run mails')
} else writeFileSync(file, text)
