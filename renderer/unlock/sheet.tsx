import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useText } from '../text/use-text.ts'
import { Seal } from '../ui/seal.tsx'
import { Foot } from './foot.tsx'

type Props = {
  /** Bank and branch; empty before there is a vault. */
  readonly place: string
  readonly aside: ReactNode
  readonly children: ReactNode
  readonly links?: ReactNode
}

/** The one sheet of the unlock screen: users at the left, the passphrase at the right, facts below. */
export const Sheet = ({ place, aside, children, links }: Props) => {
  const { t } = useText()
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100vh',
        display: 'grid',
        alignContent: 'start',
        justifyContent: 'center',
        pt: 'max(24px, calc(50vh - 300px))',
        pb: 6,
        px: 4,
      }}
    >
      <Box sx={{ width: 964, maxWidth: 'calc(100vw - 32px)' }}>
        <Box className="zy-no-print" sx={{ display: 'flex', gap: 4, alignItems: 'center', mb: 8 }}>
          <Seal size={52} />
          <Box>
            <Typography variant="stepTitle" component="p" sx={{ letterSpacing: '0.08em' }}>
              {t('ui.name')}
            </Typography>
            <Typography variant="body2" color="text.secondary">
              {place}
            </Typography>
          </Box>
        </Box>
        <Box sx={sheet}>
          <Box className="zy-no-print" sx={aside ? left : { display: 'none' }}>
            {aside}
          </Box>
          <Box sx={{ flex: '1 1 420px', minWidth: 0, px: { xs: 6, md: 18 }, py: 10 }}>{children}</Box>
        </Box>
        <Foot links={links} />
      </Box>
    </Box>
  )
}

const sheet = {
  display: 'flex',
  flexWrap: { xs: 'wrap', md: 'nowrap' },
  minHeight: 428,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1.5,
  overflow: 'hidden',
  '@media print': { border: 0, minHeight: 0 },
} as const

const left = {
  flex: { xs: '1 1 100%', md: '0 0 372px' },
  borderRight: { xs: 0, md: 1 },
  borderBottom: { xs: 1, md: 0 },
  borderColor: { xs: 'divider', md: 'divider' },
  pt: 4.5,
} as const
