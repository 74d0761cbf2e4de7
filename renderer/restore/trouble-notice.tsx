import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { leavePage } from '../app/lock-page.ts'
import { pagesText } from '../text/pages-text.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import type { DeskState } from '../unlock/desk-state.ts'

type Props = { readonly state: DeskState; readonly onRestore: () => void }

/** Each trouble has its own words: what happened, what was kept, what to do. Nothing here deletes anything. */
export const TroubleNotice = ({ state, onRestore }: Props) => {
  const text = useText()
  const { t } = text
  const trouble = state.trouble ?? 'unknown'
  const pages = state.damage === null ? '' : pagesText(state.damage, text)
  return (
    <>
      <Notice
        kind="refused"
        title={t(`restore.trouble.${trouble}.title`)}
        kept={t(`restore.trouble.${trouble}.kept`)}
      />
      {pages !== '' && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 3 }}>
          {pages}
        </Typography>
      )}
      <Typography sx={{ my: 4 }}>{t(`restore.trouble.${trouble}.todo`)}</Typography>
      <Box sx={{ display: 'flex', gap: 3 }}>
        {state.mayRestore && (
          <Button variant={state.state === 'locked' ? 'outlined' : 'contained'} onClick={onRestore}>
            {t('restore.link')}
          </Button>
        )}
        {state.state !== 'locked' && <Button onClick={leavePage}>{t('ui.action.reload')}</Button>}
      </Box>
    </>
  )
}
