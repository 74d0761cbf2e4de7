import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import type { IntakePreview } from '../../shared/intake/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { useJob } from '../app/use-job.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { withDayWords } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { Applying } from './applying.tsx'
import { Facts } from './facts.tsx'
import { Lines } from './lines.tsx'
import { knownChoices, ownersToSend, type OwnerChoices } from './owner-choice.ts'
import { Owners } from './owners.tsx'

type DoneProps = { readonly onDone: (jobId: number) => void; readonly onBack: () => void }

/** Starts the writing and follows it; a cancelled one leaves the preview as it was. */
const useApply = (onDone: (jobId: number) => void) => {
  const [jobId, setJobId] = useState(0)
  const [refused, setRefused] = useState<Failure | null>(null)
  const job = useJob((end) => {
    if (end.state === 'done') onDone(end.id)
    else setRefused(end.failure ?? { code: 'cancelled' })
  })
  const start = useAct(desk.intake.apply, ({ jobId: id }) => {
    setRefused(null)
    setJobId(id)
    job.follow(id)
  })
  return { start, job, jobId, failure: start.failure ?? refused }
}

type SheetProps = DoneProps & { readonly preview: IntakePreview }

const Sheet = ({ preview, onDone, onBack }: SheetProps) => {
  const { t, language } = useText()
  const { today } = useSession()
  const [asOf, setAsOf] = useState(preview.asOf ?? '')
  const [choices, setChoices] = useState<OwnerChoices>(knownChoices(preview))
  const { start, job, jobId, failure } = useApply(onDone)
  const owners = ownersToSend(preview, choices)
  const newest = preview.newest ?? ''
  const isOlder = asOf !== '' && asOf < newest
  const ready = owners !== null && asOf !== '' && asOf <= today && !isOlder
  const { counts, previewId } = preview
  const toWrite = counts.new + counts.updated
  const label = toWrite === 0 ? t('intake.apply.again') : t('intake.apply.button', { n: toWrite })
  return (
    <Box sx={{ display: 'grid', gap: 6, pt: 3 }}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' },
          gap: 7,
          alignItems: 'start',
        }}
      >
        <Facts preview={preview} asOf={asOf} onAsOf={setAsOf} />
        {preview.owners.length > 0 && (
          <Owners
            owners={preview.owners}
            choices={choices}
            onChoose={(name, choice) => setChoices((before) => ({ ...before, [name]: choice }))}
          />
        )}
      </Box>
      <Box sx={{ display: 'grid', gap: 3 }}>
        {job.running ? (
          <Applying jobId={jobId} job={job.job} />
        ) : (
          <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
            <Button
              variant="contained"
              disabled={!ready || start.busy}
              onClick={() => owners && start.run({ previewId, asOf, owners })}
            >
              {label}
            </Button>
            <Button onClick={onBack}>{t('ui.action.back')}</Button>
            {owners === null && <Typography variant="body2">{t('intake.apply.missing')}</Typography>}
          </Box>
        )}
        {isOlder && (
          <Notice
            kind="refused"
            title={t('intake.refusal.older', withDayWords({ asOf, newest }, language))}
          />
        )}
        {failure?.code === 'cancelled' ? (
          <Notice kind="told" title={t('intake.apply.cancelled')} />
        ) : (
          <FailureNotice failure={failure} />
        )}
      </Box>
      <Lines preview={preview} />
    </Box>
  )
}

type Props = DoneProps & { readonly previewId: number }

/** Everything about the file before a single row is written. */
export const PreviewSheet = ({ previewId, onDone, onBack }: Props) => {
  const { t } = useText()
  const { data, error } = useQuery(
    deskQuery.intake.preview.queryOptions({ input: { previewId }, staleTime: Number.POSITIVE_INFINITY }),
  )
  if (error)
    return (
      <FailureNotice
        failure={failureOf(error)}
        action={<Button onClick={onBack}>{t('ui.action.back')}</Button>}
      />
    )
  return data ? <Sheet preview={data} onDone={onDone} onBack={onBack} /> : null
}
