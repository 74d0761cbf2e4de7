import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export const Kbd = ({ children }: { readonly children: ReactNode }) => (
  <Box
    component="kbd"
    sx={{
      fontFamily: 'inherit',
      fontSize: '0.75rem',
      lineHeight: '1.125rem',
      px: 1.5,
      border: 1,
      borderColor: 'edge',
      borderRadius: 0.5,
      color: 'text.secondary',
      bgcolor: 'background.default',
    }}
  >
    {children}
  </Box>
)
