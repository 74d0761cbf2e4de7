import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { FieldMark } from './field-mark.tsx'
import type { Durable } from './field-mark.tsx'

export type FieldProps = {
  readonly label: string
  readonly helper?: string
  readonly error?: string
  /** Whether what stands in the field is safe on the desk. */
  readonly durable?: Durable
  readonly hint?: string
  /** No helper line while there is nothing to complain about. */
  readonly tight?: boolean
  /** In a table the column's head says it to the eye; the label is for the ear only. */
  readonly hiddenLabel?: boolean
}

type Ids = { readonly inputId: string; readonly labelId: string; readonly helperId: string }

type Props = FieldProps & { readonly children: (ids: Ids) => ReactNode }

const visuallyHidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

const labelLine = {
  display: 'flex',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  gap: 2,
  mb: 0.5,
} as const

/** Label above, control, helper of fixed height, which stands nearer to its own field than to the next one. */
export const Field = (props: Props) => {
  const { label, helper, error, durable, hint, tight = false, hiddenLabel = false, children } = props
  const id = useId()
  const ids = { inputId: `${id}-input`, labelId: `${id}-label`, helperId: `${id}-helper` }
  return (
    <Box sx={{ minWidth: 0, mb: tight ? 0 : helper ? 3 : 1 }}>
      <Box sx={hiddenLabel ? visuallyHidden : labelLine}>
        <FormLabel id={ids.labelId} htmlFor={ids.inputId}>
          {label}
        </FormLabel>
        {durable ? <FieldMark durable={durable} /> : hint && <FormHelperText>{hint}</FormHelperText>}
      </Box>
      {children(ids)}
      {(!tight || error !== undefined) && (
        <FormHelperText
          id={ids.helperId}
          role={error ? 'alert' : undefined}
          sx={{ pt: 0.5, ...(error ? { color: 'error.main' } : {}) }}
        >
          {error ?? helper ?? ''}
        </FormHelperText>
      )}
    </Box>
  )
}
