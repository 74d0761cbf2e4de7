import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { mdiAlertOutline, mdiCheck, mdiInformationOutline } from '@mdi/js'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type Props = {
  /** refused: a hand is needed now · soon: to look at · told: to know · done: a check passed. */
  readonly kind: 'refused' | 'soon' | 'told' | 'done'
  /** What happened. */
  readonly title: string
  /** What was kept. */
  readonly kept?: string
  /** What to do. */
  readonly action?: ReactNode
}

const looks = {
  refused: { color: 'error.main', icon: mdiAlertOutline },
  soon: { color: 'warning.main', icon: mdiAlertOutline },
  told: { color: 'primary.main', icon: mdiInformationOutline },
  done: { color: 'success.main', icon: mdiCheck },
} as const

export const Notice = ({ kind, title, kept, action }: Props) => (
  <Box
    role={kind === 'refused' ? 'alert' : 'status'}
    sx={{
      display: 'flex',
      gap: 3,
      px: 4,
      py: 3,
      bgcolor: 'background.paper',
      border: 1,
      borderColor: 'divider',
      borderRadius: 1,
      borderLeft: 4,
      borderLeftColor: looks[kind].color,
    }}
  >
    <Box sx={{ color: looks[kind].color, pt: 0.5 }}>
      <Icon path={looks[kind].icon} />
    </Box>
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Typography sx={{ fontWeight: 500 }}>{title}</Typography>
      {kept && (
        <Typography variant="body2" color="text.secondary">
          {kept}
        </Typography>
      )}
    </Box>
    {action && <Box sx={{ flex: 'none', alignSelf: 'center' }}>{action}</Box>}
  </Box>
)
