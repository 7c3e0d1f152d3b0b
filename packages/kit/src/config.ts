import { Type, type Static, type TObject, type TProperties } from 'typebox'
import { Value } from 'typebox/value'

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

/** Lists what is wrong with the environment, one sentence a variable; empty when nothing is. Never repeats a value. */
export function configFaults(schema: TObject, env: Env): string[] {
  const faults: string[] = []
  for (const [name, property] of Object.entries(schema.properties)) {
    const raw = env[name]
    if (raw === undefined || raw === '') {
      if (!('default' in property) && schema.required?.includes(name)) faults.push(`${name} is missing.`)
      continue
    }
    const value = Value.Convert(property, raw)
    for (const error of Value.Errors(property, value)) faults.push(`${name} ${error.message}.`)
  }
  return faults
}

/** Reads the environment once, at boot. Every missing or malformed variable is listed, then the process stops. */
export function readConfig<P extends TProperties>(own: P, env: Env = process.env): Config<P> {
  const schema = Type.Object({ ...base, ...own })
  const faults = configFaults(schema, env)
  if (faults.length > 0) {
    process.stderr.write(`The configuration is not usable:\n${faults.map((fault) => `  - ${fault}\n`).join('')}`)
    process.exit(1)
  }
  const names = Object.keys(schema.properties).filter((name) => env[name] !== undefined && env[name] !== '')
  const given = Object.fromEntries(names.map((name) => [name, env[name]]))
  const values = Value.Convert(schema, Value.Default(schema, given)) as Static<typeof schema>
  return {
    ...values,
    urlOf: (peer: string) => env[`${peer.toUpperCase().replaceAll('-', '_')}_URL`] ?? `http://${peer}:3000`
  } as Config<P>
}
