import InputAdornment from '@mui/material/InputAdornment'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { ReactNode } from 'react'
import { Field } from './field.tsx'
import type { FieldProps } from './field.tsx'
import { useCommit } from './use-commit.ts'

export type TextInputProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  /** The field was left (or Enter) with a changed value: time to make it durable. */
  readonly onCommit?: (value: string) => void
  /** What the desk has, where `value` may begin with a draft. */
  readonly saved?: string
  /** Names the field for drafts and for coming back after a lock. */
  readonly name?: string
  readonly type?: 'text' | 'password' | 'search'
  readonly placeholder?: string
  readonly unit?: string
  readonly end?: ReactNode
  readonly lines?: number
  readonly meeting?: boolean
  readonly numeric?: boolean
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly required?: boolean
}

// `data-field` is how a lock comes back to the same field.
const inputAttributes = (helperId: string, { name, numeric }: TextInputProps) => ({
  'data-field': name,
  'aria-describedby': helperId,
  spellCheck: false,
  autoComplete: 'off',
  style: numeric ? ({ textAlign: 'right' } as const) : {},
})

export const TextInput = (props: TextInputProps) => {
  const { value, onChange, name, lines = 1, meeting = false, error } = props
  const commit = useCommit({ value, commit: props.onCommit, saved: props.saved, multiline: lines > 1 })
  const end = props.unit ? (
    <InputAdornment position="end" disableTypography sx={{ fontSize: '0.75rem', color: 'text.disabled' }}>
      {props.unit}
    </InputAdornment>
  ) : (
    props.end
  )
  return (
    <Field {...props}>
      {({ inputId, helperId }) => (
        <OutlinedInput
          id={inputId}
          fullWidth
          className={meeting ? 'zy-meeting' : ''}
          value={value}
          type={props.type ?? 'text'}
          name={name}
          multiline={lines > 1}
          minRows={lines}
          error={error !== undefined}
          disabled={props.disabled}
          required={props.required}
          autoFocus={props.autoFocus}
          placeholder={props.placeholder}
          endAdornment={end}
          onChange={(event) => onChange(event.target.value)}
          {...commit}
          slotProps={{ input: inputAttributes(helperId, props) }}
        />
      )}
    </Field>
  )
}
