import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { FoundBackup } from '../../shared/restore/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { desk } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import type { Column } from '../ui/data-table.tsx'
import { FolderInput } from '../ui/folder-input.tsx'

type Props = { readonly picked: string; readonly onPick: (backup: FoundBackup) => void }

// Before unlock nobody knows the branch's zone; the product's own is shown.
const zone = 'Asia/Shanghai'

const useColumns = ({ picked, onPick }: Props): readonly Column<FoundBackup>[] => {
  const { t, language } = useText()
  return [
    {
      key: 'at',
      head: t('restore.choose.at'),
      strong: true,
      cell: ({ at }) => momentText(at, zone, language),
    },
    { key: 'whose', head: t('restore.choose.whose'), cell: ({ bank, branch }) => `${bank}${branch}` },
    {
      key: 'rows',
      head: t('restore.choose.rows'),
      numeric: true,
      cell: ({ rows }) => t('restore.choose.rowCount', { n: rows }),
    },
    { key: 'place', head: t('restore.choose.place'), cell: ({ place }) => t(`restore.choose.${place}`) },
    {
      key: 'pick',
      head: '',
      numeric: true,
      cell: (backup) => (
        <Button
          variant="text"
          size="small"
          aria-pressed={backup.from === picked}
          onClick={() => onPick(backup)}
        >
          {t(backup.from === picked ? 'restore.choose.picked' : 'restore.choose.pick')}
        </Button>
      ),
    },
  ]
}

const Elsewhere = ({ onLook }: { readonly onLook: (folder: string) => void }) => {
  const { t } = useText()
  const [folder, setFolder] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onLook(folder.trim())
  }
  return (
    <Box
      component="form"
      onSubmit={submit}
      noValidate
      sx={{ display: 'grid', gridTemplateColumns: '1fr auto', columnGap: 3, alignItems: 'start', mt: 4 }}
    >
      <FolderInput
        label={t('restore.choose.folder')}
        name="folder"
        value={folder}
        onChange={setFolder}
        helper={t('restore.choose.folderHelp')}
      />
      <Button type="submit" sx={{ mt: '22px', height: 36 }}>
        {t('restore.choose.look')}
      </Button>
    </Box>
  )
}

/** What this PC and the second target have, and one more folder to look in. */
export const BackupChoice = (props: Props) => {
  const { t } = useText()
  const [folder, setFolder] = useState('')
  const columns = useColumns(props)
  const { data, error } = useQuery({
    queryKey: ['restore-list', folder],
    staleTime: 0,
    queryFn: () => desk.restore.list({ folder }),
  })
  return (
    <>
      <DataTable
        label={t('restore.choose.label')}
        rows={data?.backups ?? []}
        rowKey={({ from }) => from}
        selected={({ from }) => from === props.picked}
        columns={columns}
        empty={data ? t('restore.choose.none') : ''}
        roomy
      />
      <FailureNotice failure={error ? failureOf(error) : null} />
      <Elsewhere onLook={setFolder} />
    </>
  )
}
