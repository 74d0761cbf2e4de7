import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  /** A quiet word or count beside the title. */
  readonly note?: ReactNode
  /** At the right end of the rule; ends in a verb. */
  readonly action?: ReactNode
  readonly level?: 'h2' | 'h3'
  readonly children: ReactNode
}

/** A heading on a rule instead of a box. */
export const Section = ({ title, note, action, level = 'h2', children }: Props) => {
  const id = useId()
  return (
    <Box component="section" aria-labelledby={id}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          minHeight: 34,
          borderBottom: 1,
          borderColor: 'rule2',
        }}
      >
        <Typography id={id} variant="heading" component={level}>
          {title}
        </Typography>
        {note !== undefined && (
          <Typography variant="body2" component="span" color="text.disabled">
            {note}
          </Typography>
        )}
        <Box sx={{ ml: 'auto' }}>{action}</Box>
      </Box>
      {children}
    </Box>
  )
}
