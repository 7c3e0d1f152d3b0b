import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })

export const DocumentPath = Type.Object({
  orderId: Id,
  file: Type.String({
    pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[.]pdf$',
    description: 'The document’s id and `.pdf`.'
  })
})

export const documentKinds = ['invoice', 'credit-note', 'packing-slip'] as const
export type DocumentKind = (typeof documentKinds)[number]

export const Document = Type.Object({
  id: Id,
  kind: Type.Enum(documentKinds),
  number: Type.String(),
  issuedAt: At,
  url: Type.String({ description: 'Where the PDF is; 503 while it is being drawn.' })
})
export const Documents = Type.Object({ items: Type.Array(Document) })
export const Pdf = Type.String({ format: 'binary', description: 'A PDF.' })

export type Document = Static<typeof Document>
