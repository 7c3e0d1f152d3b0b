import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { after, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { eventually, keys, signedIn, testJobs } from '@lumora/kit/testing'
import { sql } from 'kysely'
import sharp from 'sharp'
import { buildApp } from '../src/app.ts'
import { decoderEnvironment } from '../src/controllers/pictures.ts'
import { openQuoteSeal } from '../src/controllers/seals.ts'
import { openS3Storage } from '../src/controllers/storages.ts'
import type { Medium } from '../src/schemas/media.ts'
import { work } from '../src/tasks.ts'
import { colleague, newDesign, openCatalogue, quoteSecrets } from './catalogue.ts'

const shop = await openCatalogue()
const { app, db, media } = shop
await testJobs({ ...work({ db, media }), sweeps: [], pool: shop.pool, app } as Parameters<typeof testJobs>[0])
await app.listen({ port: 0, host: '127.0.0.1' })
after(() => app.close())
const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)

const send = (
  bytes: Buffer,
  { type = 'image/jpeg', query = '', headers = shop.manager, to = app, key = crypto.randomUUID() } = {}
) =>
  to.inject({
    method: 'POST',
    url: `/api/v1/media${query}`,
    headers: { ...headers, 'content-type': type, 'idempotency-key': key as string },
    payload: bytes
  })
const find = async (id: string, to = app): Promise<Medium> =>
  (await to.inject({ url: `/api/v1/media/${id}`, headers: shop.manager })).json()
const settled = async (id: string, to = app) => {
  await eventually('the renditions are made', async () => (await find(id, to)).status !== 'processing')
  return find(id, to)
}
let tint = 0
/** A picture of another colour each time; neighbouring ones would be the same JPEG. */
const picture = (width: number, height: number) => {
  tint += 1
  const [r, g, b] = [23, 57, 91].map((step) => (tint * step) % 256)
  return sharp({ create: { width, height, channels: 3, background: { r: r!, g: g!, b: b! } } })
}
const ready = async (width = 400, height = 300) =>
  settled((await send(await picture(width, height).jpeg().toBuffer())).json().id)

/** A PNG of this size in its header, whatever it holds. */
function png(width: number, height: number, data = Buffer.alloc(0)): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}
function crc(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

test('POST /media answers at once, and the renditions are made in three formats, never wider than the picture', async () => {
  for (const [width, widths] of [
    [200, [200]],
    [500, [320, 500]],
    [2000, [320, 640, 960, 1440]]
  ] as const) {
    const reply = await send(
      await picture(width, 100 + width)
        .png()
        .toBuffer(),
      { type: 'image/png' }
    )
    assert.equal(reply.statusCode, 201)
    assert.equal(reply.json().status, 'processing')
    assert.equal(reply.json().format, 'png')
    const medium = await settled(reply.json().id)
    assert.deepEqual([medium.status, medium.widths], ['ready', widths])
    for (const one of widths) {
      for (const [end, type] of [
        ['avif', 'image/avif'],
        ['webp', 'image/webp'],
        ['jpg', 'image/jpeg']
      ] as const) {
        const file = await app.inject(`${medium.url}/${one}.${end}`)
        assert.equal(file.statusCode, 200)
        assert.equal(file.headers['content-type'], type)
        assert.equal(file.headers['cache-control'], 'public, max-age=31536000, immutable')
        assert.equal(file.headers['x-content-type-options'], 'nosniff')
        assert.equal((await sharp(file.rawPayload).metadata()).width, one)
        const etag = String(file.headers.etag)
        const again = await app.inject({ url: `${medium.url}/${one}.${end}`, headers: { 'if-none-match': etag } })
        assert.equal(again.statusCode, 304)
      }
    }
  }
})

test('POST /media of the same bytes, and of the same key, is one picture', async () => {
  const bytes = await picture(64, 64).webp().toBuffer()
  const key = crypto.randomUUID()
  const [first, second, third] = [
    await send(bytes, { type: 'image/webp', key }),
    await send(bytes, { type: 'image/webp', key }),
    await send(bytes, { type: 'image/webp' })
  ]
  assert.equal(second.headers['idempotency-replayed'], 'true')
  assert.equal(second.body, first.body)
  assert.equal(third.json().id, first.json().id)
  assert.equal(slugOf(await send(Buffer.concat([bytes, bytes]), { type: 'image/webp', key })), 'idempotency-key-reused')
  const twins = await Promise.all(Array.from({ length: 20 }, async () => send(await sharp(bytes).png().toBuffer())))
  assert.equal(new Set(twins.map((reply) => reply.json().id)).size, 1)
})

test('POST /media takes staff of the catalogue only, and only what says that it is a picture', async () => {
  const bytes = await picture(8, 8).jpeg().toBuffer()
  assert.equal((await send(bytes, { headers: await signedIn(crypto.randomUUID()) })).statusCode, 403)
  assert.equal((await send(bytes, { type: 'text/html' })).statusCode, 415)
  assert.equal((await app.inject({ url: '/api/v1/media' })).statusCode, 401)
})

test('A53 POST /media refuses SVG with a script, wrong magic, nothing at all, what is damaged, and leaves no file behind', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  )
  const cases: [Buffer, string][] = [
    [svg, 'image/svg+xml'],
    [svg, 'image/png'],
    [Buffer.from(`<?xml version="1.0"?>${svg.toString()}`), 'image/jpeg'],
    [Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'image/gif'],
    [Buffer.from('%PDF-1.4 nothing'), 'image/jpeg'],
    [Buffer.from('\xff\xd8\xff\xe0 not really', 'latin1'), 'image/jpeg'],
    [Buffer.from('PK\x03\x04../../../etc/passwd', 'latin1'), 'image/png'],
    [Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 nonsense', 'latin1'), 'image/webp'],
    [Buffer.from('\x00\x00\x00\x1cftypheic\x00\x00\x00\x00heicmif1miaf', 'latin1'), 'image/avif'],
    [Buffer.from('<html><script>'), 'image/png'],
    [Buffer.alloc(1), 'image/png'],
    [Buffer.alloc(0), 'image/png']
  ]
  for (const [bytes, type] of cases) {
    const reply = await send(bytes, { type })
    assert.ok([400, 415, 422].includes(reply.statusCode), `${type} ${reply.statusCode} ${reply.body}`)
  }
  const { rows } = await sql`select from media where "format" not in ('jpeg', 'png', 'webp', 'avif')`.execute(db)
  assert.equal(rows.length, 0)
  await eventually('what came in is gone', async () => (await readdir(media.incoming)).length === 0)
})

test('A53 POST /media refuses 20,000 × 20,000 pixels and a decompression bomb from the header, and a strip', async () => {
  const before = process.memoryUsage().rss
  const bomb = png(20_000, 20_000, deflateSync(Buffer.alloc(30_000_000)))
  for (const bytes of [png(20_000, 20_000), bomb, png(60_000, 60_000), png(10, 5000), png(5000, 10)]) {
    const reply = await send(bytes, { type: 'image/png' })
    assert.equal(reply.statusCode, 422)
    assert.equal(slugOf(reply), 'picture-not-valid')
  }
  assert.ok(process.memoryUsage().rss - before < 150 * 2 ** 20)
})

test('A53 POST /media of three pictures as large as are taken raises memory by less than 150 MB in all, and of 21 MB is refused', async () => {
  const large = await sharp({
    create: { width: 7000, height: 7000, channels: 3, background: '#a52' },
    limitInputPixels: false
  })
    .png({ compressionLevel: 6 })
    .toBuffer()
  const folder = await mkdtemp(join(tmpdir(), 'large-'))
  after(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'large.png')
  await writeFile(file, large)
  const own = `
    import { makeFiles, readHeader } from '${new URL('../src/controllers/pictures.ts', import.meta.url).href}'
    const [, file, folder] = process.argv
    const { width } = await readHeader(file)
    const before = process.memoryUsage().rss
    for (let i = 0; i < 3; i++) await makeFiles(file, folder, width)
    console.log(process.resourceUsage().maxRSS * 1024 - before)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', own, file, folder])
  const decoder = `
    process.argv.splice(1, 1)
    process.argv.splice(1, 0, '')
    await import('${new URL('../src/controllers/renditions.ts', import.meta.url).href}')
    console.log(process.resourceUsage().maxRSS * 1024)`
  const args = ['--input-type=module', '-e', decoder, '', file, folder, '320,640,960,1440', '50000000']
  const { stdout: theirs } = await promisify(execFile)(process.execPath, args, { env: decoderEnvironment })
  const more = Number(stdout) + Number(theirs)
  assert.ok(Number(theirs) > 0 && more < 150 * 2 ** 20, `${more / 2 ** 20} MB more`)
  const tooLarge = await send(Buffer.concat([large, Buffer.alloc(21 * 2 ** 20)]), { type: 'image/png' })
  assert.equal(tooLarge.statusCode, 413)
})

test('A53 POST /media streamed without a length is refused beyond 20 MB, in words', async () => {
  const { port } = app.server.address() as { port: number }
  const body = new ReadableStream({
    start: (to) => {
      for (let i = 0; i < 21; i++) to.enqueue(new Uint8Array(2 ** 20))
      to.close()
    }
  })
  const headers = { ...shop.manager, 'content-type': 'image/png', 'idempotency-key': crypto.randomUUID() }
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  const reply = await fetch(`http://127.0.0.1:${port}/api/v1/media`, init)
  assert.equal(reply.status, 413)
  assert.equal(((await reply.json()) as { type: string }).type, '/problems/body-too-large')
})

test('A53 POST /media drops where a picture was taken, and what hides behind it, and turns it upright', async () => {
  const gps = { IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '19/1 4/1 0/1', GPSLatitudeRef: 'N' } }
  const bytes = await picture(400, 200).withExif(gps).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const withGps = await sharp(bytes).withExif(gps).keepMetadata().jpeg().toBuffer()
  const polyglot = Buffer.concat([withGps, Buffer.from('<script>alert("polyglot")</script><?php system($x) ?>')])
  assert.ok(polyglot.includes('SecretCamera'))
  const medium = await settled((await send(polyglot)).json().id)
  assert.equal(medium.status, 'ready')
  assert.ok(medium.height > medium.width)
  for (const end of ['avif', 'webp', 'jpg']) {
    const { rawPayload } = await app.inject(`${medium.url}/${medium.widths[0]}.${end}`)
    for (const secret of ['SecretCamera', 'Exif', 'polyglot', '<script', '<?php'])
      assert.ok(!rawPayload.includes(secret), `${end} holds ${secret}`)
    const seen = await sharp(rawPayload).metadata()
    assert.equal(seen.exif, undefined)
    assert.ok(seen.height > seen.width)
  }
  assert.equal((await app.inject(`${medium.url}/original`)).statusCode, 404)
})

test('POST /media of a picture that ends early fails, in words, and can be sent again', async () => {
  const whole = await sharp(Buffer.from(Array.from({ length: 3 * 300 * 300 }, (_, i) => (i * 7919) % 256)), {
    raw: { width: 300, height: 300, channels: 3 }
  })
    .png()
    .toBuffer()
  const cut = whole.subarray(0, whole.length / 3)
  const medium = await settled((await send(cut, { type: 'image/png' })).json().id)
  assert.equal(medium.status, 'failed')
  assert.match(medium.failure!, /damaged/)
  const again = await send(cut, { type: 'image/png' })
  assert.equal(again.json().id, medium.id)
  assert.equal(again.json().status, 'processing')
  assert.equal((await settled(medium.id)).status, 'failed')
})

test('A53 POST /media takes no more than the quota of a day, however many come at once', async () => {
  const quotas = buildApp({
    db,
    keys: async (header, token) => keys(header, token),
    quotes: openQuoteSeal([quoteSecrets.now]),
    media: { ...media, perDay: 5 }
  })
  await sql`delete from "mediaUploads"`.execute(db)
  const bytes = await Promise.all(Array.from({ length: 20 }, () => picture(9, 9).png().toBuffer()))
  const replies = await Promise.all(bytes.map((one) => send(one, { type: 'image/png', to: quotas })))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 5)
  const refused = replies.find(({ statusCode }) => statusCode !== 201)!
  assert.equal(refused.statusCode, 429)
  assert.equal(slugOf(refused), 'media-quota-reached')
  await sql`delete from "mediaUploads"`.execute(db)
})

test('A52 GET /media answers 404 to whatever is not the name of a rendition', async () => {
  const { url } = await ready()
  for (const path of [
    '/media/../../etc/passwd',
    '/media/..%2f..%2fetc/passwd',
    '/media/%2e%2e/320.jpg',
    `${url}/..%2f..%2f..%2fetc%2fpasswd`,
    `${url}/original`,
    `${url}/320.svg`,
    `${url}/320.jpg%2f..%2foriginal`,
    `${url}/0320.jpg`,
    `${url}/321.jpg`,
    `${url}/320.jpg.`,
    `${url}/320.JPG`,
    `${url}.jpg`,
    '/media/incoming/320.jpg',
    `/media/${'0'.repeat(40)}/320.jpg`,
    `/media/${'A'.repeat(40)}/320.jpg`
  ]) {
    assert.equal((await app.inject(path)).statusCode, 404, path)
  }
  assert.ok([400, 404].includes((await app.inject(`${url}/320.jpg%00.png`)).statusCode))
})

test('PUT /designs/{slug}/media shows pictures in order on the design and its card, and an import leaves them', async () => {
  const design = newDesign()
  await shop.importDesigns(design)
  const [first, second] = [await ready(800, 600), await ready()]
  const items = [
    { mediaId: second.id, alt: 'From the side', position: 2 },
    { mediaId: first.id, alt: 'From above', position: 1 }
  ]
  const put = async (payload: object[], etag?: string) => {
    const { headers } = await app.inject(`/api/v1/designs/${design.slug}`)
    const ifMatch = etag ?? String(headers.etag)
    return shop.call(
      'PUT',
      `/api/v1/designs/${design.slug}/media`,
      { ...shop.manager, 'if-match': ifMatch },
      { items: payload }
    )
  }
  const reply = await put(items)
  assert.equal(reply.statusCode, 200, reply.body)
  const isShown = async () => {
    const shown = await shop.read(design.slug)
    assert.deepEqual(
      shown.images.map(({ alt, mediaId }: { alt: string; mediaId: string }) => [alt, mediaId]),
      [
        ['From above', first.id],
        ['From the side', second.id]
      ]
    )
    assert.deepEqual(shown.images[0].widths, [320, 640, 800])
    assert.equal(shown.imageUrl, `${first.url}/640.jpg`)
    const cards = (await app.inject('/api/v1/designs?limit=100')).json().items as { slug: string; imageUrl: string }[]
    assert.equal(cards.find(({ slug }) => slug === design.slug)!.imageUrl, `${first.url}/640.jpg`)
  }
  await isShown()
  await shop.importDesigns({ ...design, title: 'Anew' })
  await isShown()
  assert.equal((await put(items, '"1"')).statusCode, 412)
  assert.equal(slugOf(await put([{ ...items[0]!, mediaId: crypto.randomUUID() }])), 'media-not-ready')
  assert.equal(slugOf(await put([items[0]!, items[0]!])), 'named-twice')
  const remove = (id: string) => shop.call('DELETE', `/api/v1/media/${id}`, shop.manager)
  assert.equal(slugOf(await remove(first.id)), 'media-in-use')
  const raced = await Promise.all(
    Array.from({ length: 20 }, (_, i) => put([{ mediaId: first.id, alt: `Alt ${i}`, position: 0 }]))
  )
  assert.ok(raced.every(({ statusCode }) => [200, 412].includes(statusCode)))
  assert.equal((await put([])).statusCode, 200)
  assert.equal((await shop.read(design.slug)).images, undefined)
  assert.equal((await shop.read(design.slug)).imageUrl, null)
  const { items: history } = (
    await app.inject({ url: `/api/v1/designs/${design.slug}/history`, headers: shop.manager })
  ).json()
  assert.deepEqual(history[0].changes.media.to, [])
  assert.equal((await remove(first.id)).statusCode, 204)
  await eventually('its files are gone', async () => (await app.inject(`${first.url}/320.jpg`)).statusCode === 404)
})

test('Pictures that nothing has shown for 30 days are forgotten, kept ones and shown ones are not', async () => {
  const design = newDesign()
  await shop.importDesigns(design)
  const [unused, shown] = [await ready(), await ready()]
  const kept = await settled((await send(await picture(50, 50).png().toBuffer(), { query: '?keep=true' })).json().id)
  const { headers } = await app.inject(`/api/v1/designs/${design.slug}`)
  await shop.call(
    'PUT',
    `/api/v1/designs/${design.slug}/media`,
    { ...shop.manager, 'if-match': headers.etag },
    { items: [{ mediaId: shown.id, alt: 'Shown', position: 0 }] }
  )
  await sql`update media set "unusedSince" = now() - interval '31 days'`.execute(db)
  await work({ db, media }).tasks!['forget-unused-media']!({}, { id: '1', attempt: 1 })
  const statuses = await Promise.all(
    [unused, shown, kept].map(
      async ({ id }) => (await app.inject({ url: `/api/v1/media/${id}`, headers: shop.manager })).statusCode
    )
  )
  assert.deepEqual(statuses, [404, 200, 200])
  await eventually('its files are gone', async () => (await app.inject(`${unused.url}/320.jpg`)).statusCode === 404)
})

/** A small store that speaks S3: it keeps what is signed as AWS says (Signature Version 4), and refuses what is not. */
async function openStore(secret: string) {
  const files = new Map<string, { bytes: Buffer; type: string }>()
  let failures = 0
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const server = createServer(async (request, answer) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const bytes = Buffer.concat(parts)
    const url = new URL(request.url!, 'http://store')
    const [, credential, signed, signature] =
      /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
        request.headers.authorization ?? ''
      ) ?? []
    const [id, day, region, service] = (credential ?? '').split('/') as [string, string, string, string]
    const headers = (signed ?? '').split(';')
    const hash = String(request.headers['x-amz-content-sha256'])
    const canonical = [
      request.method,
      url.pathname,
      [...url.searchParams]
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
        .toSorted()
        .join('&'),
      ...headers.map((name) => `${name}:${String(request.headers[name]).trim()}`),
      '',
      signed,
      hash
    ].join('\n')
    const scope = `${day}/${region}/${service}/aws4_request`
    const toSign = `AWS4-HMAC-SHA256\n${String(request.headers['x-amz-date'])}\n${scope}\n${createHash('sha256').update(canonical).digest('hex')}`
    const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), 'aws4_request')
    const isSigned =
      id === 'the-key' &&
      service === 's3' &&
      headers.includes('x-amz-content-sha256') &&
      hmac(key, toSign).toString('hex') === signature
    if (!isSigned || hash !== createHash('sha256').update(bytes).digest('hex'))
      return answer.writeHead(403).end('<Error/>')
    if (failures > 0) return void (failures--, answer.writeHead(503).end())
    if (request.method === 'PUT') {
      files.set(url.pathname, { bytes, type: request.headers['content-type']! })
      return answer.writeHead(200).end()
    }
    if (request.method === 'DELETE') return void (files.delete(url.pathname), answer.writeHead(204).end())
    const prefix = url.searchParams.get('prefix')
    if (prefix !== null) {
      const names = [...files.keys()]
        .map((path) => path.slice('/pictures/'.length))
        .filter((name) => name.startsWith(prefix))
      return answer.writeHead(200).end(`<List>${names.map((name) => `<Key>${name}</Key>`).join('')}</List>`)
    }
    const file = files.get(url.pathname)
    if (!file) return answer.writeHead(404).end()
    return answer.writeHead(200, { 'content-length': file.bytes.length }).end(file.bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => void (server.closeAllConnections(), server.close()))
  const endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  return { files, endpoint, fail: (times: number) => void (failures = times) }
}

test('POST /media with an S3-compatible store keeps pictures there, by signed requests', async () => {
  const secret = 'a-secret-that-signs'
  const store = await openStore(secret)
  const options = { endpoint: store.endpoint, bucket: 'pictures', region: 'ap-south-1', accessKeyId: 'the-key' }
  const storage = openS3Storage({ ...options, secretAccessKey: secret })
  const remote = { ...media, storage }
  const other = await openCatalogue()
  const onS3 = buildApp({
    db: other.db,
    keys: async (header, token) => keys(header, token),
    quotes: openQuoteSeal([quoteSecrets.now]),
    media: remote
  })
  await testJobs({ ...work({ db: other.db, media: remote }), sweeps: [], pool: other.pool, app: onS3 } as Parameters<
    typeof testJobs
  >[0])
  store.fail(1)
  const reply = await send(await picture(700, 500).jpeg().toBuffer(), { to: onS3 })
  assert.equal(reply.statusCode, 201, reply.body)
  const medium = await settled(reply.json().id, onS3)
  assert.deepEqual([medium.status, medium.widths], ['ready', [320, 640, 700]])
  assert.equal(store.files.size, 10)
  const file = await onS3.inject(`${medium.url}/640.webp`)
  assert.equal((await sharp(file.rawPayload).metadata()).width, 640)
  assert.equal((await onS3.inject(`${medium.url}/960.webp`)).statusCode, 404)
  const forged = openS3Storage({ ...options, secretAccessKey: 'another' })
  await assert.rejects(forged.put('a/b', import.meta.filename, 'text/plain'), { slug: 'storage-unavailable' })
  await assert.rejects(storage.get('../secrets'), /is not the name/)
  await onS3.inject({ method: 'DELETE', url: `/api/v1/media/${medium.id}`, headers: shop.manager })
  await eventually('the store is empty', () => store.files.size === 0)
})

test('POST /media by two members of staff counts for each', async () => {
  const other = await colleague('01990000-0000-7000-8000-0000000000ab')
  const bytes = await picture(33, 33).png().toBuffer()
  const one = await send(bytes, { type: 'image/png' })
  const two = await send(bytes, { type: 'image/png', headers: other })
  assert.equal(two.json().id, one.json().id)
})
