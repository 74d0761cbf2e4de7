import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { useJob } from '../app/use-job.ts'

const megabytes = (bytes: number): string => (Math.max(1, Math.round(bytes / 104_858)) / 10).toFixed(1)

/** Copies of the vault, each reopened and checked before it counts. */
export const BackupSection = () => {
  const { t, language } = useText()
  const { zone } = useSession()
  const queries = useQueryClient()
  const { data = [] } = useQuery(deskQuery.backup.list.queryOptions())
  const [broken, setBroken] = useState<Failure | null>(null)
  const job = useJob(({ failure }) => {
    setBroken(failure)
    void queries.invalidateQueries({ queryKey: deskQuery.backup.key() })
  })
  const backUp = useAct(
    () => desk.backup.run(),
    ({ jobId }) => job.follow(jobId),
  )
  const busy = backUp.busy || job.running
  const run = (
    <Button variant="text" size="small" disabled={busy} onClick={() => backUp.run(undefined)}>
      {t(busy ? 'settings.backup.running' : 'settings.backup.run')}
    </Button>
  )
  return (
    <Section title={t('settings.backup.title')} action={run}>
      <DataTable
        label={t('settings.backup.title')}
        rows={data}
        rowKey={({ name }) => name}
        empty={t('settings.backup.empty')}
        columns={[
          { key: 'at', head: t('settings.backup.at'), cell: ({ at }) => momentText(at, zone, language) },
          {
            key: 'size',
            head: t('settings.backup.size'),
            numeric: true,
            cell: ({ bytes }) => t('settings.backup.megabytes', { size: megabytes(bytes) }),
          },
          {
            key: 'checked',
            head: t('settings.backup.checked'),
            numeric: true,
            cell: ({ verified }) => (
              <Tag tone={verified ? 'plain' : 'ochre'}>
                {t(verified ? 'settings.backup.verified' : 'settings.backup.unverified')}
              </Tag>
            ),
          },
        ]}
      />
      <FailureNotice failure={backUp.failure ?? broken} />
    </Section>
  )
}
