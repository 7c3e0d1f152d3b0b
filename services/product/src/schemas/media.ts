import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const Pixels = Type.Integer({ minimum: 1 })
const Time = Type.String({ format: 'date-time' })
const widths = Type.Array(Pixels, {
  description: 'Of the renditions, in pixels, the smallest first; none is upscaled.'
})

export const alt = Type.String({
  minLength: 1,
  maxLength: 300,
  description: 'What the picture shows, for who does not see it.'
})

/** A picture that staff sent. */
export const Medium = Type.Object({
  id: Id,
  status: Type.Enum(['processing', 'ready', 'failed']),
  failure: Type.Union([Type.String(), Type.Null()]),
  format: Type.Enum(['jpeg', 'png', 'webp', 'avif'], { description: 'Of what was sent, told by its bytes.' }),
  bytes: Type.Integer(),
  width: Pixels,
  height: Pixels,
  url: Type.String({ description: 'Its renditions are at `{url}/{width}.{avif|webp|jpg}`.' }),
  widths,
  kept: Type.Boolean({ description: 'It is kept also when no design or piece shows it.' }),
  uploadedBy: Id,
  uploadedAt: Time
})
export const mediumQuery = {
  keep: Type.Boolean({
    default: false,
    description: 'For pictures of other things, as of categories: never forgotten. Others are, unused for 30 days.'
  })
}
export const mediaQuery = { status: Type.Optional(Type.Enum(['processing', 'ready', 'failed'])) }

/** A picture as a page shows it. */
export const Picture = Type.Object({
  mediaId: Id,
  alt,
  width: Pixels,
  height: Pixels,
  url: Type.String({ description: 'Its renditions are at `{url}/{width}.{avif|webp|jpg}`.' }),
  widths
})
export const DesignMedia = Type.Object({
  items: Type.Array(Type.Object({ mediaId: Id, alt, position: Type.Integer({ minimum: 0, maximum: 1000 }) }), {
    maxItems: 30
  })
})
export const DesignPictures = Type.Object({ items: Type.Array(Picture), version: Type.Integer({ minimum: 1 }) })

/** What a file turned out to be; width and height as it is to be seen, in pixels. */
export interface PictureHeader {
  format: 'jpeg' | 'png' | 'webp' | 'avif'
  width: number
  height: number
}
export type Medium = Static<typeof Medium>
export type Picture = Static<typeof Picture>
export type DesignMedia = Static<typeof DesignMedia>
