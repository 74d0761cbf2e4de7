import MenuItem from '@mui/material/MenuItem'
import MuiSelect from '@mui/material/Select'
import { useText } from '../text/use-text.ts'
import type { Option } from './choice.tsx'
import { Field } from './field.tsx'
import type { FieldProps } from './field.tsx'

type Props<V extends string> = FieldProps & {
  readonly options: readonly Option<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly name?: string
  readonly meeting?: boolean
  readonly disabled?: boolean
}

/** One of many; up to four stand better side by side (Choice). */
export const Select = <V extends string>({
  options,
  value,
  onChange,
  name,
  meeting,
  disabled,
  ...rest
}: Props<V>) => {
  const { t } = useText()
  const picked = (next: string): void => {
    const option = options.find((each) => each.value === next)
    if (option) onChange(option.value)
  }
  return (
    <Field {...rest}>
      {({ inputId, labelId }) => (
        <MuiSelect
          id={inputId}
          labelId={labelId}
          fullWidth
          displayEmpty
          className={meeting ? 'zy-meeting' : ''}
          value={value ?? ''}
          disabled={disabled}
          error={rest.error !== undefined}
          onChange={(event) => picked(event.target.value)}
          data-field={name}
        >
          <MenuItem value="" disabled>
            {t('ui.field.choose')}
          </MenuItem>
          {options.map((option) => (
            <MenuItem key={option.value} value={option.value} disabled={option.disabled ?? false}>
              {option.label}
            </MenuItem>
          ))}
        </MuiSelect>
      )}
    </Field>
  )
}
