import { useId, type InputHTMLAttributes } from 'react'
import { useMessages } from '../locale.ts'

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  hint?: string
  fault?: string | undefined
}

/** A labelled input; what is wrong with it is told to everybody, also to those who do not see it. */
export function Field({ label, hint, fault, className = '', ...input }: FieldProps) {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className="block">
        {label}
      </label>
      <input
        id={id}
        {...input}
        className="input mt-1.5"
        aria-invalid={fault !== undefined}
        aria-describedby={hint || fault ? `${id}-note` : undefined}
      />
      {(fault ?? hint) && (
        <p id={`${id}-note`} className={`mt-1 text-sm ${fault ? 'text-warn' : 'text-quiet'}`}>
          {fault ?? hint}
        </p>
      )}
    </div>
  )
}

/** A password that is chosen here. */
export function NewPassword({ label }: { label: string }) {
  const texts = useMessages()
  return (
    <Field
      label={label}
      hint={texts.passwordHint}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      minLength={8}
      maxLength={128}
    />
  )
}

/** The password that holds, to show who one is. */
export function CurrentPassword({ label, name = 'password' }: { label: string; name?: string }) {
  return <Field label={label} name={name} type="password" autoComplete="current-password" required maxLength={128} />
}
