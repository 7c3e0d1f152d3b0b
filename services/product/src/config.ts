import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  QUOTE_SECRET: Type.String({ minLength: 32 }),
  QUOTE_SECRET_BEFORE: Type.Optional(Type.String({ minLength: 32 })),
  QUOTE_SECONDS: Type.Integer({ minimum: 60, maximum: 86_400, default: 900 }),
  LARGE_RATE_CHANGE_PERMILLE: Type.Integer({ minimum: 1, maximum: 1000, default: 200 }),
  MEDIA_DIR: Type.String({
    default: join(tmpdir(), 'lumora-media'),
    description: 'Where pictures lie, and those that are being uploaded or decoded.'
  }),
  MEDIA_PER_DAY: Type.Integer({ minimum: 1, maximum: 1_000_000, default: 1000 }),
  S3_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://[^?#]+$' })),
  S3_BUCKET: Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$', default: 'lumora-media' }),
  S3_REGION: Type.String({ default: 'us-east-1' }),
  S3_ACCESS_KEY_ID: Type.Optional(Type.String({ minLength: 1 })),
  S3_SECRET_ACCESS_KEY: Type.Optional(Type.String({ minLength: 1 }))
})
