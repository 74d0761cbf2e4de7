import Box from '@mui/material/Box'
import { useText } from '../text/use-text.ts'
import { Tag } from '../ui/tag.tsx'
import { useSession } from './session-context.ts'

/** The sample book says on every page that it is one. */
export const SampleBar = () => {
  const { t } = useText()
  const { book, samplePassphrase } = useSession()
  if (book !== 'sample') return null
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 6,
        height: 28,
        bgcolor: 'ochreTint',
        color: 'text.primary',
        fontSize: '0.75rem',
      }}
    >
      <Tag tone="ochre">{t('ui.frame.sample')}</Tag>
      {t('session.sample', { passphrase: samplePassphrase ?? '' })}
    </Box>
  )
}
