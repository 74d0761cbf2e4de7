import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

type Props = { readonly title: string; readonly hint?: string; readonly children: ReactNode }

/** The sheet of one step: its title, a quiet hint, one group of questions after the other. */
export const StepSheet = ({ title, hint, children }: Props) => (
  <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5, maxWidth: 860 }}>
    <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 4 }}>
      <Typography variant="stepTitle" component="h1">
        {title}
      </Typography>
      {hint && (
        <Typography variant="body2" color="text.secondary">
          {hint}
        </Typography>
      )}
    </Box>
    {children}
  </Box>
)

/** Fields side by side, two or three in a row; one below the other when the window is narrow. */
export const Row = ({
  columns = 2,
  children,
}: {
  readonly columns?: 2 | 3
  readonly children: ReactNode
}) => (
  <Box
    sx={{
      display: 'grid',
      gap: 5,
      gridTemplateColumns: { xs: '1fr', md: `repeat(${columns}, minmax(0, 1fr))` },
      alignItems: 'start',
    }}
  >
    {children}
  </Box>
)
