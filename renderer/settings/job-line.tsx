import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import type { JobView } from '../../shared/job/contract.ts'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'

type Props = { readonly job: JobView; readonly words: string }

/** How far a job is, and the way out of it. */
export const JobLine = ({ job: { id, done, total }, words }: Props) => {
  const { t } = useText()
  const cancel = useAct(() => desk.job.cancel({ id }))
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
      <Typography role="status" variant="body2" sx={{ flex: 'none' }}>
        {words}
      </Typography>
      <LinearProgress
        variant={total === 0 ? 'indeterminate' : 'determinate'}
        value={total === 0 ? 0 : (done / total) * 100}
        aria-label={words}
        sx={{ flex: 1 }}
      />
      <Button variant="text" size="small" disabled={cancel.busy} onClick={() => cancel.run(undefined)}>
        {t('ui.action.cancel')}
      </Button>
    </Box>
  )
}
