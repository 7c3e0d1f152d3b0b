import ajvModule, { type ErrorObject, type Options, type ValidateFunction } from 'ajv'
import formatsModule from 'ajv-formats'
import type { TSchema } from 'typebox'

const house: Options = { strict: false, useDefaults: true, removeAdditional: false }
const open = (options: Options) => formatsModule.default(new ajvModule.Ajv({ ...house, ...options }))

const forValues = open({})
const forText = open({ coerceTypes: 'array' })
const forAllFaults = open({ coerceTypes: true, allErrors: true })

/** Checks values as they are: bodies and event payloads. */
export const compileValues = (schema: object): ValidateFunction => forValues.compile(schema)

/** Checks what comes as text, and converts it: paths, queries, headers, variables. With `allFaults` it does not stop at the first. */
export const compileText = (schema: object, allFaults = false): ValidateFunction =>
  (allFaults ? forAllFaults : forText).compile(schema)

const compiled = new WeakMap<TSchema, ValidateFunction>()

/** Whether a value is what a schema says. */
export function matches(schema: TSchema, value: unknown): boolean {
  if (!compiled.has(schema)) compiled.set(schema, compileValues(schema))
  return compiled.get(schema)!(value)
}

/** A validator that is compiled when it is first used: compiling all of a service's at boot costs 0.2 s of CPU. */
export function compiledLater(compile: () => ValidateFunction) {
  let compiledNow: ValidateFunction | undefined
  const validate = (value: unknown) => {
    compiledNow ??= compile()
    const isValid = compiledNow(value)
    validate.errors = compiledNow.errors ?? null
    return isValid
  }
  validate.errors = null as ErrorObject[] | null
  return validate
}
