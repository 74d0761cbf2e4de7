import OutlinedInput from '@mui/material/OutlinedInput'
import type { Ref } from 'react'
import { pinDigits } from '../../shared/vault/pin.ts'
import { Field } from './field.tsx'
import type { FieldProps } from './field.tsx'

type Props = FieldProps & {
  readonly value: string
  readonly onChange: (digits: string) => void
  readonly name: string
  readonly autoFocus?: boolean
  readonly readOnly?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}

const inputAttributes = (helperId: string, name: string) =>
  ({
    'data-field': name,
    'aria-describedby': helperId,
    inputMode: 'numeric',
    autoComplete: 'off',
    spellCheck: false,
  }) as const

/** Six digits, hidden, wide apart. Full-width digits of an input method count as digits; nothing else is taken. */
export const PinInput = ({ value, onChange, name, autoFocus, readOnly, inputRef, ...field }: Props) => (
  <Field {...field}>
    {({ inputId, helperId }) => (
      <OutlinedInput
        id={inputId}
        name={name}
        type="password"
        value={value}
        autoFocus={autoFocus ?? false}
        readOnly={readOnly ?? false}
        error={field.error !== undefined}
        inputRef={inputRef}
        onChange={(event) => onChange(pinDigits(event.target.value))}
        sx={{ width: 232, fontSize: '1.5rem', '& input': { letterSpacing: '0.5em' } }}
        slotProps={{ input: inputAttributes(helperId, name) }}
      />
    )}
  </Field>
)
