import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupStatus } from '../../shared/backup/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { useJob } from '../app/use-job.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { pdfOf } from '../desk/paper.ts'
import { countPages } from '../printout/count-pages.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { Section } from '../ui/section.tsx'
import { backupFailureText } from './backup-failure.ts'
import { JobLine } from './job-line.tsx'

type Place = 'here' | 'away'
type Found = Awaited<ReturnType<typeof desk.backup.drilled>>
/** `pages` null: this PC can make no PDF. */
type Passed = { readonly found: Found; readonly pages: number | null }

const printSheet = async ({ sheet }: Found): Promise<number | null> => {
  if (sheet === null) return 0
  const pdf = await pdfOf(sheet)
  return pdf.kind === 'none' ? null : countPages(pdf.bytes)
}

/** What the restored copy showed, its sheet on paper, and only then the record that a drill was held. */
const examine = async (jobId: number): Promise<Passed> => {
  const found = await desk.backup.drilled({ jobId })
  const pages = await printSheet(found)
  if (pages !== null) await desk.backup.confirmDrill({ jobId, pages })
  return { found, pages }
}

const useDrill = () => {
  const queries = useQueryClient()
  const [broken, setBroken] = useState<Failure | null>(null)
  const [passed, setPassed] = useState<Passed | null>(null)
  const paper = useAct(examine, (result) => {
    setPassed(result)
    void queries.invalidateQueries({ queryKey: deskQuery.backup.key() })
  })
  const job = useJob(({ id, state, failure }) => {
    setBroken(failure)
    if (state === 'done') paper.run(id)
  })
  const start = useAct(
    (place: Place) => desk.backup.drill({ place }),
    ({ jobId }) => {
      setBroken(null)
      setPassed(null)
      job.follow(jobId)
    },
  )
  const failure = start.failure ?? broken ?? paper.failure
  return { start, job, printing: paper.busy, failure, passed }
}

const Result = ({ passed: { found, pages } }: { readonly passed: Passed }) => {
  const { t, language } = useText()
  const { zone } = useSession()
  const facts = t('settings.backup.drill.facts', {
    time: momentText(found.madeAt, zone, language),
    files: found.files,
    rows: found.rows,
    seconds: (found.ms / 1000).toFixed(1),
  })
  if (pages === null) return <Notice kind="soon" title={t('settings.backup.drill.noPdf')} kept={facts} />
  const sheet = pages === 0 ? t('settings.backup.drill.nothing') : t('settings.backup.drill.pages', { pages })
  return <Notice kind="done" title={t('settings.backup.drill.passed')} kept={`${facts} ${sheet}`} />
}

/** 恢复演练: a backup that was never restored is a hope, not a backup. */
export const BackupDrill = ({ status }: { readonly status: BackupStatus }) => {
  const text = useText()
  const { t, language } = text
  const { zone } = useSession()
  const { start, job, printing, failure, passed } = useDrill()
  const busy = start.busy || job.running || printing
  const last =
    status.restoreDrillAt === null
      ? t('settings.backup.drill.never')
      : t('settings.backup.drill.last', { time: momentText(status.restoreDrillAt, zone, language) })
  const places: readonly Place[] = status.secondTarget === '' ? ['here'] : ['away', 'here']
  return (
    <Section level="h3" title={t('settings.backup.drill.title')} note={last}>
      <Box sx={{ display: 'grid', gap: 3, pt: 2 }}>
        <Typography variant="body2" color="text.secondary">
          {t('settings.backup.drill.lead')}
        </Typography>
        {busy && job.job && job.running && (
          <JobLine job={job.job} words={t('settings.backup.drill.running')} />
        )}
        {printing && <Typography role="status">{t('settings.backup.drill.printing')}</Typography>}
        {passed && <Result passed={passed} />}
        {failure && failure.code !== 'cancelled' && (
          <Notice
            kind="refused"
            title={t('settings.backup.drill.failed')}
            kept={backupFailureText(failure, text)}
          />
        )}
        <Box sx={{ display: 'flex', gap: 3 }}>
          {places.map((place) => (
            <Button key={place} size="small" disabled={busy} onClick={() => start.run(place)}>
              {t(`settings.backup.drill.${place}`)}
            </Button>
          ))}
        </Box>
      </Box>
    </Section>
  )
}
