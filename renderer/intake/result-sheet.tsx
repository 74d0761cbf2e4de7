import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { verdicts } from '../../shared/intake/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'

type Props = { readonly jobId: number; readonly onAnother: () => void }

/** What was written, said once more. */
export const ResultSheet = ({ jobId, onAnother }: Props) => {
  const { t } = useText()
  const navigate = useNavigate()
  const { data, error } = useQuery(deskQuery.intake.result.queryOptions({ input: { jobId } }))
  if (error) return <FailureNotice failure={failureOf(error)} />
  if (!data) return null
  const { counts, written, kind } = data
  const isBook = kind === 'client-book'
  const told = written === 0 ? t('intake.result.nothing') : t('intake.result.written', { n: written })
  return (
    <Box sx={{ display: 'grid', gap: 4, pt: 3, maxWidth: 640, justifyItems: 'start' }}>
      <Notice kind="done" title={t('intake.result.title')} kept={told} />
      <Typography>
        {verdicts.map((each) => `${t(`intake.counts.${each}`)} ${counts[each]}`).join('，')}
      </Typography>
      {counts.missing > 0 && <Typography>{t('intake.counts.missing', { n: counts.missing })}</Typography>}
      <Box sx={{ display: 'flex', gap: 3 }}>
        <Button variant="contained" onClick={() => void navigate(isBook ? '/client' : '/product')}>
          {t(isBook ? 'intake.result.toClients' : 'intake.result.toProducts')}
        </Button>
        <Button onClick={onAnother}>{t('intake.result.another')}</Button>
      </Box>
    </Box>
  )
}
