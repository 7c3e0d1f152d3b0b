import { Type, type Static } from 'typebox'

const At = Type.String({ format: 'date-time' })
const Name = Type.String({ minLength: 3, maxLength: 80, pattern: '^[a-z]+\\.[a-z0-9-]+$' })
const Locale = Type.Enum(['en', 'de', 'ar'])
const Subject = Type.String({ minLength: 1, maxLength: 500 })
const Content = Type.String({ minLength: 1, maxLength: 20_000 })

export const TemplatePath = Type.Object({ name: Name })
export const TemplateTextPath = Type.Object({ name: Name, locale: Locale })
export const PreviewQuery = Type.Object({
  locale: Type.Enum(['en', 'de', 'ar'], { default: 'en' }),
  version: Type.Optional(Type.Integer({ minimum: 1 })),
  as: Type.Enum(['json', 'html', 'text'], { default: 'json' })
})
export const TemplateText = Type.Object({ subject: Subject, content: Content })

const text = {
  name: Type.String(),
  locale: Type.String(),
  version: Type.Integer(),
  origin: Type.Enum(['shipped', 'staff']),
  subject: Type.String(),
  content: Type.String(),
  isActive: Type.Boolean(),
  createdAt: At
}
export const Template = Type.Object(text)
export const ListedTemplate = Type.Object({
  ...text,
  about: Type.String(),
  values: Type.Object(
    {},
    { additionalProperties: true, description: 'What it may say, and of which kind each value is.' }
  ),
  needed: Type.Array(Type.String(), { description: 'What it has to say.' })
})
export const TemplateHistory = Type.Object({ ...text, versions: Type.Array(Template) })
export const Preview = Type.Object({ subject: Type.String(), text: Type.String(), html: Type.String() })
export type TemplateText = Static<typeof TemplateText>
