import { join } from 'node:path'
import { events } from '@lumora/contracts/events'
import { runService } from '@lumora/kit/process'
import { buildApp } from './app.ts'
import { config } from './config.ts'
import { readFeedMap } from './controllers/feeds.ts'
import { openQuoteSeal } from './controllers/seals.ts'
import { openDiskStorage, openS3Storage } from './controllers/storages.ts'
import { work } from './tasks.ts'

await runService({
  name: 'product',
  config,
  catalogue: events,
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ db, keys, log, ready }) => {
    const { QUOTE_SECRET, QUOTE_SECRET_BEFORE, QUOTE_SECONDS, LARGE_RATE_CHANGE_PERMILLE } = config
    const deps = {
      db,
      searchStaleMs: 100,
      largeChangePermille: LARGE_RATE_CHANGE_PERMILLE,
      quotes: openQuoteSeal([QUOTE_SECRET, ...(QUOTE_SECRET_BEFORE ? [QUOTE_SECRET_BEFORE] : [])]),
      quoteSeconds: QUOTE_SECONDS,
      media: { storage: storage(), incoming: join(config.MEDIA_DIR, 'incoming'), perDay: config.MEDIA_PER_DAY },
      ...feed()
    }
    return { app: buildApp({ ...deps, keys, log, ready }), work: work(deps) }
  }
})

/** Pictures lie in an S3-compatible store when one is configured, else on this machine. */
function storage() {
  const { MEDIA_DIR, S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = config
  if (!S3_ENDPOINT) return openDiskStorage(join(MEDIA_DIR, 'kept'))
  return openS3Storage({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? ''
  })
}

/** The feed of metal rates, when one is configured; throws at boot when what says how to read it cannot be. */
function feed() {
  const { RATE_FEED_URL, RATE_FEED_HEADERS, RATE_FEED_MAP, RATE_FEED_APPROVE, RATE_FEED_AUTO_PERMILLE } = config
  if (!RATE_FEED_URL) return {}
  return {
    feed: {
      url: RATE_FEED_URL,
      headers: JSON.parse(RATE_FEED_HEADERS) as Record<string, string>,
      map: readFeedMap(RATE_FEED_MAP),
      autoPermille: RATE_FEED_APPROVE === 'auto' ? RATE_FEED_AUTO_PERMILLE : null,
      maxAgeSeconds: config.RATE_FEED_MAX_AGE_SECONDS,
      everyMinutes: config.RATE_FEED_MINUTES,
      allow: config.RATE_FEED_ALLOW.split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    }
  }
}
