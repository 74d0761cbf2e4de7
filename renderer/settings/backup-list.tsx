import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupLineView } from '../../shared/backup/contract.ts'
import { useSession } from '../app/session-context.ts'
import { deskQuery } from '../desk/desk.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import type { Column } from '../ui/data-table.tsx'
import { Tag } from '../ui/tag.tsx'

const megabytes = (bytes: number): string => (Math.max(1, Math.round(bytes / 104_858)) / 10).toFixed(1)

const shownAtOnce = 6

const useColumns = (): readonly Column<BackupLineView>[] => {
  const { t, language } = useText()
  const { zone } = useSession()
  return [
    { key: 'at', head: t('settings.backup.at'), cell: ({ at }) => momentText(at, zone, language) },
    { key: 'place', head: t('settings.backup.place'), cell: ({ place }) => t(`settings.backup.${place}`) },
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
  ]
}

/** Newest first over both places, so that one sees at a glance whether the last one is in both. */
export const BackupList = () => {
  const { t } = useText()
  const [all, setAll] = useState(false)
  const { data = [] } = useQuery(deskQuery.backup.list.queryOptions())
  const columns = useColumns()
  const lines = data.toSorted((left, right) => right.at - left.at)
  return (
    <>
      <DataTable
        label={t('settings.backup.title')}
        rows={all ? lines : lines.slice(0, shownAtOnce)}
        rowKey={({ place, name }) => `${place}/${name}`}
        empty={t('settings.backup.empty')}
        columns={columns}
      />
      {!all && lines.length > shownAtOnce && (
        <Button variant="text" size="small" onClick={() => setAll(true)} sx={{ justifySelf: 'start' }}>
          {t('settings.backup.more', { n: lines.length })}
        </Button>
      )}
    </>
  )
}
