import { Type, type Static, type TObject, type TProperties } from 'typebox'
import { compileText } from './schemas.ts'

const base = {
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 3000 }),
  HOST: Type.String({ default: '0.0.0.0' }),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { default: 'info' }),
  DRAIN_MS: Type.Integer({ minimum: 0, maximum: 20_000, default: 3000 }),
  JWKS_URL: Type.String({ pattern: '^https?://' }),
  TOKEN_URL: Type.String({ pattern: '^https?://' }),
  SERVICE_SECRET: Type.String({ minLength: 32 })
}

export const databaseUrl = { DATABASE_URL: Type.String({ pattern: '^postgres(ql)?://' }) }

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

/** Reads the environment once, at boot. Every missing or malformed variable is listed, then the process stops. */
export function readConfig<P extends TProperties>(own: P, env: Env = process.env): Config<P> {
  const { values, faults } = parseConfig(Type.Object({ ...base, ...own }), env)
  if (faults.length > 0) {
    process.stderr.write(`The configuration is not usable:\n${faults.map((fault) => `  - ${fault}\n`).join('')}`)
    process.exit(1)
  }
  return {
    ...values,
    urlOf: (peer: string) => env[`${peer.toUpperCase().replaceAll('-', '_')}_URL`] ?? `http://${peer}:3000`
  } as Config<P>
}
