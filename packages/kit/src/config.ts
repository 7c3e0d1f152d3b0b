import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type, type Static, type TObject, type TProperties } from 'typebox'
import { compileText } from './schemas.ts'

const base = {
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 3000 }),
  HOST: Type.String({ default: '0.0.0.0' }),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { default: 'info' }),
  DRAIN_MS: Type.Integer({ minimum: 0, maximum: 20_000, default: 3000 }),
  JWKS_URL: Type.String({ pattern: '^https?://' }),
  TOKEN_URL: Type.String({ pattern: '^https?://' }),
  SERVICE_SECRET: Type.String({ minLength: 32 }),
  /** Where an OpenTelemetry collector takes traces by OTLP/HTTP; none are made when empty. */
  OTEL_EXPORTER_OTLP_ENDPOINT: Type.String({ default: '', pattern: '^(https?://.+)?$' }),
  /** Which share of traces is kept, from 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: Type.Number({ minimum: 0, maximum: 1, default: 1 })
}

export const databaseUrl = {
  DATABASE_URL: Type.String({ pattern: '^postgres(ql)?://' }),
  /** How events travel: `http`, or `nats` with NATS_URL. */
  EVENT_BUS: Type.Enum(['http', 'nats'], { default: 'http' }),
  /** Where NATS is, with this service's user there. */
  NATS_URL: Type.String({ default: '', pattern: '^((nats|tls)://([^:@/]+:[^@/]+@)?[^@/]+/?)?$' }),
  /** On how many servers of NATS each event is kept. */
  NATS_REPLICAS: Type.Integer({ minimum: 1, maximum: 5, default: 1 })
}

type Env = Record<string, string | undefined>
export type Config<P extends TProperties> = Static<TObject<typeof base & P>> & {
  /** Where a peer is reached: `<NAME>_URL`, or its container's name. */
  urlOf: (peer: string) => string
}

/** The values of these variables, converted, and what is wrong with them: one sentence a fault, which never repeats a value. */
export function parseConfig(schema: TObject, env: Env): { values: Record<string, unknown>; faults: string[] } {
  const names = Object.keys(schema.properties).filter((name) => env[name] !== undefined && env[name] !== '')
  const values: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, env[name]]))
  const validate = compileText(schema, true)
  if (validate(values)) return { values, faults: [] }
  const faults = validate.errors!.map(({ keyword, instancePath, params, message }) =>
    keyword === 'required' ? `${params.missingProperty} is missing.` : `${instancePath.slice(1)} ${message}.`
  )
  return { values, faults }
}

/** The environment with the secrets that lie as files in SECRETS_DIR, each named as the variable that it stands for; a variable that is set comes first. */
export function withSecrets(names: string[], env: Env): Env {
  const folder = env.SECRETS_DIR
  if (!folder) return env
  const found = names.filter((name) => !env[name] && existsSync(join(folder, name)))
  return {
    ...env,
    ...Object.fromEntries(found.map((name) => [name, readFileSync(join(folder, name), 'utf8').trim()]))
  }
}

/** Reads the environment, and the files of SECRETS_DIR, once, at boot. Every missing or malformed variable is listed, then the process stops. */
export function readConfig<P extends TProperties>(own: P, env: Env = process.env): Config<P> {
  const schema = Type.Object({ ...base, ...own })
  const { values, faults } = parseConfig(schema, withSecrets(Object.keys(schema.properties), env))
  if (values.EVENT_BUS === 'nats' && !values.NATS_URL) faults.push('NATS_URL is missing: EVENT_BUS is nats.')
  if (faults.length > 0) {
    process.stderr.write(`The configuration is not usable:\n${faults.map((fault) => `  - ${fault}\n`).join('')}`)
    process.exit(1)
  }
  return {
    ...values,
    urlOf: (peer: string) => env[`${peer.toUpperCase().replaceAll('-', '_')}_URL`] ?? `http://${peer}:3000`
  } as Config<P>
}
