import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import type { JobView } from '../../shared/job/contract.ts'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'

type Props = { readonly jobId: number; readonly job: JobView | null }

/** How far it is, what is kept on cancel, and the cancel itself. */
export const Applying = ({ jobId, job }: Props) => {
  const { t } = useText()
  const cancel = useAct(() => desk.job.cancel({ id: jobId }))
  const total = job?.total ?? 0
  const done = job?.done ?? 0
  const share = total === 0 ? 0 : Math.floor((done * 100) / total)
  return (
    <Box role="status" sx={{ display: 'grid', gap: 2, maxWidth: 480 }}>
      <Typography sx={{ fontWeight: 500 }}>{t('intake.apply.writing')}</Typography>
      <LinearProgress variant="determinate" value={share} aria-label={t('intake.apply.writing')} />
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
        <Button variant="outlined" disabled={cancel.busy} onClick={() => cancel.run(undefined)}>
          {t('intake.apply.cancel')}
        </Button>
        <Typography variant="body2" color="text.secondary">
          {t('intake.apply.kept')}
        </Typography>
        <Typography variant="body2" sx={{ ml: 'auto' }}>
          {t('intake.apply.progress', { done, total })}
        </Typography>
      </Box>
    </Box>
  )
}
