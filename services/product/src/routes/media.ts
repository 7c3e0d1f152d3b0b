import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch, IfNoneMatch, namesEtag, versionIn } from '@lumora/kit/versions'
import { Type } from 'typebox'
import {
  addMedium,
  listMedia,
  maxUploadBytes,
  readMedium,
  readRendition,
  receiveUpload,
  removeMedium,
  setDesignMedia,
  Upload,
  type Deps
} from '../controllers/media.ts'
import { Id, Slug } from '../schemas/designs.ts'
import { DesignMedia, DesignPictures, mediaQuery, Medium, mediumQuery } from '../schemas/media.ts'

const desk = { access: { staff: 'catalogue:write' } }
const File = Type.Unsafe<unknown>({ description: 'The picture as it is: JPEG, PNG, WebP or AVIF, at most 20 MB.' })
const Bytes = Type.Unsafe<unknown>({ type: 'string', format: 'binary' })

export async function mediaRoutes(app: App, deps: Deps) {
  app.addContentTypeParser(/^image\//, (_request: unknown, payload: Readable) => receiveUpload(deps, payload))
  app.addHook('onResponse', async ({ body }) => {
    if (body instanceof Upload) await rm(body.file, { force: true })
  })

  app.post(
    '/api/v1/media',
    {
      config: { ...desk, once: true },
      bodyLimit: maxUploadBytes,
      schema: {
        operationId: 'addMedium',
        consumes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
        querystring: Type.Object(mediumQuery),
        body: File,
        response: { 201: Medium }
      }
    },
    (request, reply) => {
      const { body } = request
      if (!(body instanceof Upload))
        throw new Problem(
          415,
          'media-type-not-supported',
          'Send the picture as it is, as image/jpeg, png, webp or avif.'
        )
      reply.code(201)
      return addMedium(deps, request.once, personId(request.caller), body, request.query.keep)
    }
  )

  app.get(
    '/api/v1/media',
    {
      config: desk,
      schema: {
        operationId: 'listMedia',
        querystring: Type.Object({ ...mediaQuery, ...pageQuery }),
        response: { 200: Page(Medium) }
      }
    },
    ({ query }) => listMedia(deps, query)
  )

  const params = Type.Object({ mediaId: Id })
  app.get(
    '/api/v1/media/:mediaId',
    { config: desk, schema: { operationId: 'readMedium', params, response: { 200: Medium } } },
    (request) => readMedium(deps, request.params.mediaId)
  )

  app.delete(
    '/api/v1/media/:mediaId',
    { config: desk, schema: { operationId: 'removeMedium', params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await removeMedium(deps, request.params.mediaId)
      reply.code(204)
      return null
    }
  )

  app.put(
    '/api/v1/designs/:slug/media',
    {
      config: desk,
      schema: {
        operationId: 'setDesignMedia',
        params: Type.Object({ slug: Slug }),
        headers: IfMatch,
        body: DesignMedia,
        response: { 200: DesignPictures }
      }
    },
    async ({ params: { slug }, headers, body, caller }, reply) => {
      const set = await setDesignMedia(deps, personId(caller), slug, versionIn(headers['if-match']), body)
      reply.header('etag', etagOf(set.version))
      return set
    }
  )

  app.get(
    '/media/:hash/:file',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'readRendition',
        params: Type.Object({ hash: Type.String(), file: Type.String() }),
        headers: IfNoneMatch,
        response: { 200: Bytes, 304: Type.Null() }
      }
    },
    async ({ params: { hash, file }, headers }, reply) => {
      const { stream, bytes, type } = await readRendition(deps, hash, file)
      const etag = `"${hash}-${file}"`
      reply
        .header('etag', etag)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
      if (namesEtag(headers['if-none-match'], etag)) {
        stream.destroy()
        return reply.code(304).send(null)
      }
      return reply.type(type).header('content-length', bytes).send(stream)
    }
  )
}
