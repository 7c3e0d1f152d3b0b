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
  RATE_FEED_URL: Type.Optional(Type.String({ pattern: '^https?://' })),
  RATE_FEED_HEADERS: Type.String({
    pattern: '^\\s*\\{[\\s\\S]*\\}\\s*$',
    default: '{}',
    description: 'JSON: further headers, such as a key.'
  }),
  RATE_FEED_MAP: Type.String({
    pattern: '^\\s*\\[[\\s\\S]*\\]\\s*$',
    default: '[]',
    description:
      'JSON: a list of {metal, fineness, price, per?, minorPerUnit?, at?, currency?, side?}; price, at and currency are JSON pointers.'
  }),
  RATE_FEED_MINUTES: Type.Integer({ minimum: 1, maximum: 59, default: 15 }),
  RATE_FEED_MAX_AGE_SECONDS: Type.Integer({ minimum: 60, maximum: 604_800, default: 3600 }),
  RATE_FEED_APPROVE: Type.Enum(['person', 'auto'], { default: 'person' }),
  RATE_FEED_AUTO_PERMILLE: Type.Integer({ minimum: 0, maximum: 100, default: 20 }),
  RATE_FEED_ALLOW: Type.String({
    default: '',
    description: 'Inner addresses that the feed may have, as host:port, with commas between them.'
  }),
  S3_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://[^?#]+$' })),
  S3_BUCKET: Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$', default: 'lumora-media' }),
  S3_REGION: Type.String({ default: 'us-east-1' }),
  S3_ACCESS_KEY_ID: Type.Optional(Type.String({ minLength: 1 })),
  S3_SECRET_ACCESS_KEY: Type.Optional(Type.String({ minLength: 1 }))
})
