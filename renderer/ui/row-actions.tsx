import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** The verbs at the end of a table row. */
export const RowActions = ({ children }: { readonly children: ReactNode }) => (
  <Box sx={{ display: 'inline-flex', gap: 4 }}>{children}</Box>
)
