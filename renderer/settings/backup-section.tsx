import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { useJob } from '../app/use-job.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { Section } from '../ui/section.tsx'
import { BackupDrill } from './backup-drill.tsx'
import { BackupList } from './backup-list.tsx'
import { BackupReserve } from './backup-reserve.tsx'
import { BackupTarget } from './backup-target.tsx'
import { JobLine } from './job-line.tsx'

type Outcome = { readonly failure: Failure | null; readonly made: 'here' | 'both' | null }

const nothing: Outcome = { failure: null, made: null }

/** One press: a copy on this PC, then the same one on the second target. */
const useBackup = () => {
  const queries = useQueryClient()
  const [outcome, setOutcome] = useState(nothing)
  const [copyId, setCopyId] = useState<number | null>(null)
  const refresh = (): void => void queries.invalidateQueries({ queryKey: deskQuery.backup.key() })
  const copy = useJob(({ state, failure }) => {
    setOutcome({ failure, made: state === 'done' ? 'both' : 'here' })
    refresh()
  })
  const here = useJob(({ state, failure }) => {
    refresh()
    if (state === 'done' && copyId !== null) return copy.follow(copyId)
    setOutcome({ failure, made: state === 'done' ? 'here' : null })
  })
  const start = useAct(
    () => desk.backup.run(),
    ({ jobId, copyId: next }) => {
      setOutcome(nothing)
      setCopyId(next)
      here.follow(jobId)
    },
  )
  const following = copy.running ? copy : here
  return {
    outcome,
    start,
    busy: start.busy || here.running || copy.running,
    job: here.running || copy.running ? following.job : null,
    isCopying: copy.running,
  }
}

/** Copies of the vault here and elsewhere, each reopened and checked before it counts. */
export const BackupSection = () => {
  const { t } = useText()
  const { data: status } = useQuery(deskQuery.backup.status.queryOptions())
  const { outcome, start, busy, job, isCopying } = useBackup()
  const run = (
    <Button variant="text" size="small" disabled={busy} onClick={() => start.run(undefined)}>
      {t(busy ? 'settings.backup.running' : 'settings.backup.run')}
    </Button>
  )
  return (
    <Section title={t('settings.backup.title')} action={run}>
      <Box sx={{ display: 'grid', gap: 4, pt: 3 }}>
        {job && (
          <JobLine job={job} words={t(isCopying ? 'settings.backup.copying' : 'settings.backup.running')} />
        )}
        {outcome.made && !outcome.failure && (
          <Notice
            kind="done"
            title={t(outcome.made === 'both' ? 'settings.backup.madeAway' : 'settings.backup.made')}
          />
        )}
        <FailureNotice failure={start.failure ?? outcome.failure} />
        {status && <BackupTarget status={status} />}
        <BackupList />
        {status && <BackupDrill status={status} />}
        {status && <BackupReserve status={status} />}
      </Box>
    </Section>
  )
}
