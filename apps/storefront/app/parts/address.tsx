import type { FocusEvent } from 'react'
import { useFormats, useMessages } from '../locale.ts'
import { Field } from './field.tsx'

export interface Address {
  name: string
  line1: string
  line2?: string
  city: string
  region?: string
  postcode: string
  country: string
  phone?: string
}
export const countries = ['IN', 'AE', 'AU', 'CA', 'DE', 'FR', 'GB', 'SG', 'US'] as const
export const addressFields = ['name', 'line1', 'line2', 'city', 'region', 'postcode', 'country', 'phone'] as const

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

interface AddressFieldsProps {
  known: Readonly<Record<string, unknown>>
  faults?: string[]
  /** What the names of the fields begin with where a form has two addresses; its fields may be left empty. */
  prefix?: 'billing-'
  /** Called when the country, state or postcode changed, on which the delivery depends. */
  onPlace?: (form: HTMLFormElement) => void
}

/** The address that a form names with this prefix; undefined when nothing but its country is filled in. */
export function addressIn(entered: Readonly<Record<string, string>>, prefix: string): Partial<Address> | undefined {
  const filled = addressFields.flatMap((name) => {
    const value = (entered[prefix + name] ?? '').trim()
    return value ? [[name, value] as const] : []
  })
  return filled.some(([name]) => name !== 'country') ? Object.fromEntries(filled) : undefined
}

/** The fields of an address, in the order of its country's envelopes as far as they agree. */
export function AddressFields({ known, faults = [], prefix, onPlace }: AddressFieldsProps) {
  const texts = useMessages()
  const { region } = useFormats()
  const field = (name: (typeof addressFields)[number], autoComplete: string, most: number, isOptional = false) => ({
    label: isOptional ? `${texts[name]} (${texts.optional})` : texts[name],
    name: (prefix ?? '') + name,
    autoComplete: prefix ? `billing ${autoComplete}` : autoComplete,
    maxLength: most,
    required: !isOptional && !prefix,
    defaultValue: textOf(known[(prefix ?? '') + name]),
    fault: faults.includes((prefix ?? '') + name) ? texts.fault : undefined,
    ...(onPlace &&
      (name === 'postcode' || name === 'region') && {
        onBlur: (event: FocusEvent<HTMLInputElement>) => event.target.form && onPlace(event.target.form)
      })
  })
  return (
    <>
      <Field {...field('name', 'name', 200)} className="sm:col-span-2" />
      <Field {...field('line1', 'address-line1', 200)} className="sm:col-span-2" />
      <Field {...field('line2', 'address-line2', 200, true)} className="sm:col-span-2" />
      <Field {...field('postcode', 'postal-code', 15)} />
      <Field {...field('city', 'address-level2', 100)} />
      <Field {...field('region', 'address-level1', 100, true)} />
      <label className="block">
        {texts.country}
        <select
          name={`${prefix ?? ''}country`}
          autoComplete={prefix ? 'billing country' : 'country'}
          defaultValue={textOf(known[`${prefix ?? ''}country`]) || 'IN'}
          className="input mt-1.5"
          onChange={(event) => event.target.form && onPlace?.(event.target.form)}
        >
          {countries.map((code) => (
            <option key={code} value={code}>
              {region(code)}
            </option>
          ))}
        </select>
      </label>
      <Field {...field('phone', 'tel', 20, true)} type="tel" />
    </>
  )
}
