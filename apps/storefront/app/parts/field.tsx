import { useId, type InputHTMLAttributes } from 'react'

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
