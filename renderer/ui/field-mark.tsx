import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { mdiCheck } from '@mdi/js'
import { useText } from '../text/use-text.ts'
import { Icon } from './icon.tsx'

/** Nothing counts as saved before the desk has said so. `at` is the clock time, `10:52:08`. */
export type Durable =
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at?: string }
  | { readonly kind: 'not-saved'; readonly onRetry?: () => void }

export const FieldMark = ({ durable }: { readonly durable: Durable }) => {
  const { t } = useText()
  const mark = {
    display: 'inline-flex',
    gap: 1,
    alignItems: 'center',
    fontSize: '0.75rem',
    lineHeight: '1.125rem',
  }
  if (durable.kind === 'saving') {
    return <Box sx={{ ...mark, color: 'text.disabled' }}>{t('ui.field.saving')}</Box>
  }
  if (durable.kind === 'saved') {
    return (
      <Box role="status" sx={{ ...mark, color: 'primary.main' }}>
        <Icon path={mdiCheck} size={16} />
        {durable.at ? t('ui.field.savedAt', { time: durable.at }) : t('ui.field.saved')}
      </Box>
    )
  }
  return (
    <Box role="alert" sx={{ ...mark, color: 'error.main' }}>
      {t('ui.field.notSaved')}
      {durable.onRetry && (
        <Link component="button" type="button" variant="meta" onClick={durable.onRetry}>
          {t('ui.field.retry')}
        </Link>
      )}
    </Box>
  )
}
