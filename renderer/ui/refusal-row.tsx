import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  /** The rule and its article, in words. */
  readonly reasons?: readonly string[]
  /** What can be done. */
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** A refused line stays where it is, with the reason, beside the checks that passed. */
export const RefusalRow = ({ title, reasons = [], actions, children }: Props) => (
  <Box role="alert" sx={{ bgcolor: 'sealTint', borderLeft: 4, borderLeftColor: 'error.main', px: 4, py: 3 }}>
    {children}
    <Typography variant="lead" sx={{ color: 'error.dark', fontWeight: 500 }}>
      {title}
    </Typography>
    {reasons.map((reason) => (
      <Typography key={reason} variant="body2">
        {reason}
      </Typography>
    ))}
    {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, pt: 2 }}>{actions}</Box>}
  </Box>
)
