import Box from '@mui/material/Box'
import { useText } from '../text/use-text.ts'
import { Tag } from '../ui/tag.tsx'
import { useSession } from './session-context.ts'

const bar = {
  display: 'flex',
  alignItems: 'center',
  gap: 3,
  px: 6,
  height: 28,
  bgcolor: 'ochreTint',
  color: 'text.primary',
  fontSize: '0.75rem',
} as const

/** The sample book says on every page that it is one. */
export const SampleBar = () => {
  const { t } = useText()
  const { book, samplePassphrase } = useSession()
  if (book !== 'sample') return null
  return (
    <Box sx={bar}>
      <Tag tone="ochre">{t('ui.frame.sample')}</Tag>
      {t('session.sample', { passphrase: samplePassphrase ?? '' })}
    </Box>
  )
}

/** Says that the PC's clock is wrong, on every page, until it is right. */
export const ClockBar = () => {
  const { t } = useText()
  const { clockSuspect } = useSession()
  return clockSuspect ? <Box sx={bar}>{t('session.clockSuspect')}</Box> : null
}
