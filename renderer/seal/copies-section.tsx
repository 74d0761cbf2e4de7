import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Section } from '../ui/section.tsx'
import { HeldLines } from './held-lines.tsx'
import { useSealJob } from './use-seal-job.ts'

type PurgeProps = { readonly id: number; readonly onDone: () => void; readonly onClose: () => void }

const PurgeDialog = ({ id, onDone, onClose }: PurgeProps) => {
  const { t } = useText()
  const job = useSealJob(() => desk.seal.purge({ id }), onDone)
  return (
    <ConfirmDialog
      open
      title={t('seal.copies.run')}
      verb={t('seal.copies.run')}
      busy={job.busy}
      onConfirm={() => job.run(undefined)}
      onClose={onClose}
    >
      <Typography>{t('seal.copies.lead')}</Typography>
      <FailureNotice failure={job.failure} />
    </ConfirmDialog>
  )
}

/** Backups that still hold what was sealed since: the keeper asks, the head of the centre is rid of them. */
export const CopiesSection = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useText()
  const mayAsk = useRight('dossier.seal')
  const mayRun = useRight('backup.run')
  // Kept by itself: the request is settled, and gone from the answer, before the window hears that the job is over.
  const [running, setRunning] = useState<number | null>(null)
  const { data } = useQuery(deskQuery.seal.copies.queryOptions())
  const ask = useAct(() => desk.seal.askPurge({}))
  if (!data) return null
  const { count, request } = data
  const verb = request
    ? mayRun &&
      !request.isOwn && (
        <Button variant="text" size="small" onClick={() => setRunning(request.id)}>
          {t('seal.copies.run')}
        </Button>
      )
    : mayAsk &&
      count > 0 && (
        <Button variant="text" size="small" disabled={ask.busy} onClick={() => ask.run(undefined)}>
          {t('seal.copies.ask')}
        </Button>
      )
  return (
    <Section title={t('seal.copies.title')} action={verb}>
      <Box sx={{ display: 'grid', gap: 1, pt: 2 }}>
        <HeldLines copies={data} />
      </Box>
      {request && (
        <Typography variant="body2" color="text.secondary">
          {t('seal.copies.asked', { by: request.by })}
        </Typography>
      )}
      <FailureNotice failure={ask.failure} />
      {running !== null && (
        <PurgeDialog
          id={running}
          onClose={() => setRunning(null)}
          onDone={() => {
            setRunning(null)
            onDone()
          }}
        />
      )}
    </Section>
  )
}
