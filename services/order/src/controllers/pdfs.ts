import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Pdf from 'pdfkit'
import type { Address } from '../schemas/orders.ts'
import type { DocumentKind } from '../schemas/documents.ts'
import type { Article, CreditNote, Invoice, PackingSlip } from './papers.ts'

export interface Paper {
  kind: DocumentKind
  number: string
  issuedAt: string
  data: unknown
}

/** Read when the first document is drawn: a service that draws none need not hold them (1.4 MB). */
let fonts: { plain: Buffer; bold: Buffer } | undefined
const fontOf = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)))

const left = 40
const right = 555
const bottom = 790

type Doc = InstanceType<typeof Pdf>

/** The document as a PDF on A4, drawn from what was frozen when it was issued: the same data gives the same pages. */
export function drawPaper({ kind, number, issuedAt, data }: Paper): Promise<Buffer> {
  fonts ??= { plain: fontOf('DejaVuSans'), bold: fontOf('DejaVuSans-Bold') }
  const doc = new Pdf({
    size: 'A4',
    margins: { top: 40, left, right: 40, bottom: 30 },
    info: { Title: number, CreationDate: new Date(issuedAt) }
  })
  doc.registerFont('plain', fonts.plain).registerFont('bold', fonts.bold)
  const parts: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  const head = { number, issuedAt }
  if (kind === 'invoice') drawInvoice(doc, head, data as Invoice)
  else if (kind === 'credit-note') drawCreditNote(doc, head, data as CreditNote)
  else drawPackingSlip(doc, head, data as PackingSlip)
  doc.end()
  return done
}

interface Head {
  number: string
  issuedAt: string
}

const money = (minor: number, currency: string) => {
  const format = new Intl.NumberFormat('en-IN', { style: 'currency', currency })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
const dayOf = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(new Date(at))
const grams = (mg: number) => `${(mg / 1000).toFixed(3)} g`
const carats = (mct: number) => `${(mct / 1000).toFixed(3)} ct`

function addressLines({ name, line1, line2, city, region, postcode, country, phone }: Address): string[] {
  return [name, line1, line2, [city, region, postcode].filter(Boolean).join(', '), country, phone].filter(
    (text): text is string => Boolean(text)
  )
}

/** Writes lines one below the other, and returns where they end. */
function stack(doc: Doc, lines: string[], x: number, y: number, width: number, size = 8): number {
  doc.fontSize(size)
  let at = y
  for (const line of lines) {
    doc.text(line, x, at, { width })
    at = doc.y + 1
  }
  return at
}

/** A new page when so much does not fit on this one; returns where to go on. */
function room(doc: Doc, y: number, height: number): number {
  if (y + height <= bottom) return y
  doc.addPage()
  return 40
}

function rule(doc: Doc, y: number): number {
  doc.moveTo(left, y).lineTo(right, y).lineWidth(0.5).strokeColor('#999999').stroke()
  return y + 5
}

interface Cell {
  text: string
  x: number
  width: number
  align?: 'left' | 'right'
}
/** A row of a table; returns its bottom. */
function row(doc: Doc, y: number, cells: Cell[], font = 'plain'): number {
  doc.font(font).fontSize(8)
  let end = y
  for (const { text, x, width, align = 'left' } of cells) {
    doc.text(text, x, y, { width, align })
    end = Math.max(end, doc.y)
  }
  return end + 3
}

function title(doc: Doc, text: string, { seller }: { seller: Invoice['seller'] }, facts: [string, string][]): number {
  doc.font('bold').fontSize(16).text(seller.name, left, 40)
  doc.font('plain')
  const sellerEnd = stack(
    doc,
    [...seller.address.split('\n'), `State: ${seller.state}`, `GSTIN: ${seller.gstin || 'not registered'}`].filter(
      Boolean
    ),
    left,
    doc.y + 2,
    260
  )
  doc
    .font('bold')
    .fontSize(13)
    .text(text, 320, 40, { width: right - 320, align: 'right' })
  let y = doc.y + 4
  for (const [name, value] of facts) {
    doc
      .font('plain')
      .fontSize(8)
      .text(`${name}: ${value}`, 320, y, { width: right - 320, align: 'right' })
    y = doc.y + 1
  }
  return rule(doc, Math.max(sellerEnd, y) + 6)
}

function parties(doc: Doc, y: number, { buyer }: Pick<Invoice, 'buyer'>): number {
  doc.font('bold').fontSize(8).text('Billed to', left, y).text('Shipped to', 300, y)
  doc.font('plain')
  const billed = stack(doc, addressLines(buyer.billing), left, y + 12, 240)
  const shipped = stack(doc, addressLines(buyer.shipping), 300, y + 12, 240)
  const end = stack(
    doc,
    [`Place of supply: ${[buyer.shipping.region, buyer.shipping.country].filter(Boolean).join(', ')}`],
    left,
    Math.max(billed, shipped) + 2,
    400
  )
  return rule(doc, end + 4)
}

/** The carats of gold alloys by their fineness (ISO 9202, IS 1417). */
const caratOf: Record<number, number> = {
  999: 24,
  995: 24,
  958: 23,
  916: 22,
  875: 21,
  833: 20,
  750: 18,
  585: 14,
  417: 10,
  375: 9,
  333: 8
}

/** Metal, weights, marks and certificates of one article, as a hallmarked sale has to tell them. */
function articleLines(
  article: Article,
  { engraving, engravingFont, quantity }: { engraving: string | null; engravingFont?: string; quantity: number }
): string[] {
  const { metal, purity, fineness, colour, size, grossMg, netMg, huid, serial, certificates } = article
  const carat = metal === 'gold' && fineness !== null ? caratOf[fineness] : undefined
  const pure = [carat === undefined ? null : `${carat} carat`, fineness === null ? purity : `fineness ${fineness}`]
  return [
    metal === null ? '' : [[colour, metal].filter(Boolean).join(' '), ...pure].filter(Boolean).join(', '),
    metal === null
      ? ''
      : `Gross weight ${grams(grossMg)}, net weight of precious metal ${grams(netMg)}${quantity > 1 ? ' each' : ''}`,
    [huid && `HUID ${huid}`, serial && `Serial ${serial}`, size && `Size ${size}`].filter(Boolean).join(', '),
    ...certificates.map(({ lab, number }) => `Certificate ${lab} ${number}`),
    engraving === null
      ? ''
      : `Engraved “${engraving}”${engravingFont === undefined ? '' : ` in ${engravingFont} letters`}`
  ].filter((text) => text !== '')
}

function drawInvoice(doc: Doc, { number, issuedAt }: Head, paper: Invoice): void {
  const { seller, currency, lines, shipping, taxes, order } = paper
  let y = title(doc, 'Tax Invoice', paper, [
    ['Invoice no.', number],
    ['Date', dayOf(issuedAt, seller.timeZone)],
    ['Order', order.number]
  ])
  y = parties(doc, y, paper)
  const at = (texts: string[]): Cell[] =>
    [
      { x: left, width: 16 },
      { x: 58, width: 212 },
      { x: 274, width: 30 },
      { x: 306, width: 24, align: 'right' as const },
      { x: 334, width: 74, align: 'right' as const },
      { x: 410, width: 66, align: 'right' as const },
      { x: 478, width: 77, align: 'right' as const }
    ].map((cell, i) => Object.assign(cell, { text: texts[i]! }))
  y = rule(doc, row(doc, y, at(['#', 'Article', 'HSN', 'Qty', 'Taxable value', 'Tax', 'Total']), 'bold'))
  for (const line of lines) {
    y = room(doc, y, 70)
    y = row(
      doc,
      y,
      at([
        String(line.position),
        `${line.title}\n${line.sku}`,
        line.hsn,
        String(line.quantity),
        money(line.taxableMinor, currency),
        money(line.taxMinor, currency),
        money(line.totalMinor, currency)
      ])
    )
    const details = line.article ? articleLines(line.article, line) : []
    const stones = (line.article?.stones ?? []).map(
      ({ kind, shape, count, caratMct }) =>
        `Stones: ${count} × ${[shape, kind].filter(Boolean).join(' ')} of ${carats(caratMct)}, ${carats(count * caratMct)} together`
    )
    const prices = [
      ...(line.stonesMinor > 0 ? [`Price of the stones ${money(line.stonesMinor, currency)}`] : []),
      ...(line.discountMinor > 0
        ? [`Price ${money(line.listMinor, currency)} less a discount of ${money(line.discountMinor, currency)}`]
        : []),
      ...(line.taxes.length > 0
        ? [line.taxes.map(({ name, minor }) => `${name} ${money(minor, currency)}`).join(', ')]
        : [])
    ]
    doc.fillColor('#444444')
    y = stack(doc, [...details, ...stones, ...prices], 58, y, 300, 7)
    doc.fillColor('black')
    y = rule(doc, y + 2)
  }
  const sums: [string, number][] = [
    ['Articles', paper.subtotalMinor],
    ...(paper.discountMinor > 0 ? [['Discount', -paper.discountMinor] as [string, number]] : []),
    ...(shipping ? [[`Shipping (${shipping.name})`, paper.shippingMinor] as [string, number]] : []),
    ...taxes.map(({ name, permyriad, taxableMinor, minor }): [string, number] => [
      `${name} ${permyriad / 100} % of ${money(taxableMinor, currency)}`,
      minor
    ])
  ]
  if (taxes.length === 0) sums.push(['Tax', paper.taxMinor])
  y = room(doc, y, 24 + sums.length * 13)
  for (const [name, minor] of sums)
    y = row(doc, y, [
      { text: name, x: 250, width: 210, align: 'right' },
      { text: money(minor, currency), x: 465, width: 90, align: 'right' }
    ])
  y = rule(doc, y)
  y = row(
    doc,
    y,
    [
      { text: 'Total', x: 250, width: 210, align: 'right' },
      { text: money(paper.totalMinor, currency), x: 465, width: 90, align: 'right' }
    ],
    'bold'
  )
  const notes = [
    ...(paper.hallmarked > 0
      ? [
          `Hallmarking: ${paper.hallmarked} × ${money(seller.hallmarkFeeMinor, currency)} = ${money(paper.hallmarked * seller.hallmarkFeeMinor, currency)}, contained in the price.`
        ]
      : []),
    'The consumer can have the purity of hallmarked jewellery verified at any BIS-recognised assaying and hallmarking (A&H) centre.',
    'The HUID of each article can be verified in the BIS Care app.',
    'No tax is payable on reverse charge.'
  ]
  y = room(doc, y + 10, notes.length * 12)
  doc.font('plain').fillColor('#444444')
  stack(doc, notes, left, y, right - left, 7)
}

function drawCreditNote(doc: Doc, { number, issuedAt }: Head, paper: CreditNote): void {
  const { seller, currency, lines, order } = paper
  let y = title(doc, 'Credit Note', paper, [
    ['Credit note no.', number],
    ['Date', dayOf(issuedAt, seller.timeZone)],
    ['For invoice', paper.invoice],
    ['Order', order.number]
  ])
  y = parties(doc, y, paper)
  const at = (texts: string[]): Cell[] =>
    [
      { x: left, width: 16 },
      { x: 58, width: 190 },
      { x: 252, width: 30 },
      { x: 284, width: 24, align: 'right' as const },
      { x: 312, width: 76, align: 'right' as const },
      { x: 390, width: 84, align: 'right' as const },
      { x: 478, width: 77, align: 'right' as const }
    ].map((cell, i) => Object.assign(cell, { text: texts[i]! }))
  y = rule(doc, row(doc, y, at(['#', 'Article', 'HSN', 'Qty', 'Taxable value', 'Tax', 'Total']), 'bold'))
  for (const line of lines) {
    y = room(doc, y, 40)
    y = row(
      doc,
      y,
      at([
        String(line.position),
        `${line.title}\n${line.sku}`,
        line.hsn,
        String(line.quantity),
        money(line.taxableMinor, currency),
        line.taxes.map(({ name, minor }) => `${name} ${money(minor, currency)}`).join('\n'),
        money(line.totalMinor, currency)
      ])
    )
  }
  y = rule(doc, y)
  const sums: [string, number][] = [
    ...(paper.shippingMinor > 0 ? [['Shipping, tax included', paper.shippingMinor] as [string, number]] : []),
    ['Credited', paper.totalMinor]
  ]
  for (const [name, minor] of sums)
    y = row(
      doc,
      y,
      [
        { text: name, x: 250, width: 210, align: 'right' },
        { text: money(minor, currency), x: 465, width: 90, align: 'right' }
      ],
      name === 'Credited' ? 'bold' : 'plain'
    )
  doc.font('plain')
  stack(doc, [`Reason: ${paper.reason}`], left, y + 8, right - left)
}

function drawPackingSlip(doc: Doc, { number }: Head, paper: PackingSlip): void {
  const { order, address, carrier, trackingNumber, sealNumber, shippedAt, lines, seller } = paper
  let y = title(doc, 'Packing slip', paper, [
    ['No.', number],
    ['Order', order.number],
    ['Shipped', dayOf(shippedAt, seller.timeZone)],
    ['Carrier', [carrier, trackingNumber].filter(Boolean).join(' ')],
    ...(sealNumber === null ? [] : [['Seal', sealNumber] as [string, string]])
  ])
  doc.font('plain')
  y = rule(doc, stack(doc, addressLines(address), left, y, 300) + 4)
  const at = (texts: string[]): Cell[] =>
    [
      { x: left, width: 40 },
      { x: 84, width: 230 },
      { x: 318, width: 100 },
      { x: 422, width: 133 }
    ].map((cell, i) => Object.assign(cell, { text: texts[i]! }))
  y = rule(doc, row(doc, y, at(['Quantity', 'Article', 'SKU', 'Serial']), 'bold'))
  for (const { quantity, title: name, sku, serials, size, giftNote } of lines) {
    y = room(doc, y, 40)
    const note = [size && `Size ${size}`, giftNote && `Gift note: ${giftNote}`].filter(Boolean)
    y = row(doc, y, at([String(quantity), [name, ...note].join('\n'), sku, serials.join(', ')]))
  }
}
