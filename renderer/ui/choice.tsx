import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { Field } from './field.tsx'
import type { FieldProps } from './field.tsx'

export type Option<V extends string> = {
  readonly value: V
  readonly label: string
  readonly disabled?: boolean
}

type Common<V extends string> = FieldProps & {
  readonly options: readonly Option<V>[]
  readonly name?: string
  readonly meeting?: boolean
  readonly disabled?: boolean
}

type Props<V extends string> = Common<V> & {
  readonly value: V | null
  readonly onChange: (value: V) => void
}

/** One of a few: shown side by side instead of behind a menu. */
export const Choice = <V extends string>({ options, value, onChange, ...rest }: Props<V>) => (
  <Field {...rest}>
    {({ labelId, helperId }) => (
      <ToggleButtonGroup
        exclusive
        value={value}
        size={rest.meeting ? 'large' : 'medium'}
        disabled={rest.disabled}
        aria-labelledby={labelId}
        aria-describedby={helperId}
        data-field={rest.name}
        onChange={(_, next: V | null) => next !== null && onChange(next)}
      >
        {options.map((option) => (
          <ToggleButton key={option.value} value={option.value} disabled={option.disabled ?? false}>
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    )}
  </Field>
)

type ManyProps<V extends string> = Common<V> & {
  readonly values: readonly V[]
  readonly onChange: (values: readonly V[]) => void
}

// A group joins its buttons and takes a side of their frames away; chips stand apart and keep all four, in every state.
const apart = {
  gap: 2,
  '&&&& .MuiToggleButton-root': { m: 0, border: 1, borderRadius: 1, borderColor: 'edge' },
  '&&&& .Mui-selected': { borderColor: 'primary.main' },
  '&&&& .Mui-disabled': { borderStyle: 'dashed' },
} as const

/** Any of a few, as separate chips. */
export const ChoiceMany = <V extends string>({ options, values, onChange, ...rest }: ManyProps<V>) => (
  <Field {...rest}>
    {({ labelId, helperId }) => (
      <ToggleButtonGroup
        value={[...values]}
        size={rest.meeting ? 'large' : 'medium'}
        disabled={rest.disabled}
        aria-labelledby={labelId}
        aria-describedby={helperId}
        data-field={rest.name}
        onChange={(_, next: V[]) => onChange(next)}
        sx={apart}
      >
        {options.map((option) => (
          <ToggleButton key={option.value} value={option.value} disabled={option.disabled ?? false}>
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    )}
  </Field>
)
