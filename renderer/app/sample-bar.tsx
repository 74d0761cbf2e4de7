import Box from '@mui/material/Box'
import { useLocation } from 'react-router'
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

const strong = {
  ...bar,
  height: 'auto',
  minHeight: 36,
  py: 1.5,
  bgcolor: 'sealTint',
  fontSize: '0.8125rem',
} as const

/** Says why nothing can be saved and what to do, on every page but the client's face. */
export const ReadOnlyBar = () => {
  const { t } = useText()
  const { readOnly } = useSession()
  const { pathname } = useLocation()
  if (readOnly === null || pathname.endsWith('/face')) return null
  return (
    <Box sx={strong} role="status">
      <Tag tone="seal">{t('ui.frame.readOnly')}</Tag>
      {t(`session.readOnly.${readOnly}`)}
    </Box>
  )
}
