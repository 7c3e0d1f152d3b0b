import { join } from 'node:path'
import { events } from '@lumora/contracts/events'
import { runService } from '@lumora/kit/process'
import { buildApp } from './app.ts'
import { config } from './config.ts'
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
      largeChangePermille: LARGE_RATE_CHANGE_PERMILLE,
      quotes: openQuoteSeal([QUOTE_SECRET, ...(QUOTE_SECRET_BEFORE ? [QUOTE_SECRET_BEFORE] : [])]),
      quoteSeconds: QUOTE_SECONDS,
      media: { storage: storage(), incoming: join(config.MEDIA_DIR, 'incoming'), perDay: config.MEDIA_PER_DAY }
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
