import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import type { z } from 'zod'
import type { Failure } from '../../shared/failure.ts'
import type { restoredSchema } from '../../shared/restore/contract.ts'
import { failureText } from '../text/failure-text.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'

const zone = 'Asia/Shanghai'

export const RestoreProgress = ({ done, total }: { readonly done: number; readonly total: number }) => {
  const { t } = useText()
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100)
  const said = t('restore.running.done', { percent })
  return (
    <>
      <Typography variant="stepTitle" component="h1">
        {t('restore.running.title')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 4 }}>
        {t('restore.running.text')}
      </Typography>
      <LinearProgress variant="determinate" value={percent} aria-label={said} />
      <Typography role="status" variant="body2" sx={{ mt: 2 }}>
        {said}
      </Typography>
    </>
  )
}

type ResultProps = { readonly restored: z.infer<typeof restoredSchema>; readonly onNext: () => void }

/** What came back, what did not, and where the former files are. */
export const RestoreResult = ({ restored, onNext }: ResultProps) => {
  const { t, language } = useText()
  const { at, rows, lostUpTo, setAside } = restored
  const lost =
    lostUpTo === null
      ? t('restore.done.lostUnknown')
      : t('restore.done.lost', { from: rows + 1, to: lostUpTo })
  return (
    <>
      <Typography variant="stepTitle" component="h1" sx={{ mb: 4 }}>
        {t('restore.done.title')}
      </Typography>
      <Notice
        kind="done"
        title={t('restore.done.made', { time: momentText(at, zone, language), rows })}
        kept={setAside === '' ? '' : t('restore.done.aside', { place: setAside })}
      />
      <Typography sx={{ my: 4 }}>{lost}</Typography>
      <Box>
        <Button variant="contained" size="large" autoFocus onClick={onNext}>
          {t('restore.done.next')}
        </Button>
      </Box>
    </>
  )
}

/** A restore that was refused on its way: the damaged vault still stands where it stood. */
export const RestoreFailed = ({ failure }: { readonly failure: Failure }) => {
  const text = useText()
  const isBad = failure.code === 'damaged' && failure.part.startsWith('backup')
  const why = isBad ? text.t('restore.badBackup') : failureText(failure, text)
  return <Notice kind="refused" title={text.t('restore.failed')} kept={why} />
}
